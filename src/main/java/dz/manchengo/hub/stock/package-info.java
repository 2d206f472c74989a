/** Lots, the append-only ledger of what moved, and physical counts of what is there. */
@ApplicationModule(
    displayName = "stock",
    allowedDependencies = {"platform", "catalog", "documents"})
@NullMarked
package dz.manchengo.hub.stock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
