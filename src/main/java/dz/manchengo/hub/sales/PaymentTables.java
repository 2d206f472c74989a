package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Origins;
import dz.manchengo.hub.documents.Payment;
import dz.manchengo.hub.platform.CopyIn;
import dz.manchengo.hub.platform.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes payments by COPY and moves the status of their invoices, in the calling transaction. */
@Component
class PaymentTables {
  private final JdbcClient db;
  private final DataSource source;

  PaymentTables(JdbcClient db, DataSource source) {
    this.db = db;
    this.source = source;
  }

  record Former(String idempotencyKey, long submissionId, String sourceSheet, int sourceRow)
      implements Origins.Stored {}

  /** The payments that are there already, by their keys. */
  Map<String, Former> former(Collection<String> keys) {
    return db
        .sql(Sql.file("sales/find_payments.sql"))
        .param("keys", keys.toArray(String[]::new))
        .query(Former.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Former::idempotencyKey, Function.identity()));
  }

  void write(long submission, List<Receipt> receipts) {
    if (receipts.isEmpty()) {
      return;
    }
    try (CopyIn copy =
        CopyIn.into(
            source,
            "payment",
            "invoice_id",
            "paid_on",
            "amount",
            "method",
            "reference",
            "stamp",
            "decl_stamp",
            "idempotency_key",
            "submission_id",
            "source_sheet",
            "source_row")) {
      receipts.forEach(receipt -> write(copy, submission, receipt));
      copy.end();
    }
    settle(receipts.stream().map(receipt -> receipt.invoice().invoiceId()).toList());
  }

  private static void write(CopyIn copy, long submission, Receipt receipt) {
    Payment payment = receipt.payment();
    copy.row(
        receipt.invoice().invoiceId(),
        payment.date(),
        payment.amount(),
        payment.method(),
        payment.reference(),
        receipt.stamp.amount(),
        payment.declaredStamp(),
        receipt.key(),
        submission,
        payment.place().sheet(),
        payment.place().row());
  }

  /** Lets the status of invoices follow the sum of their payments. */
  void settle(Collection<Long> invoices) {
    if (!invoices.isEmpty()) {
      db.sql(Sql.file("sales/settle_invoices.sql"))
          .param("ids", invoices.stream().distinct().toArray(Long[]::new))
          .update();
    }
  }
}
