package dz.manchengo.hub.stock;

import dz.manchengo.hub.platform.Sql;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Through which day stock is closed. To be changed in one transaction, alone with the ledger. */
public final class StockClosings {
  private final JdbcClient db;
  private final ZoneId zone;

  public StockClosings(JdbcClient db, ZoneId zone) {
    this.db = db;
    this.zone = zone;
  }

  /**
   * What somebody said about it.
   *
   * @param closedThrough the last closed day from then on
   */
  public record Closing(
      LocalDate closedThrough,
      String closedBy,
      OffsetDateTime closedAt,
      @Nullable String because) {}

  /** At most 100, the one that holds first. */
  public List<Closing> all() {
    return db.sql(Sql.file("stock/closings.sql")).query(Closing.class).list();
  }

  /** Numbers of the counts that could no longer be posted if it were closed through that day. */
  public List<String> countsBefore(LocalDate through) {
    return db.sql(Sql.file("stock/counts_before_closing.sql"))
        .param("zone", zone.getId())
        .param("through", through)
        .query(String.class)
        .list();
  }

  /** From now on this holds: what moved or was counted on that day or before is refused. */
  public void close(LocalDate through, String by, @Nullable String because) {
    db.sql(Sql.file("stock/close_stock.sql"))
        .param("through", through)
        .param("by", by)
        .param("because", because)
        .update();
  }
}
