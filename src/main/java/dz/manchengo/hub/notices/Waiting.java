package dz.manchengo.hub.notices;

import dz.manchengo.hub.platform.Discreet;
import dz.manchengo.hub.platform.Failpoint;
import dz.manchengo.hub.platform.Node;
import dz.manchengo.hub.platform.Sql;
import dz.manchengo.hub.tracing.Traced;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Letters and webhooks of this hub that are still to be sent: the oldest due one first, and what
 * becomes of one after an attempt.
 */
@Component
class Waiting {
  private static final Logger log = LoggerFactory.getLogger(Waiting.class);

  /** So long attempts go on failing before nobody tries any more. */
  private static final Duration PATIENCE = Duration.ofDays(3);

  private final String node;
  private final JdbcClient db;

  Waiting(Node node, JdbcClient db) {
    this.node = node.id();
    this.db = db;
  }

  /**
   * One that waits.
   *
   * @param identity what receivers know a repetition by
   * @param target recipient of a letter, name of a webhook
   * @param payload JSON
   * @param webhookId of one that a partner registered
   */
  record Waiter(
      long id,
      String identity,
      String target,
      OffsetDateTime createdAt,
      String payload,
      @Nullable Long webhookId,
      @Nullable String traceparent)
      implements Traced {
    @Override
    public Map<String, String> marks() {
      return Map.of("notice", Long.toString(id));
    }
  }

  /** A letter whose turn it is. */
  record Turn(long id, @Nullable String traceparent) implements Traced {
    @Override
    public Map<String, String> marks() {
      return Map.of("notice", Long.toString(id));
    }
  }

  /**
   * Why an attempt failed.
   *
   * @param forGood no other attempt would do better
   * @param closed all others of the same door wait as well: a server that does not answer is not
   *     asked once for each
   * @param soonest the least until the next attempt
   * @param latest the most until the next attempt
   */
  record Failure(
      String reason, boolean forGood, boolean closed, Duration soonest, Duration latest) {
    private static final int LONGEST_REASON = 500;

    Failure {
      String line = Wording.line(reason).strip();
      reason = line.substring(0, Math.min(line.length(), LONGEST_REASON));
    }

    /** As the log may have it: servers repeat whom they refuse. */
    String told() {
      return Discreet.line(reason);
    }
  }

  /**
   * The letter that is due next; null when none is.
   *
   * @param underway those whose recipients have to wait for them
   */
  @Nullable Turn nextLetter(Collection<Long> underway) {
    return db.sql(Sql.file("notices/next_letter.sql"))
        .param("node", node)
        .param("underway", underway.toArray(Long[]::new))
        .query(Turn.class)
        .optional()
        .orElse(null);
  }

  /** The oldest that is due; null when none is. */
  @Nullable Long next(String kind) {
    Optional<Long> next =
        db.sql(Sql.file("notices/next.sql"))
            .param("kind", kind)
            .param("node", node)
            .query(Long.class)
            .optional();
    return next.orElse(null);
  }

  Waiter get(long id) {
    return db.sql(Sql.file("notices/waiter.sql")).param("id", id).query(Waiter.class).single();
  }

  void sent(long id) {
    Failpoint.NOTICE_SENT.reach();
    db.sql("UPDATE notice SET sent_at = now(), failure = NULL WHERE id = :id")
        .param("id", id)
        .update();
  }

  /**
   * Tries again later, or parks what cannot be sent or was tried for long enough.
   *
   * @return whether it is parked
   */
  boolean failed(long id, Failure failure) {
    List<Boolean> parked =
        db.sql(Sql.file("notices/failed.sql"))
            .param("id", id)
            .param("node", node)
            .param("reason", failure.reason())
            .param("forGood", failure.forGood())
            .param("closed", failure.closed())
            .param("soonest", failure.soonest().toSeconds())
            .param("latest", failure.latest().toSeconds())
            .param("patience", PATIENCE.toSeconds())
            .query(Boolean.class)
            .list();
    if (parked.contains(true)) {
      log.warn("notice {} is parked: {}", id, failure.told());
    }
    return parked.contains(true);
  }
}
