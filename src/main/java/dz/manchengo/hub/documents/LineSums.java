package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of a sheet come to by quantity, price, discount and rate, for totals below that no
 * column says: « Total HT ; 3 500,00 » under articles (decision 0034). A single row that does not
 * show it makes the sum unknown.
 */
final class LineSums {
  private static final Set<String> DISCOUNTS_OF_DOCUMENT =
      Set.of("global_discount", "global_discount_pct");

  /** What a total may be of. */
  enum Of {
    HT,
    VAT,
    TTC,
    /** With the stamp duty of a payment in cash, which the hub reckons of whole documents only. */
    PAYABLE;

    /** As a field beside those of the columns. */
    String field(@Nullable BigDecimal rate) {
      String all = "sum of lines " + this;
      return rate == null ? all : all + " at " + rate.stripTrailingZeros().toPlainString();
    }
  }

  /** What a total may be of that no column has. */
  enum Before {
    /** Quantity × price, of which discounts have not been taken. */
    GROSS("sum of lines before discounts"),
    /** What the discounts of the lines take of it. */
    DISCOUNT("sum of discounts of lines");

    private final String field;

    Before(String field) {
      this.field = field;
    }

    /** As a field beside those of the columns. */
    String field() {
      return field;
    }
  }

  /** Made once: every row adds to them. */
  private record Names(String ht, String vat, String ttc, String payable) {
    static Names of(@Nullable BigDecimal rate) {
      return new Names(
          Of.HT.field(rate), Of.VAT.field(rate), Of.TTC.field(rate), Of.PAYABLE.field(rate));
    }
  }

  /** More rates than any law has, fewer than would fill a memory. */
  private static final int MOST_RATES = 50;

  private static final Names ALL = Names.of(null);

  private final Map<BigDecimal, Names> byRate = new HashMap<>();
  private final Set<Of> unknown = EnumSet.noneOf(Of.class);
  private boolean ratesUnknown;
  private boolean grossUnknown;
  private boolean stamped;

  /** Whether every row so far has shown it. */
  boolean knows(AmountLabel amount) {
    return !unknown.contains(amount.of()) && (amount.rate() == null || !ratesUnknown);
  }

  /** Whether every row so far has shown what it is before discounts. */
  boolean knowsGross() {
    return !grossUnknown;
  }

  /** Whether any row is paid in cash or bears a stamp. */
  boolean areStamped() {
    return stamped;
  }

  /** What a row adds to each sum; empty for what it does not show, from there on unknown. */
  Map<String, BigDecimal> of(DataRow row) {
    Map<String, BigDecimal> sums = new HashMap<>(amounts(row));
    sums.putAll(beforeDiscounts(row));
    return sums;
  }

  private Map<String, BigDecimal> beforeDiscounts(DataRow row) {
    BigDecimal quantity = row.number("qty");
    BigDecimal price = row.number("unit_price_ht");
    BigDecimal ht = ht(row);
    if (quantity == null || price == null || ht == null) {
      grossUnknown = true;
      return Map.of();
    }
    BigDecimal gross = rounded(quantity.multiply(price));
    return Map.of(Before.GROSS.field(), gross, Before.DISCOUNT.field(), gross.subtract(ht));
  }

  private Map<String, BigDecimal> amounts(DataRow row) {
    BigDecimal ht = ht(row);
    BigDecimal rate = row.number("vat_rate");
    stamped |= isStamped(row);
    ratesUnknown |= rate == null;
    if (ht == null || DISCOUNTS_OF_DOCUMENT.stream().anyMatch(row.header()::containsKey)) {
      unknown.addAll(EnumSet.allOf(Of.class));
      return Map.of();
    }
    if (rate == null) {
      unknown.addAll(EnumSet.of(Of.VAT, Of.TTC, Of.PAYABLE));
      return Map.of(ALL.ht, ht);
    }
    if (stamped) {
      unknown.add(Of.PAYABLE);
    }
    boolean share = rate.compareTo(BigDecimal.ONE) < 0;
    return sums(ht, share ? rate.movePointRight(2) : rate);
  }

  /** Each of all rates together, and of its own. */
  private Map<String, BigDecimal> sums(BigDecimal ht, BigDecimal rate) {
    BigDecimal vat = rounded(ht.multiply(rate).movePointLeft(2));
    BigDecimal ttc = ht.add(vat);
    Names own = byRate.get(rate);
    if (own == null && byRate.size() < MOST_RATES) {
      own = Names.of(rate);
      byRate.put(rate, own);
    }
    if (own == null) {
      ratesUnknown = true;
      return Map.of(ALL.ht, ht, ALL.vat, vat, ALL.ttc, ttc, ALL.payable, ttc);
    }
    return Map.of(
        ALL.ht,
        ht,
        ALL.vat,
        vat,
        ALL.ttc,
        ttc,
        ALL.payable,
        ttc,
        own.ht,
        ht,
        own.vat,
        vat,
        own.ttc,
        ttc);
  }

  private static boolean isStamped(DataRow row) {
    return row.header().containsKey("stamp")
        || row.header().get("payment_method") == Invoice.PaymentMethod.ESPECES;
  }

  private static @Nullable BigDecimal ht(DataRow row) {
    BigDecimal amount = row.number("line_ht");
    BigDecimal quantity = row.number("qty");
    if (amount != null || quantity == null) {
      return amount;
    }
    BigDecimal net = row.number("unit_price_net_ht");
    BigDecimal price = row.number("unit_price_ht");
    if (net != null) {
      return rounded(quantity.multiply(net));
    }
    return price == null ? null : rounded(less(quantity.multiply(price), row));
  }

  private static BigDecimal less(BigDecimal gross, DataRow row) {
    BigDecimal amount = row.number(DiscountUnit.DINAR.field());
    BigDecimal percent = row.number(DiscountUnit.PERCENT.field());
    if (amount != null) {
      return gross.subtract(amount);
    }
    return percent == null ? gross : gross.subtract(gross.multiply(percent).movePointLeft(2));
  }

  private static BigDecimal rounded(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}
