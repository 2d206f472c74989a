package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.StampSchedule;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Invoice.Declared;
import dz.manchengo.hub.platform.Money;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stamp duty where a document hides it and brings its totals to {@code TTC = HT + TVA}
 * and {@code net = TTC + stamp} (§1.5).
 */
final class DeclaredStamp {
  private static final Set<Invoice.PaymentMethod> WITHOUT_CASH =
      EnumSet.of(
          Invoice.PaymentMethod.CHEQUE,
          Invoice.PaymentMethod.VIREMENT,
          Invoice.PaymentMethod.CARTE,
          Invoice.PaymentMethod.TRAITE);

  private DeclaredStamp() {}

  /** What the stamp is due on: TTC as written if it is about right, else as computed. */
  static Money base(Invoice invoice, ComputedInvoice computed) {
    BigDecimal ttc = invoice.declared().ttc();
    boolean aboutRight = ttc != null && isAboutRight(new Money(ttc).minus(computed.ttc()));
    return aboutRight ? Money.orZero(ttc) : computed.ttc();
  }

  static Invoice separated(
      Invoice invoice, ComputedInvoice computed, StampSchedule schedule, Findings findings) {
    return outOfTtc(fromNet(invoice, computed, schedule), computed, findings);
  }

  /** No stamp column, but what is to be paid exceeds TTC by a duty that somebody computes so. */
  private static Invoice fromNet(
      Invoice invoice, ComputedInvoice computed, StampSchedule schedule) {
    Declared declared = invoice.declared();
    if (declared.stamp() != null || declared.net() == null || isPaidWithoutCash(invoice)) {
      return invoice;
    }
    Money base = base(invoice, computed);
    Money stamp = new Money(declared.net()).minus(base);
    return StampCheck.isKnown(stamp, base, schedule, invoice.date())
        ? InvoiceCopy.declaring(invoice, with(declared, declared.ttc(), stamp.amount()))
        : invoice;
  }

  /** A transfer bears no duty: what is above the total then is something else. */
  private static boolean isPaidWithoutCash(Invoice invoice) {
    Invoice.PaymentMethod method = invoice.paymentMethod();
    return method != null && WITHOUT_CASH.contains(method);
  }

  /** INV-015: {@code HT + TVA} misses the declared TTC, {@code HT + TVA + stamp} meets it. */
  private static Invoice outOfTtc(Invoice invoice, ComputedInvoice computed, Findings findings) {
    Declared declared = invoice.declared();
    if (declared.ttc() == null || declared.stamp() == null) {
      return invoice;
    }
    Money ttc = new Money(declared.ttc());
    Money stamp = new Money(declared.stamp());
    Money delta = ttc.minus(computed.ttc());
    Money without = delta.minus(stamp);
    Money tolerance = TotalsStatus.tolerance(invoice.lines().size());
    boolean contained =
        stamp.signum() > 0
            && delta.compareTo(tolerance) > 0
            && isAboutRight(without)
            && without.abs().compareTo(delta) < 0;
    if (!contained) {
      return invoice;
    }
    findings.add(
        "INV-015",
        "total_ttc",
        ttc.text(),
        Finding.params("decl", ttc.text(), "stamp", stamp.text()));
    return InvoiceCopy.declaring(
        invoice, with(declared, ttc.minus(stamp).amount(), declared.stamp()));
  }

  private static boolean isAboutRight(Money delta) {
    return delta.abs().compareTo(TotalsStatus.ONE_DINAR) < 0;
  }

  static Declared with(Declared old, @Nullable BigDecimal ttc, BigDecimal stamp) {
    return new Declared(
        old.ht(), old.vat(), ttc, stamp, old.net(), old.prepaid(), old.retained(), old.byRate());
  }
}
