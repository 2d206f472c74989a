package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.StampSchedule;
import dz.manchengo.hub.documents.Enumerations;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Invoice.PaymentMethod;
import dz.manchengo.hub.platform.Money;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The declared stamp duty against the law. It warns and never rejects (§1.4). */
final class StampCheck {
  private static final Money CENTIME = Money.of("0.01");

  private final Invoice invoice;
  private final Money base;
  private final StampSchedule schedule;
  private final Findings findings;
  private final Money declared;

  /**
   * @param base what is paid in cash: TTC without the stamp
   */
  StampCheck(Invoice invoice, Money base, StampSchedule schedule, Findings findings) {
    this.invoice = invoice;
    this.base = base;
    this.schedule = schedule;
    this.findings = findings;
    this.declared = Money.orZero(invoice.declared().stamp());
  }

  record Outcome(StampStatus status, Money expected) {
    private static final Outcome NOT_APPLICABLE = new Outcome(StampStatus.NA, Money.ZERO);
  }

  /**
   * A credit note hands no duty back, which its invoice answers for (INV-058); before the first
   * regime, there is none. Paid at once is not always paid in cash: such a stamp is neither due nor
   * odd (§7.3).
   */
  Outcome outcome() {
    if (invoice.kind() == Invoice.Kind.CREDIT_NOTE && declared.signum() != 0) {
      findings.add("INV-058", "stamp", declared.text(), Finding.params("net", base.text()));
    }
    if (invoice.kind() == Invoice.Kind.CREDIT_NOTE || schedule.on(invoice.date()).isEmpty()) {
      return Outcome.NOT_APPLICABLE;
    }
    PaymentMethod method = invoice.paymentMethod();
    if (method == PaymentMethod.ESPECES) {
      return cash();
    }
    if (declared.signum() == 0 || method == PaymentMethod.COMPTANT) {
      return Outcome.NOT_APPLICABLE;
    }
    return method == null ? compared(legal()) : unexpected(method);
  }

  private Outcome cash() {
    Money legal = legal();
    if (declared.signum() != 0) {
      return compared(legal);
    }
    if (legal.signum() == 0) {
      boolean asked = invoice.declared().stamp() != null;
      return new Outcome(asked ? StampStatus.OK : StampStatus.NA, legal);
    }
    findings.add("INV-019", "stamp", null, expected(legal));
    return new Outcome(StampStatus.MISSING, legal);
  }

  private Outcome unexpected(PaymentMethod method) {
    findings.add(
        "INV-020", "stamp", declared.text(), Finding.params("method", Enumerations.reason(method)));
    return new Outcome(StampStatus.UNEXPECTED, Money.ZERO);
  }

  private Outcome compared(Money legal) {
    if (declared.equals(legal)) {
      return new Outcome(StampStatus.OK, legal);
    }
    Map<String, String> params = expected(legal);
    Optional<String> variant = variant(declared, base, schedule, invoice.date());
    variant.ifPresent(name -> params.put("variant", name));
    findings.add(variant.isPresent() ? "INV-021" : "INV-022", "stamp", declared.text(), params);
    return new Outcome(variant.isPresent() ? StampStatus.VARIANT : StampStatus.WRONG, legal);
  }

  private Money legal() {
    return schedule.duty(base, invoice.date());
  }

  private static Map<String, String> expected(Money legal) {
    return Finding.params("expected", legal.text());
  }

  /** Whether somebody could have computed that duty on that base, the legal way included. */
  static boolean isKnown(Money duty, Money base, StampSchedule schedule, LocalDate day) {
    return duty.signum() > 0
        && (schedule.duty(base, day).equals(duty)
            || variant(duty, base, schedule, day).isPresent());
  }

  /** The known way in which somebody computed that duty; empty when there is none. */
  static Optional<String> variant(Money duty, Money base, StampSchedule schedule, LocalDate day) {
    return schedule.variants(base, day).entrySet().stream()
        .filter(known -> known.getValue().isWithin(CENTIME, duty))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
