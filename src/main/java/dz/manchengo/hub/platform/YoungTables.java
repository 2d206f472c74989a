package dz.manchengo.hub.platform;

import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tables that held next to nothing before a long transaction filled them. Autovacuum, passing by
 * meanwhile, does not see those rows and tells the planner that the table is empty: look-ups then
 * read all of it for each number asked (decision 0020).
 */
@Component
public class YoungTables {
  private final JdbcClient db;
  private final DataSource source;
  private final Tenancy tenancy;

  YoungTables(JdbcClient db, DataSource source, Tenancy tenancy) {
    this.db = db;
    this.source = source;
    this.tenancy = tenancy;
  }

  /**
   * Has the server count the young ones among the tables that this transaction has copied rows
   * into; autovacuum leaves them alone until its end. A table that somebody else is counting is
   * passed over.
   */
  public void count() {
    List<String> young = young(CopyQueue.of(source).tables());
    if (!young.isEmpty()) {
      tenancy.asHouse(
          () -> young.forEach(table -> db.sql("ANALYZE (SKIP_LOCKED) " + table).update()));
    }
  }

  private List<String> young(Set<String> tables) {
    return db.sql(
            "SELECT t FROM unnest(:tables::text[]) t JOIN pg_class c ON c.oid = to_regclass(t)"
                + " WHERE c.reltuples < 1000")
        .param("tables", tables.toArray(String[]::new))
        .query(String.class)
        .list();
  }
}
