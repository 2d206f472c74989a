package dz.manchengo.hub.notices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dz.manchengo.hub.platform.DatabaseFigures;
import dz.manchengo.hub.platform.Node;
import dz.manchengo.hub.platform.Sql;
import dz.manchengo.hub.tracing.Traced;
import dz.manchengo.hub.tracing.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What has to be told to somebody. A notice is written in the transaction that made it true and is
 * sent at least once; its key lets a receiver recognise a repetition.
 */
@Component("outbox")
public class Outbox {
  /** As JSON escapes it; PostgreSQL does not take it. */
  private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

  private final String node;
  private final JdbcClient db;
  private final ObjectMapper json;
  private final Subscriptions subscriptions;
  private final Traces traces;

  Outbox(
      Node node,
      JdbcClient db,
      ObjectMapper json,
      Subscriptions subscriptions,
      Traces traces,
      DatabaseFigures figures,
      MeterRegistry metrics) {
    this.node = node.id();
    this.json = json;
    this.subscriptions = subscriptions;
    this.traces = traces;
    this.db = db;
    metrics.gauge("hub.notice.pending", this, outbox -> figures.of(outbox::pending));
    metrics.gauge("hub.notice.parked", this, outbox -> figures.of(outbox::parked));
  }

  private double pending() {
    return db.sql(
            "SELECT count(*) FROM notice WHERE sent_at IS NULL AND parked_at IS NULL"
                + " AND coalesce(node, :node) = :node")
        .param("node", node)
        .query(Long.class)
        .single();
  }

  private double parked() {
    return db.sql("SELECT count(*) FROM v_parked_notice WHERE node = :node")
        .param("node", node)
        .query(Long.class)
        .single();
  }

  /** An acknowledgement that is due. */
  public record Notice(long id, long submissionId, int attempt, @Nullable String traceparent)
      implements Traced {
    @Override
    public Map<String, String> marks() {
      return Map.of("submission", Long.toString(submissionId));
    }
  }

  /** The submission's result has to be answered; a second result replaces the first answer. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void acknowledge(long submissionId) {
    add("ack:" + submissionId, submissionId);
  }

  /** Tells the sender that we failed and go on trying; the result follows later. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void acknowledgeDelay(long submissionId) {
    add("ack-delay:" + submissionId, submissionId);
  }

  /**
   * Sends a mail once for that key to each of its recipients, however often this is called; one
   * that nobody would receive is none.
   *
   * @param key says what it tells of; receivers know a repetition by the Message-ID made of it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void send(String key, Letter letter) {
    for (String recipient : letter.to()) {
      add("letter:" + key + ":" + recipient, "LETTER", recipient, letter);
    }
  }

  /**
   * The same of a letter that takes the place of those whose keys begin alike and that have not
   * left: what they enclose is not there any more.
   *
   * @param alike how the keys begin, this one too
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void sendInstead(String alike, String key, Letter letter) {
    db.sql(Sql.file("notices/withdraw.sql"))
        .param("alike", "letter:" + alike)
        .param("key", "letter:" + key + ":")
        .update();
    send(key, letter);
  }

  /**
   * The same of a letter that belongs to a former one: mail programs show the two as one.
   *
   * @param former the former one's key; without such a letter this one stands alone
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void follow(String key, String former, Letter letter) {
    Letter following =
        letter.to().stream()
            .flatMap(to -> identity("letter:" + former + ":" + to).stream())
            .findFirst()
            .map(letter::following)
            .orElse(letter);
    send(key, following);
  }

  private Optional<String> identity(String key) {
    return db.sql("SELECT notice_identity(notice) FROM notice WHERE dedupe_key = :key")
        .param("key", key)
        .query(String.class)
        .optional();
  }

  /**
   * Tells the programs that want to know of such events, once for that key.
   *
   * @param event what happened, {@code submission.finished} for example
   * @param tenant whose it is; programs of the house hear of everything
   * @param data how it is told in JSON; amounts are texts
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void publish(String key, String event, String tenant, Map<String, ?> data) {
    Map<String, Object> told =
        Map.of(
            "type", event, "timestamp", Instant.now().truncatedTo(ChronoUnit.MILLIS), "data", data);
    for (String webhook : subscriptions.to(event)) {
      add("webhook:" + key + ":" + webhook, "WEBHOOK", webhook, told);
    }
    db.sql(Sql.file("notices/publish.sql"))
        .param("key", key)
        .param("event", event)
        .param("tenant", tenant)
        .param("payload", json(told))
        .param("node", node)
        .param("traceparent", traces.current())
        .update();
  }

  /**
   * Events of what that tenant does that some program wants to know of; who writes many asks first.
   *
   * @param tenant whose they are
   */
  public Predicate<String> heard(String tenant) {
    Set<String> registered =
        db.sql(Sql.file("notices/heard.sql")).param("tenant", tenant).query(String.class).set();
    return event -> registered.contains(event) || !subscriptions.to(event).isEmpty();
  }

