package dz.manchengo.hub.sales;

import static dz.manchengo.hub.documents.RawDocument.number;

import dz.manchengo.hub.documents.RateColumns;
import dz.manchengo.hub.documents.RawDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * « Exonéré » of a journal: a part of « HT », or an amount beside it where « HT » is only what is
 * taxed. The total with tax proves which; without one the rate does at which the VAT belongs to one
 * of the two, and no part is larger than its whole.
 *
 * @param amount what bears no VAT, in DA
 * @param beside whether « HT » is without it
 * @param proved whether the figures leave no other reading
 */
record UntaxedPart(BigDecimal amount, boolean beside, boolean proved) {
  private static final UntaxedPart NONE = new UntaxedPart(BigDecimal.ZERO, false, true);
  private static final BigDecimal CENTIME = new BigDecimal("0.01");

  /**
   * Of one entry.
   *
   * @param vat as printed; null where it is not
   */
  static UntaxedPart of(RawDocument raw, @Nullable BigDecimal vat) {
    BigDecimal untaxed = RateColumns.bases(raw.header()).get(BigDecimal.ZERO);
    BigDecimal ht = number(raw.header(), "total_ht");
    if (untaxed == null || untaxed.signum() == 0) {
      return NONE;
    }
    boolean taxFree = vat == null || vat.signum() == 0;
    if (ht == null || (taxFree && ht.compareTo(untaxed) == 0)) {
      return new UntaxedPart(untaxed, false, true);
    }
    if (untaxed.abs().compareTo(ht.abs()) > 0) {
      return new UntaxedPart(untaxed, true, true);
    }
    BigDecimal ofPart = vat == null ? tax(raw, ht.subtract(untaxed)) : vat;
    BigDecimal ofAll = vat == null ? tax(raw, ht) : vat;
    if (ofPart == null || ofAll == null) {
      return new UntaxedPart(untaxed, false, false);
    }
    if (number(raw.header(), "total_ttc") != null) {
      boolean beside = isTotal(raw, ht.add(ofAll).add(untaxed));
      return new UntaxedPart(untaxed, beside, beside || isTotal(raw, ht.add(ofPart)));
    }
    if (vat == null || taxFree) {
      return new UntaxedPart(untaxed, false, false);
    }
    boolean part = VatRates.near(ht.subtract(untaxed), vat) != null;
    boolean all = VatRates.near(ht, vat) != null;
    return new UntaxedPart(untaxed, all && !part, all != part);
  }

  /** With or without the stamp. */
  private static boolean isTotal(RawDocument raw, BigDecimal sum) {
    BigDecimal ttc = number(raw.header(), "total_ttc");
    BigDecimal stamp = number(raw.header(), "stamp");
    List<BigDecimal> both = List.of(sum, stamp == null ? sum : sum.add(stamp));
    return ttc != null
        && both.stream().anyMatch(one -> one.subtract(ttc).abs().compareTo(CENTIME) <= 0);
  }

  /** At the one rate that all rows name; null where they do not. */
  private static @Nullable BigDecimal tax(RawDocument raw, BigDecimal base) {
    BigDecimal rate = rate(raw);
    return rate == null
        ? null
        : base.multiply(rate).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
  }

  /** As a percentage. */
  static @Nullable BigDecimal rate(RawDocument raw) {
    List<BigDecimal> rates =
        raw.lines().stream()
            .map(line -> number(line.values(), "vat_rate"))
            .map(rate -> rate == null ? BigDecimal.valueOf(-1) : JournalEntry.percent(rate))
            .distinct()
            .toList();
    return rates.size() == 1 && rates.get(0).signum() >= 0 ? rates.get(0) : null;
  }
}
