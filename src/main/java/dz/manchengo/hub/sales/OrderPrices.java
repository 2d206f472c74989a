package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prices of orders that are far from the one at which the product was last sold (ORD-009). */
final class OrderPrices {
  private static final BigDecimal LOWEST = new BigDecimal("0.8");
  private static final BigDecimal HIGHEST = new BigDecimal("1.2");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final PriceReference prices;

  OrderPrices(PriceReference prices) {
    this.prices = prices;
  }

  /** Tells the orders whose prices {@link PriceReference#compare} has looked up. */
  void tell(List<OrderCandidate> toWrite) {
    for (OrderCandidate candidate : toWrite) {
      for (int i = 0; i < candidate.content.size(); i++) {
        ResolvedLine resolved = candidate.lines.get(i);
        Invoice.Line line = candidate.content.get(i);
        BigDecimal reference = prices.of(resolved.productId());
        if (reference != null && isOfBaseUnit(line, resolved.qtyBase())) {
          compare(candidate, line, reference, resolved.productName());
        }
      }
    }
  }

  /** The price of a carton is not compared with that of a piece. */
  private static boolean isOfBaseUnit(Invoice.Line line, @Nullable BigDecimal base) {
    return base == null || base.compareTo(line.quantity()) == 0;
  }

  private static void compare(
      OrderCandidate candidate, Invoice.Line line, BigDecimal reference, String product) {
    BigDecimal price = line.unitPriceHt();
    if (price.compareTo(reference) == 0
        || (price.compareTo(reference.multiply(LOWEST)) >= 0
            && price.compareTo(reference.multiply(HIGHEST)) <= 0)) {
      return;
    }
    BigDecimal off =
        price
            .subtract(reference)
            .multiply(HUNDRED)
            .divide(reference, MathContext.DECIMAL32)
            .setScale(0, RoundingMode.HALF_UP);
    candidate.tell(
        "ORD-009",
        line.place(),
        "unit_price_ht",
        Figures.of(price),
        "value",
        Figures.of(price),
        "pct",
        (off.signum() > 0 ? "+" : "") + Figures.of(off),
        "ref",
        Figures.of(reference),
        "product",
        product);
  }
}
