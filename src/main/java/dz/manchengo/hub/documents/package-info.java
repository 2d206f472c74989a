/**
 * From bytes to documents: readers, the feed catalogue, values, rules and findings, the canonical
 * documents and the posting SPI that each business module implements for its own tables.
 */
@ApplicationModule(
    displayName = "documents",
    allowedDependencies = {"platform", "catalog"})
@NullMarked
package dz.manchengo.hub.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
