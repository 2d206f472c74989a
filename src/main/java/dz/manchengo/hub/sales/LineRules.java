package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Invoice.Direction;
import dz.manchengo.hub.platform.Figures;
import dz.manchengo.hub.sales.ComputedInvoice.ComputedLine;
import java.util.Map;

/** What one line of an invoice can have wrong by itself. */
final class LineRules {
  private final Invoice invoice;
  private final InvoiceContext context;
  private final Findings findings;
  private final LineChecks checks;

  LineRules(Invoice invoice, InvoiceContext context, Findings findings) {
    this.context = context;
    this.invoice = invoice;
    this.findings = findings;
    this.checks = new LineChecks(invoice.date(), findings);
  }

  /**
   * Whether an amount can be computed from the line's values; if not, all of them are told.
   *
   * @param received the line as the file has it, before signs were settled
   */
  boolean isUsable(
      Invoice.Line line, ComputedLine computed, Invoice.Line received, boolean mixedSigns) {
    int before = findings.rejections();
    boolean bothSigns = received.quantity().signum() < 0 && received.unitPriceHt().signum() < 0;
    if (bothSigns || line.quantity().signum() <= 0) {
      String why = bothSigns ? bothSigns() : quantity(line, mixedSigns);
      Map<String, String> params = Finding.params("why", why);
      findings.add(line, "INV-007", "qty", Figures.of(received.quantity()), params);
    }
    if (!bothSigns && DiscountLines.isAmongRates(line, invoice.lines())) {
      String text = String.valueOf(line.description()).strip();
      String price = Figures.of(line.unitPriceHt());
      findings.add(line, "INV-055", "unit_price_ht", price, Finding.params("text", text));
    } else if (!bothSigns) {
      checks.price(line);
    }
    checks.values(line, computed);
    return findings.rejections() == before;
  }

  /** Two minus signs make the amount positive again: which of them to remove. */
  private String bothSigns() {
    return invoice.kind() == Invoice.Kind.CREDIT_NOTE
        ? "reason.quantity.both-signs-credit"
        : "reason.quantity.both-signs";
  }

  private String quantity(Invoice.Line line, boolean mixedSigns) {
    if (line.quantity().signum() == 0) {
      return "reason.quantity.zero";
    }
    return mixedSigns || CreditSeries.has(invoice.number())
        ? "reason.quantity.mixed-signs"
        : "reason.quantity.negative";
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

  /** INV-009, INV-010. */
  void checkAmount(Invoice.Line line, ComputedLine computed) {
    checks.amount(line, computed);
  }
}
