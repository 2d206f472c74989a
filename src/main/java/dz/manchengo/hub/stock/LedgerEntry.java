package dz.manchengo.hub.stock;

import java.math.BigDecimal;

/**
 * One row of the ledger.
 *
 * @param quantity signed, in the base unit
 */
record LedgerEntry(
    MovementRow row, long warehouseId, BigDecimal quantity, MovingAverage.Worth worth, String key) {
  /** Whether the file says what it cost; of a transfer's arrival it says what left. */
  boolean hasOwnCost() {
    return quantity.signum() > 0 && row.destination == null && row.unitCost() != null;
  }
}
