package dz.manchengo.hub.reconciliation;

import dz.manchengo.hub.jobs.JobDefinition;
import dz.manchengo.hub.jobs.JobSteps;
import dz.manchengo.hub.stock.Valuation;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * {@code value-stock}: one step, whole or not at all. A reconciliation begins with it: differences
 * are judged by what a unit costs now.
 */
@Component
@Order(JobSteps.BEFORE_REPORTS)
record ValuationSteps(
    JobRepository repository,
    PlatformTransactionManager transactions,
    JdbcTemplate db,
    Valuation valuation)
    implements JobSteps {
  private static final String JOB = "value-stock";

  private static final String RECONCILIATION = "reconcile-stock";

  @Override
  public List<Step> before(JobDefinition job) {
    return job.name().equals(RECONCILIATION) ? step() : List.of();
  }

  @Override
  public List<Step> steps(JobDefinition job) {
    return job.name().equals(JOB) ? step() : List.of();
  }

  private List<Step> step() {
    return List.of(
        new StepBuilder("value", repository)
            .tasklet(
                (contribution, context) -> {
                  db.execute(JobSteps.begin(contribution.getStepExecution()));
                  JobParameters run = contribution.getStepExecution().getJobParameters();
                  LocalDate date = Objects.requireNonNull(run.getLocalDate("businessDate"));
                  contribution.incrementWriteCount(
                      valuation.run(date, Objects.requireNonNull(run.getLong("attempt", 1L))));
                  return RepeatStatus.FINISHED;
                },
                transactions)
            .build());
  }
}
