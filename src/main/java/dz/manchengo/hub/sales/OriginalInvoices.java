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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The invoices that credit notes correct: together they never give back more (INV-029). */
@Component
class OriginalInvoices {
  private final JdbcClient db;

  OriginalInvoices(JdbcClient db) {
    this.db = db;
  }

  /** What is left to be credited, TTC. */
  private record Left(long invoiceId, Money amount) {
    /** A revision takes the place of what its former one gave back. */
    Left withOwn(@Nullable FormerInvoice former) {
      return former == null
          ? this
          : new Left(invoiceId, amount.plus(new Money(former.credited(invoiceId))));
    }
  }

  /** Whose invoice of which number: of a purchase its supplier's, of a sale the customer's. */
  private record Key(String direction, long party, String number) {
    static Key of(Candidate note) {
      return new Key(
          note.invoice().direction().name(),
          note.party().id(),
          DocumentNumber.norm(String.valueOf(note.invoice().originalNumber())));
    }
  }

  record Original(
      String direction,
      long partyId,
      String invoiceNoNorm,
      long invoiceId,
      BigDecimal compTtc,
      BigDecimal credited) {}

  /** Judges credit notes; the invoices of their own file must have been written before. */
  void check(List<Candidate> candidates) {
    List<Candidate> notes =
        candidates.stream().filter(c -> c.toBeWritten() && namesOriginal(c.invoice())).toList();
    if (notes.isEmpty()) {
      return;
    }
    Map<Key, Left> left = inTables(notes);
    for (Candidate note : notes) {
      Left known = left.get(Key.of(note));
      if (known != null) {
        Left withOwn = known.withOwn(note.former);
        left.put(Key.of(note), new Left(known.invoiceId(), credit(note, withOwn)));
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

  /** What a supplier gives back too much is his document all the same: told, not refused. */
  private static Money credit(Candidate note, Left left) {
    Money amount = note.assessed().computed().ttc();
    boolean purchase = note.invoice().direction() == Invoice.Direction.PURCHASE;
    boolean exceeds = amount.compareTo(left.amount()) > 0;
    if (exceeds) {
      String original = String.valueOf(note.invoice().originalNumber());
      note.tell(
          purchase ? "INV-040" : "INV-029",
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
    }
    if (exceeds && !purchase) {
      return left.amount();
    }
    note.originalId = left.invoiceId();
    return exceeds ? Money.ZERO : left.amount().minus(amount);
  }

  static boolean namesOriginal(Invoice invoice) {
    return invoice.kind() == Invoice.Kind.CREDIT_NOTE && invoice.originalNumber() != null;
  }

  private Map<Key, Left> inTables(List<Candidate> notes) {
    List<Key> keys = notes.stream().map(Key::of).distinct().toList();
    Map<Key, Left> left = new HashMap<>();
    db.sql(Sql.file("sales/find_originals.sql"))
        .param("directions", keys.stream().map(Key::direction).toArray(String[]::new))
        .param("parties", keys.stream().map(Key::party).toArray(Long[]::new))
        .param("numbers", keys.stream().map(Key::number).toArray(String[]::new))
        .query(Original.class)
        .list()
        .forEach(
            o ->
                left.put(
                    new Key(o.direction(), o.partyId(), o.invoiceNoNorm()),
                    new Left(
                        o.invoiceId(),
                        new Money(o.compTtc().subtract(o.credited()).max(BigDecimal.ZERO)))));
    return left;
  }
}
