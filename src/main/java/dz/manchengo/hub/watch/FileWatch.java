package dz.manchengo.hub.watch;

import dz.manchengo.hub.documents.Expect;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.FeedCatalogue;
import dz.manchengo.hub.jobs.Calendars;
import dz.manchengo.hub.jobs.JobCatalogue;
import dz.manchengo.hub.platform.Definitions.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
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
    Map<String, String> told = new TreeMap<>();
    refused.forEach((file, why) -> told.put(file, sentences.sentence(file, why)));
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    feeds
        .feeds()
        .forEach(feed -> calendarOf(feed, today).ifPresent(name -> unknown(told, feed, name)));
    told.forEach((file, sentence) -> incidents.raise(alarm(file, sentence, today)));
    incidents.settleOthers(Alarm.Kind.FILE, told.keySet());
  }

  /** The calendar that a feed names and nobody has. */
  private Optional<String> calendarOf(Feed feed, LocalDate today) {
    return Optional.ofNullable(feed.expect())
        .map(Expect::calendar)
        .filter(name -> calendars.named(name, today).isEmpty());
  }

  private void unknown(Map<String, String> told, Feed feed, String calendar) {
    String file = "config/feeds/" + feed.name() + ".yaml";
    told.putIfAbsent(file, sentences.noCalendar(file, calendar));
  }

  /** It lasts over midnight. */
  private Alarm alarm(String file, String sentence, LocalDate today) {
    return new Alarm(
        Alarm.Kind.FILE,
        file,
        incidents.openDay(Alarm.Kind.FILE, file).orElse(today),
        Reason.UNREADABLE,
        sentence,
        settings.contact(),
        settings.mail());
  }
}
