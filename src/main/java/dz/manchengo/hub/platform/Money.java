package dz.manchengo.hub.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** An amount of Algerian dinars with two decimals; whatever has more is rounded half up. */
public record Money(BigDecimal amount) implements Comparable<Money> {
  public static final Money ZERO = new Money(BigDecimal.ZERO);

  public Money {
    amount = amount.setScale(2, RoundingMode.HALF_UP);
  }

  public static Money of(String amount) {
    return new Money(new BigDecimal(amount));
  }

  public static Money orZero(@Nullable BigDecimal amount) {
    return amount == null ? ZERO : new Money(amount);
  }

  public Money plus(Money other) {
    return new Money(amount.add(other.amount));
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(other.amount));
  }

  public Money times(BigDecimal factor) {
    return new Money(amount.multiply(factor));
  }

  public Money percent(BigDecimal rate) {
    return new Money(amount.multiply(rate).movePointLeft(2));
  }

  /** The part of this amount that falls to {@code part} of {@code whole}; nothing of nothing. */
  public Money share(Money part, Money whole) {
    return whole.signum() == 0
        ? ZERO
        : new Money(amount.multiply(part.amount).divide(whole.amount, 2, RoundingMode.HALF_UP));
  }

  public Money abs() {
    return signum() < 0 ? new Money(amount.negate()) : this;
  }

  public int signum() {
    return amount.signum();
  }

  public boolean isWithin(Money tolerance, Money of) {
    return minus(of).abs().compareTo(tolerance) <= 0;
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(other.amount);
  }

  /** For a sentence: {@code 1 234,50}. */
  public String text() {
    return Figures.punctuated(amount.toPlainString());
  }

  /** For a log or a query: {@code 1234.50}. */
  @Override
  public String toString() {
    return amount.toPlainString();
  }
}
