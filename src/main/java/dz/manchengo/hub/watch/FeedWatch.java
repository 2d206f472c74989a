package dz.manchengo.hub.watch;

import dz.manchengo.hub.documents.Expect;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.FeedCatalogue;
import dz.manchengo.hub.jobs.Calendars;
import dz.manchengo.hub.platform.Sql;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Headers;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares what came with what the feeds say is expected, at every tick of {@code
 * routes/watch-feeds.camel.yaml}: which feeds, what came for one of them, what that means.
 */
@Component("feedWatch")
class FeedWatch {
  private final FeedCatalogue feeds;
  private final Calendars calendars;
  private final Incidents incidents;
  private final Sentences sentences;
  private final WatchSettings settings;
  private final OverdueGauges gauges;
  private final JdbcClient db;
  private final Clock clock;

  FeedWatch(
      FeedCatalogue feeds,
      Calendars calendars,
      Incidents incidents,
      Sentences sentences,
      WatchSettings settings,
      OverdueGauges gauges,
      JdbcClient db,
      Clock clock) {
    this.feeds = feeds;
    this.calendars = calendars;
    this.incidents = incidents;
    this.sentences = sentences;
    this.settings = settings;
    this.gauges = gauges;
    this.db = db;
    this.clock = clock;
  }

  /** What is overdue still is until the first look, or a start would end the alarms of others. */
  @EventListener(ApplicationReadyEvent.class)
  void resume() {
    Set<String> missing =
        db.sql(
                "SELECT subject FROM incident"
                    + " WHERE kind = 'FEED' AND closed_at IS NULL AND reason IN ('LATE', 'SMALL')")
            .query(String.class)
            .set();
    expecting().forEach(feed -> gauges.set(feed.name(), missing.contains(feed.name())));
  }

  private List<Feed> expecting() {
    return feeds.feeds().stream().filter(feed -> feed.expect() != null).toList();
  }

  /** The feeds of which something is expected, with the days to look at. */
  List<Watched> watched() {
    Instant now = clock.instant();
    List<Feed> expecting = expecting();
    List<Watched> watched =
        expecting.stream().flatMap(feed -> watched(feed, now).stream()).toList();
    gauges.keepOnly(watched.stream().map(w -> w.feed().name()).toList());
    List<String> names = expecting.stream().map(Feed::name).toList();
    incidents.keepOnly(Alarm.Kind.FEED, withUnreadable(names));
    return watched;
  }

  /** What a feed expects that cannot be read nobody knows: its incident is not over. */
  private List<String> withUnreadable(List<String> names) {
    Stream<String> unreadable =
        feeds.refused().keySet().stream()
            .map(file -> file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.')));
    return Stream.concat(names.stream(), unreadable).toList();
  }

  /** By which days it goes nobody knows without its calendar: {@link FileWatch} says so. */
  private Optional<Watched> watched(Feed feed, Instant now) {
    Expect expect = Objects.requireNonNull(feed.expect());
    LocalDate today = LocalDate.ofInstant(now, clock.getZone());
    return calendars
        .named(expect.calendar(), today)
        .map(calendar -> watched(feed, new Schedule(expect, calendar, clock.getZone()), now));
  }

  private Watched watched(Feed feed, Schedule schedule, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, clock.getZone());
    Optional<LocalDate> open = incidents.openDay(Alarm.Kind.FEED, feed.name());
    open.filter(day -> !schedule.isExpected(day))
        .ifPresent(day -> incidents.drop(Alarm.Kind.FEED, feed.name(), day));
    Optional<Due> latest =
        schedule.latest(now).filter(due -> due.day().equals(today) || isKnown(feed, due, open));
    Optional<Due> next = schedule.next(now).filter(due -> !due.begin().isAfter(now));
    List<Due> dues = Stream.of(latest, next).flatMap(Optional::stream).toList();
    return new Watched(feed, schedule, dues, now);
  }

  /** A feed that never brought anything was not missed before today: perhaps it is new. */
  private boolean isKnown(Feed feed, Due due, Optional<LocalDate> open) {
    return open.filter(due.day()::equals).isPresent() || brought(feed, due.begin());
  }

  private boolean brought(Feed feed, Instant before) {
    return db.sql(
            "SELECT EXISTS (SELECT 1 FROM v_feed_arrival"
                + " WHERE feed = :feed AND received_at < :before)")
        .param("feed", feed.name())
        .param("before", Timestamp.from(before))
        .query(Boolean.class)
        .single();
  }

  /** The statement that lists what came for this feed; its places are filled from the headers. */
  String question(@Body Watched watched, @Headers Map<String, Object> places) {
    Feed feed = watched.feed();
    places.put("since", Timestamp.from(watched.since()));
    places.put("feed", feed.name());
    places.put("own", Watched.ownFolder(feed));
    places.put("document", feed.document());
    return Sql.file("watch/arrivals.sql");
  }

  /** Opens or closes the feed's incidents by what came. */
  void judge(@Body List<Map<String, Object>> rows, @ExchangeProperty("watched") Watched watched) {
    List<Arrival> arrivals = rows.stream().map(row -> Arrival.of(row, watched.feed())).toList();
    boolean overdue = false;
    for (Due due : watched.dues()) {
      overdue |= judge(watched, due, arrivals);
    }
    gauges.set(watched.feed().name(), overdue);
  }

  private boolean judge(Watched watched, Due due, List<Arrival> arrivals) {
    Judgement judgement = new Judgement(watched.schedule().expect(), due, arrivals, watched.now());
    Optional<Trouble> trouble = judgement.trouble();
    String feed = watched.feed().name();
    if (trouble.isPresent()) {
      incidents.raise(alarm(watched, due, trouble.get()));
    } else if (judgement.isUndecided()) {
      return false;
    } else if (due.isPassed(watched.now())) {
      incidents.settle(Alarm.Kind.FEED, feed, due.day(), judgement.latest().orElse(null));
    } else {
      incidents.settleOnly(Alarm.Kind.FEED, feed, due.day());
    }
    return trouble.filter(Trouble::overdue).isPresent();
  }

  private Alarm alarm(Watched watched, Due due, Trouble trouble) {
    Schedule schedule = watched.schedule();
    Expect expect = schedule.expect();
    return new Alarm(
        Alarm.Kind.FEED,
        watched.feed().name(),
        due.day(),
        trouble.reason(),
        sentences.sentence(watched.feed().name(), schedule, due, trouble),
        Objects.requireNonNullElse(expect.contact(), settings.contact()),
        expect.mail().isEmpty() ? settings.mail() : expect.mail());
  }
}
