package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.tracing.Traced;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Documents of one kind whose sender waits for what becomes of them.
 *
 * @param tenant whose they are; {@code hub} is the company itself
 * @param client who sends them
 * @param name as people shall find the submission by
 * @param body as received, which was in UTF-8
 * @param items each a list of documents that stand or fall together
 * @param whole whether all items stand or fall together
 * @param rows of all items
 * @param key null where nobody would send it again
 * @param traceparent of the call that brings it; null where that is not traced
 * @param reply makes the answer that is kept for retries
 */
public record DirectRequest(
    DocumentPosting posting,
    Feed feed,
    String tenant,
    String client,
    String name,
    String body,
    List<List<RawDocument>> items,
    boolean whole,
    int rows,
    @Nullable RequestKey key,
    @Nullable String traceparent,
    Function<DirectAnswer, KeptReply> reply)
    implements Traced {
  @Override
  public Map<String, String> marks() {
    return Map.of();
  }

  /** Whether its one document may be posted beside those of others. */
  boolean isShareable() {
    return posting.sharesCommits() && items.size() == 1 && items.get(0).size() == 1;
  }

  /** Whether all of its documents are posted or none. */
  boolean standsTogether() {
    return whole || items.size() == 1;
  }

  /** Whether both may be posted by one session. */
  boolean isLike(DirectRequest other) {
    return posting == other.posting
        && feed.name().equals(other.feed.name())
        && tenant.equals(other.tenant);
  }
}
