package dz.manchengo.hub.intake;

import dz.manchengo.hub.intake.RequestKeys.Known;
import dz.manchengo.hub.platform.ContentHash;
import dz.manchengo.hub.platform.Failpoint;
import dz.manchengo.hub.tracing.Traces;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files that come by the API: each becomes a submission once for its key. The key's answer and the
 * submission are one commit, so a crash leaves both or neither; the bytes are on disk before.
 */
@Component("uploads")
public class Uploads {
  private final ContentStore store;
  private final Inbox inbox;
  private final RequestKeys keys;
  private final TransactionTemplate transaction;
  private final Traces traces;

  Uploads(
      ContentStore store,
      Inbox inbox,
      RequestKeys keys,
      TransactionTemplate transaction,
      Traces traces) {
    this.traces = traces;
    this.store = store;
    this.inbox = inbox;
    this.keys = keys;
    this.transaction = transaction;
  }

  /** A file on its way, as its door knows it. */
  public interface Upload {
    /** What makes a retry recognisable, once its bytes are known. */
    RequestKey key(ContentHash content);

    /** Asked when all bytes are here: the name of a part in a form comes with them. */
    Delivery delivery();

    /** The answer that is kept for retries. */
    KeptReply reply(Inbox.Receipt receipt);
  }

  /** What became of it. */
  public sealed interface Outcome {
    /** It is a submission now. */
    record Taken(KeptReply reply) implements Outcome {}

    /** Its key was there already, and nothing was done. */
    record NotNew(Known known) implements Outcome {}
  }

  /**
   * Takes a file in.
   *
   * @param bytes are read once and written to disk as they come
   * @throws ConcurrencyFailureException when others meddled: the same call again will do
   */
  public Outcome take(Upload upload, Bytes bytes) throws IOException {
    return traces.ask(Traces.DOOR, () -> takeOnce(upload, bytes));
  }

  private Outcome takeOnce(Upload upload, Bytes bytes) throws IOException {
    try (ContentStore.Copy copy = store.copy(bytes)) {
      RequestKey key = upload.key(copy.hash());
      Known known = Objects.requireNonNull(transaction.execute(status -> keys.look(key)));
      if (!(known instanceof Known.New)) {
        return new Outcome.NotNew(known);
      }
      Delivery delivery = upload.delivery();
      ContentStore.Stored stored = store.keep(copy, delivery.name());
      Outcome outcome = transaction.execute(status -> submitted(upload, key, delivery, stored));
      Failpoint.SUBMISSION_RECEIVED.reach();
      return Objects.requireNonNull(outcome);
    }
  }

  /** Looked at again: the same call may have come to another hub meanwhile. */
  private Outcome submitted(
      Upload upload, RequestKey key, Delivery delivery, ContentStore.Stored stored) {
    Known known = keys.look(key);
    if (!(known instanceof Known.New)) {
      return new Outcome.NotNew(known);
    }
    inbox.submit(delivery, stored);
    Inbox.Receipt receipt =
        inbox
            .receipt(delivery)
            .orElseThrow(() -> new ConcurrencyFailureException("whoever held these bytes let go"));
    KeptReply reply = upload.reply(receipt);
    keys.keep(Map.of(key, reply));
    return new Outcome.Taken(reply);
  }
}
