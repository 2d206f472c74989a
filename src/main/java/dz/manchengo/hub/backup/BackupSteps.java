package dz.manchengo.hub.backup;

import dz.manchengo.hub.jobs.JobCatalogue;
import dz.manchengo.hub.jobs.JobDefinition;
import dz.manchengo.hub.jobs.JobSteps;
import dz.manchengo.hub.platform.Failpoint;
import dz.manchengo.hub.platform.HubHome;
import dz.manchengo.hub.platform.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.batch.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** The steps of {@code backup-nightly}; each run of the job is one backup. */
@Component
class BackupSteps implements JobSteps {
  static final String JOB = "backup-nightly";
  private static final Logger log = LoggerFactory.getLogger(BackupSteps.class);
  private static final long LOOK_MILLIS = 500;
  private static final String FIGURES = "figures.sql";

  private final JobCatalogue catalogue;
  private final JobRepository repository;
  private final BackupSettings settings;
  private final BackupServer servers;
  private final Books books;
  private final BackupNotice notice;
  private final Places places;
  private final HubHome home;
  private final Texts texts;
  private final Clock clock;

  BackupSteps(
      JobCatalogue catalogue,
      JobRepository repository,
      BackupSettings settings,
      BackupServer servers,
      Books books,
      BackupNotice notice,
      Places places,
      HubHome home,
      @Value("${hub.language}") Locale language,
      Clock clock) {
    this.catalogue = catalogue;
    this.repository = repository;
    this.settings = settings;
    this.servers = servers;
    this.books = books;
    this.notice = notice;
    this.places = places;
    this.home = home;
    this.texts = new Texts(language);
    this.clock = clock;
  }

  @FunctionalInterface
  private interface Work {
    void go(Night night) throws Exception;
  }

  /** What a run has of its own, until it has begun. */
  private final class Run {
    private volatile boolean stopped;
    private final Night night;

    Run(JobDefinition job) {
      this.night =
          new Night(
              servers.server(),
              settings,
              places.all(),
              home.path().resolve("backup-work"),
              places.keyFile(),
              books,
              catalogue.text(job, FIGURES),
              () -> stopped,
              clock);
    }
  }

  @Override
  public List<Step> steps(JobDefinition job) {
    if (!job.name().equals(JOB)) {
      return List.of();
    }
    Run run = new Run(job);
    return List.of(
        step(run, "preflight", n -> n.prepare(texts.get("backup.failure.abandoned"))),
        step(run, "dump", Night::dump),
        step(run, "seal", Night::seal),
        step(run, "ship", Night::ship),
        step(run, "fetch", Night::fetch),
        step(run, "restore", Night::restore),
        step(run, "compare", Night::compare),
        step(
            run,
            "retention",
            night -> {
              night.verified();
              if (night.isEverywhere()) {
                notice.tell(job, night);
              }
              night.checkPlaces();
            }));
  }

  /** A run that is restarted begins anew: what was done holds together only as a whole. */
  private Step step(Run run, String name, Work work) {
    return new StepBuilder(name, repository)
        .allowStartIfComplete(true)
        .tasklet(
            (contribution, context) -> {
              StepExecution execution = contribution.getStepExecution();
              Thread watch = watched(run, execution);
              Instant begun = Instant.now();
              try {
                run.night.began(name);
                work.go(run.night);
                run.night.took(name, Duration.between(begun, Instant.now()).toMillis());
                if (execution.isTerminateOnly()) { // no step comes that could clear up
                  throw BackupFailure.of("stopped");
                }
                Failpoint.valueOf("BACKUP_" + name.toUpperCase(Locale.ROOT)).reach();
                return RepeatStatus.FINISHED;
              } catch (Exception e) {
                throw failed(run, name, e);
              } finally {
                watch.interrupt();
              }
            },
            new ResourcelessTransactionManager())
        .build();
  }

  /** Programs run for minutes, and are to end when the run is stopped or takes too long. */
  private static Thread watched(Run run, StepExecution execution) {
    Thread watch =
        new Thread(
            () -> {
              try {
                while (!execution.isTerminateOnly()) {
                  Thread.sleep(LOOK_MILLIS);
                }
                run.stopped = true;
              } catch (InterruptedException done) {
                Thread.currentThread().interrupt();
              }
            },
            "backup-stop");
    watch.setDaemon(true);
    watch.start();
    return watch;
  }

  private RuntimeException failed(Run run, String step, Exception e) {
    String why =
        e instanceof BackupFailure known
            ? known.sentence(texts)
            : texts.get(
                "backup.failure.other",
                step,
                String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage()));
    log.warn("backup failed at {}", step, e);
    run.night.failed(e instanceof BackupFailure known && known.isDiffering(), why);
    return new IllegalStateException(why);
  }
}
