package dz.manchengo.hub.sales;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is taxed at each rate, of a journal that has the VAT of each and one amount excluding tax. A
 * VAT in centimes is that of several bases: those that come to the printed amount are the
 * invoice's, and no others are.
 */
final class RateSplit {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal HALF_CENT = new BigDecimal("0.005");
  private static final BigDecimal CENT = new BigDecimal("0.01");

  private RateSplit() {}

  /**
   * A base for each rate, whose VAT is the given one to the centime.
   *
   * @param vat by rate, none of the rates 0
   * @param sum what the bases come to
   * @return null where no bases do
   */
  static @Nullable Map<BigDecimal, BigDecimal> of(Map<BigDecimal, BigDecimal> vat, BigDecimal sum) {
    Map<BigDecimal, BigDecimal> bases = new TreeMap<>();
    vat.forEach((rate, amount) -> bases.put(rate, nearest(amount, rate)));
    BigDecimal rest = bases.values().stream().reduce(sum, BigDecimal::subtract);
    for (Map.Entry<BigDecimal, BigDecimal> base : bases.entrySet()) {
      BigDecimal moved = moved(base.getValue(), vat.get(base.getKey()), base.getKey(), rest);
      rest = rest.subtract(moved.subtract(base.getValue()));
      base.setValue(moved);
    }
    return rest.signum() == 0 ? bases : null;
  }

  /** The base that bears the VAT most exactly. */
  static BigDecimal nearest(BigDecimal vat, BigDecimal rate) {
    return vat.multiply(HUNDRED).divide(rate, 2, RoundingMode.HALF_UP);
  }

  /** The base moved towards {@code by} as far as its VAT stays what it is. */
  private static BigDecimal moved(
      BigDecimal base, @Nullable BigDecimal vat, BigDecimal rate, BigDecimal by) {
    if (vat == null || by.signum() == 0) {
      return base;
    }
    BigDecimal size = vat.abs();
    BigDecimal least = above(size.subtract(HALF_CENT), rate);
    BigDecimal most = above(size.add(HALF_CENT), rate).subtract(CENT);
    BigDecimal low = vat.signum() < 0 ? most.negate() : least;
    BigDecimal high = vat.signum() < 0 ? least.negate() : most;
    return base.add(by).max(low).min(high);
  }

  /** The least base of whole centimes that bears so much. */
  private static BigDecimal above(BigDecimal vat, BigDecimal rate) {
    return vat.multiply(HUNDRED).divide(rate, 2, RoundingMode.CEILING);
  }
}
