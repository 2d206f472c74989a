package dz.manchengo.hub.jobs;

import dz.manchengo.hub.platform.Node;
import dz.manchengo.hub.platform.Sql;
import dz.manchengo.hub.platform.Texts;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobExecutionException;
import org.springframework.batch.core.JobExecutionListener;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.batch.core.repository.JobInstanceAlreadyCompleteException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Runs what is wanted, under a lease that it extends. A run whose node died is taken over: its
 * books are closed and it goes on at the step where it stopped.
 */
@Component("jobRunner")
class JobRunner {
  private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

  /** A run that takes its node with it is not tried for ever. */
  private static final int MOST_RECOVERIES = 3;

  private static final int LONGEST_FAILURE = 2000;
  private static final int LEASE_SECONDS = 60;

  private final JobCatalogue catalogue;
  private final Calendars calendars;
  private final List<JobSteps> more;
  private final StatementSteps statements;
  private final JobBooks books;
  private final JobRepository repository;
  private final JobLauncher launcher;
  private final JobMetrics metrics;
  private final JdbcClient db;
  private final ApplicationEventPublisher events;
  private final ObservationRegistry observations;
  private final String node;
  private final int most;
  private final Texts texts;
  private final Map<Long, Under> running = new ConcurrentHashMap<>();

  /** A run under way here. */
  private static final class Under {
    volatile @Nullable JobExecution execution;
    volatile boolean late;
    volatile boolean stopped;
  }

  private record Beat(long id, boolean stopWanted, long seconds) {}

  JobRunner(
      JobCatalogue catalogue,
      Calendars calendars,
      List<JobSteps> more,
      StatementSteps statements,
      JobBooks books,
      JobRepository repository,
      JobLauncher launcher,
      JobMetrics metrics,
      ObservationRegistry observations,
      JdbcClient db,
      ApplicationEventPublisher events,
      Node node,
      @Value("${hub.jobs.at-once}") int most,
      @Value("${hub.language}") Locale language) {
    this.catalogue = catalogue;
    this.calendars = calendars;
    this.more = more;
    this.statements = statements;
    this.books = books;
    this.repository = repository;
    this.launcher = launcher;
    this.metrics = metrics;
    this.observations = observations;
    this.db = db;
    this.events = events;
    this.node = node.id();
    this.most = most;
    this.texts = new Texts(language);
  }

  /** The next run, claimed for this node; null when there is none, or no room. */
  @Nullable JobRun claim() {
    if (running.size() >= most) {
      return null;
    }
    try {
      JobRun run =
          db.sql(Sql.file("jobs/claim_run.sql"))
              .param("node", node)
              .param("lease", LEASE_SECONDS)
              .param("mine", mine())
              .query(JobRun.class)
              .optional()
              .orElse(null);
      if (run != null) {
        running.put(run.id(), new Under());
      }
      return run;
    } catch (DuplicateKeyException e) {
      return null; // another hub has begun a run of that job at this very moment
    }
  }

  private Long[] mine() {
    return running.keySet().toArray(Long[]::new);
  }

  /** Runs it to its end, whatever that is. */
  void run(JobRun run) {
    tellTakenOver(run);
    try {
      log.info("job {} of {} begins, run {}", run.job(), run.businessDate(), run.id());
      end(run, BatchStatus.COMPLETED, launched(run));
    } catch (RuntimeException | JobExecutionException e) {
      log.error("job {} of {} failed, run {}", run.job(), run.businessDate(), run.id(), e);
      end(run, BatchStatus.FAILED, message(e));
    } finally {
      running.remove(run.id());
    }
  }

  /** Who tells of it may fail: the run goes on. */
  private void tellTakenOver(JobRun run) {
    if (run.recoveries() > 0) {
      try {
        events.publishEvent(
            new RunTakenOver(run.job(), run.id(), run.businessDate(), run.recoveries()));
      } catch (RuntimeException e) {
        log.warn("nobody is told that run {} was taken over", run.id(), e);
      }
    }
  }

  /** What went wrong; null when nothing did. */
  private @Nullable String launched(JobRun run) throws JobExecutionException {
    JobDefinition definition = catalogue.named(run.job()).orElse(null);
    if (definition == null) {
      return texts.get("job.failure.gone");
    }
    books.close(run);
    if (run.recoveries() > MOST_RECOVERIES) {
      return texts.get("job.failure.died", run.recoveries());
    }
    db.sql(Sql.file("jobs/fresh_statistics.sql")).update();
    try {
      JobExecution execution =
          launcher.run(job(definition, run), run.parameters(period(definition, run)));
      return execution.getStatus() == BatchStatus.COMPLETED ? null : message(execution);
    } catch (JobInstanceAlreadyCompleteException e) {
      return null; // it was done, and the node died before it could say so
    }
  }

