/**
 * Partners' servers: their files come in by SFTP through the one inbox, and the acknowledgements go
 * back to them.
 */
@ApplicationModule(
    displayName = "sftp",
    allowedDependencies = {"platform", "documents", "notices", "intake", "reports"})
@NullMarked
package dz.manchengo.hub.sftp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
