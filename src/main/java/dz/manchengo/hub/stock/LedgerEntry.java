package dz.manchengo.hub.stock;

import java.math.BigDecimal;

/**
 * One row of the ledger.
 *
 * @param quantity signed, in the base unit
 */
record LedgerEntry(
    MovementRow row,
    long warehouseId,
    BigDecimal quantity,
    MovingAverage.Worth worth,
    String key) {}
