package dz.manchengo.hub.jobs;

import dz.manchengo.hub.platform.Sql;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Wants runs of jobs, restarts and stops them. Whoever wants one writes a row; a hub that has room
 * runs it. There is one run of a job and business date, whoever wants it how often.
 */
@Component
public class JobRuns {
  private final JobCatalogue catalogue;
  private final JdbcClient db;
  private final ZoneId zone;

  JobRuns(JobCatalogue catalogue, JdbcClient db, @Value("${hub.zone}") ZoneId zone) {
    this.catalogue = catalogue;
    this.db = db;
    this.zone = zone;
  }

  /**
   * Wants a run.
   *
   * @param businessDate today unless given
   * @param again whether one more is wanted where that date has had one
   * @param by who wants it: {@code api:<client>}, {@code command}, {@code schedule}
   * @return its id
   * @throws JobRefused UNKNOWN, FUTURE, ALREADY
   */
  public long want(String job, Optional<LocalDate> businessDate, boolean again, String by) {
    if (catalogue.named(job).isEmpty()) {
      throw new JobRefused(JobRefused.Reason.UNKNOWN, job);
    }
    LocalDate today = LocalDate.now(zone);
    LocalDate date = businessDate.orElse(today);
    if (date.isAfter(today)) {
      throw new JobRefused(JobRefused.Reason.FUTURE, date.toString());
    }
    return db.sql(Sql.file("jobs/want_run.sql"))
        .param("job", job)
        .param("businessDate", date)
        .param("again", again)
        .param("by", by)
        .query(Long.class)
        .optional()
        .orElseThrow(() -> new JobRefused(JobRefused.Reason.ALREADY, latest(job, date)));
  }

  private String latest(String job, LocalDate date) {
    return db.sql(
            "SELECT id FROM job_run WHERE job = :job AND business_date = :date"
                + " ORDER BY attempt DESC LIMIT 1")
        .param("job", job)
        .param("date", date)
        .query(String.class)
        .single();
  }

  /**
   * Wants a run that failed or was stopped to go on where it stopped.
   *
   * @throws JobRefused NO_RUN, STATE
   */
  public void restart(String job, long id, String by) {
    change(Sql.file("jobs/restart_run.sql"), job, id, by);
  }

  /**
   * Wants a run to end after what it is at.
   *
   * @throws JobRefused NO_RUN, STATE
   */
  public void stop(String job, long id, String by) {
    change(Sql.file("jobs/stop_run.sql"), job, id, by);
  }

  private void change(String sql, String job, long id, String by) {
    int changed = db.sql(sql).param("job", job).param("id", id).param("by", by).update();
    if (changed == 0) {
      throw db.sql("SELECT status FROM job_run WHERE id = :id AND job = :job")
          .param("id", id)
          .param("job", job)
          .query(String.class)
          .optional()
          .map(status -> new JobRefused(JobRefused.Reason.STATE, status))
          .orElseGet(() -> new JobRefused(JobRefused.Reason.NO_RUN, String.valueOf(id)));
    }
  }
}
