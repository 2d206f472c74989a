package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Quantity, price and amount of one row, as far as they are beyond doubt. */
record RowArithmetic(
    @Nullable BigDecimal quantity, @Nullable BigDecimal price, @Nullable BigDecimal amount) {
  private static final BigDecimal CLOSE = BigDecimal.ONE;

  @Nullable BigDecimal gross() {
    return quantity == null || price == null ? null : quantity.multiply(price);
  }

  /** True if quantity × price less that discount is the row's amount. */
  boolean fits(BigDecimal discount, boolean percent) {
    BigDecimal gross = gross();
    if (gross == null || amount == null) {
      return false;
    }
    BigDecimal off = percent ? gross.multiply(discount).movePointLeft(2) : discount;
    return gross.subtract(off).subtract(amount).abs().compareTo(CLOSE) < 0;
  }
}
