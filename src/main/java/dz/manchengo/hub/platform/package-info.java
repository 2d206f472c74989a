/**
 * What every module stands on and no business rule knows of: amounts, content hashes, the hub's
 * home folder, leases and the failpoints of the crash tests.
 */
@ApplicationModule(
    displayName = "platform",
    allowedDependencies = {})
@NullMarked
package dz.manchengo.hub.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
