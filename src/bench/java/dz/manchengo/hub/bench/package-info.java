/**
 * How fast the hub is, beside a bare COPY and beside Spring Batch: {@code mvn -Pbench verify}, no
 * part of CI. It starts the packaged jar as its user would and measures from the drop folder to the
 * acknowledgement.
 */
@NullMarked
package dz.manchengo.hub.bench;

import org.jspecify.annotations.NullMarked;
