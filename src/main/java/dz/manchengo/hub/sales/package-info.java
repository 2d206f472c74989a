/** Invoices, credit notes and payments: their arithmetic, their rules and their tables. */
@ApplicationModule(
    displayName = "sales",
    allowedDependencies = {"platform", "catalog", "documents"})
@NullMarked
package dz.manchengo.hub.sales;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
