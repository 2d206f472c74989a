package dz.manchengo.hub.reports;

import dz.manchengo.hub.jobs.JobDefinition;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.StepExecution;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells of workbooks that go further; who brings them fails the run where it cannot be. */
@Component
class ReportServers {
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  ReportServers(ApplicationEventPublisher events, TransactionTemplate transaction) {
    this.events = events;
    this.transaction = transaction;
  }

  void send(JobDefinition job, StepExecution step, ReportLetters.Written book) {
    if (job.servers().isEmpty() && job.buckets().isEmpty()) {
      return;
    }
    JobParameters run = step.getJobParameters();
    LocalDate date = Objects.requireNonNull(run.getLocalDate("businessDate"));
    WorkbookWritten written =
        new WorkbookWritten(
            job.name(),
            date,
            Objects.requireNonNull(run.getLong("attempt", 1L)),
            book.name(),
            "reports/" + job.name() + "/" + book.name(),
            job.servers(),
            job.buckets());
    transaction.executeWithoutResult(status -> events.publishEvent(written));
  }
}
