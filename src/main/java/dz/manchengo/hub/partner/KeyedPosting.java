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
import dz.manchengo.hub.tracing.Traces;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Posts the documents of a call by its Idempotency-Key: a retry gets the first answer, nothing is
 * done twice (decision 0032). A dry run needs no key and says what would happen.
 */
@Component
class KeyedPosting {
  private final BodyContract contract;
  private final DirectPosting direct;
  private final RequestKeys keys;
  private final Traces traces;

  KeyedPosting(BodyContract contract, DirectPosting direct, RequestKeys keys, Traces traces) {
    this.traces = traces;
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
    RequestKey key =
        isDry(call) ? null : KeyedReplies.key(call, IdempotencyKey.of(call), ContentHash.of(body));
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
            traces.current(),
            answered);
    return key == null ? reply(direct.judge(request)) : post(request, key);
  }

  private Reply post(DirectRequest request, RequestKey key) {
    if (!keys.hold(key)) {
      throw KeyedReplies.inFlight();
    }
    try {
      return reply(direct.post(request));
    } catch (DirectPosting.Unavailable e) {
      throw new ProblemException(ProblemKind.UNAVAILABLE).header("Retry-After", "5");
    } finally {
      keys.release(key);
    }
  }

  private static Reply reply(DirectOutcome outcome) {
    if (outcome instanceof DirectOutcome.Posted posted) {
      return KeyedReplies.first(posted.reply());
    }
    if (outcome instanceof DirectOutcome.Taken) {
      throw new ProblemException(ProblemKind.TAKEN);
    }
    return KeyedReplies.again(((DirectOutcome.NotNew) outcome).known());
  }
}
