package dz.manchengo.hub.partner;

import dz.manchengo.hub.documents.Body;
import dz.manchengo.hub.documents.BodyContract;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.FeedCatalogue;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.UnreadableFile;
import dz.manchengo.hub.intake.DirectAnswer;
import dz.manchengo.hub.intake.DirectOutcome;
import dz.manchengo.hub.intake.DirectPosting;
import dz.manchengo.hub.intake.DirectRequest;
import dz.manchengo.hub.intake.KeptReply;
import dz.manchengo.hub.intake.RequestKey;
import dz.manchengo.hub.intake.RequestKeys;
import dz.manchengo.hub.platform.ContentHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Documents that programs send and wait for: one, or many in a batch. A retry by its key gets the
 * first answer; nothing is done twice (decision 0032).
 */
@Component("documentCalls")
class DocumentCalls {
  private static final int MOST_ITEMS = 1_000;
  private static final int LONGEST_NAME = 200;

  private final BodyContract bodies;
  private final FeedCatalogue feeds;
  private final DirectPosting direct;
  private final RequestKeys keys;
  private final DocumentReplies replies;
  private final Clock clock;

  DocumentCalls(
      BodyContract bodies,
      FeedCatalogue feeds,
      DirectPosting direct,
      RequestKeys keys,
      DocumentReplies replies,
      Clock clock) {
    this.bodies = bodies;
    this.feeds = feeds;
    this.direct = direct;
    this.keys = keys;
    this.replies = replies;
    this.clock = clock;
  }

  /** One document, at {@code /orders} and the like. */
  Reply post(Call call) throws IOException {
    DocumentKind kind = DocumentKind.of(call);
    boolean dry = isDry(call);
    @Nullable String key = dry ? null : IdempotencyKey.of(call);
    byte[] bytes = call.body().readAllBytes();
    Body body = one(kind, bytes, call);
    if (!body.breaches().isEmpty()) {
      throw new ProblemException(ProblemKind.INVALID)
          .faults(DocumentReplies.faults(body.breaches(), "", call));
    }
    Feed feed = feed(call, kind, body);
    List<List<RawDocument>> items = List.of(documents(body, feed));
    return answer(
        dry,
        new DirectRequest(
            bodies.posting(kind.document()),
            feed,
            call.caller().tenant(),
            call.caller().clientName(),
            name(kind, items),
            new String(bytes, StandardCharsets.UTF_8),
            items,
            true,
            body.rows(),
            requestKey(call, key, bytes),
            answer -> replies.single(answer, kind, call, dry)));
  }

