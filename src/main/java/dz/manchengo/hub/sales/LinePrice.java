package dz.manchengo.hub.sales;

import static dz.manchengo.hub.documents.RawDocument.number;
import static dz.manchengo.hub.documents.RawDocument.text;

import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one of a line costs and what is taken off, where the row says it in more than one way: a
 * price and a net price, a percentage and an amount. What agrees is one thing said twice; a net
 * price without a discount is the price that counts; anything else is asked about (INV-060,
 * INV-061).
 *
 * @param price DA for one, without tax
 * @param pct taken off, in per cent; null for none
 * @param amount taken off the line, DA; null for none
 */
record LinePrice(BigDecimal price, @Nullable BigDecimal pct, @Nullable BigDecimal amount) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What rounding to centimes, or tidying an amount to them, leaves. */
  private static final BigDecimal CLOSE = new BigDecimal("0.01");

  /** Shapes of a row's discount: its price, its quantity and what the row says of both. */
  private record Said(
      BigDecimal quantity,
      BigDecimal price,
      @Nullable BigDecimal net,
      @Nullable BigDecimal pct,
      @Nullable BigDecimal amount) {

    BigDecimal gross() {
      return quantity.multiply(price);
    }

    boolean hasPct() {
      return pct != null && pct.signum() != 0;
    }

    boolean hasAmount() {
      return amount != null && amount.signum() != 0;
    }

    BigDecimal byPct() {
      return gross().multiply(Objects.requireNonNull(pct)).movePointLeft(2);
    }

    BigDecimal lessPct() {
      return price.subtract(price.multiply(Objects.requireNonNull(pct)).movePointLeft(2));
    }

    /** Of one, where the amount is of the line. */
    BigDecimal lessShare() {
      return quantity.signum() == 0
          ? price
          : price.subtract(
              Objects.requireNonNull(amount).divide(quantity, 6, RoundingMode.HALF_UP));
    }

    /** Of one, where the amount is of one. */
    BigDecimal lessAmount() {
      return price.subtract(Objects.requireNonNull(amount));
    }
  }

  /**
   * By the cells of a row.
   *
   * @param quantity null where the row has none: then nothing is compared
   * @param rate of VAT in per cent, for prices that include it; null where nobody knows it
   * @return null where the row has no price, or says two that differ
   */
  static @Nullable LinePrice of(
      RawDocument.Line line,
      @Nullable BigDecimal quantity,
      @Nullable BigDecimal rate,
      RawFindings findings) {
    Map<String, Object> values = line.values();
    BigDecimal net = number(values, "unit_price_net_ht");
    BigDecimal price = number(values, "unit_price_ht");
    if (price == null) {
      BigDecimal untaxed = net == null ? untaxed(values, rate) : net;
      LinePrice found =
          untaxed == null ? null : discounted(line, quantity, untaxed, net != null, findings);
      return found == null || net != null ? found : TaxedDiscounts.of(found, line, quantity, rate);
    }
    Said said =
        new Said(
            quantity == null ? BigDecimal.ONE : quantity,
            price,
            net == null || isWithTax(net, price, rate) ? null : net,
            number(values, "discount_pct"),
            number(values, "discount_amount"));
    if (said.net() == null || isClose(said.net(), price)) {
      return discounted(line, quantity, price, false, findings);
    }
    return net(line, said, findings);
  }

  /** A price and what it is net of its discount, which differ. */
  private static @Nullable LinePrice net(RawDocument.Line line, Said said, RawFindings findings) {
    BigDecimal net = Objects.requireNonNull(said.net());
    if (!said.hasPct() && !said.hasAmount() && net.compareTo(said.price()) < 0) {
      return new LinePrice(net, null, null);
    }
    if (said.hasPct() && !said.hasAmount() && isClose(net, said.lessPct())) {
      return new LinePrice(said.price(), said.pct(), null);
    }
    if (said.hasAmount() && isClose(net, said.lessShare())) {
      return new LinePrice(said.price(), null, said.amount());
    }
    if (said.hasAmount() && isClose(net, said.lessAmount())) {
      return new LinePrice(net, null, null);
    }
    String shown = Figures.of(net);
    findings.add(
        "INV-060",
        line.place(),
        "unit_price_net_ht",
        shown,
        "text",
        name(line),
        "net",
        shown,
        "price",
        Figures.of(said.price()),
        "less",
        less(said));
    return null;
  }

  private static String less(Said said) {
    BigDecimal pct = said.pct();
    if (pct != null && said.hasPct()) {
      return Figures.of(pct) + " %";
    }
    BigDecimal amount = said.amount();
    return amount != null && said.hasAmount() ? Figures.of(amount) + " DA" : "0";
  }

  /** A percentage and an amount are one discount said twice, or the line's amount tells. */
  private static @Nullable LinePrice discounted(
      RawDocument.Line line,
      @Nullable BigDecimal quantity,
      BigDecimal price,
      boolean isNet,
      RawFindings findings) {
    Map<String, Object> values = line.values();
    BigDecimal pct = isNet ? null : number(values, "discount_pct");
    BigDecimal amount = isNet ? null : number(values, "discount_amount");
    if (quantity == null) {
      return new LinePrice(price, pct, amount);
    }
    Said said = new Said(quantity, price, null, pct, amount);
    if (!said.hasPct() || !said.hasAmount() || said.quantity().signum() == 0) {
      return said.hasPct() && amount != null && !said.hasAmount()
          ? new LinePrice(price, pct, null) // « 0,00 » beside a percentage is an empty cell
          : new LinePrice(price, pct, amount);
    }
    BigDecimal off = Objects.requireNonNull(amount);
    if (isClose(said.byPct().abs(), off.abs())) {
      return new LinePrice(price, pct, amount);
    }
    BigDecimal proved = proved(said, number(values, "line_ht"));
    if (proved != null) {
      return new LinePrice(price, null, proved);
    }
    String shown = Figures.of(off);
    findings.add(
        "INV-061",
        line.place(),
        "discount_amount",
        shown,
        "text",
        name(line),
        "pct",
        Figures.of(Objects.requireNonNull(pct)),
        "of_pct",
        Figures.of(said.byPct().setScale(2, RoundingMode.HALF_UP)),
        "off",
        shown);
    return null;
  }

  /** What is taken off together, where one way alone gives the line's amount; null else. */
  private static @Nullable BigDecimal proved(Said said, @Nullable BigDecimal declared) {
    if (declared == null) {
      return null;
    }
    BigDecimal off = Objects.requireNonNull(said.amount());
    BigDecimal gross = said.gross();
    BigDecimal afterAmount =
        gross.subtract(off).multiply(Objects.requireNonNull(said.pct())).movePointLeft(2);
    List<BigDecimal> fitting =
        List.of(off, said.byPct(), said.byPct().add(off), afterAmount.add(off)).stream()
            .filter(one -> isClose(gross.subtract(one), declared))
            .limit(2)
            .toList();
    return fitting.size() == 1 ? fitting.get(0) : null;
  }

  /** « PU HT » 100 beside « Prix net » 119 at 19 %: the net price is net of nothing. */
  private static boolean isWithTax(BigDecimal net, BigDecimal price, @Nullable BigDecimal rate) {
    return rate != null
        && rate.signum() > 0
        && isClose(net, price.multiply(HUNDRED.add(rate)).movePointLeft(2));
  }

  private static @Nullable BigDecimal untaxed(
      Map<String, Object> values, @Nullable BigDecimal rate) {
    BigDecimal ttc = number(values, "unit_price_ttc");
    return ttc == null || rate == null
        ? null
        : ttc.multiply(HUNDRED).divide(HUNDRED.add(rate), 6, RoundingMode.HALF_UP);
  }

  private static boolean isClose(BigDecimal one, BigDecimal other) {
    return one.subtract(other).abs().compareTo(CLOSE) <= 0;
  }

  private static String name(RawDocument.Line line) {
    String description = text(line.values(), "description");
    return description == null
        ? String.valueOf(text(line.values(), "product_code"))
        : description.strip();
  }
}
