package dz.manchengo.hub.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dz.manchengo.hub.platform.Sql;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Wants runs of jobs, restarts and stops them. Whoever wants one writes a row; a hub that has room
 * runs it. There is one run of a job, a business date and what was asked, whoever wants it how
 * often.
 */
@Component
public class JobRuns {
  private static final ObjectMapper JSON = new ObjectMapper();

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
   * @param asked what the job asks beside the date, by its name
   * @param by who wants it: {@code api:<client>}, {@code command}, {@code schedule}
   * @return its id
   * @throws JobRefused UNKNOWN, FUTURE, ALREADY, NOT_ASKED, MISSING, UNKNOWN_VALUE
   */
  public long want(
      String job,
      Optional<LocalDate> businessDate,
      Map<String, String> asked,
      boolean again,
      String by) {
    JobDefinition definition =
        catalogue.named(job).orElseThrow(() -> new JobRefused(JobRefused.Reason.UNKNOWN, job));
    LocalDate today = LocalDate.now(zone);
    LocalDate date = businessDate.orElse(today);
    if (date.isAfter(today)) {
      throw new JobRefused(JobRefused.Reason.FUTURE, date.toString());
    }
    String said = said(definition, asked);
    while (true) {
      Optional<Long> wanted = wanted(job, date, said, again, by);
      if (wanted.isPresent()) {
        return wanted.get();
      }
      Optional<String> there = latest(job, date, said);
      if (there.isPresent()) {
        throw new JobRefused(JobRefused.Reason.ALREADY, there.get());
      } // else another run of that date, of other values, was written at this very moment
    }
  }

  /**
   * Wants one more run of today, in the calling transaction: a hub runs it after the commit. Where
   * one of these values waits or runs already, that one is enough.
   *
   * @param asked as the job's tables know it
   */
  public static void wantAgain(
      JdbcClient db, String job, LocalDate today, Map<String, String> asked, String by) {
    db.sql(Sql.file("jobs/want_run.sql"))
        .param("job", job)
        .param("businessDate", today)
        .param("asked", JSON.valueToTree(asked).toString())
        .param("again", true)
        .param("by", by)
        .query(Long.class)
        .optional();
  }

  private Optional<Long> wanted(String job, LocalDate date, String said, boolean again, String by) {
    return db.sql(Sql.file("jobs/want_run.sql"))
        .param("job", job)
        .param("businessDate", date)
        .param("asked", said)
        .param("again", again)
        .param("by", by)
        .query(Long.class)
        .optional();
  }

  private Optional<String> latest(String job, LocalDate date, String said) {
    return db.sql(Sql.file("jobs/latest_run.sql"))
        .param("job", job)
        .param("businessDate", date)
        .param("asked", said)
        .query(String.class)
        .optional();
  }

  /** The values as the tables know them, a JSON object. */
  private String said(JobDefinition job, Map<String, String> asked) {
    asked.keySet().stream()
        .filter(name -> !job.asks().containsKey(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new JobRefused(JobRefused.Reason.NOT_ASKED, name);
            });
    ObjectNode said = JSON.createObjectNode();
    job.asks()
        .forEach(
            (name, ask) -> {
              String value = asked.get(name);
              if (value != null) {
                said.put(name, known(job, name, ask, value));
              } else if (ask.required()) {
                throw new JobRefused(JobRefused.Reason.MISSING, name);
              }
            });
    return said.toString();
  }

  private String known(JobDefinition job, String name, JobDefinition.Ask ask, String value) {
    return db.sql(catalogue.text(job, ask.known()))
        .param(name, value)
        .query(String.class)
        .optional()
        .orElseThrow(() -> new JobRefused(JobRefused.Reason.UNKNOWN_VALUE, name + " = " + value));
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
