package dz.manchengo.hub.watch;

import dz.manchengo.hub.jobs.JobCatalogue;
import dz.manchengo.hub.jobs.JobDefinition;
import dz.manchengo.hub.platform.Node;
import dz.manchengo.hub.platform.Sql;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reports that somebody waits for and whose mail server refuses them. */
@Component("letterWatch")
class LetterWatch {
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private final JdbcClient db;
  private final JobCatalogue jobs;
  private final Incidents incidents;
  private final Sentences sentences;
  private final WatchSettings settings;
  private final String node;
  private final Clock clock;

  LetterWatch(
      JdbcClient db,
      JobCatalogue jobs,
      Incidents incidents,
      Sentences sentences,
      WatchSettings settings,
      Node node,
      Clock clock) {
    this.db = db;
    this.jobs = jobs;
    this.incidents = incidents;
    this.sentences = sentences;
    this.settings = settings;
    this.node = node.id();
    this.clock = clock;
  }

  /** Letters with one workbook that were given up. */
  record Refused(String job, String workbook, String recipients, String failure) {}

  /** Opens or closes the letters' incidents, one a job. */
  void look() {
    Map<String, Refused> latest = new LinkedHashMap<>();
    db.sql(Sql.file("watch/refused_letters.sql"))
        .param("node", node)
        .param("since", Timestamp.from(clock.instant().minus(REMEMBERED)))
        .query(Refused.class)
        .list()
        .forEach(refused -> latest.putIfAbsent(refused.job(), refused));
    latest.keySet().removeIf(job -> jobs.named(job).isEmpty());
    latest.forEach(
        (job, refused) -> incidents.raise(alarm(jobs.named(job).orElseThrow(), refused)));
    incidents.settleOthers(Alarm.Kind.LETTER, List.copyOf(latest.keySet()));
  }

  private Alarm alarm(JobDefinition job, Refused refused) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    return new Alarm(
        Alarm.Kind.LETTER,
        refused.job(),
        incidents.openDay(Alarm.Kind.LETTER, refused.job()).orElse(today),
        Reason.REFUSED,
        sentences.sentence(refused),
        Objects.requireNonNullElse(job.contact(), settings.contact()),
        JobWatch.told(job, settings));
  }
}
