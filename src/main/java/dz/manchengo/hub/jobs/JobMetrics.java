package dz.manchengo.hub.jobs;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.JobExecution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * {@code hub_job_runs_total{job,status}}, {@code hub_job_duration_seconds{job}} and {@code
 * hub_job_last_success_timestamp_seconds{job}}; the last one is that of all hubs of the database,
 * and 0 for a job that has a schedule and was never done.
 */
@Component("jobMetrics")
class JobMetrics {
  private final MeterRegistry metrics;
  private final JdbcClient db;
  private final JobCatalogue catalogue;
  private final Map<String, AtomicLong> successes = new ConcurrentHashMap<>();

  private record Success(String job, long at) {}

  JobMetrics(MeterRegistry metrics, JdbcClient db, JobCatalogue catalogue) {
    this.metrics = metrics;
    this.db = db;
    this.catalogue = catalogue;
  }

  void ended(String job, String status, @Nullable JobExecution execution) {
    Counter.builder("hub.job.runs")
        .tag("job", job)
        .tag("status", status)
        .register(metrics)
        .increment();
    if (execution != null && execution.getStartTime() != null && execution.getEndTime() != null) {
      Timer.builder("hub.job.duration")
          .tag("job", job)
          .register(metrics)
          .record(Duration.between(execution.getStartTime(), execution.getEndTime()));
    }
    look();
  }

  /** Reads when each job was last done, by whichever hub. */
  void look() {
    catalogue.all().stream()
        .filter(job -> job.schedule() != null)
        .forEach(job -> successes.computeIfAbsent(job.name(), this::register));
    db.sql(
            "SELECT job, extract(epoch FROM max(ended_at))::bigint AS at FROM job_run"
                + " WHERE status = 'COMPLETED' GROUP BY job")
        .query(Success.class)
        .list()
        .forEach(done -> successes.computeIfAbsent(done.job(), this::register).set(done.at()));
  }

  private AtomicLong register(String job) {
    AtomicLong at = new AtomicLong();
    Gauge.builder("hub.job.last.success.timestamp", at, AtomicLong::get)
        .baseUnit("seconds")
        .tag("job", job)
        .strongReference(true)
        .register(metrics);
    return at;
  }
}
