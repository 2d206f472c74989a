package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row's own figures give without tax and with it.
 *
 * @param ht excluding tax, by each reading of what the row says
 * @param ttc including it, in an order that is the same on all rows that are told alike
 */
record RowAmount(List<BigDecimal> ht, List<BigDecimal> ttc) {
  /** What a row may be taxed at that does not say so. */
  private static final List<BigDecimal> RATES =
      List.of(
          new BigDecimal("0.19"),
          new BigDecimal("0.09"),
          new BigDecimal("0.17"),
          new BigDecimal("0.07"));

  /**
   * Amounts without tax, and what is taxed on them.
   *
   * @param rate as a share; null where the row does not say it
   * @param vat in DA; null where the row does not say it
   */
  static RowAmount ofHt(List<BigDecimal> ht, @Nullable BigDecimal rate, @Nullable BigDecimal vat) {
    List<BigDecimal> ttc = new ArrayList<>();
    for (BigDecimal amount : ht) {
      if (vat != null && !isRate(vat)) {
        ttc.add(amount.add(vat));
      }
      for (BigDecimal one : rates(rate)) {
        ttc.add(amount.add(amount.multiply(one)));
      }
    }
    return new RowAmount(ht, ttc);
  }

  /** Amounts that hold the tax. */
  static RowAmount ofTtc(
      List<BigDecimal> ttc, @Nullable BigDecimal rate, @Nullable BigDecimal vat) {
    List<BigDecimal> ht = new ArrayList<>();
    for (BigDecimal amount : ttc) {
      if (vat != null && !isRate(vat)) {
        ht.add(amount.subtract(vat));
      }
      for (BigDecimal one : rates(rate)) {
        ht.add(amount.divide(BigDecimal.ONE.add(one), 4, RoundingMode.HALF_UP));
      }
    }
    return new RowAmount(ht, ttc);
  }

  /** What bears that VAT, at each rate. */
  static RowAmount ofVat(BigDecimal vat) {
    List<BigDecimal> ht =
        rates(null).stream().map(rate -> vat.divide(rate, 4, RoundingMode.HALF_UP)).toList();
    return new RowAmount(ht, ht.stream().map(vat::add).toList());
  }

  /** « 19% » below « TVA » is no 19 DA; were it that, it would come of one of the rates. */
  private static boolean isRate(BigDecimal vat) {
    return RATES.stream().anyMatch(rate -> rate.movePointRight(2).compareTo(vat) == 0);
  }

  private static List<BigDecimal> rates(@Nullable BigDecimal known) {
    return known == null ? RATES : List.of(known);
  }

  /** Both rows together; null where they are told in different ways. */
  @Nullable RowAmount plus(RowAmount other) {
    return ht.size() == other.ht.size() && ttc.size() == other.ttc.size()
        ? new RowAmount(sums(ht, other.ht), sums(ttc, other.ttc))
        : null;
  }

  private static List<BigDecimal> sums(List<BigDecimal> a, List<BigDecimal> b) {
    List<BigDecimal> sums = new ArrayList<>(a.size());
    for (int i = 0; i < a.size(); i++) {
      sums.add(a.get(i).add(b.get(i)));
    }
    return sums;
  }
}
