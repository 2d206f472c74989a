package dz.manchengo.hub.production;

import dz.manchengo.hub.catalog.ProductMatch;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line with its product and unit found.
 *
 * @param uom null where nobody said
 * @param kg mass; null where no conversion is known
 * @param lotId null where no lot is named, or where lots are not written
 */
record ResolvedItem(
    ProductMatch product, @Nullable String uom, @Nullable BigDecimal kg, @Nullable Long lotId) {
  ResolvedItem withLot(@Nullable Long lot) {
    return new ResolvedItem(product, uom, kg, lot);
  }
}
