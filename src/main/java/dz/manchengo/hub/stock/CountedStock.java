package dz.manchengo.hub.stock;

import dz.manchengo.hub.platform.Sql;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a count changes in the ledger. To be called in one transaction, alone with the ledger. */
public final class CountedStock {
  private final JdbcClient db;

  public CountedStock(JdbcClient db) {
    this.db = db;
  }

  /** Whoever else writes movements waits until the transaction ends. */
  public void lock() {
    new LedgerLock(db).toWrite();
  }

  /** The last day of closed stock; null while nothing is closed. */
  public @Nullable LocalDate closedThrough() {
    return db.sql("SELECT max(closed_through) FROM stock_closing")
        .query(LocalDate.class)
        .optional()
        .orElse(null);
  }

  /**
   * Posts the approved differences of a session and closes it.
   *
   * @param by who posts it
   * @return rows of the ledger
   */
  public int post(long session, String by) {
    int rows =
        db.sql(Sql.file("stock/post_adjustments.sql"))
            .param("session", session)
            .param("by", by)
            .update();
    db.sql("UPDATE count_session SET status = 'POSTED' WHERE session_id = :session")
        .param("session", session)
        .update();
    return rows;
  }
}
