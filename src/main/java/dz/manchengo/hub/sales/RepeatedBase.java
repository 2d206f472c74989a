package dz.manchengo.hub.sales;

import static dz.manchengo.hub.documents.RawDocument.number;

import dz.manchengo.hub.documents.RateColumns;
import dz.manchengo.hub.documents.RawDocument;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two rows of one invoice in a journal, a row for each rate, whose bases happen to be equal: 500 at
 * 19 % and 500 at 9 % look like an amount of the document that stands on both. The VAT of each rate
 * shows that it is the base of each.
 */
final class RepeatedBase {
  private static final BigDecimal CLOSE = new BigDecimal("0.02");

  private RepeatedBase() {}

  /**
   * What the rows come to above the amount that stands on each of them, DA; 0 where it is the
   * document's.
   */
  static BigDecimal of(RawDocument raw) {
    BigDecimal ht = number(raw.header(), "total_ht");
    int rows = raw.lines().size();
    return ht != null && rows > 1 && (isOfRows(raw, ht) || isOfColumns(raw, ht))
        ? ht.multiply(BigDecimal.valueOf(rows - 1L))
        : BigDecimal.ZERO;
  }

  private static boolean isOfRows(RawDocument raw, BigDecimal ht) {
    Set<BigDecimal> rates = new HashSet<>();
    return raw.lines().stream()
        .allMatch(
            line -> {
              BigDecimal said = number(line.values(), "vat_rate");
              BigDecimal vat = number(line.values(), "line_vat");
              return said != null
                  && vat != null
                  && isTax(ht, JournalEntry.percent(said), vat)
                  && rates.add(JournalEntry.percent(said));
            });
  }

  private static boolean isOfColumns(RawDocument raw, BigDecimal ht) {
    Map<BigDecimal, BigDecimal> vat = RateColumns.vat(raw.header());
    return vat.size() == raw.lines().size()
        && RateColumns.bases(raw.header()).isEmpty()
        && Stream.of("line_ht", "line_vat").noneMatch(field -> hasAny(raw, field))
        && vat.entrySet().stream().allMatch(one -> isTax(ht, one.getKey(), one.getValue()));
  }

  private static boolean hasAny(RawDocument raw, String field) {
    return raw.lines().stream().anyMatch(line -> line.values().containsKey(field));
  }

  private static boolean isTax(BigDecimal ht, BigDecimal rate, @Nullable BigDecimal vat) {
    return vat != null
        && ht.multiply(rate).movePointLeft(2).subtract(vat).abs().compareTo(CLOSE) <= 0;
  }
}
