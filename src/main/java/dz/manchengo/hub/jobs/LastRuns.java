package dz.manchengo.hub.jobs;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How each job went last. */
@Component
public class LastRuns {
  private final JobCatalogue catalogue;
  private final JdbcClient db;

  LastRuns(JobCatalogue catalogue, JdbcClient db) {
    this.catalogue = catalogue;
    this.db = db;
  }

  /**
   * The run of a job that was wanted last.
   *
   * @param failure why it failed; null where it did not
   * @param rows written by all its steps
   * @param seconds from its begin to its end
   */
  public record Last(
      String job,
      long id,
      LocalDate businessDate,
      String status,
      @Nullable String failure,
      long rows,
      long seconds) {
    /** In what a run that is done is not as its job expects it; null where it is. */
    public @Nullable Odd odd(JobDefinition.Expect expect) {
      if (!status.equals("COMPLETED")) {
        return null;
      }
      return rows < expect.leastRows()
          ? Odd.FEW
          : rows > expect.mostRows()
              ? Odd.MANY
              : seconds < expect.shortest().toSeconds() ? Odd.QUICK : null;
    }

    public boolean isFailed() {
      return status.equals("FAILED");
    }

    /** It has not said yet how it goes; nor has one that somebody stopped. */
    public boolean isOpen() {
      return !status.equals("FAILED") && !status.equals("COMPLETED");
    }
  }

  /** What is unusual about a run. */
  public enum Odd {
    FEW,
    MANY,
    QUICK
  }

  /** The job that was run. */
  public JobDefinition definition(Last last) {
    return definition(last.job());
  }

  /** One that there is. */
  public JobDefinition definition(String job) {
    return catalogue.named(job).orElseThrow();
  }

  /** Of the jobs that there are. */
  public List<Last> all() {
    return db
        .sql(
            "SELECT DISTINCT ON (job) job, id, business_date, status, failure,"
                + " rows_written AS rows, coalesce(extract(epoch FROM ended_at - started_at)::bigint, 0) AS seconds FROM job_run"
                + " ORDER BY job, id DESC")
        .query(Last.class)
        .list()
        .stream()
        .filter(last -> catalogue.named(last.job()).isPresent())
        .toList();
  }
}
