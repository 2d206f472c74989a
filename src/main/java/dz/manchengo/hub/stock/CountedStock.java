package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.platform.Sql;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a count changes in the ledger. To be called in one transaction, alone with the ledger. */
public final class CountedStock {
  private final JdbcClient db;

  public CountedStock(JdbcClient db) {
    this.db = db;
  }

  /**
   * The number of a warehouse's count of a day, where nobody gives it another: {@code
   * INV-PRINCIPAL-20260930}.
   *
   * @param warehouse in the form in which it is compared (catalog.Warehouses)
   */
  public static String usualNumber(String warehouse, LocalDate day) {
    return "INV-%s-%s"
        .formatted(warehouse.replace(' ', '-'), DateTimeFormatter.BASIC_ISO_DATE.format(day));
  }

  /** Whoever else writes movements waits until the transaction ends. */
  public void lock() {
    new LedgerLock(db).toWrite();
  }

  /** The last day of closed stock; null while nothing is closed. */
  public @Nullable LocalDate closedThrough() {
    return db.sql("SELECT stock_closed_through()").query(LocalDate.class).optional().orElse(null);
  }

  /**
   * A session that somebody opens.
   *
   * @param warehouse in the form in which it is compared (catalog.Warehouses)
   * @param kind FULL, CYCLE or SPOT
   * @param freeze HARD, SOFT or NONE
   * @param emptyMeans NOT_COUNTED or ZERO
   */
  public record Opening(
      String sessionNo,
      String warehouse,
      OffsetDateTime cutoffAt,
      String kind,
      String freeze,
      String emptyMeans,
      String by) {}

  /** Opens a session; false where there is no such warehouse. */
  public boolean open(Opening one) {
    return db.sql(Sql.file("stock/open_count_session.sql"))
            .param("session", one.sessionNo())
            .param("norm", DocumentNumber.norm(one.sessionNo()))
            .param("warehouse", one.warehouse())
            .param("cutoff", one.cutoffAt().toString())
            .param("kind", one.kind())
            .param("freeze", one.freeze())
            .param("empty", one.emptyMeans())
            .param("by", one.by())
            .update()
        > 0;
  }

  /** Ends a session without posting; false where it has ended. */
  public boolean close(String sessionNo, String by, @Nullable String because) {
    return db.sql(Sql.file("stock/close_count_session.sql"))
            .param("norm", DocumentNumber.norm(sessionNo))
            .param("by", by)
            .param("because", because)
            .update()
        > 0;
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
    db.sql(
            "UPDATE count_session SET status = 'POSTED', closed_at = clock_timestamp() WHERE session_id = :session")
        .param("session", session)
        .update();
    return rows;
  }
}
