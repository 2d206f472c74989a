/** The outbox: what has to be told to somebody, written in the transaction that made it true. */
@ApplicationModule(
    displayName = "notices",
    allowedDependencies = {"platform", "tracing"})
@NullMarked
package dz.manchengo.hub.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