  /** Many at once, at {@code /orders/batch} and the like. */
  Reply batch(Call call) throws IOException {
    DocumentKind kind = DocumentKind.of(call);
    boolean dry = isDry(call);
    boolean atomic = isAtomic(call);
    @Nullable String key = dry ? null : IdempotencyKey.of(call);
    byte[] bytes = call.body().readAllBytes();
    List<Body> all = several(kind, bytes, call);
    Map<Integer, List<Finding>> breaches = new TreeMap<>();
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).breaches().isEmpty()) {
        breaches.put(i, all.get(i).breaches());
      }
    }
    if (atomic && !breaches.isEmpty()) {
      throw new ProblemException(ProblemKind.INVALID).faults(below(breaches, call));
    }
    return sides(all, breaches).size() > 1
        ? mixed()
        : batch(call, kind, dry, atomic, key, bytes, all, breaches);
  }

  private Reply batch(
      Call call,
      DocumentKind kind,
      boolean dry,
      boolean atomic,
      @Nullable String key,
      byte[] bytes,
      List<Body> all,
      Map<Integer, List<Finding>> breaches)
      throws IOException {
    List<Integer> indexes = new ArrayList<>();
    List<List<RawDocument>> items = new ArrayList<>();
    int rows = 0;
    Feed feed = null;
    for (int i = 0; i < all.size(); i++) {
      if (!breaches.containsKey(i)) {
        feed = feed == null ? feed(call, kind, all.get(i)) : feed;
        indexes.add(i);
        items.add(documents(all.get(i), feed));
        rows += all.get(i).rows();
      }
    }
    if (feed == null) {
      DirectAnswer nothing = new DirectAnswer(0, "REJECTED", List.of(), List.of());
      return reply(replies.batch(nothing, breaches, indexes, kind, call), Map.of());
    }
    Function<DirectAnswer, KeptReply> reply =
        answer ->
            atomic && answer.status().equals("REJECTED")
                ? replies.refused(refusals(answer, call), answer.submission(), call)
                : replies.batch(answer, breaches, indexes, kind, call);
    return answer(
        dry,
        new DirectRequest(
            bodies.posting(kind.document()),
            feed,
            call.caller().tenant(),
            call.caller().clientName(),
            kind.segment() + " (" + items.size() + ")",
            new String(bytes, StandardCharsets.UTF_8),
            items,
            atomic,
            rows,
            requestKey(call, key, bytes),
            reply));
  }

  private static List<Problem.Fault> refusals(DirectAnswer answer, Call call) {
    List<Problem.Fault> faults = new ArrayList<>();
    for (int i = 0; i < answer.items().size(); i++) {
      faults.addAll(DocumentReplies.faults(answer.items().get(i).findings(), "/items/" + i, call));
    }
    return faults;
  }

  private static List<Problem.Fault> below(Map<Integer, List<Finding>> breaches, Call call) {
    List<Problem.Fault> faults = new ArrayList<>();
    breaches.forEach(
        (index, found) -> faults.addAll(DocumentReplies.faults(found, "/items/" + index, call)));
    return faults;
  }

  private static List<Object> sides(List<Body> all, Map<Integer, List<Finding>> breaches) {
    List<Object> sides = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!breaches.containsKey(i) && !sides.contains(all.get(i).direction())) {
        sides.add(all.get(i).direction());
      }
    }
    return sides;
  }

  private static Reply mixed() {
    throw new ProblemException(ProblemKind.MIXED_DIRECTIONS);
  }

  private Reply answer(boolean dry, DirectRequest request) {
    if (dry) {
      return reply(request.reply().apply(direct.judge(request)), Map.of());
    }
    RequestKey key = request.key();
    if (key == null || !keys.hold(key)) {
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

  private static Reply reply(DirectOutcome outcome) {
    if (outcome instanceof DirectOutcome.Posted posted) {
      return reply(posted.reply(), Map.of());
    }
    RequestKeys.Known known = ((DirectOutcome.NotNew) outcome).known();
    if (known instanceof RequestKeys.Known.Answered answered) {
      return reply(answered.reply(), Map.of("Idempotent-Replayed", "true"));
    }
    throw known instanceof RequestKeys.Known.OtherBody
        ? new ProblemException(ProblemKind.REUSED_IDEMPOTENCY_KEY)
        : inFlight();
  }

  private static ProblemException inFlight() {
    return new ProblemException(ProblemKind.IN_FLIGHT).header("Retry-After", "1");
  }

  private static Reply reply(KeptReply kept, Map<String, String> more) {
    Map<String, String> headers = new LinkedHashMap<>(kept.headers());
    headers.putAll(more);
    String type = headers.remove("Content-Type");
    boolean replayed = more.containsKey("Idempotent-Replayed");
    int status = replayed && kept.status() == 201 ? 200 : kept.status();
    return new Reply(status, type, headers, kept.body());
  }

  private static @Nullable RequestKey requestKey(Call call, @Nullable String key, byte[] bytes) {
    String query = call.request().getQueryString();
    String endpoint = call.operation().id() + (query == null ? "" : "?" + query);
    return key == null
        ? null
        : new RequestKey(call.caller().clientName(), endpoint, key, ContentHash.of(bytes));
  }

  private Body one(DocumentKind kind, byte[] bytes, Call call) {
    try {
      return bodies.document(kind.document(), bytes);
    } catch (UnreadableFile e) {
      throw malformed(e, call);
    }
  }

  private List<Body> several(DocumentKind kind, byte[] bytes, Call call) {
    List<Body> all;
    try {
      all = bodies.documents(kind.document(), bytes);
    } catch (UnreadableFile e) {
      throw malformed(e, call);
    }
    if (all.isEmpty() || all.size() > MOST_ITEMS) {
      throw new ProblemException(ProblemKind.NO_BATCH, MOST_ITEMS);
    }
    return all;
  }

  private static ProblemException malformed(UnreadableFile e, Call call) {
    return new ProblemException(
        ProblemKind.MALFORMED_BODY, Hints.sentence(e.finding(), call.language()));
  }

  private Feed feed(Call call, DocumentKind kind, Body body) {
    Caller caller = call.caller();
    String source = caller.isHouse() ? "" : caller.tenant();
    return feeds.ofApi(source, kind.document(), body.direction());
  }

  private List<RawDocument> documents(Body body, Feed feed) {
    return body.documents(feed, LocalDate.now(clock), clock.getZone());
  }

  private static String name(DocumentKind kind, List<List<RawDocument>> items) {
    String name = kind.segment() + " " + items.get(0).get(0).number();
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  private static boolean isDry(Call call) {
    return call.asked("dryRun").map(value -> isTrue("dryRun", value)).orElse(false);
  }

  private static boolean isTrue(String name, String value) {
    if (!value.equals("true") && !value.equals("false")) {
      throw new ProblemException(ProblemKind.INVALID_PARAMETER, name);
    }
    return value.equals("true");
  }

  private static boolean isAtomic(Call call) {
    String mode = call.asked("mode").orElse("each");
    if (!mode.equals("each") && !mode.equals("atomic")) {
      throw new ProblemException(ProblemKind.INVALID_PARAMETER, "mode");
    }
    return mode.equals("atomic");
  }
}
