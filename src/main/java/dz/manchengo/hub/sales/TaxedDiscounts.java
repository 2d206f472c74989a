package dz.manchengo.hub.sales;

import static dz.manchengo.hub.documents.RawDocument.number;

import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.RawDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A discount in dinars beside prices with tax is with tax like them, unless its header or the
 * amount of its line says otherwise.
 */
final class TaxedDiscounts {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal CLOSE = new BigDecimal("0.05");
  private static final Pattern UNTAXED = Pattern.compile("\\bh\\.?t\\b|hors taxe");
  private static final Set<String> UNTAXED_PRICES = Set.of("unit_price_ht", "unit_price_net_ht");

  private TaxedDiscounts() {}

  /** The price of a line, its discount without tax. */
  static LinePrice of(
      LinePrice price,
      RawDocument.Line line,
      @Nullable BigDecimal quantity,
      @Nullable BigDecimal rate) {
    BigDecimal off = price.amount();
    if (off == null || rate == null || off.signum() == 0) {
      return price;
    }
    BigDecimal untaxed = untaxed(off, rate);
    boolean asWritten = quantity != null && isWritten(line.values(), quantity, price, untaxed);
    return asWritten ? price : new LinePrice(price.price(), price.pct(), untaxed);
  }

  /** Whether the line's own amount is right with the discount as it stands, and only so. */
  private static boolean isWritten(
      Map<String, Object> values, BigDecimal quantity, LinePrice price, BigDecimal untaxed) {
    BigDecimal ht = number(values, "line_ht");
    BigDecimal gross = quantity.multiply(price.price());
    return ht != null
        && isClose(gross.subtract(price.amount()), ht)
        && !isClose(gross.subtract(untaxed), ht);
  }

  /** The discount on a whole invoice whose prices are all with tax, without it; else as it is. */
  static @Nullable BigDecimal global(
      RawDocument raw, @Nullable BigDecimal discount, List<Invoice.Line> lines) {
    if (discount == null || !areTaxed(raw) || saysUntaxed(raw)) {
      return discount;
    }
    BigDecimal ht = BigDecimal.ZERO;
    BigDecimal ttc = BigDecimal.ZERO;
    for (Invoice.Line line : lines) {
      BigDecimal amount = line.quantity().multiply(line.unitPriceHt());
      ht = ht.add(amount);
      ttc = ttc.add(amount.multiply(HUNDRED.add(line.vatRate())).movePointLeft(2));
    }
    return ttc.signum() == 0
        ? discount
        : discount.multiply(ht).divide(ttc, 2, RoundingMode.HALF_UP);
  }

  private static boolean areTaxed(RawDocument raw) {
    return raw.lines().stream()
        .map(RawDocument.Line::values)
        .allMatch(
            values ->
                values.containsKey("unit_price_ttc")
                    && UNTAXED_PRICES.stream().noneMatch(values::containsKey));
  }

  private static boolean saysUntaxed(RawDocument raw) {
    String header = raw.headers().getOrDefault("global_discount", "");
    return UNTAXED.matcher(header.toLowerCase(Locale.ROOT)).find();
  }

  private static BigDecimal untaxed(BigDecimal amount, BigDecimal rate) {
    return amount.multiply(HUNDRED).divide(HUNDRED.add(rate), 2, RoundingMode.HALF_UP);
  }

  private static boolean isClose(BigDecimal one, BigDecimal other) {
    return one.subtract(other).abs().compareTo(CLOSE) <= 0;
  }
}
