package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which unit of its discounts a document's own amounts prove: those of the lines, else its total HT
 * or TTC.
 */
final class DiscountSums {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final List<BigDecimal> TOLERANCES =
      List.of(new BigDecimal("0.02"), BigDecimal.ONE);

  private final List<Line> lines;
  private final @Nullable DiscountUnit[] proved;

  /**
   * One line of the document.
   *
   * @param discount null where there is none
   * @param named the unit that the cell itself names
   */
  record Line(
      LineAmounts.Row amounts, @Nullable BigDecimal discount, @Nullable DiscountUnit named) {
    /** The discount where it changes anything. */
    @Nullable BigDecimal given() {
      return discount == null || discount.signum() == 0 ? null : discount;
    }
  }

  private DiscountSums(List<Line> lines) {
    this.lines = lines;
    this.proved = new DiscountUnit[lines.size()];
  }

  /** For each line the only unit with which its amounts add up; null when both do, or none. */
  static @Nullable DiscountUnit[] proved(List<Line> document) {
    DiscountSums sums = new DiscountSums(document);
    for (int i = 0; i < document.size(); i++) {
      sums.proveByLine(i);
    }
    sums.proveByTotal();
    return sums.proved;
  }

  private void proveByLine(int i) {
    Line line = lines.get(i);
    BigDecimal gross = line.amounts().gross();
    BigDecimal net = line.amounts().net();
    BigDecimal discount = line.given();
    if (line.named() != null) {
      proved[i] = line.named();
    } else if (discount != null && gross != null && net != null) {
      prove(
          List.of(i),
          gross.subtract(DiscountUnit.PERCENT.off(gross, discount)).subtract(net),
          gross.subtract(DiscountUnit.DINAR.off(gross, discount)).subtract(net));
    }
  }

  private void proveByTotal() {
    List<Integer> open =
        IntStream.range(0, proved.length)
            .filter(i -> lines.get(i).given() != null && proved[i] == null)
            .boxed()
            .toList();
    BigDecimal percent = open.isEmpty() ? null : missing(DiscountUnit.PERCENT);
    BigDecimal dinar = open.isEmpty() ? null : missing(DiscountUnit.DINAR);
    if (percent != null && dinar != null) {
      prove(open, percent, dinar);
    }
  }

  /** The document's total less its lines, as that unit has them; null when one is not known. */
  private @Nullable BigDecimal missing(DiscountUnit unit) {
    LineAmounts.Row first = lines.get(0).amounts();
    BigDecimal ht = first.totalHt();
    BigDecimal left = ht != null ? ht : first.totalTtc();
    for (int i = 0; i < proved.length; i++) {
      BigDecimal gross = lines.get(i).amounts().gross();
      BigDecimal vat = ht != null ? BigDecimal.ZERO : lines.get(i).amounts().vatRate();
      if (left == null || gross == null || vat == null) {
        return null;
      }
      DiscountUnit own = proved[i];
      BigDecimal discount = lines.get(i).given();
      BigDecimal net =
          discount == null
              ? gross
              : gross.subtract((own == null ? unit : own).off(gross, discount));
      left = left.subtract(net.multiply(HUNDRED.add(vat)).movePointLeft(2));
    }
    return left;
  }

  private void prove(List<Integer> rows, BigDecimal byPercent, BigDecimal byDinar) {
    for (BigDecimal tolerance : TOLERANCES) {
      boolean percent = byPercent.abs().compareTo(tolerance) <= 0;
      boolean dinar = byDinar.abs().compareTo(tolerance) <= 0;
      if (percent || dinar) {
        if (percent != dinar) {
          rows.forEach(i -> proved[i] = percent ? DiscountUnit.PERCENT : DiscountUnit.DINAR);
        }
        return;
      }
    }
  }
}
