/** Invoices, credit notes, sales orders and payments: their arithmetic, rules and tables. */
@ApplicationModule(
    displayName = "sales",
    allowedDependencies = {"platform", "catalog", "documents"})
@NullMarked
package dz.manchengo.hub.sales;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
