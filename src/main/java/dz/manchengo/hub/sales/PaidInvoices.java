package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.NameKey;
import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.Payment;
import dz.manchengo.hub.platform.Days;
import dz.manchengo.hub.platform.Sql;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which invoices the payments of a portion are for. */
@Component
class PaidInvoices {
  private final JdbcClient db;

  PaidInvoices(JdbcClient db) {
    this.db = db;
  }

  /**
   * Finds the invoice of each payment, or says why there is none (PAY-001, PAY-005, INV-033).
   *
   * @param direction SALE or PURCHASE: whose numbers they are
   * @param lock whether payments will be written on what is found
   */
  void find(List<Receipt> receipts, String direction, boolean lock) {
    if (receipts.isEmpty()) {
      return;
    }
    String[] numbers =
        receipts.stream().map(PaidInvoices::number).distinct().toArray(String[]::new);
    if (lock) {
      db.sql(Sql.file("sales/lock_paid_invoices.sql"))
          .param("direction", direction)
          .param("numbers", numbers)
          .query(Long.class)
          .list();
    }
    Map<String, List<PaidInvoice>> known =
        db
            .sql(Sql.file("sales/find_paid_invoices.sql"))
            .param("direction", direction)
            .param("numbers", numbers)
            .query(PaidInvoice.class)
            .list()
            .stream()
            .collect(Collectors.groupingBy(PaidInvoice::invoiceNoNorm));
    receipts.forEach(receipt -> settle(receipt, known.getOrDefault(number(receipt), List.of())));
  }

  private static void settle(Receipt receipt, List<PaidInvoice> known) {
    String no = receipt.payment().invoiceNumber();
    List<PaidInvoice> meant = narrowed(receipt.payment(), known);
    if (meant.isEmpty()) {
      receipt.tell("PAY-001", "invoice_no", no, "no", no);
    } else if (meant.size() > 1) {
      String invoices =
          meant.stream()
              .map(i -> Days.of(i.invoiceDate()) + " " + i.partyCode())
              .collect(Collectors.joining(", "));
      receipt.tell("PAY-005", "invoice_no", no, "no", no, "invoices", invoices);
    } else {
      receipt.meant = meant.get(0);
      checkInvoice(receipt, meant.get(0));
    }
  }

  private static void checkInvoice(Receipt receipt, PaidInvoice invoice) {
    String no = invoice.invoiceNo();
    if (invoice.isCancelled()) {
      receipt.tell("INV-033", "invoice_no", no, "no", no, "paid", receipt.amount().text());
    }
    if (invoice.isOnHold()) {
      Object[] params = {"amount", receipt.amount().text(), "no", no, "why", invoice.whyOnHold()};
      receipt.tell("PAY-008", "invoice_no", no, params);
    }
    Payment payment = receipt.payment();
    String field = payment.partyCode() != null ? "party_code" : "party_name";
    String doc = payment.partyCode() != null ? payment.partyCode() : payment.partyName();
    if (doc != null && !isOf(payment, invoice)) {
      receipt.tell("PAY-006", field, doc, "doc", doc, "no", no, "party", invoice.party());
    }
  }

  /** Among several of one number, what the row says besides decides; a credit note comes last. */
  private static List<PaidInvoice> narrowed(Payment payment, List<PaidInvoice> known) {
    List<PaidInvoice> left = known;
    left = narrowed(left, invoice -> invoice.invoiceDate().equals(payment.invoiceDate()));
    left = narrowed(left, invoice -> isOf(payment, invoice));
    return narrowed(left, invoice -> !invoice.isCreditNote());
  }

  private static List<PaidInvoice> narrowed(
      List<PaidInvoice> known, Predicate<PaidInvoice> condition) {
    List<PaidInvoice> fitting = known.stream().filter(condition).toList();
    return fitting.isEmpty() ? known : fitting;
  }

  private static boolean isOf(Payment payment, PaidInvoice invoice) {
    return invoice.partyCode().equalsIgnoreCase(payment.partyCode())
        || invoice.partyCode().equalsIgnoreCase(payment.partyName()) // « Client » may hold codes
        || (payment.partyName() != null
            && NameKey.of(payment.partyName()).equals(invoice.partyName()));
  }

  private static String number(Receipt receipt) {
    return DocumentNumber.norm(receipt.payment().invoiceNumber());
  }
}
