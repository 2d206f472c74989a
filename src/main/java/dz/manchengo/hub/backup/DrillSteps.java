package dz.manchengo.hub.backup;

import dz.manchengo.hub.jobs.JobDefinition;
import dz.manchengo.hub.jobs.JobSteps;
import dz.manchengo.hub.platform.HubHome;
import dz.manchengo.hub.platform.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.batch.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * {@code restore-drill}: the oldest proved backup and one at random are restored again and held
 * against their manifests, and this hub's migrations run on them. That they were proved in their
 * night says nothing of the disk that they have lain on since.
 */
@Component
@Order(JobSteps.BEFORE_REPORTS)
class DrillSteps implements JobSteps {
  static final String JOB = "restore-drill";
  private static final Logger log = LoggerFactory.getLogger(DrillSteps.class);

  private final JobRepository repository;
  private final BackupSettings settings;
  private final BackupServer servers;
  private final Books books;
  private final JdbcClient db;
  private final Places places;
  private final HubHome home;
  private final Texts texts;

  DrillSteps(
      JobRepository repository,
      BackupSettings settings,
      BackupServer servers,
      Books books,
      JdbcClient db,
      Places places,
      HubHome home,
      @Value("${hub.language}") Locale language) {
    this.repository = repository;
    this.settings = settings;
    this.servers = servers;
    this.books = books;
    this.db = db;
    this.places = places;
    this.home = home;
    this.texts = new Texts(language);
  }

  private enum Choice {
    OLDEST,
    RANDOM
  }

  private record Kept(Place place, Manifest backup) {}

  @Override
  public List<Step> steps(JobDefinition job) {
    if (!job.name().equals(JOB)) {
      return List.of();
    }
    return List.of(step("oldest", Choice.OLDEST), step("random", Choice.RANDOM));
  }

  /** The second one is restored though the first one could not be. */
  private Step step(String name, Choice choice) {
    return new StepBuilder(name, repository)
        .allowStartIfComplete(true) // a run that is restarted restores both again
        .tasklet(
            (contribution, context) -> {
              clear();
              DrillVerdict verdict = new DrillVerdict(contribution.getStepExecution());
              if (choice == Choice.OLDEST) {
                verdict.begin();
              }
              Optional<Kept> kept = kept(choice, verdict);
              if (kept.isPresent()) {
                try {
                  contribution.incrementWriteCount(drill(kept.get(), choice));
                } catch (BackupFailure e) {
                  verdict.failed(kept.get().backup().name() + " : " + e.sentence(texts));
                }
              } else { // that none is proved is an incident already
                log.info("there is no proved backup that could be restored");
              }
              return RepeatStatus.FINISHED;
            },
            new ResourcelessTransactionManager())
        .build();
  }

  /** One drill is made at a time: what has no end died with its hub. */
  private void clear() throws SQLException {
    List<String> left =
        db.sql(
                "UPDATE restore_drill SET status = 'FAILED', ended_at = now(), failure = :failure"
                    + " WHERE status = 'RUNNING' RETURNING scratch")
            .param("failure", texts.get("backup.failure.abandoned"))
            .query(String.class)
            .list();
    for (String name : left) {
      new Scratch(servers.server(), name).drop();
    }
  }

  private Optional<Kept> kept(Choice choice, DrillVerdict verdict) {
    List<Kept> all = new ArrayList<>();
    for (Place place : places.all()) {
      try {
        place.manifests().stream()
            .filter(one -> one.isVerified() || one.isDamaged())
            .forEach(one -> all.add(new Kept(place, one)));
      } catch (BackupFailure e) {
        verdict.failed(e.sentence(texts)); // the others are tried
      }
    }
    all.sort(Comparator.comparing((Kept kept) -> kept.backup().snapshotAt()));
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Optional<Kept> damaged = all.stream().filter(kept -> kept.backup().isDamaged()).findFirst();
    if (choice != Choice.OLDEST && damaged.isPresent()) {
      return damaged; // rather than one at random: that is what drills look for
    }
    boolean first = choice == Choice.OLDEST || all.size() == 1; // else another one than that
    return Optional.of(
        all.get(first ? 0 : 1 + ThreadLocalRandom.current().nextInt(all.size() - 1)));
  }

  /** Rows that were compared. */
  private long drill(Kept kept, Choice choice) throws IOException, SQLException {
    Server server = servers.server().asOwner();
    Scratch scratch = new Scratch(server, Scratch.newName());
    Manifest backup = kept.backup();
    long id = begin(kept, choice, scratch);
    String failure = null;
    try {
      Tools tools = Tools.find(settings.tools(), Restoration.version(server));
      BackupKey key = BackupKey.read(places.keyFile());
      Path work = home.path().resolve("drill-work");
      try (Restoration restoration = new Restoration(server, kept.place(), key, tools, work)) {
        Path opened = restoration.open(backup);
        scratch.create();
        restoration.restore(opened, backup, scratch.name());
        Proof.upgrade(scratch);
      }
      log.info("backup {} of {} is restored as it was", backup.name(), kept.place().name());
      return backup.contents().rows();
    } catch (BackupFailure e) {
      failure = e.sentence(texts);
      log.warn("backup {} cannot be restored", backup.name(), e);
      if (e.isDamage()) { // one whose file comes back is good again
        books.suspect(backup.name(), failure);
        if (backup.isVerified()) {
          kept.place().condemn(backup, failure);
        }
      }
      throw e;
    } catch (IOException | SQLException | RuntimeException e) {
      failure = String.valueOf(e.getMessage());
      throw e;
    } finally {
      scratch.drop();
      end(id, failure);
    }
  }

  private long begin(Kept kept, Choice choice, Scratch scratch) {
    return db.sql(
            "INSERT INTO restore_drill (backup_name, place, choice, snapshot_at, status, scratch,"
                + " tables, rows) VALUES (:name, :place, :choice, :at, 'RUNNING', :scratch, :tables,"
                + " :rows) RETURNING id")
        .param("name", kept.backup().name())
        .param("place", kept.place().name())
        .param("choice", choice.name())
        .param("at", Timestamp.from(kept.backup().snapshotAt()))
        .param("scratch", scratch.name())
        .param("tables", kept.backup().contents().tables().size())
        .param("rows", kept.backup().contents().rows())
        .query(Long.class)
        .single();
  }

  private void end(long id, @Nullable String failure) {
    db.sql(
            "UPDATE restore_drill SET status = :status, ended_at = now(), failure = :failure"
                + " WHERE id = :id")
        .param("status", failure == null ? "VERIFIED" : "FAILED")
        .param("failure", failure)
        .param("id", id)
        .update();
  }
}
