package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.FileReader;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.UnreadableFile;
import dz.manchengo.hub.notices.Outbox;
import dz.manchengo.hub.platform.Failpoint;
import dz.manchengo.hub.platform.Sql;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes back the submission whose acknowledgement was dropped into {@code undo/}: what it brought,
 * its state, the undo's own and the notice to its sender are one transaction.
 */
@Component
class UndoPosting {
  /** The drop folder, and the folder of its answers. */
  static final String FOLDER = "undo";

  private final ContentStore store;
  private final FileReader reader;
  private final PostingQueue queue;
  private final Undo undo;
  private final ResultLog results;
  private final FindingLog findings;
  private final IntakeMetrics metrics;
  private final Outbox outbox;
  private final JdbcClient db;
  private final TransactionTemplate transaction;

  UndoPosting(
      ContentStore store,
      FileReader reader,
      PostingQueue queue,
      Undo undo,
      ResultLog results,
      FindingLog findings,
      IntakeMetrics metrics,
      Outbox outbox,
      JdbcClient db,
      TransactionTemplate transaction) {
    this.store = store;
    this.reader = reader;
    this.queue = queue;
    this.undo = undo;
    this.results = results;
    this.findings = findings;
    this.metrics = metrics;
    this.outbox = outbox;
    this.db = db;
    this.transaction = transaction;
  }

  void post(Submission submission) throws IOException {
    AnswerMark mark = null;
    Finding unreadable = null;
    try {
      mark =
          AnswerMark.read(reader, store.locate(submission.path()), submission.originalName())
              .orElse(null);
    } catch (UnreadableFile e) {
      unreadable = e.finding();
    }
    AnswerMark read = mark;
    Finding fault = unreadable;
    transaction.executeWithoutResult(status -> commit(submission, read, fault));
    Failpoint.UNDO_COMMITTED.reach();
  }

  private void commit(
      Submission submission, @Nullable AnswerMark mark, @Nullable Finding unreadable) {
    if (!queue.stillOurs(submission)) {
      return;
    }
    Finding refusal = unreadable != null ? unreadable : answered(submission, mark);
    if (refusal != null) {
      results.refused(submission, refusal);
    }
    outbox.acknowledge(submission.id());
    Failpoint.UNDO_WRITTEN.reach();
  }

  /** Null when something was, or in a preview would be, taken back. */
  private @Nullable Finding answered(Submission submission, @Nullable AnswerMark mark) {
    if (mark == null) {
      return RuleBook.finding("UND-001", Place.FILE, submission.originalName());
    }
    Long meant = find(mark, submission.tenant()).orElse(null);
    if (meant == null) {
      return RuleBook.finding(
          "UND-002", Place.FILE, mark.reference(), "reference", mark.reference());
    }
    if (!mark.submission().equals(String.valueOf(meant)) || !mark.sha256().equals(sha256(meant))) {
      return RuleBook.finding("UND-003", Place.FILE, mark.submission(), "id", meant);
    }
    Undo.Taken taken = undo.take(meant, submission.id(), submission.preview());
    if (taken.refusal() == null) {
      finish(submission.id(), submission.channel(), submission.preview(), meant, taken);
    }
    return taken.refusal();
  }

  private Optional<Long> find(AnswerMark mark, String tenant) {
    return mark.isReference()
        ? db.sql(
                "SELECT id FROM submission WHERE reference = :reference::uuid"
                    + " AND :tenant IN ('hub', tenant)")
            .param("tenant", tenant)
            .param("reference", mark.reference())
            .query(Long.class)
            .optional()
        : Optional.empty();
  }

  private String sha256(long submission) {
    return db.sql("SELECT coalesce(sha256, '') FROM submission WHERE id = :id")
        .param("id", submission)
        .query(String.class)
        .single();
  }

  record Echo(long id, String name, int documents) {}

  /** Who else said what goes: it was there when they came, and is not now (UND-006). */
  private List<Finding> echoes(long undone) {
    return db
        .sql(Sql.file("intake/find_echoes.sql"))
        .param("submission", undone)
        .query(Echo.class)
        .list()
        .stream()
        .map(
            echo ->
                RuleBook.finding(
                    "UND-006",
                    Place.FILE,
                    echo.name(),
                    "name",
                    echo.name(),
                    "id",
                    echo.id(),
                    "n",
                    echo.documents()))
        .toList();
  }

  /** Writes what became of an undo, in the transaction in which it took back. */
  void finish(long undo, String channel, boolean preview, long undone, Undo.Taken taken) {
    String status = taken.isNothing() ? "REJECTED" : taken.kept() > 0 ? "PARTIAL" : "POSTED";
    db.sql(Sql.file("intake/finish_undo.sql"))
        .param("id", undo)
        .param("status", status)
        .param("undoes", undone)
        .param("kept", taken.kept())
        .update();
    findings.write(undo, echoes(undone));
    if (!preview) {
      outbox.publishChanges(List.of(undo));
      metrics.undone(channel, status);
    }
  }
}
