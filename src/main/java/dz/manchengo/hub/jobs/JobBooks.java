package dz.manchengo.hub.jobs;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/** What Spring Batch has written down of a run, and what a dead node left open there. */
@Component
class JobBooks {
  private static final ExitStatus DIED =
      ExitStatus.FAILED.addExitDescription("the node that ran it died");

  private final JobRepository repository;

  JobBooks(JobRepository repository) {
    this.repository = repository;
  }

  /**
   * Closes what stands as running though nobody runs it, so that it can be restarted: Batch 5.2
   * asks for an end time of the job and of its steps, and never restarts what is UNKNOWN.
   */
  void close(JobRun run) {
    JobExecution last = last(run);
    if (last == null || !(last.isRunning() || last.getStatus() == BatchStatus.UNKNOWN)) {
      return;
    }
    for (StepExecution step : last.getStepExecutions()) {
      if (step.getStatus().isRunning() || step.getStatus() == BatchStatus.UNKNOWN) {
        step.setStatus(BatchStatus.FAILED);
        step.setExitStatus(DIED);
        step.setEndTime(now());
        repository.update(step);
      }
    }
    last.setStatus(BatchStatus.FAILED);
    last.setExitStatus(DIED);
    last.setEndTime(now());
    repository.update(last);
  }

  /** As Spring Batch writes its own times. */
  private static LocalDateTime now() {
    return LocalDateTime.now(ZoneId.systemDefault());
  }

  /** The execution of the run that began last; null while there is none. */
  @Nullable JobExecution last(JobRun run) {
    JobParameters parameters = run.parameters(null);
    return repository.getLastJobExecution(run.job(), parameters);
  }
}
