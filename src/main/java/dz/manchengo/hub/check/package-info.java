/**
 * The command « check »: what would happen to a file, told on the command line. It needs no server
 * and writes nothing; nobody depends on this module.
 */
@ApplicationModule(
    displayName = "check",
    allowedDependencies = {"platform", "catalog", "documents", "intake"})
@NullMarked
package dz.manchengo.hub.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
