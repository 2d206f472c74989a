package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.platform.Sql;
import dz.manchengo.hub.platform.Tenancy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sales that come after a count was posted which had taken off what they sell as missing, nobody
 * knew why (INV-064): it was sold, and its exit must not be recorded any more.
 */
@Component
class SoldThoughMissing {
  private final JdbcClient db;
  private final Tenancy tenancy;
  private final String zone;

  SoldThoughMissing(JdbcClient db, Tenancy tenancy, Clock clock) {
    this.db = db;
    this.tenancy = tenancy;
    this.zone = clock.getZone().getId();
  }

  record Sold(
      String invoiceNo,
      LocalDate invoiceDate,
      String sourceSheet,
      int sourceRow,
      String productCode,
      BigDecimal qty,
      String sessionNo,
      BigDecimal missing) {
    Finding finding(String quantityHeader) {
      return RuleBook.finding(
              "INV-064",
              Place.row(sourceSheet, sourceRow).at(quantityHeader),
              qty.toPlainString(),
              "no",
              invoiceNo,
              "date",
              invoiceDate,
              "product",
              productCode,
              "qty",
              qty,
              "session",
              sessionNo,
              "missing",
              missing)
          .withDocument(invoiceNo);
    }
  }

  /**
   * Once for each product, seen among what is written; what was posted of counts is no partner's.
   */
  List<Finding> of(long submission, String quantityHeader) {
    if (!tenancy.isOfHouse()) {
      return List.of();
    }
    return db
        .sql(Sql.file("sales/find_sold_though_missing.sql"))
        .param("submission", submission)
        .param("zone", zone)
        .query(Sold.class)
        .list()
        .stream()
        .map(sold -> sold.finding(quantityHeader))
        .toList();
  }
}
