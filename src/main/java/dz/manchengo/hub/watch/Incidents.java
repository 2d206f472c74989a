package dz.manchengo.hub.watch;

import dz.manchengo.hub.notices.Outbox;
import dz.manchengo.hub.platform.DatabaseFigures;
import dz.manchengo.hub.platform.Discreet;
import dz.manchengo.hub.platform.Node;
import dz.manchengo.hub.platform.Sql;
import dz.manchengo.hub.platform.Tenancy;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The table of incidents: one for each feed or door and day, whichever hub sees it first. A letter
 * goes with its beginning and one with its end, in the transaction that writes them.
 */
@Component
class Incidents {
  private static final Logger log = LoggerFactory.getLogger(Incidents.class);
  private static final LocalDate FAR = LocalDate.of(9999, 12, 31);

  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final Outbox outbox;
  private final Sentences sentences;
  private final WatchSettings settings;
  private final Clock clock;
  private final String node;

  Incidents(
      JdbcClient db,
      TransactionTemplate transaction,
      Outbox outbox,
      Sentences sentences,
      WatchSettings settings,
      Clock clock,
      Node node,
      DatabaseFigures figures,
      MeterRegistry metrics) {
    this.db = db;
    this.transaction = transaction;
    this.outbox = outbox;
    this.sentences = sentences;
    this.settings = settings;
    this.clock = clock;
    this.node = node.id();
    for (Alarm.Kind kind : Alarm.Kind.values()) {
      for (Reason reason : kind.reasons()) {
        Gauge.builder("hub.watch.incidents.open", () -> figures.of(() -> open(kind, reason)))
            .tag("kind", kind.name())
            .tag("reason", reason.name())
            .register(metrics);
      }
    }
  }

  private record Opened(long id, int times, boolean told) {}

  private int open(Alarm.Kind kind, Reason reason) {
    return db.sql(
            "SELECT count(*) FROM incident"
                + " WHERE kind = :kind AND reason = :reason AND closed_at IS NULL")
        .param("kind", kind.name())
        .param("reason", reason.name())
        .query(Integer.class)
        .single();
  }

  /** The day of the subject's open incident. */
  Optional<LocalDate> openDay(Alarm.Kind kind, String subject) {
    return db.sql(
            "SELECT max(business_day) FROM incident"
                + " WHERE kind = :kind AND subject = :subject AND closed_at IS NULL")
        .param("kind", kind.name())
        .param("subject", subject)
        .query(LocalDate.class)
        .optional();
  }

  /** It is so: the incident begins, or goes on with what is known of it now. */
  void raise(Alarm alarm) {
    transaction.executeWithoutResult(
        status -> {
          Optional<Opened> opened = insert(alarm);
          if (opened.isPresent()) {
            supersede(alarm);
          } else {
            restate(alarm);
          }
          opened.filter(Opened::told).or(() -> late(alarm)).ifPresent(told -> tell(alarm, told));
        });
  }

  private Optional<Opened> insert(Alarm alarm) {
    Instant now = clock.instant();
    return places(Sql.file("watch/raise.sql"), alarm)
        .param("mail", alarm.mail().toArray(String[]::new))
        .param("now", Timestamp.from(now))
        .param("again", Timestamp.from(now.minus(settings.again())))
        .query(Opened.class)
        .optional();
  }

  /**
   * What began again soon is told when it lasts, and what nobody was to be told of once somebody
   * is.
   */
  private Optional<Opened> late(Alarm alarm) {
    return db.sql(Sql.file("watch/tell_late.sql"))
        .param("kind", alarm.kind().name())
        .param("subject", alarm.subject())
        .param("day", alarm.day())
        .param("mail", alarm.mail().toArray(String[]::new))
        .param("again", Timestamp.from(clock.instant().minus(settings.again())))
        .query(Opened.class)
        .optional();
  }

  private void restate(Alarm alarm) {
    places(Sql.file("watch/restate.sql"), alarm).update();
  }

  private JdbcClient.StatementSpec places(String sql, Alarm alarm) {
    return db.sql(sql)
        .param("kind", alarm.kind().name())
        .param("subject", alarm.subject())
        .param("day", alarm.day())
        .param("reason", alarm.reason().name())
        .param("sentence", alarm.sentence())
        .param("contact", alarm.contact().isBlank() ? null : alarm.contact())
        .param("node", node);
  }

