package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.platform.Money;
import dz.manchengo.hub.platform.Sql;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The invoices that sales credit notes correct: together they never give back more (INV-029). */
@Component
class OriginalInvoices {
  private final JdbcClient db;

  OriginalInvoices(JdbcClient db) {
    this.db = db;
  }

  /** What is left to be credited, TTC. */
  private record Left(long invoiceId, long receiver, Money amount) {}

  record Original(
      String invoiceNoNorm,
      long invoiceId,
      long receiverId,
      BigDecimal compTtc,
      BigDecimal credited) {}

  /** Judges credit notes; the invoices of their own file must have been written before. */
  void check(long own, List<Candidate> candidates) {
    List<Candidate> notes =
        candidates.stream().filter(c -> c.toBeWritten() && correctsSale(c.invoice())).toList();
    if (notes.isEmpty()) {
      return;
    }
    Map<String, Left> left = inTables(own, notes);
    for (Candidate note : notes) {
      String original = DocumentNumber.norm(String.valueOf(note.invoice().originalNumber()));
      Left known = left.get(original);
      if (known != null && known.receiver() == note.party().id()) {
        left.put(original, new Left(known.invoiceId(), known.receiver(), credit(note, known)));
      } else {
        String written = String.valueOf(note.invoice().originalNumber());
        note.tell(
            "INV-034", "original_no", written, "no", note.invoice().number(), "original", written);
      }
    }
  }

  /** Credit notes that came before the invoices of this submission correct these from now on. */
  void link(long submission) {
    db.sql(Sql.file("sales/link_credit_notes.sql")).param("submission", submission).update();
  }

  record OverCredited(
      String invoiceNo,
      String sourceSheet,
      int sourceRow,
      BigDecimal compTtc,
      BigDecimal credited) {
    Finding finding(String numberHeader) {
      return RuleBook.finding(
              "INV-036",
              Place.row(sourceSheet, sourceRow).at(numberHeader),
              invoiceNo,
              "no",
              invoiceNo,
              "credited",
              new Money(credited).text(),
              "ttc",
              new Money(compTtc).text())
          .withDocument(invoiceNo);
    }
  }

  /** Invoices of this submission that get less than was given back before they came. */
  List<Finding> overCredited(long submission, String numberHeader) {
    return db
        .sql(Sql.file("sales/find_over_credited.sql"))
        .param("submission", submission)
        .query(OverCredited.class)
        .list()
        .stream()
        .map(one -> one.finding(numberHeader))
        .toList();
  }

  private static Money credit(Candidate note, Left left) {
    Money amount = note.assessed().computed().ttc();
    if (amount.compareTo(left.amount()) > 0) {
      String original = String.valueOf(note.invoice().originalNumber());
      note.tell(
          "INV-029",
          "original_no",
          original,
          "no",
          note.invoice().number(),
          "amount",
          amount.text(),
          "left",
          left.amount().text(),
          "original",
          original);
      return left.amount();
    }
    note.originalId = left.invoiceId();
    return left.amount().minus(amount);
  }

  static boolean correctsSale(Invoice invoice) {
    return invoice.direction() == Invoice.Direction.SALE
        && invoice.kind() == Invoice.Kind.CREDIT_NOTE
        && invoice.originalNumber() != null;
  }

  private Map<String, Left> inTables(long own, List<Candidate> notes) {
    Map<String, Left> left = new HashMap<>();
    db.sql(Sql.file("sales/find_originals.sql"))
        .param("own", own)
        .param(
            "numbers",
            notes.stream()
                .map(c -> DocumentNumber.norm(String.valueOf(c.invoice().originalNumber())))
                .distinct()
                .toArray(String[]::new))
        .query(Original.class)
        .list()
        .forEach(
            o ->
                left.put(
                    o.invoiceNoNorm(),
                    new Left(
                        o.invoiceId(),
                        o.receiverId(),
                        new Money(o.compTtc().subtract(o.credited()).max(BigDecimal.ZERO)))));
    return left;
  }
}
