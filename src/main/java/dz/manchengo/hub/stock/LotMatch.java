package dz.manchengo.hub.stock;

import org.jspecify.annotations.Nullable;

/**
 * The lot that a mention means.
 *
 * @param other code of another product with a lot of that code (LOT-003), told for a lot that was
 *     made now; null when there is none
 */
public record LotMatch(long id, boolean created, @Nullable String other) {}
