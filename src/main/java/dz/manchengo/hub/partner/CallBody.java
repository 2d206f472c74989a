package dz.manchengo.hub.partner;

import dz.manchengo.hub.documents.Body;
import dz.manchengo.hub.documents.BodyContract;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.FeedCatalogue;
import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.UnreadableFile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** From the body of a call to documents, by the contract and the caller's feed. */
@Component
class CallBody {
  private static final int MOST_ITEMS = 1_000;

  private final BodyContract contract;
  private final FeedCatalogue feeds;
  private final Clock clock;

  CallBody(BodyContract contract, FeedCatalogue feeds, Clock clock) {
    this.contract = contract;
    this.feeds = feeds;
    this.clock = clock;
  }

  /** The one document of a body. */
  Body one(Call call, byte[] bytes) {
    try {
      return contract.document(DocumentKind.of(call).document(), bytes);
    } catch (UnreadableFile e) {
      throw malformed(e, call);
    }
  }

  /** The documents of a body that holds several. */
  List<Body> several(Call call, byte[] bytes) {
    List<Body> all;
    try {
      all = contract.documents(DocumentKind.of(call).document(), bytes);
    } catch (UnreadableFile e) {
      throw malformed(e, call);
    }
    if (all.isEmpty() || all.size() > MOST_ITEMS) {
      throw new ProblemException(ProblemKind.NO_BATCH, MOST_ITEMS);
    }
    return all;
  }

  /** The feed by which that caller's documents of that side are taken. */
  Feed feed(Call call, Body body) {
    Caller caller = call.caller();
    String source = caller.isHouse() ? "" : caller.tenant();
    return feeds.ofApi(source, DocumentKind.of(call).document(), body.direction());
  }

  List<RawDocument> documents(Body body, Feed feed) {
    return body.documents(feed, LocalDate.now(clock), clock.getZone());
  }

  private static ProblemException malformed(UnreadableFile e, Call call) {
    return new ProblemException(
        ProblemKind.MALFORMED_BODY, Hints.sentence(e.finding(), call.language()));
  }
}
