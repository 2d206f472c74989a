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
   */
  public record Last(
      String job, long id, LocalDate businessDate, String status, @Nullable String failure) {
    public boolean isFailed() {
      return status.equals("FAILED");
    }

    public boolean isOpen() {
      return status.equals("WANTED") || status.equals("RUNNING");
    }
  }

  /** Of the jobs that there are. */
  public List<Last> all() {
    return db
        .sql(
            "SELECT DISTINCT ON (job) job, id, business_date, status, failure FROM job_run"
                + " ORDER BY job, id DESC")
        .query(Last.class)
        .list()
        .stream()
        .filter(last -> catalogue.named(last.job()).isPresent())
        .toList();
  }
}
