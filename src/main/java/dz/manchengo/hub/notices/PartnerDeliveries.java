package dz.manchengo.hub.notices;

import dz.manchengo.hub.notices.Waiting.Failure;
import dz.manchengo.hub.notices.Waiting.Waiter;
import dz.manchengo.hub.platform.Node;
import dz.manchengo.hub.platform.Sql;
import dz.manchengo.hub.tracing.Traces;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Events on their way to webhooks that partners registered. Those of one webhook go one after the
 * other; one that answers slowly holds up no other.
 */
@Component("partnerDeliveries")
class PartnerDeliveries {
  private static final Logger log = LoggerFactory.getLogger(PartnerDeliveries.class);

  /** Calls of one webhook in a row; then others have their turn. */
  private static final int ROW = 50;

  private static final int FORGOTTEN_AT_ONCE = 10_000;

  private final Waiting waiting;
  private final PartnerPost post;
  private final WebhookFailure failures;
  private final Traces traces;
  private final JdbcClient db;
  private final String node;
  private final Duration kept;

  /** Webhooks that are being called. */
  private final Set<Long> busy = ConcurrentHashMap.newKeySet();

  PartnerDeliveries(
      Waiting waiting,
      PartnerPost post,
      WebhookFailure failures,
      Traces traces,
      JdbcClient db,
      Node node,
      @Value("${hub.api.keep.webhooks}") Duration kept) {
    this.waiting = waiting;
    this.post = post;
    this.failures = failures;
    this.traces = traces;
    this.db = db;
    this.node = node.id();
    this.kept = kept;
  }

  record Target(
      long id,
      String url,
      String secret,
      @Nullable String formerSecret,
      @Nullable OffsetDateTime formerUntil,
      @Nullable OffsetDateTime disabledAt) {

    List<Signature> signatures(Instant now) {
      boolean both =
          formerSecret != null && formerUntil != null && now.isBefore(formerUntil.toInstant());
      return Stream.concat(Stream.of(secret), both ? Stream.of(formerSecret) : Stream.empty())
          .map(Signature::of)
          .toList();
    }
  }

  /** Webhooks for which something is due and that nobody calls at this moment; they are ours. */
  List<Long> due() {
    return db
        .sql(Sql.file("notices/due_webhooks.sql"))
        .param("node", node)
        .query(Long.class)
        .list()
        .stream()
        .filter(busy::add)
        .toList();
  }

  /** Tells that webhook what is due, the oldest first. */
  void call(@Body long webhook) {
    try {
      boolean more = true;
      for (int i = 0; i < ROW && more; i++) {
        Optional<Long> next = next(webhook);
        next.ifPresent(this::deliver);
        more = next.isPresent();
      }
    } finally {
      busy.remove(webhook);
    }
  }

  private Optional<Long> next(long webhook) {
    return db.sql(Sql.file("notices/next_of_webhook.sql"))
        .param("webhook", webhook)
        .param("node", node)
        .query(Long.class)
        .optional();
  }

  private void deliver(long id) {
    Waiter waiter = waiting.get(id);
    traces.step("notice-send-webhook", waiter, () -> deliver(waiter));
  }

  private void deliver(Waiter waiter) {
    long id = waiter.id();
    Target target = target(waiter);
    if (target.disabledAt() != null) {
      waiting.failed(id, failures.disabled());
      return;
    }
    PartnerPost.Answer answer = post.send(target, waiter);
    attempted(id, answer);
    Failure failure = answer.failure();
    if (failure == null) {
      waiting.sent(id);
      log.info("webhook {} to {} is delivered", id, waiter.target());
    } else {
      log.info("webhook {} to {} is not delivered: {}", id, waiter.target(), failure.reason());
      if (waiting.failed(id, failure)) {
        disable(target.id(), failure);
      }
    }
  }

  /** Forgets deliveries that ended too long ago, some at a time. */
  void forget() {
    int gone = FORGOTTEN_AT_ONCE;
    while (gone == FORGOTTEN_AT_ONCE) {
      gone =
          db.sql(Sql.file("notices/forget_deliveries.sql"))
              .param("before", Timestamp.from(Instant.now().minus(kept)))
              .param("most", FORGOTTEN_AT_ONCE)
              .update();
    }
  }

  private Target target(Waiter waiter) {
    return db.sql(
            "SELECT id, url, secret, former_secret, former_until, disabled_at FROM webhook"
                + " WHERE id = :id")
        .param("id", waiter.webhookId())
        .query(Target.class)
        .single();
  }

  private void attempted(long id, PartnerPost.Answer answer) {
    db.sql("INSERT INTO webhook_attempt (notice_id, status, failure) VALUES (:id, :status, :why)")
        .param("id", id)
        .param("status", answer.status())
        .param("why", answer.reason())
        .update();
  }

  /** Given up for good, or after days: nothing more is kept for it until somebody replays. */
  private void disable(long webhook, Failure failure) {
    db.sql("UPDATE webhook SET disabled_at = now(), disabled_why = :why WHERE id = :id")
        .param("why", failure.reason())
        .param("id", webhook)
        .update();
    log.warn("webhook api-{} is switched off: {}", webhook, failure.reason());
  }
}
