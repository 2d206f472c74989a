package dz.manchengo.hub.catalog;

import static java.math.RoundingMode.CEILING;
import static java.math.RoundingMode.FLOOR;
import static java.math.RoundingMode.HALF_UP;

import dz.manchengo.hub.platform.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scale of the duty on cash receipts (art. 100 code du timbre) during one period, with the
 * legal reading and the three other readings that programs are known to use (domain notes §1.4).
 *
 * @param validTo last day, null while in force
 * @param exemptUpTo amounts up to this one owe nothing
 * @param slice the duty is so much per started slice
 * @param cap null when there is none
 * @param brackets by upper bound, the open one last
 */
public record StampRegime(
    String legalRef,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    Money exemptUpTo,
    Money slice,
    Money minimum,
    @Nullable Money cap,
    List<Bracket> brackets) {

  /** Up to its bound inclusive, and without one for ever. */
  public record Bracket(@Nullable Money upTo, BigDecimal ratePerSlice) {
    boolean reaches(Money base) {
      return upTo == null || base.compareTo(upTo) <= 0;
    }
  }

  public StampRegime {
    brackets =
        brackets.stream()
            .sorted(Comparator.comparing(Bracket::upTo, Comparator.nullsLast(Money::compareTo)))
            .toList();
    if (brackets.isEmpty() || brackets.get(brackets.size() - 1).upTo() != null) {
      throw new IllegalArgumentException("stamp regime without an open bracket: " + legalRef);
    }
  }

  public boolean isInForce(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  /** What the law asks: started slices of the whole amount, then whole dinars, both upwards. */
  public Money duty(Money base) {
    return isExempt(base)
        ? Money.ZERO
        : bounded(slices(base, CEILING).multiply(rate(base)), CEILING);
  }

  /** Each bracket taxes only its own part, as income tax does; 300 DA sharp already owes. */
  Money marginalDuty(Money base) {
    if (base.compareTo(exemptUpTo) < 0) {
      return Money.ZERO;
    }
    BigDecimal duty = BigDecimal.ZERO;
    Money taxed = Money.ZERO;
    for (Bracket bracket : brackets) {
      Money upTo = bracket.upTo();
      Money top = upTo == null || base.compareTo(upTo) < 0 ? base : upTo;
      if (top.compareTo(taxed) > 0) {
        duty = duty.add(slices(top.minus(taxed), CEILING).multiply(bracket.ratePerSlice()));
        taxed = top;
      }
    }
    return bounded(duty, CEILING);
  }

  /** A plain percentage to the centime: no slice, no minimum, no exemption. */
  Money percentageDuty(Money base) {
    return new Money(base.times(rate(base)).amount().divide(slice.amount(), 2, HALF_UP));
  }

  /** Only full slices count and centimes are cut off. */
  Money flooredDuty(Money base) {
    return isExempt(base) ? Money.ZERO : bounded(slices(base, FLOOR).multiply(rate(base)), FLOOR);
  }

  /** Whether the amount starts no slice that it does not fill. */
  boolean isWholeSlices(Money base) {
    return base.amount().remainder(slice.amount()).signum() == 0;
  }

  private boolean isExempt(Money base) {
    return base.compareTo(exemptUpTo) <= 0;
  }

  private BigDecimal slices(Money base, RoundingMode rounding) {
    return base.amount().divide(slice.amount(), 0, rounding);
  }

  private BigDecimal rate(Money base) {
    for (Bracket bracket : brackets) {
      if (bracket.reaches(base)) {
        return bracket.ratePerSlice();
      }
    }
    throw new IllegalStateException("no bracket for " + base);
  }

  private Money bounded(BigDecimal duty, RoundingMode toDinars) {
    Money whole = new Money(duty.setScale(0, toDinars));
    Money atLeast = whole.compareTo(minimum) < 0 ? minimum : whole;
    return cap != null && atLeast.compareTo(cap) > 0 ? cap : atLeast;
  }
}
