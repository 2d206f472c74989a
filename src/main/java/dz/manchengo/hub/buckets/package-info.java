/**
 * Buckets of S3 and of servers that speak as it does: what goes in whole or not at all, and comes
 * back as it was (decision 0049).
 */
@ApplicationModule(
    displayName = "buckets",
    allowedDependencies = {"platform"})
@NullMarked
package dz.manchengo.hub.buckets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
