package dz.manchengo.hub.stock;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A movement that may be taken back.
 *
 * @param qtyBase signed, in the base unit
 * @param unitCost DA for one base unit; null when nobody knows
 * @param value DA, signed; null when nobody knows
 * @param counted whether it is the adjustment of a count, which people approved
 */
record ReversibleMovement(
    long movementId,
    String refNo,
    long productId,
    long warehouseId,
    @Nullable Long lotId,
    BigDecimal qtyBase,
    @Nullable BigDecimal unitCost,
    @Nullable BigDecimal value,
    boolean counted) {}
