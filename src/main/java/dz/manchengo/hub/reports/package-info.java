/**
 * Workbooks of jobs, each made of files beside its {@code job.yaml}: queries and a {@code
 * sheets.yaml}.
 */
@ApplicationModule(
    displayName = "reports",
    allowedDependencies = {"platform", "documents", "jobs"})
@NullMarked
package dz.manchengo.hub.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
