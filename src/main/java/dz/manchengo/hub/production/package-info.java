/** Production batches: what went in, what came out, what was measured, and the way of a lot. */
@ApplicationModule(
    displayName = "production",
    allowedDependencies = {"platform", "catalog", "documents", "stock"})
@NullMarked
package dz.manchengo.hub.production;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
