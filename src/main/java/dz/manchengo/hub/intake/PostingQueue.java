package dz.manchengo.hub.intake;

import dz.manchengo.hub.notices.Outbox;
import dz.manchengo.hub.platform.Backoff;
import dz.manchengo.hub.platform.Failpoint;
import dz.manchengo.hub.platform.Node;
import dz.manchengo.hub.platform.Sql;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which submission is to be posted next, of those whose bytes lie in this home. A claim is a lease:
 * work that got stuck loses it by time, and a restart gives it back at once.
 */
@Component("postingQueue")
class PostingQueue {
  private static final Logger log = LoggerFactory.getLogger(PostingQueue.class);

  private final String node;
  private final String owner;
  private final Duration lease;
  private final Outbox outbox;
  private final JdbcClient db;
  private long lastOfFormerRun;
  private volatile boolean closing;

  /** Failures that the database could not be told, since it was what failed. */
  private final Queue<Runnable> untold = new ConcurrentLinkedQueue<>();

  PostingQueue(
      Node node, @Value("${hub.posting.lease}") Duration lease, Outbox outbox, JdbcClient db) {
    this.node = node.id();
    this.owner = node.id() + ":" + UUID.randomUUID();
    this.lease = lease;
    this.outbox = outbox;
    this.db = db;
    this.lastOfFormerRun = outbox.last();
    releaseLeasesOfFormerRun();
  }

  /**
   * A hub that is stopped ends what it has begun; what waits is for the next run. Camel hears of it
   * last, and then waits for us.
   */
  @EventListener(ContextClosedEvent.class)
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void close() {
    closing = true;
  }

  /** The next submission, held by us from now on; null when there is nothing to do. */
  @Nullable Submission claim() {
    tellFailures();
    if (closing || owesAnswersOfFormerRun()) {
      return null;
    }
    Submission claimed =
        db.sql(Sql.file("intake/claim.sql"))
            .param("node", node)
            .param("owner", owner)
            .param("seconds", lease.toSeconds())
            .query(Submission.class)
            .optional()
            .orElse(null);
    if (claimed != null) {
      Failpoint.SUBMISSION_CLAIMED.reach();
    }
    return claimed;
  }

  /** Locks the row for the posting transaction; false when the lease went to somebody else. */
  boolean stillOurs(Submission submission) {
    return db.sql(
            "SELECT 1 FROM submission WHERE id = :id AND status = 'POSTING'"
                + " AND lease_owner = :owner AND attempt = :attempt FOR NO KEY UPDATE")
        .param("id", submission.id())
        .param("owner", owner)
        .param("attempt", submission.attempt())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** A failure is told once the database is there again: the lease would last much longer. */
  void tellLater(Runnable failure) {
    untold.add(failure);
  }

  private void tellFailures() {
    for (Runnable next = untold.peek(); next != null; next = untold.peek()) {
      next.run();
      untold.remove(next);
    }
  }

  /** Our failure, not the sender's: tried again after 1 s, 2 s, 4 s … and at most 10 min. */
  void failed(Submission submission, String failure) {
    long wait = Backoff.seconds(submission.attempt() - 1);
    db.sql(Sql.file("intake/failed.sql"))
        .param("id", submission.id())
        .param("owner", owner)
        .param("attempt", submission.attempt())
        .param("failure", failure)
        .param("seconds", wait)
        .update();
  }

  /**
   * Answers that a former run left owing come before new work: a hub that is killed again and again
   * would post and post, and never come to answer.
   */
  private boolean owesAnswersOfFormerRun() {
    if (lastOfFormerRun > 0 && !outbox.owesUpTo(lastOfFormerRun)) {
      lastOfFormerRun = 0;
    }
    return lastOfFormerRun > 0;
  }

  /** The home is locked, so whoever held leases in the name of this node is dead. */
  private void releaseLeasesOfFormerRun() {
    int released =
        db.sql(
                "UPDATE submission SET lease_until = now()"
                    + " WHERE status = 'POSTING' AND lease_owner LIKE :node || ':%'")
            .param("node", node)
            .update();
    if (released > 0) {
      log.info("{} interrupted submissions are taken up again", released);
    }
  }
}
