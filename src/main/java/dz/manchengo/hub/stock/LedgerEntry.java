package dz.manchengo.hub.stock;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger.
 *
 * @param quantity signed, in the base unit
 */
record LedgerEntry(
    MovementRow row, long warehouseId, BigDecimal quantity, MovingAverage.Worth worth, String key) {
  /** Of this end of it. */
  @Nullable BigDecimal pieces() {
    BigDecimal pieces = row.pieces();
    return pieces == null || pieces.signum() == quantity.signum() ? pieces : pieces.negate();
  }

  /** Whether the file says what it cost; of a transfer's arrival it says what left. */
  boolean hasOwnCost() {
    return quantity.signum() > 0 && row.destination == null && row.unitCost() != null;
  }
}
