package dz.manchengo.hub.production;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Quantities that differ as units differ (PRD-012). */
final class UnitSlip {
  private static final List<BigDecimal> FACTORS =
      List.of(BigDecimal.TEN, BigDecimal.valueOf(100), BigDecimal.valueOf(1000));
  private static final BigDecimal LEAST = new BigDecimal("0.85");
  private static final BigDecimal MOST = new BigDecimal("1.15");

  private UnitSlip() {}

  /** Whether one is about 10, 100 or 1 000 times the other, 15 % more or less. */
  static boolean isLikely(BigDecimal produced, BigDecimal planned) {
    return FACTORS.stream()
        .anyMatch(f -> isAbout(produced, planned, f) || isAbout(planned, produced, f));
  }

  /** Whether the quantity is the weight in grams to the gram. */
  static boolean isInGrams(BigDecimal quantity, BigDecimal kg) {
    return quantity.compareTo(kg.movePointRight(3)) == 0;
  }

  private static boolean isAbout(BigDecimal large, BigDecimal small, BigDecimal factor) {
    if (small.signum() <= 0) {
      return false;
    }
    BigDecimal ratio =
        large.divide(small, MathContext.DECIMAL64).divide(factor, MathContext.DECIMAL64);
    return ratio.compareTo(LEAST) >= 0 && ratio.compareTo(MOST) <= 0;
  }
}
