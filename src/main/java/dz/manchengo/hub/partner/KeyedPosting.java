package dz.manchengo.hub.partner;

import dz.manchengo.hub.documents.BodyContract;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.intake.DirectAnswer;
import dz.manchengo.hub.intake.DirectOutcome;
import dz.manchengo.hub.intake.DirectPosting;
import dz.manchengo.hub.intake.DirectRequest;
import dz.manchengo.hub.intake.KeptReply;
import dz.manchengo.hub.intake.RequestKey;
import dz.manchengo.hub.intake.RequestKeys;
import dz.manchengo.hub.platform.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Posts the documents of a call by its Idempotency-Key: a retry gets the first answer, nothing is
 * done twice (decision 0032). A dry run needs no key and says what would happen.
 */
@Component
class KeyedPosting {
  private static final int CREATED = 201;
  private static final int OK = 200;

  private final BodyContract contract;
  private final DirectPosting direct;
  private final RequestKeys keys;

  KeyedPosting(BodyContract contract, DirectPosting direct, RequestKeys keys) {
    this.contract = contract;
    this.direct = direct;
    this.keys = keys;
  }

  static boolean isDry(Call call) {
    String value = call.asked("dryRun").orElse("false");
    if (!value.equals("true") && !value.equals("false")) {
      throw new ProblemException(ProblemKind.INVALID_PARAMETER, "dryRun");
    }
    return value.equals("true");
  }

  /** Before anything is read of a call: without a key it is not worth it. */
  static void requireKey(Call call) {
    if (!isDry(call)) {
      IdempotencyKey.of(call);
    }
  }

  /**
   * Posts them and answers.
   *
   * @param answered makes the answer, which is kept for retries
   */
  Reply post(
      Call call,
      byte[] body,
      Feed feed,
      SentDocuments sent,
      Function<DirectAnswer, KeptReply> answered) {
    RequestKey key = isDry(call) ? null : key(call, body);
    DirectRequest request =
        new DirectRequest(
            contract.posting(DocumentKind.of(call).document()),
            feed,
            call.caller().tenant(),
            call.caller().clientName(),
            sent.name(),
            new String(body, StandardCharsets.UTF_8),
            sent.items(),
            sent.whole(),
            sent.rows(),
            key,
            answered);
    return key == null ? reply(direct.judge(request)) : post(request, key);
  }

  private Reply post(DirectRequest request, RequestKey key) {
    if (!keys.hold(key)) {
      throw inFlight();
    }
    try {
      return reply(direct.post(request));
    } catch (DirectPosting.Unavailable e) {
      throw new ProblemException(ProblemKind.UNAVAILABLE).header("Retry-After", "5");
    } finally {
      keys.release(key);
    }
  }

  /** What changes the meaning of a call belongs to its endpoint. */
  private static RequestKey key(Call call, byte[] body) {
    @Nullable String query = call.request().getQueryString();
    String endpoint = call.operation().id() + (query == null ? "" : "?" + query);
    return new RequestKey(
        call.caller().tenant(),
        call.caller().clientName(),
        endpoint,
        IdempotencyKey.of(call),
        ContentHash.of(body));
  }

  private static Reply reply(DirectOutcome outcome) {
    if (outcome instanceof DirectOutcome.Posted posted) {
      return reply(posted.reply());
    }
    if (outcome instanceof DirectOutcome.Taken) {
      throw new ProblemException(ProblemKind.TAKEN);
    }
    RequestKeys.Known known = ((DirectOutcome.NotNew) outcome).known();
    if (known instanceof RequestKeys.Known.Answered answered) {
      return again(answered.reply());
    }
    throw known instanceof RequestKeys.Known.OtherBody
        ? new ProblemException(ProblemKind.REUSED_IDEMPOTENCY_KEY)
        : inFlight();
  }

  static Reply reply(KeptReply kept) {
    return reply(kept, kept.status(), Map.of());
  }

  /** Nothing was created this time. */
  private static Reply again(KeptReply kept) {
    int status = kept.status() == CREATED ? OK : kept.status();
    return reply(kept, status, Map.of("Idempotent-Replayed", "true"));
  }

  private static Reply reply(KeptReply kept, int status, Map<String, String> more) {
    Map<String, String> headers = new LinkedHashMap<>(kept.headers());
    headers.putAll(more);
    return new Reply(status, headers.remove("Content-Type"), headers, kept.body());
  }

  private static ProblemException inFlight() {
    return new ProblemException(ProblemKind.IN_FLIGHT).header("Retry-After", "1");
  }
}
