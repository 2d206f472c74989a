package dz.manchengo.hub.sales;

import static dz.manchengo.hub.documents.RawDocument.number;

import dz.manchengo.hub.documents.Invoice.RateTotal;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a journal under one number, each with totals of its own: what is taxed at one rate and at
 * another, which their VAT proves, or an invoice that is there twice with different totals. Only
 * the former is added up (INV-051).
 */
final class JournalParts {
  private final RawDocument raw;
  private final RawFindings findings;

  JournalParts(RawDocument raw, RawFindings findings) {
    this.raw = raw;
    this.findings = findings;
  }

  /** Whether there are several rows, each with HT and VAT. */
  boolean isSeveral() {
    return raw.lines().size() > 1
        && raw.lines().stream().allMatch(line -> ht(line) != null && vat(line) != null);
  }

  /** By ascending rate; empty, and asked about, when two rows are of one rate, or one of none. */
  List<RateTotal> byRate() {
    Map<BigDecimal, RateTotal> totals = new TreeMap<>();
    for (int i = 0; i < raw.lines().size(); i++) {
      RawDocument.Line line = raw.lines().get(i);
      BigDecimal ht = amount(ht(line));
      BigDecimal vat = amount(vat(line));
      BigDecimal rate = vat.signum() == 0 ? BigDecimal.ZERO : VatRates.near(ht, vat);
      if (rate == null || totals.putIfAbsent(rate, new RateTotal(rate, ht, vat)) != null) {
        ask(raw.lines().get(i == 0 ? 1 : 0), line);
        return List.of();
      }
    }
    return new ArrayList<>(totals.values());
  }

  private void ask(RawDocument.Line other, RawDocument.Line line) {
    String shown = Figures.of(amount(ht(line)));
    findings.add(
        "INV-051",
        line.place(),
        "line_ht",
        shown,
        "no",
        String.valueOf(raw.number()),
        "r1",
        other.place().row(),
        "ht1",
        Figures.of(amount(ht(other))),
        "r2",
        line.place().row(),
        "ht2",
        shown);
  }

  private static BigDecimal amount(@Nullable BigDecimal known) {
    return known == null ? BigDecimal.ZERO : known;
  }

  private static @Nullable BigDecimal ht(RawDocument.Line line) {
    return number(line.values(), "line_ht");
  }

  private static @Nullable BigDecimal vat(RawDocument.Line line) {
    BigDecimal printed = number(line.values(), "line_vat");
    BigDecimal ht = ht(line);
    BigDecimal ttc = number(line.values(), "line_ttc");
    return printed != null || ht == null || ttc == null ? printed : ttc.subtract(ht);
  }
}
