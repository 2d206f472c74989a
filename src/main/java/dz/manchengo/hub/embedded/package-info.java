/**
 * A real PostgreSQL and a real Redis for a machine that has neither. Active only while no data
 * source is configured; an image for production leaves this package and its two libraries out.
 */
@ApplicationModule(
    displayName = "embedded",
    allowedDependencies = {"platform"})
@NullMarked
package dz.manchengo.hub.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
