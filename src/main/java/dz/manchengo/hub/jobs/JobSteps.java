package dz.manchengo.hub.jobs;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.scope.context.ChunkContext;

/** Steps that a job has around its statements; every bean is asked for every job. */
public interface JobSteps {

  /** What every statement may name, whatever its job. */
  Set<String> GIVEN =
      Set.of("businessDate", "attempt", "zone", "language", "portion", "from", "until", "period");

  /** Where the workbooks of a job stand among its steps; by Spring's order, lower is sooner. */
  int REPORTS = 0;

  /** What workbooks tell of. */
  int BEFORE_REPORTS = REPORTS - 1;

  /** What is told only once they are written. */
  int AFTER_REPORTS = REPORTS + 1;

  /** Steps that a job has before its statements, as those behind them. */
  default List<Step> before(JobDefinition definition) {
    return List.of();
  }

  /**
   * The steps in their order, none for a job that is not of this kind. Each must go on where it
   * stopped when the run is restarted.
   *
   * @param definition as it is in force at the start of the run
   */
  List<Step> steps(JobDefinition definition);

  /**
   * What the transaction of a step begins with: it sorts and hashes in memory, and whoever stops
   * the run finds its statement.
   */
  static String begin(StepExecution step) {
    return "SET LOCAL work_mem = '64MB'; SET LOCAL application_name = '%s'"
        .formatted(mark(step.getJobExecution()));
  }

  /** By what the database knows a run's transactions. */
  static String mark(JobExecution run) {
    return "hub job " + run.getId();
  }

  /** What was said of this run: its business date and attempt, and what its job asks. */
  static Map<String, Object> parameters(ChunkContext context, ZoneId zone) {
    return parameters(context.getStepContext().getStepExecution(), zone);
  }

  /** The same of a step as a whole. */
  static Map<String, Object> parameters(StepExecution step, ZoneId zone) {
    JobParameters given = step.getJobParameters();
    Map<String, Object> values = new HashMap<>();
    given.getParameters().forEach((name, parameter) -> values.put(name, parameter.getValue()));
    values.putIfAbsent("attempt", 1L);
    values.put("zone", zone.getId());
    return values;
  }
}
