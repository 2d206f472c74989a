package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.platform.Figures;
import dz.manchengo.hub.platform.Sql;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** More went out than there was: it happened, so it is written, and told (MVT-002). */
@Component
class NegativeStock {
  private final JdbcClient db;

  NegativeStock(JdbcClient db) {
    this.db = db;
  }

  record Balance(
      String productCode,
      @Nullable String lotCode,
      BigDecimal qty,
      String sourceSheet,
      int sourceRow,
      String refNo) {
    Finding finding(String header) {
      String shown = Figures.of(qty);
      return RuleBook.finding(
              "MVT-002",
              Place.row(sourceSheet, sourceRow).at(header),
              null,
              "product",
              productCode,
              "lot",
              Objects.requireNonNullElse(lotCode, "-"),
              "qty",
              shown)
          .withDocument(refNo);
    }
  }

  /** Balances that the submission brought below zero, seen among what is written. */
  List<Finding> of(long submission, String header) {
    return db
        .sql(Sql.file("stock/find_negative_stock.sql"))
        .param("submission", submission)
        .query(Balance.class)
        .list()
        .stream()
        .map(balance -> balance.finding(header))
        .toList();
  }
}
