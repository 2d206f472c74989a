package dz.manchengo.hub.watch;

import dz.manchengo.hub.platform.Sql;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hubs that took files and do nothing with them: perhaps their machine is gone. */
@Component("queueWatch")
class QueueWatch {
  private final JdbcClient db;
  private final Incidents incidents;
  private final Sentences sentences;
  private final WatchSettings settings;
  private final Clock clock;

  QueueWatch(
      JdbcClient db,
      Incidents incidents,
      Sentences sentences,
      WatchSettings settings,
      Clock clock) {
    this.db = db;
    this.incidents = incidents;
    this.sentences = sentences;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What a hub has not done.
   *
   * @param node its lasting name, {@code node-id} in its home
   * @param oldest when the file came that waits for longest
   */
  record Queue(String node, int waiting, Instant oldest) {}

  /** Opens or closes the queues' incidents. */
  void look() {
    List<Queue> stuck =
        db.sql(Sql.file("watch/queues.sql"))
            .param("since", Timestamp.from(clock.instant().minus(settings.queue())))
            .query(Queue.class)
            .list();
    stuck.forEach(queue -> incidents.raise(alarm(queue)));
    incidents.settleOthers(Alarm.Kind.QUEUE, stuck.stream().map(Queue::node).toList());
  }

  private Alarm alarm(Queue queue) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    return new Alarm(
        Alarm.Kind.QUEUE,
        queue.node(),
        incidents.openDay(Alarm.Kind.QUEUE, queue.node()).orElse(today),
        Reason.STUCK,
        sentences.sentence(queue),
        settings.contact(),
        settings.mail());
  }
}
