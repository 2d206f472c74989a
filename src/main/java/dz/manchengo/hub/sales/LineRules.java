package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.VatLaw;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Invoice.Direction;
import dz.manchengo.hub.platform.Figures;
import dz.manchengo.hub.platform.Money;
import dz.manchengo.hub.sales.ComputedInvoice.ComputedLine;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** What one line can have wrong by itself. */
final class LineRules {
  private final Invoice invoice;
  private final InvoiceContext context;
  private final Findings findings;

  LineRules(Invoice invoice, InvoiceContext context, Findings findings) {
    this.context = context;
    this.invoice = invoice;
    this.findings = findings;
  }

  /** Whether an amount can be computed from the line's values; if not, all of them are told. */
  boolean isUsable(
      Invoice.Line line, ComputedLine computed, BigDecimal received, boolean mixedSigns) {
    int before = findings.size();
    if (line.quantity().signum() <= 0) {
      Map<String, String> hint = mixedSigns ? Hint.of("hint.mixed-signs").params() : Map.of();
      findings.add(line, "INV-007", "qty", Figures.of(received), hint);
    }
    if (line.unitPriceHt().signum() < 0) {
      findings.add(line, "ORD-008", "unit_price_ht", Figures.of(line.unitPriceHt()), Map.of());
    }
    if (!VatLaw.isRate(line.vatRate(), invoice.date())) {
      findings.add(line, "INV-016", "vat_rate", Figures.of(line.vatRate()), Map.of());
    }
    checkDiscount(line, computed.gross());
    return findings.size() == before;
  }

  private void checkDiscount(Invoice.Line line, Money gross) {
    Map<String, String> params = Finding.params("gross", gross.text());
    BigDecimal pct = line.discountPct();
    if (pct != null && (pct.signum() < 0 || pct.compareTo(BigDecimal.valueOf(100)) > 0)) {
      findings.add(line, "INV-008", "discount_pct", Figures.of(pct) + " %", params);
    }
    Money amount = Money.orZero(line.discountAmount());
    if (amount.signum() < 0 || (gross.signum() >= 0 && amount.compareTo(gross) > 0)) {
      findings.add(line, "INV-008", "discount_amount", amount.text(), params);
    }
  }

  /** Whether a product is taxable is not known here: a sale is, milk bought is not (§1.3). */
  void checkMentions(Invoice.Line line) {
    boolean exempt = line.vatRate().signum() == 0 && invoice.direction() == Direction.SALE;
    if (exempt && InvoiceRules.isBlank(line.vatExemptReason())) {
      findings.add(line, "INV-018", "vat_rate", Figures.of(line.vatRate()), Map.of());
    }
    if (InvoiceRules.isBlank(line.description())
        && context.carriedFields().contains("description")) {
      findings.add(
          line,
          "INV-031",
          "description",
          null,
          Finding.params("list", "reason.mention.description"));
    }
  }

  /** INV-009, INV-010: the computed amount is kept, or the document refused. */
  void checkAmount(Invoice.Line line, ComputedLine computed) {
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
                  "decl", decl,
                  "comp", computed.ht().text(),
                  "delta", delta.text())));
    }
  }
}
