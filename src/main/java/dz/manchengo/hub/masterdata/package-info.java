/**
 * Lists of products and parties that somebody drops: judged here, written by the catalog, which may
 * not know documents.
 */
@ApplicationModule(
    displayName = "masterdata",
    allowedDependencies = {"platform", "catalog", "documents"})
@NullMarked
package dz.manchengo.hub.masterdata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
