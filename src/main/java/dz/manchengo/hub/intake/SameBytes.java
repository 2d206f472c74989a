package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.notices.Outbox;
import dz.manchengo.hub.platform.Sql;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What comes twice. The same bytes have an effect once (FIL-002); those of a refused file had none,
 * so whoever comes while the first is at work waits for what becomes of it.
 */
@Component
class SameBytes {
  private static final int TRIES = 5;

  private final PostingQueue queue;
  private final FindingLog findings;
  private final Outbox outbox;
  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final ZoneId zone;

  SameBytes(
      PostingQueue queue,
      FindingLog findings,
      Outbox outbox,
      JdbcClient db,
      TransactionTemplate transaction,
      @Value("${hub.zone}") ZoneId zone) {
    this.queue = queue;
    this.findings = findings;
    this.outbox = outbox;
    this.db = db;
    this.transaction = transaction;
    this.zone = zone;
  }

  /**
   * The submission that bytes belong to.
   *
   * @param atWork whether nobody knows yet what becomes of it
   */
  record Holder(long id, String originalName, OffsetDateTime receivedAt, boolean atWork) {}

  Optional<Holder> holder(String hash, String tenant) {
    return db.sql(Sql.file("intake/holder.sql"))
        .param("tenant", tenant)
        .param("hash", hash)
        .query(Holder.class)
        .optional();
  }

  /** Says of which file it is the duplicate, in the calling transaction. */
  void tell(long id, String name, Holder first) {
    Finding finding =
        RuleBook.finding(
            "FIL-002",
            Place.FILE,
            name,
            "date",
            first.receivedAt().atZoneSameInstant(zone).toLocalDate(),
            "file_id",
            first.id(),
            "first",
            first.originalName());
    findings.write(id, List.of(finding));
    outbox.acknowledge(id);
  }

  /**
   * Whether a claimed submission is to be read: its bytes belong to nobody else. Otherwise it ends
   * here as a duplicate, or goes on waiting.
   */
  boolean isItsTurn(Submission submission) {
    if (submission.waitsFor() == null) {
      return true;
    }
    for (int tries = 1; ; tries++) {
      try {
        return Boolean.TRUE.equals(transaction.execute(status -> settle(submission)));
      } catch (DuplicateKeyException e) { // a third one has just taken them
        if (tries == TRIES) {
          throw e;
        }
      }
    }
  }

  private boolean settle(Submission submission) {
    if (!queue.stillOurs(submission)) {
      return false;
    }
    Optional<Holder> found = holder(submission.sha256(), submission.tenant());
    if (found.isEmpty()) {
      db.sql("UPDATE submission SET waits_for = NULL WHERE id = :id")
          .param("id", submission.id())
          .update();
      return true;
    }
    Holder first = found.get();
    db.sql(
            first.atWork()
                ? Sql.file("intake/wait_for.sql")
                : Sql.file("intake/finish_duplicate.sql"))
        .param("first", first.id())
        .param("id", submission.id())
        .update();
    if (!first.atWork()) {
      tell(submission.id(), submission.originalName(), first);
    }
    return false;
  }
}
