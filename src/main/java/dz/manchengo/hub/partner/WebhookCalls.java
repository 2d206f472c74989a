package dz.manchengo.hub.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import dz.manchengo.hub.notices.RegisteredWebhooks;
import dz.manchengo.hub.notices.WebhookRefused;
import dz.manchengo.hub.platform.Texts;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code /webhooks}: where a partner's program wants to be told of events. */
@Component("webhookCalls")
class WebhookCalls {
  private static final int CREATED = 201;
  private static final int ACCEPTED = 202;
  private static final int LONGEST_DESCRIPTION = 200;
  private static final Set<String> EVENTS =
      Set.of("submission.finished", "document.revised", "document.withdrawn");

  private final RegisteredWebhooks webhooks;
  private final WebhookReading reading;
  private final WishBody wishes;

  WebhookCalls(RegisteredWebhooks webhooks, WebhookReading reading, WishBody wishes) {
    this.webhooks = webhooks;
    this.reading = reading;
    this.wishes = wishes;
  }

  private record Wish(
      @Nullable String url, @Nullable List<String> events, @Nullable String description) {}

  /** The only time that {@code secret} is shown. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Made(String id, String secret) {}

  private record Again(String id, String status) {}

  Reply create(Call call) throws IOException {
    Wish wish = wishes.read(call, Wish.class);
    Set<String> events = new LinkedHashSet<>(wish.events() == null ? List.of() : wish.events());
    if (events.isEmpty() || !EVENTS.containsAll(events)) {
      String known = String.join(", ", EVENTS.stream().sorted().toList());
      throw invalid(call, "/events", "events", known);
    }
    if (wish.description() != null && wish.description().length() > LONGEST_DESCRIPTION) {
      throw invalid(call, "/description", "description", String.valueOf(LONGEST_DESCRIPTION));
    }
    try {
      RegisteredWebhooks.Made made =
          webhooks.register(
              call.caller().tenant(),
              call.caller().clientName(),
              wish.url() == null ? "" : wish.url(),
              List.copyOf(events),
              wish.description());
      String id = String.valueOf(made.id());
      return Reply.created(Crossing.BASE + "/webhooks/" + id, new Made(id, made.secret()));
    } catch (WebhookRefused refused) {
      throw invalid(call, "/url", refused.reason().key(), refused.value());
    }
  }

  Reply delete(Call call) {
    webhooks.remove(reading.seen(call).id());
    return Reply.nothing();
  }

  Reply rotate(Call call) {
    long id = reading.seen(call).id();
    return new Reply(
        CREATED, Reply.JSON, Map.of(), new Made(String.valueOf(id), webhooks.rotate(id)));
  }

  Reply replay(Call call) {
    long id = reading.seen(call).id();
    long delivery = Asked.id(call, "delivery");
    if (!webhooks.replay(id, delivery)) {
      throw new ProblemException(ProblemKind.NOT_FOUND, call.at("delivery"));
    }
    return new Reply(
        ACCEPTED, Reply.JSON, Map.of(), new Again(String.valueOf(delivery), "PENDING"));
  }

  private static ProblemException invalid(Call call, String pointer, String key, String value) {
    String message = new Texts(call.language()).get("api.webhook.refused." + key, value);
    return new ProblemException(ProblemKind.INVALID)
        .faults(List.of(new Problem.Fault(pointer, null, null, null, null, message)));
  }
}
