/** Pages for people: what came in lately and what became of it. Nobody depends on this module. */
@ApplicationModule(
    displayName = "console",
    allowedDependencies = {"platform"})
@NullMarked
package dz.manchengo.hub.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
