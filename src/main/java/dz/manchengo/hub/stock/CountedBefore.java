package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.platform.Sql;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Movements that come after a count was posted which they should have been in: the difference that
 * was posted may be theirs (MVT-015).
 */
@Component
class CountedBefore {
  private final JdbcClient db;

  CountedBefore(JdbcClient db) {
    this.db = db;
  }

  record Late(
      String productCode, String sessionNo, String sourceSheet, int sourceRow, String refNo) {
    Finding finding(String header) {
      return RuleBook.finding(
              "MVT-015",
              Place.row(sourceSheet, sourceRow).at(header),
              null,
              "product",
              productCode,
              "ref",
              refNo,
              "session",
              sessionNo)
          .withDocument(refNo);
    }
  }

  /** Once for each product, seen among what is written. */
  List<Finding> of(long submission, String header) {
    return db
        .sql(Sql.file("stock/find_counted_before.sql"))
        .param("submission", submission)
        .query(Late.class)
        .list()
        .stream()
        .map(late -> late.finding(header))
        .toList();
  }
}
