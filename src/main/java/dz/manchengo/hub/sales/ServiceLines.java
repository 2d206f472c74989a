package dz.manchengo.hub.sales;

import static dz.manchengo.hub.documents.RawDocument.number;
import static dz.manchengo.hub.documents.RawDocument.text;

import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * « Transport ; 200,00 » among articles: no code, no quantity and no price, because it is done
 * once. It is read so where the total of its invoice counts it (INV-053), and where it is the stamp
 * or a discount; in a form that has no columns for quantity and price every line is one, and
 * another total refuses it (INV-013).
 */
final class ServiceLines {
  private static final BigDecimal CLOSE = new BigDecimal("0.02");
  private static final Set<String> OF_ARTICLES =
      Set.of("product_code", "qty", "unit_price_ht", "unit_price_net_ht", "unit_price_ttc");

  private ServiceLines() {}

  /**
   * Places of such lines with the amount of each; empty where no total proves them.
   *
   * @param amount what a line comes to; null where it does not say
   */
  static Map<Place, BigDecimal> in(
      RawDocument raw, Function<Map<String, Object>, @Nullable BigDecimal> amount) {
    Map<Place, BigDecimal> services = new HashMap<>();
    Map<Place, BigDecimal> noSales = new HashMap<>();
    for (RawDocument.Line line : raw.lines()) {
      BigDecimal one = amount(line, raw, amount);
      if (one != null && isOne(line.values())) {
        if (one.signum() > 0 || raw.isOfServices()) {
          services.put(line.place(), one);
        }
        if (isNoSale(String.valueOf(text(line.values(), "description")), one)) {
          noSales.put(line.place(), one);
        }
      }
    }
    services.putAll(noSales);
    return raw.isOfServices() || areCounted(raw, amount) ? services : noSales;
  }

  /** The stamp and a discount are counted once by their nature (INV-045, INV-050). */
  private static boolean isNoSale(String description, BigDecimal amount) {
    return amount.signum() < 0
        ? DiscountLines.isBare(description)
        : StampLine.isCalled(description);
  }

  /** Whether the total of the invoice is what all of its lines come to. */
  static boolean areCounted(
      RawDocument raw, Function<Map<String, Object>, @Nullable BigDecimal> amount) {
    BigDecimal total = number(raw.header(), "total_ht");
    BigDecimal discount = number(raw.header(), "global_discount");
    BigDecimal sum = discount == null ? BigDecimal.ZERO : discount.negate();
    for (RawDocument.Line line : raw.lines()) {
      BigDecimal one = amount(line, raw, amount);
      if (one == null) {
        return false;
      }
      sum = sum.add(one);
    }
    return total != null && sum.subtract(total).abs().compareTo(CLOSE) <= 0;
  }

  /** Its own; of an invoice of one line without, that of the invoice where its VAT fits. */
  private static @Nullable BigDecimal amount(
      RawDocument.Line line,
      RawDocument raw,
      Function<Map<String, Object>, @Nullable BigDecimal> of) {
    BigDecimal own = of.apply(line.values());
    return own == null && raw.lines().size() == 1 && isTaxed(line, raw.header())
        ? number(raw.header(), "total_ht")
        : own;
  }

  private static boolean isTaxed(RawDocument.Line line, Map<String, Object> header) {
    BigDecimal rate = number(line.values(), "vat_rate");
    BigDecimal ht = number(header, "total_ht");
    BigDecimal ttc = number(header, "total_ttc");
    return rate != null
        && ht != null
        && ttc != null
        && ht.add(ht.multiply(rate).movePointLeft(2)).subtract(ttc).abs().compareTo(CLOSE) <= 0;
  }

  private static boolean isOne(Map<String, Object> values) {
    return text(values, "description") != null
        && OF_ARTICLES.stream().noneMatch(values::containsKey);
  }
}
