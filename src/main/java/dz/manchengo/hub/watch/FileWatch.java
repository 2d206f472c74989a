package dz.manchengo.hub.watch;

import dz.manchengo.hub.documents.FeedCatalogue;
import dz.manchengo.hub.jobs.Calendars;
import dz.manchengo.hub.jobs.JobCatalogue;
import dz.manchengo.hub.platform.Definitions.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Feeds, calendars and jobs of the home that cannot be read: what they expect is perhaps no longer
 * watched, and nobody would notice (decision 0035).
 */
@Component("fileWatch")
class FileWatch {
  private final FeedCatalogue feeds;
  private final Calendars calendars;
  private final JobCatalogue jobs;
  private final Incidents incidents;
  private final Sentences sentences;
  private final WatchSettings settings;
  private final Clock clock;

  FileWatch(
      FeedCatalogue feeds,
      Calendars calendars,
      JobCatalogue jobs,
      Incidents incidents,
      Sentences sentences,
      WatchSettings settings,
      Clock clock) {
    this.feeds = feeds;
    this.calendars = calendars;
    this.jobs = jobs;
    this.incidents = incidents;
    this.sentences = sentences;
    this.settings = settings;
    this.clock = clock;
  }

  /** Opens or closes the files' incidents. */
  void look() {
    Map<String, Refused> refused = new TreeMap<>(feeds.refused());
    refused.putAll(calendars.refused());
    refused.putAll(jobs.refused());
    refused.forEach((file, why) -> incidents.raise(alarm(file, why)));
    incidents.settleOthers(Alarm.Kind.FILE, refused.keySet());
  }

  /** It lasts over midnight. */
  private Alarm alarm(String file, Refused why) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    return new Alarm(
        Alarm.Kind.FILE,
        file,
        incidents.openDay(Alarm.Kind.FILE, file).orElse(today),
        Reason.UNREADABLE,
        sentences.sentence(file, why),
        settings.contact(),
        settings.mail());
  }
}
