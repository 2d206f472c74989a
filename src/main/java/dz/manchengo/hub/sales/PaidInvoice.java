package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.Payment;
import dz.manchengo.hub.platform.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The current revision of an invoice that a payment may mean. Amounts are DA.
 *
 * @param askedStamp stamp duty that the invoice itself asks for; zero when it asks for none
 * @param partyName of the other party, as names are compared
 * @param name as it is written
 * @param owed net to pay
 * @param paid on all its revisions until now
 * @param stamps of these payments
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
    BigDecimal stamps) {

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

  boolean isCancelled() {
    return status.equals("CANCELLED");
  }
}
