package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.VatLaw;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.platform.Figures;
import dz.manchengo.hub.platform.Money;
import dz.manchengo.hub.sales.ComputedInvoice.ComputedLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What a line of an invoice and one of an order can have wrong alike. */
final class LineChecks {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final LocalDate date;
  private final Findings findings;

  /**
   * @param date of the document: rates of VAT are dated
   */
  LineChecks(LocalDate date, Findings findings) {
    this.date = date;
    this.findings = findings;
  }

  /** Whether the price can be true. */
  void price(Invoice.Line line) {
    if (line.unitPriceHt().signum() < 0) {
      findings.add(line, "ORD-008", "unit_price_ht", Figures.of(line.unitPriceHt()), Map.of());
    }
  }

  /** Rate and discount: whether they can be true. */
  void values(Invoice.Line line, ComputedLine computed) {
    if (!VatLaw.isRate(line.vatRate(), date)) {
      findings.add(line, "INV-016", "vat_rate", Figures.of(line.vatRate()), Map.of());
    }
    discount(line, computed.gross());
  }

  private void discount(Invoice.Line line, Money gross) {
    if (line.discountPct() == null && line.discountAmount() == null) {
      return;
    }
    Map<String, String> params = Finding.params("gross", gross.text());
    BigDecimal pct = line.discountPct();
    if (pct != null && (pct.signum() < 0 || pct.compareTo(HUNDRED) > 0)) {
      findings.add(line, "INV-008", "discount_pct", Figures.of(pct) + " %", params);
    }
    if (pct != null && line.declaredHt() == null) {
      tellFraction(line, pct);
    }
    Money amount = Money.orZero(line.discountAmount());
    if (amount.signum() < 0 || (gross.signum() >= 0 && amount.compareTo(gross) > 0)) {
      findings.add(line, "INV-008", "discount_amount", amount.text(), params);
    }
  }

  /** « Remise % » 0,05: less than one per cent as it stands, and maybe 5 % as it was meant. */
  private void tellFraction(Invoice.Line line, BigDecimal pct) {
    if (pct.signum() > 0 && pct.compareTo(BigDecimal.ONE) < 0) {
      String meant = Figures.of(pct.multiply(HUNDRED));
      findings.add(
          line, "FMT-023", "discount_pct", Figures.of(pct), Finding.params("meant", meant));
    }
  }

  /** The discount as it stands in a sum; empty when there is none. */
  private static String less(Invoice.Line line) {
    if (InvoiceTotals.isGiven(line.discountAmount())) {
      return " − " + Money.orZero(line.discountAmount()).text();
    }
    BigDecimal pct = line.discountPct();
    return pct == null || pct.signum() == 0 ? "" : " − " + Figures.of(pct) + " %";
  }

  /** INV-009, INV-010: the computed amount is kept, or the document refused. */
  void amount(Invoice.Line line, ComputedLine computed) {
    BigDecimal declared = line.declaredHt();
    if (declared == null) {
      return;
    }
    Money delta = new Money(declared).minus(computed.ht());
    TotalsStatus status = TotalsStatus.of(delta, TotalsStatus.TWO_CENTIMES);
    if (status == TotalsStatus.MINOR || status == TotalsStatus.MAJOR) {
      boolean major = status == TotalsStatus.MAJOR;
      Optional<Hint> hint =
          major ? new LineHypotheses(line, declared, computed).fitting() : Optional.empty();
      String decl = new Money(declared).text();
      findings.add(
          line,
          major ? "INV-010" : "INV-009",
          "line_ht",
          decl,
          Hint.added(
              hint,
              Finding.params(
                  "qty", Figures.of(line.quantity()),
                  "price", Figures.of(line.unitPriceHt()),
                  "less", less(line),
                  "decl", decl,
                  "comp", computed.ht().text(),
                  "delta", delta.text())));
    }
  }
}
