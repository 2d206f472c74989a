package dz.manchengo.hub.sales;

import static dz.manchengo.hub.documents.RawDocument.number;

import dz.manchengo.hub.documents.KnownHeaders;
import dz.manchengo.hub.documents.RateColumns;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * « Remise » in a journal of totals: what is taxed is HT less the discount (domain notes §2.1), or
 * HT has lost it already. The VAT and the total with tax tell which; where they do not it is asked
 * (INV-062).
 */
final class JournalDiscount {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal CLOSE = new BigDecimal("0.12");

  private final RawDocument raw;
  private final @Nullable BigDecimal vat;

  /**
   * @param vat of the row, DA; null where it prints none
   */
  JournalDiscount(RawDocument raw, @Nullable BigDecimal vat) {
    this.raw = raw;
    this.vat = vat;
  }

  /** What is to be taken off the printed HT, DA; asked about where nothing shows it. */
  BigDecimal amount(RawFindings findings) {
    BigDecimal ht = either("total_ht", "line_ht");
    BigDecimal off = ht == null ? null : off(ht);
    if (ht == null || off == null || off.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal net = ht.subtract(off);
    boolean before = fits(net);
    if (before == fits(ht) || raw.lines().size() > 1) {
      String shown = Figures.of(off);
      String field = field();
      findings.add(
          "INV-062",
          raw.place(),
          field,
          shown,
          "no",
          String.valueOf(raw.number()),
          "off",
          shown,
          "ht",
          Figures.of(ht),
          "net",
          Figures.of(net));
      return BigDecimal.ZERO;
    }
    if (!before) {
      return BigDecimal.ZERO;
    }
    String header = raw.headers().getOrDefault(field(), KnownHeaders.label(field())).strip();
    String shown = Figures.of(off);
    findings.add("INV-050", raw.place(), field(), shown, "text", header, "value", shown);
    return off;
  }

  /** In dinars; null where the row says none. */
  private @Nullable BigDecimal off(BigDecimal ht) {
    BigDecimal amount = either("global_discount", "discount_amount");
    if (amount != null && amount.signum() != 0) {
      return amount.abs();
    }
    BigDecimal pct = either("global_discount_pct", "discount_pct");
    return pct == null
        ? null
        : ht.multiply(pct.abs()).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
  }

  private String field() {
    Map<String, Object> header = raw.header();
    if (header.containsKey("global_discount")) {
      return "global_discount";
    }
    if (header.containsKey("global_discount_pct")) {
      return "global_discount_pct";
    }
    return either("discount_amount", "discount_amount") == null
        ? "discount_pct"
        : "discount_amount";
  }

  /** Whether the row's VAT and its total are those of that amount without tax. */
  private boolean fits(BigDecimal base) {
    BigDecimal ttc = either("total_ttc", "line_ttc");
    BigDecimal stamp = number(raw.header(), "stamp");
    if (ttc != null && vat != null) {
      BigDecimal whole = base.add(vat);
      return isClose(whole, ttc) || (stamp != null && isClose(whole.add(stamp), ttc));
    }
    Map<BigDecimal, BigDecimal> byRate = RateColumns.vat(raw.header());
    if (!byRate.isEmpty()) {
      BigDecimal taxed = BigDecimal.ZERO;
      for (Map.Entry<BigDecimal, BigDecimal> one : byRate.entrySet()) {
        if (one.getKey().signum() > 0) {
          taxed =
              taxed.add(
                  one.getValue().multiply(HUNDRED).divide(one.getKey(), 2, RoundingMode.HALF_UP));
        }
      }
      return isClose(taxed, base);
    }
    if (vat != null) {
      return vat.signum() != 0 && VatRates.near(base, vat) != null;
    }
    BigDecimal rate = either("vat_rate", "vat_rate");
    return ttc != null
        && rate != null
        && isClose(base.multiply(HUNDRED.add(JournalEntry.percent(rate))).movePointLeft(2), ttc);
  }

  private @Nullable BigDecimal either(String ofDocument, String ofLine) {
    BigDecimal total = number(raw.header(), ofDocument);
    return total != null || raw.lines().isEmpty()
        ? total
        : number(raw.lines().get(0).values(), ofLine);
  }

  private static boolean isClose(BigDecimal one, BigDecimal other) {
    return one.subtract(other).abs().compareTo(CLOSE) <= 0;
  }
}
