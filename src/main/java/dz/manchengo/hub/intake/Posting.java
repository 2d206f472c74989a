package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.FeedCatalogue;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Interpretation;
import dz.manchengo.hub.documents.Interpreter;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.UnreadableFile;
import dz.manchengo.hub.notices.Outbox;
import dz.manchengo.hub.platform.Failpoint;
import dz.manchengo.hub.platform.Tenancy;
import dz.manchengo.hub.platform.YoungTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way through: read, judge and post one submission. Documents, findings, state and the
 * notice to its sender are one transaction; a crash before its commit leaves nothing behind.
 */
@Component("posting")
class Posting {
  private static final Logger log = LoggerFactory.getLogger(Posting.class);

  /** After this many failures the sender is told that it is our fault and that we go on trying. */
  private static final int PATIENCE = 3;

  private static final int TRIES = 5;

  private final ContentStore store;
  private final Interpreter interpreter;
  private final FeedCatalogue feeds;
  private final PostingQueue queue;
  private final ResultLog results;
  private final PostingProgress progress;
  private final Outbox outbox;
  private final TransactionTemplate transaction;
  private final PostingLock lock;
  private final UndoPosting undo;
  private final YoungTables young;
  private final Tenancy tenancy;
  private final TakenNumbers taken;
  private final SameBytes twins;

  Posting(
      ContentStore store,
      Interpreter interpreter,
      FeedCatalogue feeds,
      PostingQueue queue,
      ResultLog results,
      PostingProgress progress,
      Outbox outbox,
      TransactionTemplate transaction,
      PostingLock lock,
      UndoPosting undo,
      YoungTables young,
      Tenancy tenancy,
      TakenNumbers taken,
      SameBytes twins) {
    this.store = store;
    this.interpreter = interpreter;
    this.feeds = feeds;
    this.queue = queue;
    this.results = results;
    this.progress = progress;
    this.outbox = outbox;
    this.transaction = transaction;
    this.lock = lock;
    this.undo = undo;
    this.young = young;
    this.tenancy = tenancy;
    this.taken = taken;
    this.twins = twins;
  }

  /** Posts the submission, or refuses it. An exception is our failure, never the sender's. */
  void post(@Body Submission submission) throws IOException {
    if (submission.folder().equals(UndoPosting.FOLDER)) {
      undo.post(submission);
      return;
    }
    if (!twins.isItsTurn(submission)) {
      return;
    }
    try (Interpretation file = read(submission)) {
      checkKind(submission, file);
      try {
        commit(submission, file, false);
      } catch (WholeFileRefused e) {
        commit(submission, file, true);
      }
    } catch (UnreadableFile e) {
      refuse(submission, e.finding());
    }
    Failpoint.DOCUMENTS_COMMITTED.reach();
  }

  /** Keeps our failure with the submission, which stays in the queue. */
  void failed(
      @Body Submission submission, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception cause) {
    log.error(
        "submission {} ({}) could not be posted, attempt {}",
        submission.id(),
        FileName.safe(submission.originalName()),
        submission.attempt(),
        cause);
    try {
      writeFailure(submission, cause);
    } catch (DataAccessException | TransactionException e) {
      log.warn("the database cannot be told, it will be later: {}", e.getMessage());
      queue.tellLater(() -> writeFailure(submission, cause));
    }
  }

  private void writeFailure(Submission submission, Exception cause) {
    transaction.executeWithoutResult(
        status -> {
          queue.failed(submission, String.valueOf(cause.getMessage()));
          if (submission.attempt() == PATIENCE) {
            outbox.acknowledgeDelay(submission.id());
          }
        });
  }

  /** Partners bring documents: master data is the company's (decision 0031). */
  private static void checkKind(Submission submission, Interpretation file) throws UnreadableFile {
    if (!submission.isOfHouse() && file.posting().isMasterData()) {
      throw new UnreadableFile(RuleBook.finding("API-008", Place.FILE, null));
    }
  }

