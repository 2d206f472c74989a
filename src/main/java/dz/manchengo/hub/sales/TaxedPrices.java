package dz.manchengo.hub.sales;

import static dz.manchengo.hub.documents.RawDocument.number;

import dz.manchengo.hub.documents.KnownHeaders;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * « PU HT » 100 and « PU TTC » 109 at 19 %: the price without tax is the one that counts, and that
 * the other one contradicts it is told (INV-012).
 */
final class TaxedPrices {
  private static final String TAXED = "unit_price_ttc";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal CENTIMES = new BigDecimal("0.05");

  private TaxedPrices() {}

  static void check(
      RawDocument raw, RawDocument.Line line, @Nullable BigDecimal rate, RawFindings findings) {
    Map<String, Object> values = line.values();
    BigDecimal net = number(values, "unit_price_net_ht");
    BigDecimal price = net == null ? number(values, "unit_price_ht") : net;
    BigDecimal said = number(values, TAXED);
    // before or after a discount in dinars: nobody knows of what
    if (said == null || price == null || rate == null || values.containsKey("discount_amount")) {
      return;
    }
    BigDecimal taxed = price.multiply(HUNDRED.add(rate)).movePointLeft(2);
    BigDecimal pct = number(values, "discount_pct");
    BigDecimal less = pct == null ? taxed : taxed.multiply(HUNDRED.subtract(pct)).movePointLeft(2);
    if (isApart(said, taxed) && isApart(said, less)) {
      BigDecimal computed = taxed.setScale(2, RoundingMode.HALF_UP);
      String decl = Figures.of(said);
      String delta = Figures.of(said.subtract(computed));
      String comp = Figures.of(computed);
      String field = raw.headers().getOrDefault(TAXED, KnownHeaders.label(TAXED)).strip();
      findings.add(
          "INV-012",
          line.place(),
          TAXED,
          decl,
          "field",
          field,
          "decl",
          decl,
          "comp",
          comp,
          "delta",
          delta);
    }
  }

  /** By more than rounding, to dinars even, leaves. */
  private static boolean isApart(BigDecimal one, BigDecimal other) {
    BigDecimal close = other.abs().movePointLeft(2).max(CENTIMES);
    return one.subtract(other).abs().compareTo(close) > 0;
  }
}
