package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.notices.Outbox;
import dz.manchengo.hub.platform.Failpoint;
import dz.manchengo.hub.platform.Node;
import dz.manchengo.hub.platform.Sql;
import dz.manchengo.hub.tracing.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a submission back because a program asks for it, as {@link UndoPosting} does for whoever
 * drops an acknowledgement: with a submission and an answer of its own, in one transaction.
 */
@Component("requestedUndo")
public class RequestedUndo {
  /** Records that an answer names, those kept first. */
  private static final int TOLD = 500;

  private final Undo undo;
  private final UndoPosting posting;
  private final Outbox outbox;
  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final Traces traces;
  private final String node;

  RequestedUndo(
      Undo undo,
      UndoPosting posting,
      Outbox outbox,
      JdbcClient db,
      TransactionTemplate transaction,
      Traces traces,
      Node node) {
    this.undo = undo;
    this.posting = posting;
    this.outbox = outbox;
    this.db = db;
    this.transaction = transaction;
    this.traces = traces;
    this.node = node.id();
  }

  /**
   * What became, or would become, of one record.
   *
   * @param outcome {@code WITHDRAWN}, {@code RESTORED}, {@code REVERSED} or {@code KEPT}
   * @param reason why it is kept, below {@code ack.undo.reason}; null otherwise
   * @param because what was built upon it
   */
  public record Entry(
      String kind,
      @Nullable String document,
      String outcome,
      @Nullable String reason,
      @Nullable String because) {}

  /**
   * What became, or would become, of a submission.
   *
   * @param undo the submission that took it back; 0 where nothing was written
   * @param taken its figures, or why it cannot be taken back
   * @param again whether an earlier call took it back
   */
  public record Outcome(long undo, Undo.Taken taken, List<Entry> entries, boolean again) {
    /** Whether nothing goes: for a reason that concerns all of it, or for one of each record. */
    public boolean isRefused() {
      return taken.refusal() != null || taken.isNothing();
    }
  }

  /**
   * Takes it back. One that was taken back whole stays so: the answer is that of the former undo.
   *
   * @param client who asks
   * @param dry only says what would happen
   */
  public Outcome take(long submission, @Nullable String client, boolean dry) {
    Outcome outcome =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  Outcome judged = inTransaction(submission, client, dry);
                  if (dry || judged.isRefused()) {
                    status.setRollbackOnly();
                  }
                  return judged;
                }));
    Finding refusal = outcome.taken().refusal();
    if (refusal == null) {
      Failpoint.UNDO_COMMITTED.reach();
      return outcome;
    }
    return dry ? outcome : former(submission, refusal).orElse(outcome);
  }

  private Outcome inTransaction(long submission, @Nullable String client, boolean dry) {
    long id = begin(submission, client, dry);
    Undo.Taken taken = undo.take(submission, id, dry);
    List<Entry> entries = taken.refusal() == null ? entries(id) : List.of();
    Outcome outcome = new Outcome(dry ? 0 : id, taken, entries, false);
    if (!dry && !outcome.isRefused()) {
      posting.finish(id, "REST", false, submission, taken);
      outbox.acknowledge(id);
      Failpoint.UNDO_WRITTEN.reach();
    }
    return outcome;
  }

  private long begin(long submission, @Nullable String client, boolean dry) {
    return db.sql(Sql.file("intake/begin_undo.sql"))
        .param("node", node)
        .param("token", UUID.randomUUID().toString())
        .param("folder", UndoPosting.FOLDER)
        .param("dry", dry)
        .param("client", client)
        .param("traceparent", traces.current())
        .param("submission", submission)
        .query(Long.class)
        .single();
  }

  private List<Entry> entries(long id) {
    List<Entry> entries = new ArrayList<>();
    new UndoneRecords(db, id)
        .read(
            TOLD,
            one ->
                entries.add(
                    new Entry(
                        one.kind(),
                        one.document(),
                        one.outcome(),
                        one.reason(),
                        one.reasonDocument())));
    return entries.size() <= TOLD ? entries : List.copyOf(entries.subList(0, TOLD));
  }

  record Former(long id, int kept) {}

  /** The undo that an earlier call made, where that is why it cannot be taken back now. */
  private Optional<Outcome> former(long submission, Finding refusal) {
    if (!"reason.undo.done".equals(refusal.params().get("why"))) {
      return Optional.empty();
    }
    return db.sql(Sql.file("intake/former_undo.sql"))
        .param("submission", submission)
        .query(Former.class)
        .optional()
        .map(
            former ->
                new Outcome(former.id(), undo.takenBy(former.id()), entries(former.id()), true));
  }
}
