package dz.manchengo.hub.sales;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line's references.
 *
 * @param uom unit code; null when the file names none
 * @param qtyBase quantity in the product's base unit; null while nobody knows the conversion
 */
record ResolvedLine(
    long productId, String productName, @Nullable String uom, @Nullable BigDecimal qtyBase) {}
