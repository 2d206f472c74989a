package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.notices.Outbox;
import dz.manchengo.hub.platform.ContentHash;
import dz.manchengo.hub.platform.Failpoint;
import dz.manchengo.hub.platform.Node;
import dz.manchengo.hub.platform.Sql;
import dz.manchengo.hub.tracing.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way in. A delivery becomes a submission exactly once: its bytes are on disk first, its
 * row second, and only then may the channel let go of the original.
 */
@Component("inbox")
public class Inbox {
  private static final String SUBMIT = Sql.file("intake/submit.sql");

  /** File systems bear 255 bytes; an answer's name adds a number and {@code .ack.xlsx}. */
  private static final int LONGEST_NAME = 230;

  /** What several files are kept as. */
  private static final String PAIR = "pair.zip";

  private final ContentStore store;
  private final FindingLog findings;
  private final Outbox outbox;
  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final String node;
  private final SameBytes twins;
  private final Traces traces;

  Inbox(
      ContentStore store,
      FindingLog findings,
      Outbox outbox,
      JdbcClient db,
      TransactionTemplate transaction,
      Node node,
      SameBytes twins,
      Traces traces) {
    this.traces = traces;
    this.node = node.id();
    this.twins = twins;
    this.store = store;
    this.findings = findings;
    this.outbox = outbox;
    this.db = db;
    this.transaction = transaction;
  }

  /** True if this very arrival is a submission already: a crash presented it again. */
  public boolean knows(Delivery delivery) {
    return db.sql(Sql.file("intake/known_delivery.sql"))
        .param("id", delivery.id())
        .query(Boolean.class)
        .single();
  }

  /** True if the bytes of this arrival are safe with us: its original may go. */
  public boolean holds(Delivery delivery) {
    return db.sql(Sql.file("intake/held_delivery.sql"))
        .param("id", delivery.id())
        .query(Boolean.class)
        .single();
  }

  /**
   * What became of an arrival.
   *
   * @param status the submission's
   * @param held whether its bytes are safe with us
   */
  public record Receipt(long submissionId, String status, boolean held) {}

  /** Empty for an arrival that we do not know. */
  public Optional<Receipt> receipt(Delivery delivery) {
    return db.sql(
            "SELECT id AS submission_id, status, sha256 IS NOT NULL AS held FROM submission"
                + " WHERE delivery = :id")
        .param("id", delivery.id())
        .query(Receipt.class)
        .optional();
  }

  /** Says whether the source is still what it was when its bytes were read. */
  @FunctionalInterface
  public interface Unchanged {
    boolean check() throws IOException;
  }

  /**
   * Makes the bytes a submission: RECEIVED, or DUPLICATE when the same bytes had an effect before;
   * where they are still at work, RECEIVED and waiting for them. Nothing happens when the source
   * changed meanwhile: it will arrive again.
   */
  public void receive(Delivery delivery, Bytes bytes, Unchanged source) throws IOException {
    traces.step(Traces.DOOR, () -> receiveOnce(delivery, bytes, source));
  }

  private void receiveOnce(Delivery delivery, Bytes bytes, Unchanged source) throws IOException {
    try (ContentStore.Copy copy = store.copy(bytes)) {
      if (source.check()) {
        String name = delivery.parts().isEmpty() ? delivery.name() : PAIR;
        ContentStore.Stored stored = store.keep(copy, name);
        transaction.executeWithoutResult(status -> submit(delivery, stored));
        Failpoint.SUBMISSION_RECEIVED.reach();
      }
    }
  }

  /**
   * Keeps bytes that are no submission themselves, a mail for example; when this returns they
   * survive a power cut.
   *
   * @param name gives the kept file its extension
   */
  public ContentHash archive(Bytes bytes, String name) throws IOException {
    try (ContentStore.Copy copy = store.copy(bytes)) {
      ContentStore.Stored stored = store.keep(copy, name);
      transaction.executeWithoutResult(status -> remember(stored));
      return stored.hash();
    }
  }

  /** Whether they lie in this home: of hubs on one database each has its own. */
  public boolean hasArchived(ContentHash hash) {
    return Files.exists(archived(hash));
  }

  /** Where bytes lie that this home has archived. */
  public Path archived(ContentHash hash) {
    return store.locate(
        db.sql("SELECT path FROM content WHERE sha256 = :hash")
            .param("hash", hash.hex())
            .query(String.class)
            .single());
  }

  /** Answers what cannot be taken at all, for example a folder: a submission without bytes. */
  public void refuse(Delivery delivery, Finding finding) {
    traces.step(Traces.DOOR, () -> refuseOnce(delivery, finding));
  }

  private void refuseOnce(Delivery delivery, Finding finding) {
    transaction.executeWithoutResult(
        status ->
            submit(delivery, null, "REJECTED", null, acknowledgement(delivery))
                .ifPresent(
                    id -> {
                      findings.write(id, List.of(finding));
                      outbox.acknowledge(id);
                    }));
  }

