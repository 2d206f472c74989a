package dz.manchengo.hub.jobs;

import java.time.LocalDate;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.JobParametersBuilder;

/**
 * A run that this node has claimed.
 *
 * @param attempt more than 1 where somebody wanted that date again
 * @param recoveries how often it was taken over from a node that died
 */
record JobRun(long id, String job, LocalDate businessDate, int attempt, int recoveries) {

  /** What tells it from other runs of the job; the same after a crash, so that it goes on. */
  JobParameters parameters() {
    JobParametersBuilder parameters = new JobParametersBuilder();
    parameters.addLocalDate("businessDate", businessDate);
    if (attempt > 1) {
      parameters.addLong("attempt", (long) attempt);
    }
    return parameters.toJobParameters();
  }
}
