package dz.manchengo.hub.watch;

import dz.manchengo.hub.jobs.JobCatalogue;
import dz.manchengo.hub.jobs.JobDefinition;
import dz.manchengo.hub.platform.Sql;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * No backup has been restored and compared for too long: whether it failed, was never begun or
 * never ended. Where the job has no schedule nobody waits for one.
 */
@Component("backupWatch")
class BackupWatch {
  private static final String JOB = "backup-nightly";

  private final JdbcClient db;
  private final JobCatalogue jobs;
  private final Incidents incidents;
  private final Sentences sentences;
  private final WatchSettings settings;
  private final Clock clock;

  BackupWatch(
      JdbcClient db,
      JobCatalogue jobs,
      Incidents incidents,
      Sentences sentences,
      WatchSettings settings,
      Clock clock) {
    this.db = db;
    this.jobs = jobs;
    this.incidents = incidents;
    this.sentences = sentences;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * How old the last proof is.
   *
   * @param verifiedAt the moment that it could bring back; null where there is none
   * @param since since when there have been backups to be made
   */
  private record Last(String database, @Nullable Instant verifiedAt, Instant since) {}

  /** Opens or closes the backups' incident. */
  void look() {
    Last last = db.sql(Sql.file("watch/last_backup.sql")).query(Last.class).single();
    Instant counted = last.verifiedAt() == null ? last.since() : last.verifiedAt();
    boolean scheduled = jobs.named(JOB).map(JobDefinition::schedule).isPresent();
    boolean wrong = scheduled && counted.isBefore(clock.instant().minus(settings.backup()));
    if (wrong) {
      incidents.raise(alarm(last));
    }
    if (!wrong) {
      incidents.settle(Alarm.Kind.BACKUP, last.database());
    }
    incidents.settleOthers(Alarm.Kind.BACKUP, wrong ? List.of(last.database()) : List.of());
  }

  private Alarm alarm(Last last) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    return new Alarm(
        Alarm.Kind.BACKUP,
        last.database(),
        incidents.openDay(Alarm.Kind.BACKUP, last.database()).orElse(today),
        Reason.UNPROVED,
        sentences.unproved(last.verifiedAt()),
        settings.contact(),
        settings.mail());
  }
}
