/**
 * The partner API: who may call it and how often, its contract, and what it answers when something
 * is wrong. Whatever comes in by it ends in the same inbox as files do.
 */
@ApplicationModule(
    displayName = "partner",
    allowedDependencies = {
      "platform",
      "tracing",
      "catalog",
      "documents",
      "notices",
      "intake",
      "jobs",
      "reconciliation",
      "reports",
      "sales",
      "stock",
      "production"
    })
@NullMarked
package dz.manchengo.hub.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
