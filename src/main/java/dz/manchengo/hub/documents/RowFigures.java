package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the figures of one row come to, as far as the headers alone say which is which. */
final class RowFigures {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final int quantity;
  private final int price;
  private final int netPrice;
  private final int taxedPrice;
  private final int discountPct;
  private final int discountAmount;
  private final int discount;
  private final int rate;
  private final int totalVat;
  private final int[] vatByRate;
  private final int lineVat;
  private final int totalHt;
  private final int untaxed;
  private final int totalTtc;
  private final int stamp;
  private final boolean journal;

  /** The figures of a sheet. Columns that are asked what they are bear no witness. */
  RowFigures(List<ColumnSurvey> columns, boolean journal) {
    Function<String, Integer> index =
        field -> {
          Optional<ColumnSurvey> first =
              columns.stream()
                  .filter(c -> c.column().means(field) && !BareAmount.isOne(c.column()))
                  .findFirst();
          return first.map(columns::indexOf).orElse(-1);
        };
    this.quantity = index.apply("qty");
    this.price = index.apply("unit_price_ht");
    this.netPrice = index.apply("unit_price_net_ht");
    this.taxedPrice = index.apply("unit_price_ttc");
    this.discountPct = index.apply("discount_pct");
    this.discountAmount = index.apply("discount_amount");
    this.discount = index.apply(DiscountColumn.FIELD);
    this.rate = index.apply("vat_rate");
    this.lineVat = index.apply("line_vat");
    int[] bases = ofRates(columns, "total_ht");
    this.totalHt = whole(columns, bases, index.apply("total_ht"));
    this.untaxed =
        IntStream.of(bases)
            .filter(i -> "0".equals(columns.get(i).column().match().hint()))
            .findFirst()
            .orElse(-1);
    this.totalTtc = index.apply("total_ttc");
    this.stamp = index.apply("stamp");
    this.totalVat = index.apply("total_vat");
    this.vatByRate = ofRates(columns, "total_vat");
    this.journal = journal;
  }

