/** The balances of the general ledger, with which reports are compared. */
@ApplicationModule(
    displayName = "accounting",
    allowedDependencies = {"platform", "documents"})
@NullMarked
package dz.manchengo.hub.accounting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
