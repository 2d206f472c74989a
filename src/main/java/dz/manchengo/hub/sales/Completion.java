package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Invoice.PaymentMethod;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One invoice from two sources: a journal has its totals, another file its lines, a second journal
 * its stamp (decision 0017). What says the same and more completes what is there; nothing is lost
 * on the way.
 */
final class Completion {
  private final Candidate candidate;
  private final FormerInvoice former;
  private final Invoice invoice;
  private final Map<Long, SaidLines> said;

  Completion(Candidate candidate, FormerInvoice former) {
    this(candidate, former, Map.of());
  }

  /**
   * Of invoices that both have lines.
   *
   * @param said what those of the former one say, by product
   */
  Completion(Candidate candidate, FormerInvoice former, Map<Long, SaidLines> said) {
    this.candidate = candidate;
    this.former = former;
    this.invoice = candidate.invoice();
    this.said = said;
  }

  /** Whether one of the two has no lines, so that they cannot be held against each other whole. */
  boolean concernsJournal() {
    return invoice.isJournalEntry() || former.isJournalEntry();
  }

  /** The same invoice as far as both tell: date, party, and amounts to less than a dinar. */
  boolean agrees() {
    ComputedInvoice now = candidate.assessed().computed();
    return invoice.date().equals(former.invoiceDate())
        && candidate.party().id() == former.partyId()
        && isClose(now.ht().amount(), former.compHt())
        && isClose(now.vat().amount(), former.compVat())
        && isClose(now.ttc().amount(), former.compTtc());
  }

  /** The same invoice, or a cancelled one of which programs print no more than zeros. */
  boolean saysTheStatusOnly() {
    boolean emptied =
        invoice.status() == Invoice.Status.CANCELLED
            && candidate.assessed().computed().ttc().signum() == 0
            && invoice.date().equals(former.invoiceDate())
            && candidate.party().id() == former.partyId();
    return emptied || agrees();
  }

  private static boolean isClose(BigDecimal a, BigDecimal b) {
    return a.subtract(b).abs().compareTo(TotalsStatus.ONE_DINAR.amount()) < 0;
  }

  /** Whether this file says what the tables did not know. */
  boolean addsSomething() {
    return former.isJournalEntry()
        && (!invoice.isJournalEntry()
            || (former.declStamp() == null && invoice.declared().stamp() != null)
            || (former.paymentMethod() == null && invoice.paymentMethod() != null)
            || (former.dueDate() == null && invoice.dueDate() != null));
  }

  /** Whether the journal would take the lines away. */
  boolean wouldLoseLines() {
    return invoice.isJournalEntry() && !former.isJournalEntry();
  }

  /** The invoice with what only the former one says of payment and stamp, units and lots. */
  Invoice completed() {
    Invoice.Declared declared = invoice.declared();
    BigDecimal stamp = either(declared.stamp(), former.declStamp());
    String method = former.paymentMethod();
    return new Invoice(
        invoice.direction(),
        invoice.kind(),
        invoice.number(),
        invoice.date(),
        either(invoice.dueDate(), former.dueDate()),
        invoice.party(),
        either(invoice.paymentMethod(), method == null ? null : PaymentMethod.valueOf(method)),
        invoice.status(),
        either(invoice.originalNumber(), former.originalNo()),
        either(invoice.orderNumber(), former.orderNo()),
        either(invoice.deliveryNumber(), former.deliveryNo()),
        invoice.globalDiscount(),
        stamp == null ? declared : DeclaredStamp.with(declared, declared.ttc(), stamp),
        IntStream.range(0, invoice.lines().size()).mapToObj(this::line).toList(),
        invoice.place());
  }

  private Invoice.Line line(int index) {
    Invoice.Line line = invoice.lines().get(index);
    SaidLines then = said.get(candidate.lines.get(index).productId());
    return then == null
        ? line
        : line.in(either(line.uom(), then.uom()), either(line.lotCode(), then.lot()));
  }

  private static <T> @Nullable T either(@Nullable T mine, @Nullable T theirs) {
    return mine == null ? theirs : mine;
  }
}
