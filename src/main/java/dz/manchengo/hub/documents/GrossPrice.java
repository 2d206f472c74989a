package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A column that may hold the price before the discount: what its rows say of the other price. */
final class GrossPrice {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal ALIKE = BigDecimal.valueOf(4);

  /** So often it is no chance, whatever the column is called. */
  private static final int SURE = 3;

  /** What a gross price may hold besides: nothing, or the VAT. */
  private static final List<BigDecimal> TAXED =
      List.of(BigDecimal.ONE, new BigDecimal("1.19"), new BigDecimal("1.09"));

  private final Layout.Column column;
  private final boolean priced;
  private final boolean called;
  private final List<BigDecimal> shares;
  private int net;
  private int others;
  private @Nullable SourceRow first;
  private @Nullable SourceRow open;

  /**
   * A candidate.
   *
   * @param priced whether its header names a price
   * @param called whether its header names a price before discounts, and is none of the known ones
   */
  GrossPrice(Layout.Column column, boolean priced, boolean called) {
    this.column = column;
    this.priced = priced;
    this.called = called;
    boolean taxed = HeaderName.normalise(column.header()).contains("ttc");
    this.shares = taxed ? TAXED : TAXED.subList(0, 1);
  }

  Layout.Column column() {
    return column;
  }

  /** Takes in a row that has a discount. */
  void add(
      SourceRow row, BigDecimal gross, BigDecimal price, BigDecimal off, Layout.Column discount) {
    BigDecimal close =
        HALF.movePointLeft(Math.max(0, Math.min(2, price.scale()))).add(new BigDecimal("0.001"));
    for (BigDecimal share : shares) {
      BigDecimal untaxed = gross.divide(share, 6, RoundingMode.HALF_UP);
      if (untaxed.subtract(price).abs().compareTo(close) <= 0) {
        others++; // one price twice: the discount is not yet taken
        return;
      }
      boolean apart = untaxed.subtract(price).abs().compareTo(close.multiply(ALIKE)) > 0;
      if (apart && nets(untaxed, off, discount).anyMatch(n -> isClose(n, price, close))) {
        net++;
        first = first == null ? row : first;
        return;
      }
    }
    others++;
    open = open == null ? row : open;
  }

  private static boolean isClose(BigDecimal one, BigDecimal other, BigDecimal close) {
    return one.subtract(other).abs().compareTo(close) <= 0;
  }

  private static Stream<BigDecimal> nets(BigDecimal gross, BigDecimal off, Layout.Column discount) {
    Stream<BigDecimal> ways =
        Stream.of(
            discount.means(DiscountUnit.DINAR.field())
                ? BigDecimal.ZERO
                : DiscountUnit.PERCENT.off(gross, off),
            discount.means(DiscountUnit.DINAR.field()) || off.compareTo(BigDecimal.ONE) >= 0
                ? BigDecimal.ZERO
                : gross.multiply(off), // 0,1 for 10 %
            discount.means(DiscountUnit.PERCENT.field()) ? BigDecimal.ZERO : off);
    return ways.filter(one -> one.signum() != 0).map(gross::subtract);
  }

  /** Whether the other price is this one less the discount, on all rows that have one. */
  boolean isProved() {
    return net > 0 && others == 0 && (priced || net >= SURE);
  }

  boolean isCalledSo() {
    return called;
  }

  /** A row that shows nothing, or one that shows the discount taken where others do not. */
  @Nullable SourceRow open() {
    return open != null || net == 0 ? open : first;
  }

  SourceRow firstRow() {
    return Objects.requireNonNull(first);
  }
}
