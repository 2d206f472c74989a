package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.KnownHeaders;
import dz.manchengo.hub.documents.Payment;
import dz.manchengo.hub.platform.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The current revision of an invoice that a payment may mean. Amounts are DA.
 *
 * @param askedStamp stamp duty that the invoice itself asks for; zero when it asks for none
 * @param partyName of the other party, as names are compared
 * @param name as it is written
 * @param owed net to pay
 * @param paid on all its revisions until now
 * @param stamps of these payments
 * @param gapField total whose declared amount is farthest from the computed one; null where all
 *     agree
 */
record PaidInvoice(
    long invoiceId,
    String direction,
    String kind,
    long issuerId,
    int fiscalYear,
    String invoiceNo,
    String invoiceNoNorm,
    LocalDate invoiceDate,
    String status,
    BigDecimal askedStamp,
    String partyCode,
    String partyName,
    String name,
    BigDecimal owed,
    BigDecimal paid,
    BigDecimal stamps,
    @Nullable String gapField,
    @Nullable BigDecimal gapDeclared,
    @Nullable BigDecimal gapComputed) {

  /**
   * Code and name of the other party; a record made of a name alone has a code that says nothing.
   */
  String party() {
    return partyCode.equals(name) ? name : partyCode + " (" + name + ")";
  }

  /** What makes a payment that payment; the same one counts once. */
  String keyOf(Payment payment) {
    return String.join(
        "|",
        direction,
        kind,
        String.valueOf(issuerId),
        String.valueOf(fiscalYear),
        invoiceNoNorm,
        payment.date().toString(),
        new Money(payment.amount()).toString(),
        payment.method().name(),
        DocumentNumber.norm(Objects.requireNonNullElse(payment.reference(), "")));
  }

  boolean isCreditNote() {
    return kind.equals("CREDIT_NOTE");
  }

  /** Nobody should pay it before what is declared was checked (INV-014). */
  boolean isOnHold() {
    return status.equals("ON_HOLD");
  }

  /** Why it is on hold, as the sentence of PAY-008 says it. */
  String whyOnHold() {
    return gapField == null || gapDeclared == null || gapComputed == null
        ? "reason.hold-declared"
        : KnownHeaders.label(gapField)
            + " "
            + new Money(gapDeclared).text()
            + " ≠ "
            + new Money(gapComputed).text()
            + " DA";
  }

  boolean isCancelled() {
    return status.equals("CANCELLED");
  }
}
