package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.StampSchedule;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Invoice.Declared;
import dz.manchengo.hub.platform.Money;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was paid before the invoice (INV-057) or is retained as a guarantee (INV-059) and stands on
 * it: « Net à payer » may be what is left after them. They are no amounts of the invoice, and no
 * payments either before one is dropped.
 */
final class PaidInAdvance {
  private PaidInAdvance() {}

  /** The invoice with what is to be paid for all of it. */
  static Invoice added(
      Invoice invoice, ComputedInvoice computed, StampSchedule schedule, Findings findings) {
    Declared declared = invoice.declared();
    Money prepaid = Money.orZero(declared.prepaid());
    Money retained = Money.orZero(declared.retained()).abs(); // also written as what is taken off
    if (prepaid.signum() > 0) {
      findings.add("INV-057", "prepaid", prepaid.text(), Map.of());
    }
    if (retained.signum() > 0) {
      findings.add("INV-059", "retained", retained.text(), Map.of());
    }
    if (declared.net() == null) {
      return invoice;
    }
    Money net = new Money(declared.net());
    return Stream.of(prepaid.plus(retained), prepaid, retained)
        .filter(left -> left.signum() > 0)
        .map(net::plus)
        .filter(whole -> isOwed(whole, invoice, computed, schedule))
        .findFirst()
        .map(whole -> InvoiceCopy.declaring(invoice, owing(declared, whole)))
        .orElse(invoice);
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
        old.ht(),
        old.vat(),
        old.ttc(),
        old.stamp(),
        whole.amount(),
        old.prepaid(),
        old.retained(),
        old.byRate());
  }
}
