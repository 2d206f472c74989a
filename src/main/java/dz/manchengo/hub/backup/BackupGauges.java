package dz.manchengo.hub.backup;

import dz.manchengo.hub.platform.DatabaseFigures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * {@code hub_backup_last_verified_timestamp_seconds}, the moment that could be restored, and {@code
 * hub_backup_restore_seconds}, how long fetching and restoring it took; 0 before the first proof.
 */
@Component
class BackupGauges {
  private static final String LAST =
      "SELECT coalesce((SELECT %s FROM backup_run WHERE status = 'VERIFIED' AND missing_since IS NULL"
          + " ORDER BY id DESC LIMIT 1), 0)";

  private final JdbcClient db;

  BackupGauges(JdbcClient db, MeterRegistry metrics, DatabaseFigures figures) {
    this.db = db;
    Gauge.builder(
            "hub.backup.last.verified.timestamp",
            () -> figures.of(() -> last("extract(epoch FROM snapshot_at)::double precision")))
        .baseUnit("seconds")
        .register(metrics);
    Gauge.builder(
            "hub.backup.restore", () -> figures.of(() -> last("(fetch_ms + restore_ms) / 1000.0")))
        .baseUnit("seconds")
        .register(metrics);
  }

  private double last(String figure) {
    return db.sql(LAST.formatted(figure)).query(Double.class).single();
  }
}