  private Interpretation read(Submission submission) throws UnreadableFile, IOException {
    if (FileName.hasControlCharacter(submission.originalName())) {
      throw new UnreadableFile(
          RuleBook.finding(
              "FIL-010",
              Place.FILE,
              submission.originalName(),
              "name",
              FileName.safe(submission.originalName()),
              "detected",
              "reason.control-character"));
    }
    Path content = store.locate(submission.path());
    Optional<Feed> wanted = feeds.named(submission.wantedFeed());
    return wanted.isPresent()
        ? interpreter.interpretBy(wanted.get(), content, submission.originalName())
        : interpreter.interpret(content, submission.originalName(), submission.folder());
  }

  /**
   * Another file may bring the same document at the same moment: the second look sees the first.
   */
  private void commit(Submission submission, Interpretation file, boolean refuseAll)
      throws UnreadableFile, IOException {
    boolean met = false;
    for (int tries = 1; ; tries++) {
      try {
        commitOnce(submission, file, refuseAll, met);
        return;
      } catch (DuplicateKeyException | ConcurrencyFailureException e) {
        met |= e instanceof DuplicateKeyException;
        if (tries == TRIES && met && !submission.isOfHouse()) {
          throw new UnreadableFile(RuleBook.finding("API-007", Place.FILE, null));
        }
        if (tries == TRIES) {
          throw e;
        }
        log.info("submission {} met another one and is posted again", submission.id());
      }
    }
  }

  private void commitOnce(
      Submission submission, Interpretation file, boolean refuseAll, boolean met)
      throws UnreadableFile, IOException {
    AtomicReference<@Nullable Exception> ended = new AtomicReference<>();
    transaction.executeWithoutResult(
        status -> {
          try {
            commitInTransaction(submission, file, refuseAll, met);
          } catch (UnreadableFile | IOException e) {
            status.setRollbackOnly();
            ended.set(e);
          }
        });
    if (ended.get() instanceof UnreadableFile e) {
      throw e;
    }
    if (ended.get() instanceof IOException e) {
      throw e;
    }
  }

  private void commitInTransaction(
      Submission submission, Interpretation file, boolean refuseAll, boolean met)
      throws UnreadableFile, IOException {
    if (!queue.stillOurs(submission)) {
      log.warn("submission {} went to another hub", submission.id());
      return;
    }
    lock.toPost();
    tenancy.enter(submission.tenant());
    ResultLog.Entry entry = results.begin(submission, file, refuseAll);
    DocumentPosting.Session session =
        file.posting()
            .open(
                new DocumentPosting.Posting(
                    submission.id(), file.feed(), !refuseAll && !submission.preview()));
    TakenNumbers.Look numbers = taken.look(submission.tenant(), file.posting().document(), met);
    PostingProgress.Watch watch = progress.watch(submission, file.rows());
    try (ReadAhead portions = new ReadAhead(file)) {
      int portion = 0;
      for (List<RawDocument> documents = portions.next();
          documents != null;
          documents = portions.next()) {
        if (Integer.bitCount(portion++) == 1) { // before the 2nd, 3rd, 5th, 9th …
          young.count();
        }
        session.post(numbers.refuse(documents, entry), entry);
        refuseWholeFile(file, entry, refuseAll);
        entry.flush();
        watch.done(documents);
      }
    }
    session.end(entry);
    refuseWholeFile(file, entry, refuseAll);
    entry.end();
    tenancy.leave();
    progress.forget(submission);
    if (!submission.preview()) {
      outbox.publishChanges(List.of(submission.id()));
    }
    outbox.acknowledge(submission.id());
    Failpoint.DOCUMENTS_WRITTEN.reach();
  }

  /** What was written is rolled back, and all is judged again without writing. */
  private static void refuseWholeFile(
      Interpretation file, ResultLog.Entry entry, boolean refuseAll) {
    if (!refuseAll && entry.result().refusesFile(file.feed())) {
      throw new WholeFileRefused();
    }
  }

  private void refuse(Submission submission, Finding finding) {
    transaction.executeWithoutResult(
        status -> {
          if (queue.stillOurs(submission)) {
            results.refused(submission, finding);
            progress.forget(submission);
            outbox.acknowledge(submission.id());
          }
        });
  }
}
