package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.VatLaw;
import dz.manchengo.hub.documents.Invoice.RateTotal;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** A VAT between the two rates is one of both: where no column parts them, arithmetic does. */
final class MixedRates {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private MixedRates() {}

  /** By ascending rate, which is told (INV-044); empty, and said why, where no split gives it. */
  static List<RateTotal> of(
      RawDocument raw, LocalDate date, BigDecimal ht, BigDecimal vat, RawFindings findings) {
    BigDecimal normalRate = VatLaw.normalRate(date);
    BigDecimal reducedRate = VatLaw.reducedRate(date);
    BigDecimal normal =
        vat.subtract(JournalEntry.tax(ht, reducedRate))
            .multiply(HUNDRED)
            .divide(normalRate.subtract(reducedRate), 2, RoundingMode.HALF_UP);
    BigDecimal reduced = ht.subtract(normal);
    String shown = Figures.of(vat);
    if (normal.signum() * ht.signum() <= 0 || reduced.signum() * ht.signum() <= 0) {
      findings.add("INV-035", raw.place(), "total_vat", shown, "value", shown);
      return List.of();
    }
    findings.add(
        "INV-044",
        raw.place(),
        "total_vat",
        shown,
        "no",
        String.valueOf(raw.number()),
        "vat",
        shown,
        "normal",
        Figures.of(normal),
        "normalRate",
        Figures.of(normalRate),
        "reduced",
        Figures.of(reduced),
        "reducedRate",
        Figures.of(reducedRate));
    BigDecimal ofReduced = JournalEntry.tax(reduced, reducedRate);
    return List.of(
        new RateTotal(reducedRate, reduced, ofReduced),
        new RateTotal(normalRate, normal, vat.subtract(ofReduced)));
  }
}
