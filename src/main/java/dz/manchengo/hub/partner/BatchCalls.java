package dz.manchengo.hub.partner;

import dz.manchengo.hub.documents.Body;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.intake.DirectAnswer;
import dz.manchengo.hub.intake.KeptReply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Many documents of one kind in one call, at {@code /orders/batch} and the like. */
@Component("batchCalls")
class BatchCalls {
  private final CallBody bodies;
  private final KeyedPosting posting;
  private final DocumentReplies replies;

  BatchCalls(CallBody bodies, KeyedPosting posting, DocumentReplies replies) {
    this.bodies = bodies;
    this.posting = posting;
    this.replies = replies;
  }

  Reply post(Call call) throws IOException {
    KeyedPosting.requireKey(call);
    boolean atomic = isAtomic(call);
    byte[] bytes = call.body().readAllBytes();
    List<Body> all = bodies.several(call, bytes);
    Map<Integer, List<Finding>> breaches = breaches(all);
    if (atomic && !breaches.isEmpty()) {
      throw new ProblemException(ProblemKind.INVALID).faults(faults(breaches, call));
    }
    List<Integer> sound = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!breaches.containsKey(i)) {
        sound.add(i);
      }
    }
    if (sound.isEmpty()) {
      DirectAnswer nothing = new DirectAnswer(0, "REJECTED", List.of(), List.of());
      return KeyedReplies.first(replies.batch(nothing, breaches, sound, call));
    }
    List<Body> sent = sound.stream().map(all::get).toList();
    if (sent.stream().map(Body::direction).distinct().count() > 1) {
      throw new ProblemException(ProblemKind.MIXED_DIRECTIONS);
    }
    Feed feed = bodies.feed(call, sent.get(0));
    return posting.post(
        call,
        bytes,
        feed,
        sent(call, sent, feed, atomic),
        answer ->
            atomic && answer.status().equals("REJECTED")
                ? refused(answer, call)
                : replies.batch(answer, breaches, sound, call));
  }

  private SentDocuments sent(Call call, List<Body> sent, Feed feed, boolean atomic) {
    List<List<RawDocument>> items =
        sent.stream().map(body -> bodies.documents(body, feed)).toList();
    int rows = sent.stream().mapToInt(Body::rows).sum();
    String name = DocumentKind.of(call).segment() + " (" + items.size() + ")";
    return new SentDocuments(name, items, atomic, rows);
  }

  private static Map<Integer, List<Finding>> breaches(List<Body> all) {
    Map<Integer, List<Finding>> breaches = new TreeMap<>();
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).breaches().isEmpty()) {
        breaches.put(i, all.get(i).breaches());
      }
    }
    return breaches;
  }

  private KeptReply refused(DirectAnswer answer, Call call) {
    Map<Integer, List<Finding>> findings = new TreeMap<>();
    for (int i = 0; i < answer.items().size(); i++) {
      findings.put(i, answer.items().get(i).findings());
    }
    return replies.refused(faults(findings, call), answer.submission(), call);
  }

  /** With pointers from the body of the whole call. */
  private static List<Problem.Fault> faults(Map<Integer, List<Finding>> findings, Call call) {
    List<Problem.Fault> faults = new ArrayList<>();
    findings.forEach(
        (index, found) -> faults.addAll(DocumentReplies.faults(found, "/items/" + index, call)));
    return faults;
  }

  private static boolean isAtomic(Call call) {
    String mode = call.asked("mode").orElse("each");
    if (!mode.equals("each") && !mode.equals("atomic")) {
      throw new ProblemException(ProblemKind.INVALID_PARAMETER, "mode");
    }
    return mode.equals("atomic");
  }
}
