package dz.manchengo.hub.backup;

import dz.manchengo.hub.jobs.JobDefinition;
import dz.manchengo.hub.jobs.JobSteps;
import java.util.List;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.batch.support.transaction.ResourcelessTransactionManager;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A drill that found what cannot be restored fails behind its workbook: that is the evidence. */
@Component
@Order(JobSteps.AFTER_REPORTS)
record DrillEnd(JobRepository repository) implements JobSteps {
  @Override
  public List<Step> steps(JobDefinition job) {
    return job.name().equals(DrillSteps.JOB)
        ? List.of(
            new StepBuilder("verdict", repository)
                .tasklet(
                    (contribution, context) -> {
                      new DrillVerdict(contribution.getStepExecution()).end();
                      return RepeatStatus.FINISHED;
                    },
                    new ResourcelessTransactionManager())
                .build())
        : List.of();
  }
}
