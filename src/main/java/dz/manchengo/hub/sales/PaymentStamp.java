package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.StampSchedule;
import dz.manchengo.hub.documents.Enumerations;
import dz.manchengo.hub.documents.Invoice.PaymentMethod;
import dz.manchengo.hub.documents.Payment;
import dz.manchengo.hub.platform.Money;
import java.util.Optional;

/**
 * Stamp duty is due per receipt in cash (domain notes §1.4); a declared one is compared with the
 * law. It warns and never rejects.
 */
final class PaymentStamp {
  private final Receipt receipt;
  private final Payment payment;
  private final StampSchedule schedule;
  private final Money declared;
  private final Money asked;

  PaymentStamp(Receipt receipt, StampSchedule schedule) {
    this.receipt = receipt;
    this.payment = receipt.payment();
    this.schedule = schedule;
    this.declared = Money.orZero(payment.declaredStamp());
    this.asked = new Money(receipt.invoice().askedStamp());
  }

  /** The legal duty of the payment; zero when it is not in cash. */
  Money legal() {
    if (receipt.invoice().isCreditNote() || schedule.on(payment.date()).isEmpty()) {
      return Money.ZERO;
    }
    if (payment.method() == PaymentMethod.ESPECES) {
      return declared.signum() == 0 ? undeclared() : compared();
    }
    if (declared.signum() != 0 && payment.method() != PaymentMethod.COMPTANT) {
      tell("INV-020", "value", declared.text(), "method", Enumerations.reason(payment.method()));
    }
    return Money.ZERO;
  }

  /** Who pays the whole invoice in cash pays the duty that it asks for with it. */
  private Money undeclared() {
    boolean whole = receipt.amount().equals(new Money(receipt.invoice().owed()));
    Money legal = duty(whole ? receipt.amount().minus(asked) : receipt.amount());
    if (legal.signum() != 0 && asked.signum() == 0) {
      tell("INV-019", "expected", legal.text());
    }
    return legal;
  }

  /** The amount may be given with the duty or without it. */
  private Money compared() {
    Money without = receipt.amount().minus(declared);
    if (without.signum() > 0 && duty(without).equals(declared)) {
      return declared;
    }
    Money legal = duty(receipt.amount());
    if (!declared.equals(legal)) {
      Optional<String> variant = variant(receipt.amount()).or(() -> variant(without));
      tell(
          variant.isPresent() ? "INV-021" : "INV-022",
          "value",
          declared.text(),
          "expected",
          legal.text(),
          "variant",
          variant.orElse(""));
    }
    return legal;
  }

  private Optional<String> variant(Money base) {
    return base.signum() > 0
        ? StampCheck.variant(declared, base, schedule, payment.date())
        : Optional.empty();
  }

  private Money duty(Money base) {
    return schedule.duty(base, payment.date());
  }

  private void tell(String rule, Object... params) {
    String value = declared.signum() == 0 ? null : declared.text();
    receipt.tell(
        rule, receipt.raw.headers().containsKey("stamp") ? "stamp" : "method", value, params);
  }
}
