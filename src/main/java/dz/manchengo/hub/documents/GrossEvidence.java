package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Whether a column « Total » beside prices that are called HT is quantity × price on every row, and
 * so the line's amount without tax. One row that is not leaves it what it is called.
 */
final class GrossEvidence {
  private static final BigDecimal CLOSE = new BigDecimal("0.01");

  private int alike;
  private boolean other;

  /**
   * Adds a row's value.
   *
   * @param gross the row's quantity × price less its discount; null when it is not known
   */
  void add(BigDecimal value, @Nullable BigDecimal gross) {
    if (gross != null && gross.subtract(value).abs().compareTo(CLOSE) <= 0) {
      alike++;
    } else {
      other = true;
    }
  }

  boolean isGross() {
    return alike > 0 && !other;
  }
}
