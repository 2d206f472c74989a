package dz.manchengo.hub.intake;

import dz.manchengo.hub.platform.Sql;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of each record that an undo met, read in portions: there may be a million. */
final class UndoneRecords {
  private static final int PORTION = 5_000;

  private final JdbcClient db;
  private final long undo;

  UndoneRecords(JdbcClient db, long undo) {
    this.db = db;
    this.undo = undo;
  }

  /** How many records of one kind met one end. */
  record Count(String kind, String outcome, int number) {}

  /** One record; the last three say why it is kept and what was built upon it. */
  record One(
      String kind,
      long recordId,
      @Nullable String document,
      String sheet,
      @Nullable Integer rowNo,
      String outcome,
      @Nullable String reason,
      @Nullable Long reasonSubmission,
      @Nullable String reasonDocument) {}

  List<Count> counts() {
    return db.sql(
            "SELECT kind, outcome, count(*)::int AS number FROM undo_entry WHERE undo_id = :undo"
                + " GROUP BY kind, outcome ORDER BY kind, outcome")
        .param("undo", undo)
        .query(Count.class)
        .list();
  }

  /** Those that are kept first; {@code most} at the most of either. */
  void read(int most, Consumer<One> reader) {
    read(true, most, reader);
    read(false, most, reader);
  }

  private void read(boolean kept, int most, Consumer<One> reader) {
    String kind = "";
    long record = 0;
    for (int read = 0; read < most; read += PORTION) {
      List<One> portion = portion(kept, kind, record);
      portion.forEach(reader);
      if (portion.size() < PORTION) {
        return;
      }
      One last = portion.get(PORTION - 1);
      kind = last.kind();
      record = last.recordId();
    }
  }

  private List<One> portion(boolean kept, String kind, long record) {
    return db.sql(Sql.file("intake/undo_entries.sql"))
        .param("undo", undo)
        .param("kept", kept)
        .param("kind", kind)
        .param("record", record)
        .param("limit", PORTION)
        .query(One.class)
        .list();
  }
}
