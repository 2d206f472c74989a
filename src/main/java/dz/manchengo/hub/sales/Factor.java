package dz.manchengo.hub.sales;

import dz.manchengo.hub.platform.Money;
import java.math.BigDecimal;

/** A power of ten that stands between a declared amount and the computed one. */
enum Factor {
  /** {@code 1.234} taken for 1234 or the reverse: the digits are the same. */
  THOUSAND(1000, 2),
  /** Centimes for dinars: the centime side was rounded to whole centimes, or the dinar side was. */
  HUNDRED(100, 200);

  private final BigDecimal factor;
  private final BigDecimal slack;

  Factor(int factor, int slackInCentimes) {
    this.factor = BigDecimal.valueOf(factor);
    this.slack = BigDecimal.valueOf(slackInCentimes, 2);
  }

  BigDecimal up() {
    return factor;
  }

  BigDecimal down() {
    return BigDecimal.ONE.divide(factor);
  }

  boolean declaredIsTooLarge(BigDecimal declared, Money computed) {
    return fits(computed.amount(), declared);
  }

  boolean declaredIsTooSmall(BigDecimal declared, Money computed) {
    return fits(declared, computed.amount());
  }

  /** Below one dinar anything fits. */
  private boolean fits(BigDecimal small, BigDecimal large) {
    return small.compareTo(BigDecimal.ONE) >= 0
        && new Money(small.multiply(factor)).isWithin(new Money(slack), new Money(large));
  }
}
