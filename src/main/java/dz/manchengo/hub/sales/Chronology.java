package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.platform.Sql;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The order of dates in the series of our own numbers (INV-026). */
@Component
class Chronology {
  private final JdbcClient db;

  Chronology(JdbcClient db) {
    this.db = db;
  }

  record Broken(
      String invoiceNo,
      LocalDate invoiceDate,
      String sourceSheet,
      int sourceRow,
      String other,
      LocalDate otherDate) {
    Finding finding(String numberHeader) {
      return RuleBook.finding(
              "INV-026",
              Place.row(sourceSheet, sourceRow).at(numberHeader),
              invoiceNo,
              "no",
              invoiceNo,
              "date",
              invoiceDate,
              "other",
              other,
              "other_date",
              otherDate)
          .withDocument(invoiceNo);
    }
  }

  /** Invoices of this submission with a higher number and an earlier date. */
  List<Finding> broken(long submission, String numberHeader) {
    return db
        .sql(Sql.file("sales/find_broken_chronology.sql"))
        .param("submission", submission)
        .query(Broken.class)
        .list()
        .stream()
        .map(broken -> broken.finding(numberHeader))
        .toList();
  }
}
