package dz.manchengo.hub.platform;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
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

  YoungTables(JdbcClient db, DataSource source) {
    this.db = db;
    this.source = source;
  }

  /**
   * Has the server count the young ones among the tables that this transaction has copied rows
   * into; autovacuum leaves them alone until its end. A table that somebody else is counting is
   * passed over.
   */
  public void count() {
    for (String table : young(copiedInto())) {
      db.sql("ANALYZE (SKIP_LOCKED) " + table).update();
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

  private Set<String> copiedInto() {
    try {
      return DataSourceUtils.getConnection(source).unwrap(CopyQueue.class).tables();
    } catch (SQLException e) {
      throw new IllegalStateException("not a data source of " + CopyingDataSource.class, e);
    }
  }
}
