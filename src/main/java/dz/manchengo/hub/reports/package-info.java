/** Workbooks of jobs, each made of files beside the job: queries, and what its sheets are. */
@ApplicationModule(
    displayName = "reports",
    allowedDependencies = {"platform", "documents", "jobs", "notices", "intake", "buckets"})
@NullMarked
package dz.manchengo.hub.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
