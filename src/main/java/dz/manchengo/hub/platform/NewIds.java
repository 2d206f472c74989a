package dz.manchengo.hub.platform;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Identities for rows that are about to be written: their lines, which are copied in by another
 * statement, must know them before.
 */
public final class NewIds {
  private NewIds() {}

  /** As many as wanted, in one statement, from the sequence of that identity column. */
  public static List<Long> take(JdbcClient db, String table, String column, int count) {
    return db.sql("SELECT nextval(pg_get_serial_sequence(:t, :c)) FROM generate_series(1, :count)")
        .param("t", table)
        .param("c", column)
        .param("count", count)
        .query(Long.class)
        .list();
  }
}