  private @Nullable MovingPeriod period(JobDefinition definition, JobRun run) {
    String name = definition.period();
    JobDefinition.Schedule schedule = definition.schedule();
    WorkCalendar calendar =
        Optional.ofNullable(schedule)
            .map(JobDefinition.Schedule::calendar)
            .flatMap(named -> calendars.named(named, run.businessDate()))
            .orElse(WorkCalendar.none(""));
    return name == null ? null : MovingPeriod.of(name, run.businessDate(), calendar);
  }

  private Job job(JobDefinition definition, JobRun run) {
    List<Step> steps = new ArrayList<>();
    more.forEach(kind -> steps.addAll(kind.before(definition)));
    steps.addAll(statements.of(definition));
    more.forEach(kind -> steps.addAll(kind.steps(definition)));
    if (steps.isEmpty()) {
      throw new IllegalStateException("the job has no steps");
    }
    steps.forEach(step -> ((AbstractStep) step).setObservationRegistry(observations));
    SimpleJobBuilder builder =
        new JobBuilder(definition.name(), repository)
            .observationRegistry(observations)
            .listener(
                new JobExecutionListener() {
                  @Override
                  public void beforeJob(JobExecution execution) {
                    Under under = running.get(run.id());
                    if (under != null) {
                      under.execution = execution;
                    }
                  }
                })
            .start(steps.get(0));
    steps.stream().skip(1).forEach(builder::next);
    return builder.build();
  }

  /** A part's comes first: the step as a whole says only that one of them failed. */
  private static String message(JobExecution execution) {
    Stream<Throwable> ofParts =
        execution.getStepExecutions().stream()
            .filter(PartedStep::isPart)
            .flatMap(part -> part.getFailureExceptions().stream());
    return Stream.concat(ofParts, execution.getAllFailureExceptions().stream())
        .findFirst()
        .map(JobRunner::message)
        .orElse(execution.getExitStatus().getExitDescription());
  }

  private static String message(Throwable failure) {
    String text = String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
    return text.length() <= LONGEST_FAILURE ? text : text.substring(0, LONGEST_FAILURE);
  }

  private void end(JobRun run, BatchStatus wanted, @Nullable String failure) {
    JobExecution last = books.last(run);
    Under under = running.get(run.id());
    boolean late = under != null && under.late;
    boolean wantedToStop = under != null && under.stopped;
    boolean stopped =
        last != null && (last.getStatus() == BatchStatus.STOPPED || wantedToStop) && !late;
    String status = failure == null ? wanted.name() : stopped ? "STOPPED" : "FAILED";
    String why = late ? texts.get("job.failure.late") : stopped ? null : failure;
    db.sql(Sql.file("jobs/end_run.sql"))
        .param("id", run.id())
        .param("node", node)
        .param("status", status)
        .param("failure", why)
        .param("instance", last == null ? -1 : last.getJobInstance().getInstanceId())
        .update();
    metrics.ended(run.job(), status, last);
    log.info("job {} of {} ends {}, run {}", run.job(), run.businessDate(), status, run.id());
  }

  /** Extends the leases of what runs here, and stops what is wanted to stop or takes too long. */
  void beat() {
    if (running.isEmpty()) {
      return;
    }
    db.sql(Sql.file("jobs/extend_leases.sql"))
        .param("mine", mine())
        .param("node", node)
        .param("lease", LEASE_SECONDS)
        .query(Beat.class)
        .list()
        .forEach(this::judge);
  }

  private void judge(Beat beat) {
    Under under = running.get(beat.id());
    JobExecution execution = under == null ? null : under.execution;
    if (under == null || execution == null) {
      return;
    }
    under.late |=
        catalogue
            .named(execution.getJobInstance().getJobName())
            .map(job -> beat.seconds() > job.limit().toSeconds())
            .orElse(false);
    if (under.late || beat.stopWanted()) {
      under.stopped |= beat.stopWanted();
      execution.setStatus(BatchStatus.STOPPING);
      Set.copyOf(execution.getStepExecutions()).forEach(StepExecution::setTerminateOnly);
      db.sql(Sql.file("jobs/cancel_statements.sql"))
          .param("mark", JobSteps.mark(execution))
          .query((row, n) -> n)
          .list();
    }
  }
}
