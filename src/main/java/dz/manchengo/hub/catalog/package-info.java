/** Who and what documents speak of: parties, products, units, and the dated fiscal tables. */
@ApplicationModule(
    displayName = "catalog",
    allowedDependencies = {"platform"})
@NullMarked
package dz.manchengo.hub.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
