/**
 * Backups that are proved (decision 0048): dumped from one snapshot, sealed, shipped, fetched back,
 * restored into a database of their own and compared with the snapshot, table by table.
 */
@ApplicationModule(
    displayName = "backup",
    allowedDependencies = {"platform", "buckets", "jobs", "notices"})
@NullMarked
package dz.manchengo.hub.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
