package dz.manchengo.hub.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.FeedCatalogue;
import dz.manchengo.hub.intake.Delivery;
import dz.manchengo.hub.intake.Inbox;
import dz.manchengo.hub.intake.KeptReply;
import dz.manchengo.hub.intake.RequestKey;
import dz.manchengo.hub.intake.RequestKeys;
import dz.manchengo.hub.intake.Uploads;
import dz.manchengo.hub.platform.ContentHash;
import dz.manchengo.hub.platform.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@code POST /submissions}: a file of whatever form the drop folders take, streamed to the content
 * store. It is read and posted afterwards as any other.
 */
@Component("uploadCalls")
class UploadCalls {
  private static final int ACCEPTED = 202;

  /** What concerns all partners: only the house may bring it. */
  private static final Set<String> MASTER_DATA = Set.of("products", "parties", "ledger-balances");

  private final FeedCatalogue feeds;
  private final Uploads uploads;
  private final RequestKeys keys;
  private final ObjectMapper json;

  UploadCalls(FeedCatalogue feeds, Uploads uploads, RequestKeys keys, ObjectMapper json) {
    this.feeds = feeds;
    this.uploads = uploads;
    this.keys = keys;
    this.json = json;
  }

  Reply post(Call call) throws IOException {
    String key = IdempotencyKey.of(call);
    String feed = feed(call);
    String folder = folder(call, feed);
    boolean dry = Asked.flag(call, "dryRun");
    Upload upload = new Upload(call, key, feed, folder, dry);
    RequestKey slot = upload.key(ContentHash.of(new byte[0]));
    if (!keys.hold(slot)) {
      throw KeyedReplies.inFlight();
    }
    try {
      return reply(uploads.take(upload, upload.file));
    } finally {
      keys.release(slot);
    }
  }

  private static Reply reply(Uploads.Outcome outcome) {
    return outcome instanceof Uploads.Outcome.Taken taken
        ? KeyedReplies.first(taken.reply())
        : KeyedReplies.again(((Uploads.Outcome.NotNew) outcome).known());
  }

  private @Nullable String feed(Call call) {
    String name = call.asked("feed").orElse(null);
    if (name == null) {
      return null;
    }
    List<Feed> known = known(call.caller());
    if (known.stream().noneMatch(feed -> feed.name().equals(name))) {
      String names = known.stream().map(Feed::name).sorted().collect(Collectors.joining(", "));
      throw invalid(call, "feed", name, "api.upload.unknown-feed", names);
    }
    return name;
  }

  /** A partner says what its file is: recognised by its headers it could be master data. */
  private String folder(Call call, @Nullable String feed) {
    String folder = call.asked("document").orElse("");
    Set<String> known =
        known(call.caller()).stream().map(Feed::document).collect(Collectors.toSet());
    if (!folder.isEmpty() && !known.contains(folder)) {
      String names = known.stream().sorted().collect(Collectors.joining(", "));
      throw invalid(call, "document", folder, "api.upload.unknown-document", names);
    }
    if (feed == null && folder.isEmpty() && !call.caller().isHouse()) {
      String names =
          known(call.caller()).stream().map(Feed::name).sorted().collect(Collectors.joining(", "));
      throw invalid(call, "feed", null, "api.upload.no-feed", names);
    }
    return folder;
  }

  private List<Feed> known(Caller caller) {
    return feeds.of("").stream()
        .filter(feed -> caller.isHouse() || !MASTER_DATA.contains(feed.document()))
        .toList();
  }

  private static ProblemException invalid(
      Call call, String parameter, @Nullable String value, String text, String known) {
    String message = new Texts(call.language()).get(text, known);
    return new ProblemException(ProblemKind.INVALID)
        .faults(List.of(new Problem.Fault(null, parameter, null, null, value, message)));
  }

  private record Received(String id, String status, boolean dryRun) {}

  /** One file of one call. */
  private final class Upload implements Uploads.Upload {
    private final Call call;
    private final String key;
    private final @Nullable String feed;
    private final String folder;
    private final boolean dry;
    final SentFile file;

    private Upload(Call call, String key, @Nullable String feed, String folder, boolean dry) {
      this.call = call;
      this.key = key;
      this.feed = feed;
      this.folder = folder;
      this.dry = dry;
      this.file = new SentFile(call);
    }

    @Override
    public RequestKey key(ContentHash content) {
      return KeyedReplies.key(call, key, content);
    }

    /** Its key keeps it from coming twice; the id of the arrival is as good as any. */
    @Override
    public Delivery delivery() {
      Caller caller = call.caller();
      return new Delivery(
          "api|" + UUID.randomUUID(),
          "REST",
          folder,
          file.name(),
          dry,
          List.of(),
          new Delivery.Sender(caller.tenant(), caller.clientName(), feed));
    }

    @Override
    public KeptReply reply(Inbox.Receipt receipt) {
      String id = String.valueOf(receipt.submissionId());
      try {
        return new KeptReply(
            ACCEPTED,
            Map.of("Content-Type", Reply.JSON, "Location", Crossing.BASE + "/submissions/" + id),
            json.writeValueAsString(new Received(id, receipt.status(), dry)));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
