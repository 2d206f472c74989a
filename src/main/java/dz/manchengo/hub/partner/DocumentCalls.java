package dz.manchengo.hub.partner;

import dz.manchengo.hub.documents.Body;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.RawDocument;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;

/** One document that a program sends and waits for, at {@code /orders} and the like. */
@Component("documentCalls")
class DocumentCalls {
  private final CallBody bodies;
  private final KeyedPosting posting;
  private final DocumentReplies replies;

  DocumentCalls(CallBody bodies, KeyedPosting posting, DocumentReplies replies) {
    this.bodies = bodies;
    this.posting = posting;
    this.replies = replies;
  }

  Reply post(Call call) throws IOException {
    KeyedPosting.requireKey(call);
    byte[] bytes = call.body().readAllBytes();
    Body body = bodies.one(call, bytes);
    if (!body.breaches().isEmpty()) {
      throw new ProblemException(ProblemKind.INVALID)
          .faults(DocumentReplies.faults(body.breaches(), "", call));
    }
    Feed feed = bodies.feed(call, body);
    List<RawDocument> documents = bodies.documents(body, feed);
    DocumentKind kind = DocumentKind.of(call);
    String name = kind.segment() + " " + documents.get(0).number();
    return posting.post(
        call,
        bytes,
        feed,
        new SentDocuments(name, List.of(documents), true, body.rows()),
        answer -> replies.single(answer, call));
  }
}
