package dz.manchengo.hub.intake;

import dz.manchengo.hub.platform.DatabaseFigures;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures that alerts and dashboards use (contract). */
@Component
class IntakeMetrics {
  /** Of submissions that no feed read. */
  static final String NO_FEED = "none";

  private final MeterRegistry registry;

  IntakeMetrics(MeterRegistry registry, JdbcClient db, DatabaseFigures figures) {
    this.registry = registry;
    registry.gauge(
        "hub.intake.pending",
        db,
        d ->
            figures.of(
                d.sql(
                            "SELECT count(*) FROM submission"
                                + " WHERE status IN ('RECEIVED', 'POSTING', 'FAILED')")
                        .query(Double.class)
                    ::single));
    registry.gauge(
        "hub.intake.oldest.pending.seconds",
        db,
        d ->
            figures.of(
                d.sql(
                            "SELECT coalesce(extract(epoch FROM now() - min(received_at)), 0)"
                                + " FROM submission WHERE status IN ('RECEIVED', 'POSTING', 'FAILED')")
                        .query(Double.class)
                    ::single));
  }

  void finished(String channel, String feed, Result result) {
    int refused = result.rowsRefused();
    finished(channel, feed, result.status(), result.rowsRead() - refused, refused);
  }

  void finished(String channel, String feed, String status, int posted, int refused) {
    submission(channel, feed, status);
    rows(feed, "posted", posted);
    rows(feed, "refused", refused);
  }

  /** A submission that took another one back: of no feed and without rows of its own. */
  void undone(String channel, String status) {
    submission(channel, NO_FEED, status);
  }

  private void submission(String channel, String feed, String status) {
    registry
        .counter("hub.intake.submissions", "feed", feed, "channel", channel, "status", status)
        .increment();
  }

  /** Received → acknowledged. */
  void acknowledged(java.time.Duration feedback) {
    registry.timer("hub.intake.feedback").record(feedback);
  }

  private void rows(String feed, String outcome, int count) {
    registry.counter("hub.intake.rows", "feed", feed, "outcome", outcome).increment(count);
  }
}
