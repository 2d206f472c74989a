package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.platform.CopyIn;
import dz.manchengo.hub.platform.NewIds;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the lines of counts and what was counted, by COPY. */
@Component
class CountTables {
  private final JdbcClient db;
  private final DataSource source;
  private final ZoneId zone;

  CountTables(JdbcClient db, DataSource source, Clock clock) {
    this.db = db;
    this.source = source;
    this.zone = clock.getZone();
  }

  void write(long submission, List<CountRow> rows) {
    List<CountRow> opening = rows.stream().filter(row -> row.opensLine).toList();
    assignIds(opening);
    writeLines(submission, opening);
    writeEntries(submission, rows);
  }

  private void assignIds(List<CountRow> opening) {
    List<Long> ids = NewIds.take(db, "count_line", "line_id", opening.size());
    for (int i = 0; i < ids.size(); i++) {
      opening.get(i).line().id = ids.get(i);
    }
  }

  private void writeLines(long submission, List<CountRow> opening) {
    if (opening.isEmpty()) {
      return;
    }
    try (CopyIn copy =
        CopyIn.into(
            source,
            "count_line",
            "line_id",
            "session_id",
            "product_id",
            "lot_id",
            "bin_code",
            "book_qty",
            "book_unit_cost",
            "unexpected",
            "submission_id",
            "source_sheet",
            "source_row")) {
      for (CountRow row : opening) {
        CountLine line = row.line();
        copy.row(
            line.id,
            line.key.sessionId(),
            line.key.productId(),
            row.lotId(),
            line.key.bin(),
            line.book,
            line.unitCost,
            line.unexpected,
            submission,
            row.raw.place().sheet(),
            row.raw.place().row());
      }
      copy.end();
    }
  }

  private void writeEntries(long submission, List<CountRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    try (CopyIn copy =
        CopyIn.into(
            source,
            "count_entry",
            "line_id",
            "pass_no",
            "qty",
            "pieces",
            "counted_by",
            "counted_at",
            "hour_told",
            "reason_code",
            "note",
            "submission_id",
            "source_sheet",
            "source_row")) {
      for (CountRow row : rows) {
        row.passes.forEach(pass -> writeEntry(copy, submission, row, pass));
      }
      copy.end();
    }
  }

  private void writeEntry(CopyIn copy, long submission, CountRow row, CountedPass pass) {
    Place place = row.raw.place();
    copy.row(
        row.line().id,
        pass.pass(),
        row.inBase(pass.quantity()),
        pass.pieces(),
        pass.by(),
        row.countedAt(zone),
        row.isTimed(zone),
        row.text("reason"),
        row.text("note"),
        submission,
        place.sheet(),
        place.row());
  }

  /** A session that was prepared is one that is being counted from its first count on. */
  void begun(long submission) {
    db.sql(
            "UPDATE count_session SET status = 'COUNTING' WHERE status = 'OPEN' AND session_id IN"
                + " (SELECT session_id FROM count_line JOIN count_entry e USING (line_id)"
                + " WHERE e.submission_id = :submission)")
        .param("submission", submission)
        .update();
  }
}
