package dz.manchengo.hub.sales;

import dz.manchengo.hub.platform.Money;
import java.math.BigDecimal;

/** How far declared totals are from the computed ones, nearest first (§2.4). */
enum TotalsStatus {
  EXACT,
  ROUNDING,
  MINOR,
  MAJOR,
  /** The file gives no totals: nothing to compare, nothing to blame. */
  UNDECLARED;

  /** From here on it is no longer a matter of rounding (strictly below: EN 16931 BR-CO-17). */
  static final Money ONE_DINAR = Money.of("1");

  static final Money TWO_CENTIMES = Money.of("0.02");

  static TotalsStatus of(Money delta, Money tolerance) {
    Money size = delta.abs();
    if (size.signum() == 0) {
      return EXACT;
    }
    if (size.compareTo(tolerance) <= 0) {
      return ROUNDING;
    }
    return size.compareTo(ONE_DINAR) < 0 ? MINOR : MAJOR;
  }

  /** One centime per line covers every honest way of rounding, two cover the shortest invoice. */
  static Money tolerance(int lines) {
    Money perLine = new Money(BigDecimal.valueOf(lines, 2));
    return perLine.compareTo(TWO_CENTIMES) > 0 ? perLine : TWO_CENTIMES;
  }
}
