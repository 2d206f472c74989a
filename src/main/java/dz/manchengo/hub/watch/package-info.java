/**
 * What was expected and did not come as it should, and doors through which nothing can come:
 * incidents, whom they are told to, and that they are over.
 */
@ApplicationModule(
    displayName = "watch",
    allowedDependencies = {"platform", "documents", "jobs", "notices"})
@NullMarked
package dz.manchengo.hub.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
