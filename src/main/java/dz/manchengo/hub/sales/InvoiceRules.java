package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.VatLaw;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Invoice.Direction;
import dz.manchengo.hub.documents.Invoice.Kind;
import dz.manchengo.hub.documents.Invoice.PaymentMethod;
import dz.manchengo.hub.documents.Invoice.Status;
import dz.manchengo.hub.platform.Days;
import dz.manchengo.hub.platform.Figures;
import dz.manchengo.hub.platform.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be said of an invoice without looking at another one, in one pass: who sends
 * a file back wants to mend all of it at once.
 */
final class InvoiceRules {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

  private final Invoice raw;
  private final InvoiceContext context;
  private final Findings findings;

  private InvoiceRules(Invoice raw, InvoiceContext context) {
    this.raw = raw;
    this.context = context;
    this.findings = new Findings(raw);
  }

  static Assessed assess(Invoice invoice, InvoiceContext context) {
    return new InvoiceRules(invoice, context).assess();
  }

  private Assessed assess() {
    InvoiceNormalisation normalisation = InvoiceNormalisation.of(raw);
    Invoice positive = withPossibleDueDate(normalisation.invoice());
    ComputedInvoice computed = InvoiceTotals.of(positive);
    checkHeader(positive, normalisation.becameCreditNote());
    if (!linesAreUsable(positive, computed, normalisation.mixedSigns())) {
      return refused(positive, computed);
    }
    Invoice whole = PaidInAdvance.added(positive, computed, context.stamps(), findings);
    Invoice invoice = DeclaredStamp.separated(whole, computed, context.stamps(), findings);
    return compared(invoice, computed);
  }

  /** Totals of lines that cannot be true would only accuse the totals: they are not compared. */
  private Assessed refused(Invoice invoice, ComputedInvoice computed) {
    return new Assessed(
        invoice,
        computed,
        TotalsStatus.UNDECLARED,
        StampStatus.NA,
        Money.ZERO,
        invoice.status(),
        findings.all());
  }

  private Assessed compared(Invoice invoice, ComputedInvoice computed) {
    TotalsComparison totals = new TotalsComparison(invoice, computed);
    totals.report(context.stamps(), findings);
    Money paid = DeclaredStamp.base(invoice, computed);
    StampCheck.Outcome stamp = new StampCheck(invoice, paid, context.stamps(), findings).outcome();
    checkCashLimit(invoice, paid);
    return new Assessed(
        invoice,
        computed,
        totals.status(),
        stamp.status(),
        stamp.expected(),
        status(invoice, totals.status()),
        findings.all());
  }

  /** A cancelled invoice is not paid anyway. */
  private static Status status(Invoice invoice, TotalsStatus totals) {
    boolean hold =
        invoice.direction() == Direction.PURCHASE
            && totals == TotalsStatus.MAJOR
            && invoice.status() != Status.CANCELLED;
    return hold ? Status.ON_HOLD : invoice.status();
  }

  private void checkHeader(Invoice invoice, boolean becameCreditNote) {
    if (invoice.lines().isEmpty() && !invoice.isJournalEntry()) {
      findings.add("INV-002", "qty", null, Map.of());
    }
    if (becameCreditNote) {
      findings.add("INV-027", "doc_kind", null, Map.of());
    }
    if (invoice.kind() == Kind.CREDIT_NOTE && isBlank(invoice.originalNumber())) {
      findings.add("INV-028", "original_no", null, Map.of());
    }
    YearMonth month = YearMonth.from(invoice.date());
    if (VatLaw.isDeclared(month, context.today())) {
      String date = Days.of(invoice.date());
      Map<String, String> params =
          Finding.params("date", date, "month", MONTH.format(month), "n", 1);
      findings.add("INV-030", "doc_date", date, params);
    }
    checkMentions(invoice);
  }

  /** INV-031; the tax identifiers are MDM-006's concern. */
  private void checkMentions(Invoice invoice) {
    if (isBlank(invoice.party().code()) && isBlank(invoice.party().name())) {
      String party = invoice.direction() == Direction.SALE ? "reason.customer" : "reason.supplier";
      findings.add("INV-031", "party_name", null, Finding.params("list", party));
    }
    if (invoice.paymentMethod() == null && context.carriedFields().contains("payment_method")) {
      findings.add(
          "INV-031", "payment_method", null, Finding.params("list", "reason.mention.payment"));
    }
  }

  /** Each line by itself; whether totals can be computed from them. */
  private boolean linesAreUsable(Invoice invoice, ComputedInvoice computed, boolean mixedSigns) {
    if (invoice.isJournalEntry()) {
      return ratesAreUsable(invoice);
    }
    LineRules rules = new LineRules(invoice, context, findings);
    boolean usable = !invoice.lines().isEmpty();
    for (int i = 0; i < invoice.lines().size(); i++) {
      Invoice.Line line = invoice.lines().get(i);
      Invoice.Line received = raw.lines().get(i);
      if (rules.isUsable(line, computed.lines().get(i), received, mixedSigns)) {
        rules.checkAmount(line, computed.lines().get(i));
      } else {
        usable = false;
      }
      rules.checkMentions(line);
    }
    return usable && isDocumentDiscountUsable(invoice, computed);
  }

  /** INV-016, and INV-035 for a negative base beside positive ones: that is no invoice. */
  private boolean ratesAreUsable(Invoice invoice) {
    boolean usable = true;
    for (Invoice.RateTotal total : invoice.declared().byRate()) {
      if (!VatLaw.isRate(total.rate(), invoice.date())) {
        String rate = Figures.of(total.rate());
        findings.add("INV-016", "total_vat", rate, Finding.params("value", rate));
        usable = false;
      } else if (total.base().signum() < 0) {
        String vat = Figures.of(total.vat());
        findings.add("INV-035", "total_vat", vat, Finding.params("value", vat));
        usable = false;
      }
    }
    return usable;
  }

  private boolean isDocumentDiscountUsable(Invoice invoice, ComputedInvoice computed) {
    Money discount = Money.orZero(invoice.globalDiscount());
    Money gross = computed.ht().plus(discount);
    if (discount.signum() < 0 || discount.compareTo(gross) > 0) {
      findings.add(
          "INV-008", "global_discount", discount.text(), Finding.params("gross", gross.text()));
      return false;
    }
    return true;
  }

  private void checkCashLimit(Invoice invoice, Money ttc) {
    boolean cashPurchase =
        invoice.direction() == Direction.PURCHASE
            && invoice.kind() != Kind.CREDIT_NOTE
            && invoice.paymentMethod() == PaymentMethod.ESPECES;
    if (cashPurchase && ttc.compareTo(VatLaw.cashDeductionLimit(invoice.date())) > 0) {
      findings.add("INV-023", "payment_method", "ESPECES", Finding.params("ttc", ttc.text()));
    }
  }

  /** INV-024: a due date before the invoice is no due date; the party's terms give another. */
  private Invoice withPossibleDueDate(Invoice invoice) {
    LocalDate due = invoice.dueDate();
    if (due == null || !due.isBefore(invoice.date())) {
      return invoice;
    }
    Integer terms = context.paymentTermsDays();
    LocalDate recorded = terms == null ? null : invoice.date().plusDays(terms);
    Hint hint =
        recorded == null
            ? Hint.of("hint.due-unknown")
            : Hint.of("hint.due-by-terms").with("due", Days.of(recorded));
    findings.add(
        "INV-024",
        "due_date",
        Days.of(due),
        Hint.added(
            Optional.of(hint),
            Finding.params("due", due.toString(), "date", invoice.date().toString())));
    return InvoiceCopy.due(invoice, recorded);
  }

  static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
