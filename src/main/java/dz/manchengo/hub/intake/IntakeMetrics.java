package dz.manchengo.hub.intake;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures that alerts and dashboards use (contract). */
@Component
class IntakeMetrics {
  private final MeterRegistry registry;

  IntakeMetrics(MeterRegistry registry, JdbcClient db) {
    this.registry = registry;
    registry.gauge(
        "hub.intake.oldest.pending.seconds",
        db,
        d ->
            d.sql(
                    "SELECT coalesce(extract(epoch FROM now() - min(received_at)), 0)"
                        + " FROM submission WHERE status IN ('RECEIVED', 'POSTING', 'FAILED')")
                .query(Double.class)
                .single());
  }

  void finished(String channel, String feed, Result result) {
    registry
        .counter(
            "hub.intake.submissions", "feed", feed, "channel", channel, "status", result.status())
        .increment();
    rows(feed, "posted", result.rowsRead() - result.rowsRefused());
    rows(feed, "refused", result.rowsRefused());
  }

  /** Received → acknowledged. */
  void acknowledged(java.time.Duration feedback) {
    registry.timer("hub.intake.feedback").record(feedback);
  }

  private void rows(String feed, String outcome, int count) {
    registry.counter("hub.intake.rows", "feed", feed, "outcome", outcome).increment(count);
  }
}