  /** One open incident of a feed is enough: nobody is told that yesterday's is over. */
  private void supersede(Alarm alarm) {
    close(alarm.kind(), alarm.subject(), LocalDate.EPOCH, alarm.day().minusDays(1), "SUPERSEDED");
  }

  private void tell(Alarm alarm, Opened opened) {
    log.warn("incident {}: {}", opened.id(), Discreet.line(alarm.sentence()));
    db.sql("UPDATE incident SET told_reason = :reason, told_sentence = :sentence WHERE id = :id")
        .param("reason", alarm.reason().name())
        .param("sentence", alarm.sentence())
        .param("id", opened.id())
        .update();
    String key = key(opened.id(), "opened", opened.times());
    outbox.send(key, sentences.opened(alarm));
    outbox.publish(key, "incident.opened", Tenancy.HOUSE, alarm.told(opened.id()));
  }

  /**
   * What was wrong no longer is.
   *
   * @param day whose incident it would be; earlier ones of that subject are over too
   * @param file that came; null where none was waited for
   */
  void settle(Alarm.Kind kind, String subject, LocalDate day, @Nullable Arrival file) {
    settle(kind, subject, LocalDate.EPOCH, day, file);
  }

  /** The same of that day alone. */
  void settleOnly(Alarm.Kind kind, String subject, LocalDate day) {
    settle(kind, subject, day, day, null);
  }

  private void settle(
      Alarm.Kind kind, String subject, LocalDate from, LocalDate to, @Nullable Arrival file) {
    transaction.executeWithoutResult(
        status ->
            close(kind, subject, from, to, file == null ? "SETTLED" : "ARRIVED")
                .forEach(closed -> tell(closed, sentences.over(closed, file))));
  }

  /** The same whichever hub saw it, where all of them see the same. */
  void settle(Alarm.Kind kind, String subject) {
    settle(kind, subject, LocalDate.EPOCH, FAR, null);
  }

  /** Nobody expects anything on that day any more. */
  void drop(Alarm.Kind kind, String subject, LocalDate day) {
    transaction.executeWithoutResult(
        status ->
            close(kind, subject, day, day, "UNWATCHED")
                .forEach(closed -> tell(closed, sentences.unexpected(closed))));
  }

  /** Incidents of this hub about something else than these are nobody's business any more. */
  void keepOnly(Alarm.Kind kind, Collection<String> subjects) {
    closeOthers(kind, subjects, "UNWATCHED", sentences::unwatched);
  }

  /** Of all that this hub saw only this is still wrong. */
  void settleOthers(Alarm.Kind kind, Collection<String> subjects) {
    closeOthers(kind, subjects, "SETTLED", closed -> sentences.over(closed, null));
  }

  private void closeOthers(
      Alarm.Kind kind,
      Collection<String> subjects,
      String because,
      Function<Closed, String> sentence) {
    transaction.executeWithoutResult(
        status ->
            others(kind, subjects).stream()
                .flatMap(gone -> close(kind, gone, LocalDate.EPOCH, FAR, because).stream())
                .forEach(closed -> tell(closed, sentence.apply(closed))));
  }

  private List<String> others(Alarm.Kind kind, Collection<String> subjects) {
    return db.sql(
            "SELECT subject FROM incident WHERE kind = :kind AND node = :node"
                + " AND closed_at IS NULL AND NOT subject = ANY (:subjects)")
        .param("kind", kind.name())
        .param("node", node)
        .param("subjects", subjects.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  private List<Closed> close(
      Alarm.Kind kind, String subject, LocalDate from, LocalDate to, String because) {
    return db.sql(Sql.file("watch/settle.sql"))
        .param("now", Timestamp.from(clock.instant()))
        .param("because", because)
        .param("kind", kind.name())
        .param("subject", subject)
        .param("from", from)
        .param("to", to)
        .query(Closed::of)
        .list();
  }

  /** Of what nobody was told, nobody is told that it is over. */
  private void tell(Closed closed, String over) {
    log.info("incident {} is over: {}", closed.id(), Discreet.line(over));
    if (!closed.told()) {
      return;
    }
    String key = key(closed.id(), "closed", closed.times());
    outbox.follow(key, key(closed.id(), "opened", closed.times()), sentences.closed(closed, over));
    outbox.publish(key, "incident.closed", Tenancy.HOUSE, closed.told(over));
  }

  /** Receivers know a repetition by it. */
  private static String key(long id, String what, int times) {
    return "incident:" + id + ":" + what + (times == 1 ? "" : ":" + times);
  }
}