  /**
   * Tells the same programs which documents, that were there before, submissions changed: {@code
   * document.revised} and {@code document.withdrawn}.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void publishChanges(Collection<Long> submissions) {
    List<String> names = new ArrayList<>();
    List<String> events = new ArrayList<>();
    for (String event : List.of("document.revised", "document.withdrawn")) {
      for (String name : subscriptions.to(event)) {
        names.add(name);
        events.add(event);
      }
    }
    db.sql(Sql.file("notices/publish_changes.sql"))
        .param("names", names.toArray(String[]::new))
        .param("events", events.toArray(String[]::new))
        .param("submissions", submissions.toArray(Long[]::new))
        .param("node", node)
        .update();
  }

  private void add(String key, String kind, String target, Object payload) {
    db.sql(Sql.file("notices/add.sql"))
        .param("key", key)
        .param("kind", kind)
        .param("target", target)
        .param("payload", json(payload))
        .param("node", node)
        .param("traceparent", traces.current())
        .update();
  }

  private String json(Object payload) {
    try {
      return NUL.matcher(json.writeValueAsString(payload)).replaceAll("$1\\\\ufffd");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private void add(String key, long submissionId) {
    db.sql(
            "INSERT INTO notice (dedupe_key, kind, submission_id, node, traceparent)"
                + " VALUES (:key, 'ACKNOWLEDGEMENT', :submission, :node, :traceparent)"
                + " ON CONFLICT DO NOTHING")
        .param("node", node)
        .param("traceparent", traces.current())
        .param("key", key)
        .param("submission", submissionId)
        .update();
  }

  /** Acknowledgements of this hub that are due, oldest first; one route reads them one by one. */
  public List<Notice> due() {
    return db.sql(
            "SELECT id, submission_id, attempt, traceparent FROM notice WHERE kind = 'ACKNOWLEDGEMENT'"
                + " AND sent_at IS NULL AND due_at <= now() AND coalesce(node, :node) = :node"
                + " ORDER BY id LIMIT 100")
        .param("node", node)
        .query(Notice.class)
        .list();
  }

  /** The last notice of now: whatever is owed up to it was owed before. */
  public long last() {
    return db.sql("SELECT coalesce(max(id), 0) FROM notice").query(Long.class).single();
  }

  /** True while an acknowledgement up to that notice was neither sent nor tried and postponed. */
  public boolean owesUpTo(long last) {
    return db.sql(
            "SELECT EXISTS (SELECT 1 FROM notice WHERE kind = 'ACKNOWLEDGEMENT'"
                + " AND sent_at IS NULL AND attempt = 0 AND id <= :last"
                + " AND coalesce(node, :node) = :node)")
        .param("last", last)
        .param("node", node)
        .query(Boolean.class)
        .single();
  }

  public void sent(Notice notice) {
    db.sql("UPDATE notice SET sent_at = now() WHERE id = :id").param("id", notice.id()).update();
  }

  /** Not sent: due again later, after 1 s, 2 s, 4 s … and at most 5 min. */
  public void postpone(Notice notice) {
    Duration wait = Duration.ofSeconds(Math.min(300, 1L << Math.min(notice.attempt(), 9)));
    db.sql(
            "UPDATE notice SET attempt = attempt + 1,"
                + " due_at = now() + make_interval(secs => :seconds) WHERE id = :id")
        .param("seconds", wait.toSeconds())
        .param("id", notice.id())
        .update();
  }
}
