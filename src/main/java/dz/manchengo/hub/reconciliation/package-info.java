/**
 * From what was counted to the ledger: sessions, who may approve a difference, and what is posted
 * of it.
 */
@ApplicationModule(
    displayName = "reconciliation",
    allowedDependencies = {"platform", "catalog", "documents", "jobs", "stock"})
@NullMarked
package dz.manchengo.hub.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