  /** Those of one rate each. */
  private static int[] ofRates(List<ColumnSurvey> columns, String field) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).column().means(field))
        .filter(i -> columns.get(i).column().match().by() == Aliases.By.ALIAS_AND_RATE)
        .toArray();
  }

  /** « HT », wherever « Exonéré » stands. */
  private static int whole(List<ColumnSurvey> columns, int[] bases, int first) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).column().means("total_ht"))
        .filter(i -> !BareAmount.isOne(columns.get(i).column()))
        .filter(i -> IntStream.of(bases).noneMatch(base -> base == i))
        .findFirst()
        .orElse(first);
  }

  /** The index of the column « TVA » among the surveyed ones; -1 where there is none. */
  int indexOfVat() {
    return totalVat;
  }

  @Nullable BigDecimal totalVat(@Nullable BigDecimal[] values) {
    return value(values, totalVat);
  }

  @Nullable BigDecimal totalHt(@Nullable BigDecimal[] values) {
    return value(values, totalHt);
  }

  /** What the VAT of a journal's row is on: its HT, or what « Exonéré » leaves of it. */
  @Nullable BigDecimal taxedHt(@Nullable BigDecimal[] values) {
    BigDecimal ht = value(values, totalHt);
    BigDecimal exempt = value(values, untaxed);
    BigDecimal vat = value(values, totalVat);
    if (ht == null || exempt == null || vat == null) {
      return ht;
    }
    BigDecimal rest = ht.subtract(exempt);
    return VatEvidence.isVat(vat, rest) ? rest : ht;
  }

  @Nullable BigDecimal totalTtc(@Nullable BigDecimal[] values) {
    return value(values, totalTtc);
  }

  @Nullable BigDecimal stamp(@Nullable BigDecimal[] values) {
    return value(values, stamp);
  }

  /** Quantity × price without tax, less the line's discount; null when it is not known. */
  @Nullable BigDecimal gross(@Nullable BigDecimal[] values) {
    BigDecimal gross = product(values, price);
    if (gross != null) {
      BigDecimal net = netOf(values);
      return net == null ? less(gross, values) : net;
    }
    BigDecimal taxed = product(values, taxedPrice);
    BigDecimal share = taxed == null ? null : share(values);
    return taxed == null || share == null
        ? null
        : less(taxed, values).divide(BigDecimal.ONE.add(share), 4, RoundingMode.HALF_UP);
  }

  /** Quantity × net price, where that is not above the price beside it: it may include the tax. */
  private @Nullable BigDecimal netOf(@Nullable BigDecimal[] values) {
    BigDecimal net = value(values, netPrice);
    BigDecimal whole = value(values, price);
    boolean is = net != null && (whole == null || net.compareTo(whole) <= 0);
    return is ? product(values, netPrice) : null;
  }

  private BigDecimal less(BigDecimal gross, @Nullable BigDecimal[] values) {
    BigDecimal pct = value(values, discountPct);
    BigDecimal off = value(values, discountAmount);
    if (off == null) {
      return pct == null ? gross : gross.subtract(percent(gross, pct));
    }
    return gross.subtract(off);
  }

  /** What the row comes to without and with tax; null when it does not say. */
  @Nullable RowAmount amount(@Nullable BigDecimal[] values) {
    return journal ? ofTotals(values) : ofLine(values);
  }

  private @Nullable RowAmount ofLine(@Nullable BigDecimal[] values) {
    BigDecimal gross = netOf(values) == null ? product(values, price) : null;
    if (gross != null) {
      BigDecimal less = less(gross, values);
      return RowAmount.ofHt(afterDiscount(less, values), share(values), vat(values));
    }
    BigDecimal net = product(values, netPrice);
    if (net != null) {
      return RowAmount.ofHt(List.of(net), share(values), vat(values));
    }
    BigDecimal taxed = product(values, taxedPrice);
    return taxed == null
        ? null
        : RowAmount.ofTtc(afterDiscount(less(taxed, values), values), share(values), vat(values));
  }

  /** A discount whose unit nobody knows yet is both. */
  private List<BigDecimal> afterDiscount(BigDecimal gross, @Nullable BigDecimal[] values) {
    BigDecimal open = value(values, discount);
    return open == null || open.signum() == 0
        ? List.of(gross)
        : List.of(gross.subtract(percent(gross, open)), gross.subtract(open));
  }

  private @Nullable RowAmount ofTotals(@Nullable BigDecimal[] values) {
    BigDecimal ht = value(values, totalHt);
    BigDecimal ttc = value(values, totalTtc);
    BigDecimal vat = vat(values);
    if (ht != null) {
      return withStamp(RowAmount.ofHt(List.of(ht), share(values), vat), value(values, stamp));
    }
    if (ttc != null) {
      return RowAmount.ofTtc(List.of(ttc), share(values), vat);
    }
    return vat == null || vat.signum() == 0 ? null : RowAmount.ofVat(vat);
  }

  private static RowAmount withStamp(RowAmount amount, @Nullable BigDecimal stamp) {
    if (stamp == null || stamp.signum() == 0) {
      return amount;
    }
    List<BigDecimal> ttc = new ArrayList<>(amount.ttc());
    amount.ttc().forEach(one -> ttc.add(one.add(stamp)));
    return new RowAmount(amount.ht(), ttc);
  }

  /** The rate as a share: 19, 0,19 and « TVA » 19 are 19 per cent. */
  private @Nullable BigDecimal share(@Nullable BigDecimal[] values) {
    BigDecimal said = value(values, rate);
    if (said == null) {
      BigDecimal vat = vatByRate.length > 0 ? null : value(values, totalVat);
      said = vat != null && VatEvidence.isRate(vat) ? vat : null;
    }
    boolean fraction = said != null && said.compareTo(BigDecimal.ONE) < 0;
    return said == null || fraction ? said : said.divide(HUNDRED);
  }

  /** Of the row, in DA; columns of several rates add up. */
  private @Nullable BigDecimal vat(@Nullable BigDecimal[] values) {
    BigDecimal ofLine = value(values, lineVat);
    if (ofLine != null || vatByRate.length == 0) {
      return ofLine != null ? ofLine : value(values, totalVat);
    }
    BigDecimal sum = null;
    for (int index : vatByRate) {
      BigDecimal one = values[index];
      sum = one == null ? sum : one.add(sum == null ? BigDecimal.ZERO : sum);
    }
    return sum;
  }

  private static BigDecimal percent(BigDecimal gross, BigDecimal pct) {
    return gross.multiply(pct).movePointLeft(2);
  }

  private @Nullable BigDecimal product(@Nullable BigDecimal[] values, int of) {
    BigDecimal q = value(values, quantity);
    BigDecimal p = value(values, of);
    return q == null || p == null ? null : q.multiply(p);
  }

  private static @Nullable BigDecimal value(@Nullable BigDecimal[] values, int index) {
    return index < 0 ? null : values[index];
  }
}
