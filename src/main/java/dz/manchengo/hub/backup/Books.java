package dz.manchengo.hub.backup;

import dz.manchengo.hub.platform.Node;
import dz.manchengo.hub.platform.Sql;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is written of backups in the database that they are of. */
@Component
class Books {
  private final JdbcClient db;
  private final String node;

  Books(JdbcClient db, Node node) {
    this.db = db;
    this.node = node.id();
  }

  long begin(String name) {
    return db.sql(
            "INSERT INTO backup_run (name, status, step, node)"
                + " VALUES (:name, 'RUNNING', 'preflight', :node) RETURNING id")
        .param("name", name)
        .param("node", node)
        .query(Long.class)
        .single();
  }

  void step(long id, String status, String step) {
    db.sql("UPDATE backup_run SET status = :status, step = :step WHERE id = :id")
        .param("status", status)
        .param("step", step)
        .param("id", id)
        .update();
  }

  void scratch(long id, String name) {
    db.sql("UPDATE backup_run SET scratch = :name WHERE id = :id")
        .param("name", name)
        .param("id", id)
        .update();
  }

  /** What is known once the file is made. */
  void sealed(long id, Manifest manifest, List<String> places) {
    db.sql(Sql.file("backup/sealed.sql"))
        .param("id", id)
        .param("at", Timestamp.from(manifest.snapshotAt()))
        .param("lsn", manifest.snapshotLsn())
        .param("databaseBytes", manifest.databaseBytes())
        .param("bytes", manifest.bytes())
        .param("sha256", manifest.sha256())
        .param("tables", manifest.contents().tables().size())
        .param("rows", manifest.contents().rows())
        .param("catalogue", manifest.contents().catalogue().md5())
        .param("migration", manifest.migration())
        .param("server", manifest.serverVersion())
        .param("tool", manifest.toolVersion())
        .param("places", places.toArray(String[]::new))
        .update();
    manifest.contents().tables().forEach(table -> wanted(id, table));
  }

  private void wanted(long id, TableSum table) {
    db.sql(
            "INSERT INTO backup_table_check (backup_run_id, table_name, rows, sum_a, sum_b)"
                + " VALUES (:id, :table, :rows, :a, :b)")
        .param("id", id)
        .param("table", table.table())
        .param("rows", table.rows())
        .param("a", table.a())
        .param("b", table.b())
        .update();
  }

  /** What the copy has, table by table, whether or not that is as it should be. */
  void restored(long id, Contents found) {
    for (TableSum table : found.tables()) {
      db.sql(Sql.file("backup/restored_table.sql"))
          .param("id", id)
          .param("table", table.table())
          .param("rows", table.rows())
          .param("a", table.a())
          .param("b", table.b())
          .update();
    }
  }

  void end(long id, String status, @Nullable String failure, Map<String, Long> millis) {
    db.sql(Sql.file("backup/end.sql"))
        .param("id", id)
        .param("status", status)
        .param("failure", failure)
        .param("dump", millis.get("dump"))
        .param("seal", millis.get("seal"))
        .param("ship", millis.get("ship"))
        .param("fetch", millis.get("fetch"))
        .param("restore", millis.get("restore"))
        .param("compare", millis.get("compare"))
        .update();
  }

  /** Where the last proved ones were put. */
  Set<String> places() {
    return Set.copyOf(db.sql(Sql.file("backup/last_places.sql")).query(String.class).list());
  }

  /** What was proved is no longer what it was. */
  void suspect(String name, String why) {
    db.sql(
            "UPDATE backup_run SET status = 'SUSPECT', failure = :why"
                + " WHERE name = :name AND status = 'VERIFIED'")
        .param("name", name)
        .param("why", why)
        .update();
  }

  /** Ends what died with its hub; the scratch databases that it left. */
  List<String> abandon(String why) {
    return db
        .sql(Sql.file("backup/abandoned.sql"))
        .param("failure", why)
        .query((row, n) -> Optional.ofNullable(row.getString("scratch")))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Bytes under which a file is no dump of this database; 0 before the first proof. */
  long leastBytes() {
    Double half =
        db.sql(Sql.file("backup/usual_size.sql")).query(Double.class).optional().orElse(null);
    return half == null ? 0 : half.longValue();
  }

  Instant now() {
    return Objects.requireNonNull(
            db.sql("SELECT now()").query(Timestamp.class).single(), "the database has a clock")
        .toInstant();
  }
}
