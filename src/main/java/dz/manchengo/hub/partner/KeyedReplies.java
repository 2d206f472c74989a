package dz.manchengo.hub.partner;

import dz.manchengo.hub.intake.KeptReply;
import dz.manchengo.hub.intake.RequestKey;
import dz.manchengo.hub.intake.RequestKeys;
import dz.manchengo.hub.platform.ContentHash;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a call with an Idempotency-Key is known by, and what its repeats are answered. */
final class KeyedReplies {
  private static final int CREATED = 201;
  private static final int OK = 200;

  private KeyedReplies() {}

  /** What changes the meaning of a call belongs to its endpoint. */
  static RequestKey key(Call call, String key, ContentHash body) {
    @Nullable String query = call.request().getQueryString();
    String endpoint = call.operation().id() + (query == null ? "" : "?" + query);
    return new RequestKey(call.caller().tenant(), call.caller().clientName(), endpoint, key, body);
  }

  /** The answer to the first call. */
  static Reply first(KeptReply kept) {
    return reply(kept, kept.status(), Map.of());
  }

  /**
   * The answer to a call whose key is not new.
   *
   * @throws ProblemException when the first one had another body, or has no answer yet
   */
  static Reply again(RequestKeys.Known known) {
    if (known instanceof RequestKeys.Known.Answered answered) {
      KeptReply kept = answered.reply();
      // nothing was created this time
      int status = kept.status() == CREATED ? OK : kept.status();
      return reply(kept, status, Map.of("Idempotent-Replayed", "true"));
    }
    throw known instanceof RequestKeys.Known.OtherBody
        ? new ProblemException(ProblemKind.REUSED_IDEMPOTENCY_KEY)
        : inFlight();
  }

  static ProblemException inFlight() {
    return new ProblemException(ProblemKind.IN_FLIGHT).header("Retry-After", "1");
  }

  private static Reply reply(KeptReply kept, int status, Map<String, String> more) {
    Map<String, String> headers = new LinkedHashMap<>(kept.headers());
    headers.putAll(more);
    // answers to uploads were kept without a type before
    String type = Objects.requireNonNullElse(headers.remove("Content-Type"), Reply.JSON);
    return new Reply(status, type, headers, kept.body());
  }
}
