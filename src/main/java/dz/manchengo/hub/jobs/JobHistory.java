package dz.manchengo.hub.jobs;

import dz.manchengo.hub.platform.DatabaseCommand.Hub;
import dz.manchengo.hub.platform.Sql;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The latest runs of a job, or of all: what was asked, how each ended, how long it took. */
final class JobHistory {
  private JobHistory() {}

  /**
   * One run.
   *
   * @param asked beside its date, as JSON
   * @param began empty while it waits
   * @param seconds until its end, or now
   */
  private record Run(
      long id,
      String job,
      LocalDate day,
      int attempt,
      String asked,
      String wantedBy,
      String began,
      long seconds,
      long rows,
      String status,
      @Nullable String failure) {}

  /** Says them, of all jobs where it is null. */
  static void tell(@Nullable String job, Hub hub) {
    var runs =
        JdbcClient.create(hub.database().dataSource())
            .sql(Sql.file("jobs/history.sql"))
            .param("job", job)
            .param("zone", hub.zone().getId())
            .query(Run.class)
            .list();
    for (Run run : runs) {
      hub.say(
          "job.command.run",
          String.valueOf(run.id()),
          run.job(),
          run.day(),
          run.attempt(),
          run.asked().equals("{}") ? "" : " " + run.asked(),
          run.wantedBy(),
          run.began(),
          run.seconds(),
          run.rows(),
          run.status(),
          Objects.requireNonNullElse(run.failure(), ""));
    }
    hub.say("job.command.runs", runs.size());
  }
}
