package dz.manchengo.hub.sales;

import static dz.manchengo.hub.documents.RawDocument.date;
import static dz.manchengo.hub.documents.RawDocument.number;
import static dz.manchengo.hub.documents.RawDocument.text;

import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Payment;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.platform.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** The values of a row as a {@link Payment}; says what is missing for one. */
final class PaymentAssembly {
  private PaymentAssembly() {}

  static void assemble(Receipt receipt) {
    RawDocument raw = receipt.raw;
    RawFindings lacks = new RawFindings(raw);
    Map<String, Object> values = raw.header();
    LocalDate day = date(values, "paid_on");
    BigDecimal amount = number(values, "amount");
    Invoice.PaymentMethod method = (Invoice.PaymentMethod) values.get("method");
    for (String field : new String[] {"invoice_no", "paid_on", "amount", "method"}) {
      if (!values.containsKey(field)) {
        lacks.required(raw.place(), field);
      }
    }
    receipt.findings.addAll(lacks.all());
    checkSigns(receipt, values);
    String invoice = raw.number();
    if (invoice != null && day != null && amount != null && method != null) {
      receipt.assembled =
          new Payment(
              invoice,
              day,
              amount,
              method,
              text(values, "reference"),
              number(values, "stamp"),
              date(values, "invoice_date"),
              text(values, "party_code"),
              text(values, "party_name"),
              raw.place());
    }
  }

  /** PAY-004: neither a payment nor its stamp is negative. */
  private static void checkSigns(Receipt receipt, Map<String, Object> values) {
    BigDecimal amount = number(values, "amount");
    if (amount != null && amount.signum() <= 0) {
      String shown = new Money(amount).text();
      receipt.tell("PAY-004", "amount", shown, "value", shown);
    }
    BigDecimal stamp = number(values, "stamp");
    if (stamp != null && stamp.signum() < 0) {
      String shown = new Money(stamp).text();
      receipt.tell("PAY-004", "stamp", shown, "value", shown);
    }
  }
}
