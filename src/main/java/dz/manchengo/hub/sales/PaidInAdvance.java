package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.StampSchedule;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Invoice.Declared;
import dz.manchengo.hub.platform.Money;
import java.util.Map;

/**
 * What was paid before the invoice and stands on it: « Net à payer » may be what is left after it.
 * It is no amount of the invoice, and no payment either before one is dropped (INV-057).
 */
final class PaidInAdvance {
  private PaidInAdvance() {}

  /** The invoice with what is to be paid for all of it. */
  static Invoice added(
      Invoice invoice, ComputedInvoice computed, StampSchedule schedule, Findings findings) {
    Declared declared = invoice.declared();
    Money prepaid = Money.orZero(declared.prepaid());
    if (prepaid.signum() <= 0) {
      return invoice;
    }
    findings.add("INV-057", "prepaid", prepaid.text(), Map.of());
    if (declared.net() == null) {
      return invoice;
    }
    Money whole = new Money(declared.net()).plus(prepaid);
    return isOwed(whole, invoice, computed, schedule)
        ? InvoiceCopy.declaring(invoice, owing(declared, whole))
        : invoice;
  }

  /** TTC and the stamp, which a column tells or which is one that somebody computes so. */
  private static boolean isOwed(
      Money whole, Invoice invoice, ComputedInvoice computed, StampSchedule schedule) {
    Money base = DeclaredStamp.base(invoice, computed);
    Money beyond = whole.minus(base).minus(Money.orZero(invoice.declared().stamp()));
    return beyond.abs().compareTo(TotalsStatus.ONE_DINAR) < 0
        || (invoice.declared().stamp() == null
            && StampCheck.isKnown(beyond, base, schedule, invoice.date()));
  }

  private static Declared owing(Declared old, Money whole) {
    return new Declared(
        old.ht(), old.vat(), old.ttc(), old.stamp(), whole.amount(), old.prepaid(), old.byRate());
  }
}
