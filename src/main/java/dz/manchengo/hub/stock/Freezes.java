package dz.manchengo.hub.stock;

import dz.manchengo.hub.catalog.WarehouseMatch;
import dz.manchengo.hub.platform.Sql;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Warehouses that are counted while nothing may move (domain notes §5.3, freeze HARD). What moved
 * before the cut-off is taken, however late it is told.
 */
@Component
class Freezes {
  private final JdbcClient db;
  private final ZoneId zone;

  Freezes(JdbcClient db, Clock clock) {
    this.db = db;
    this.zone = clock.getZone();
  }

  record Frozen(long warehouseId, String sessionNo, OffsetDateTime cutoffAt) {}

  /** The freezes of one file; whoever writes has the ledger's lock. */
  Current current() {
    return new Current(
        db.sql(Sql.file("stock/frozen_warehouses.sql")).query(Frozen.class).list(), zone);
  }

  /** What may not move now. */
  record Current(List<Frozen> frozen, ZoneId zone) {
    /** MVT-014 for a movement after the cut-off, out of the warehouse or into it. */
    void check(MovementRow row) {
      if (!frozen.isEmpty() && !row.unchanged && !tell(row, row.warehouse())) {
        tell(row, row.destination);
      }
    }

    private boolean tell(MovementRow row, @Nullable WarehouseMatch place) {
      if (place == null) {
        return false;
      }
      OffsetDateTime at = row.movement().effectiveAt().atZone(zone).toOffsetDateTime();
      Optional<Frozen> count =
          frozen.stream()
              .filter(one -> one.warehouseId() == place.id() && at.isAfter(one.cutoffAt()))
              .findFirst();
      count.ifPresent(
          one ->
              row.tell(
                  "MVT-014",
                  "effective_at",
                  row.movement().effectiveAt().toLocalDate().toString(),
                  "warehouse",
                  place.code(),
                  "session",
                  one.sessionNo()));
      return count.isPresent();
    }
  }
}
