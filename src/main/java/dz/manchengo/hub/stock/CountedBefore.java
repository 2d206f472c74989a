package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.platform.Sql;
import dz.manchengo.hub.platform.Tenancy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Movements that come after a count was posted: the difference that was posted may be theirs, as
 * they are from before it (MVT-015), or of a delivery, a batch or a return that it found unrecorded
 * (MVT-022).
 */
@Component
class CountedBefore {
  private final JdbcClient db;
  private final Tenancy tenancy;
  private final String zone;

  CountedBefore(JdbcClient db, Tenancy tenancy, Clock clock) {
    this.db = db;
    this.tenancy = tenancy;
    this.zone = clock.getZone().getId();
  }

  record Late(
      String productCode, String sessionNo, String sourceSheet, int sourceRow, String refNo) {
    Finding finding(String rule, String header) {
      return RuleBook.finding(
              rule,
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

  /** Once for each product and rule, seen among what is written. */
  List<Finding> of(long submission, String header) {
    List<Finding> told = new ArrayList<>();
    late(Sql.file("stock/find_counted_before.sql"), submission)
        .forEach(late -> told.add(late.finding("MVT-015", header)));
    if (tenancy.isOfHouse()) { // what was posted of counts is no partner's
      late(Sql.file("stock/find_exits_posted_before.sql"), submission)
          .forEach(late -> told.add(late.finding("MVT-022", header)));
    }
    return told;
  }

  private List<Late> late(String sql, long submission) {
    return db.sql(sql).param("submission", submission).param("zone", zone).query(Late.class).list();
  }
}
