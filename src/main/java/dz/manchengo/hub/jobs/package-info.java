/** When work is due: the calendars that say on which days people work. */
@ApplicationModule(
    displayName = "jobs",
    allowedDependencies = {"platform", "tracing"})
@NullMarked
package dz.manchengo.hub.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