  /** Makes stored bytes a submission, in the calling transaction. */
  void submit(Delivery delivery, ContentStore.Stored stored) {
    remember(stored);
    String acknowledgement = acknowledgement(delivery);
    boolean undo = delivery.folder().equals(UndoPosting.FOLDER); // bytes do not count there
    Optional<SameBytes.Holder> first =
        delivery.preview() && !undo ? holder(delivery, stored) : Optional.empty();
    if (first.isEmpty() && submit(delivery, stored, "RECEIVED", null, acknowledgement).isEmpty()) {
      // The insert stood aside after the other one's commit, so whoever holds the bytes is visible.
      // Should he have been refused since, nobody does: the channel finds the delivery unknown and
      // presents it again.
      first = holder(delivery, stored);
    }
    first.ifPresent(holder -> submitAgain(delivery, stored, holder, acknowledgement));
  }

  private Optional<SameBytes.Holder> holder(Delivery delivery, ContentStore.Stored stored) {
    return twins.holder(stored.hash().hex(), delivery.sender().tenant());
  }

  /**
   * One place for the bytes in every home. Should another hub just have chosen another one (by the
   * day or the extension), this delivery is presented again and its bytes go there too.
   */
  private void remember(ContentStore.Stored stored) {
    String path =
        db.sql(Sql.file("intake/remember_content.sql"))
            .param("hash", stored.hash().hex())
            .param("path", stored.path())
            .param("size", stored.size())
            .query(String.class)
            .single();
    if (!path.equals(stored.path())) {
      throw new ConcurrencyFailureException("another hub has just stored these bytes as " + path);
    }
  }

  /** Of a preview too: posting these bytes would do nothing, so that is what it says. */
  private void submitAgain(
      Delivery delivery,
      ContentStore.Stored stored,
      SameBytes.Holder first,
      String acknowledgement) {
    if (first.atWork()) {
      submit(delivery, stored, "RECEIVED", first, acknowledgement);
    } else {
      submit(delivery, stored, "DUPLICATE", first, acknowledgement)
          .ifPresent(id -> twins.tell(id, delivery.name(), first));
    }
  }

  private Optional<Long> submit(
      Delivery delivery,
      ContentStore.@Nullable Stored stored,
      String status,
      SameBytes.@Nullable Holder first,
      String acknowledgement) {
    return db.sql(SUBMIT)
        .param("node", node)
        .param("channel", delivery.channel())
        .param("delivery", delivery.id())
        .param("folder", delivery.folder())
        .param("name", printable(delivery.name()))
        .param("hash", stored == null ? null : stored.hash().hex())
        .param("size", stored == null ? null : stored.size())
        .param("status", status)
        .param("duplicateOf", first == null || first.atWork() ? null : first.id())
        .param("waitsFor", first != null && first.atWork() ? first.id() : null)
        .param("acknowledgement", acknowledgement)
        .param("preview", delivery.preview())
        .param("tenant", delivery.sender().tenant())
        .param("client", delivery.sender().client())
        .param("feed", delivery.sender().feed())
        .param("traceparent", traces.current())
        .query(Long.class)
        .optional()
        .map(id -> withParts(id, delivery));
  }

  /** Should a crash leave one of the files behind, it is known by its own id. */
  private long withParts(long id, Delivery delivery) {
    traces.mark("submission", id);
    for (String part : delivery.parts()) {
      db.sql("INSERT INTO submission_part (delivery, submission_id) VALUES (:part, :id)")
          .param("part", part)
          .param("id", id)
          .update();
    }
    return id;
  }

  /** PostgreSQL text holds everything but NUL. */
  private static String printable(String name) {
    return name.replace("\0", "\uFFFD");
  }

  /**
   * Where the answer will lie. Fixed at receipt, so an answer that is written twice replaces
   * itself; a name that came before gets a number.
   */
  private String acknowledgement(Delivery delivery) {
    String folder = delivery.folder().isEmpty() ? "" : delivery.folder() + "/";
    String base =
        (delivery.preview() ? "preview/" : "")
            + folder
            + FileName.shortened(FileName.safe(delivery.name()), LONGEST_NAME);
    db.sql("SELECT pg_advisory_xact_lock(hashtext(:base))")
        .param("base", base)
        .query((rs, n) -> true)
        .single();
    String path = base + ".ack.xlsx";
    for (int n = 2; taken(path); n++) {
      path = base + "." + n + ".ack.xlsx";
    }
    return path;
  }

  private boolean taken(String path) {
    return db.sql(
            "SELECT EXISTS (SELECT 1 FROM submission"
                + " WHERE acknowledgement = :path AND coalesce(node, :node) = :node)")
        .param("path", path)
        .param("node", node)
        .query(Boolean.class)
        .single();
  }
}
