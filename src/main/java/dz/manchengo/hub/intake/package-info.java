/**
 * One way in and one way through: the inbox, the content store, the posting of one submission and
 * the acknowledgement that answers it.
 */
@ApplicationModule(
    displayName = "intake",
    allowedDependencies = {"platform", "documents", "notices", "tracing"})
@NullMarked
package dz.manchengo.hub.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
