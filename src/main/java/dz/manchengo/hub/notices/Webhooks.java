package dz.manchengo.hub.notices;

import dz.manchengo.hub.notices.Waiting.Failure;
import dz.manchengo.hub.notices.Waiting.Waiter;
import dz.manchengo.hub.tracing.Traces;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Events on their way from the outbox to other programs, one by one, as Standard Webhooks 1.0 has
 * it.
 */
@Component("webhooks")
class Webhooks {
  private static final Logger log = LoggerFactory.getLogger(Webhooks.class);

  private final Waiting waiting;
  private final Subscriptions subscriptions;
  private final WebhookFailure failures;
  private final Duration timeout;
  private final Traces traces;
  private final HttpClient client;

  Webhooks(
      Waiting waiting,
      Subscriptions subscriptions,
      WebhookFailure failures,
      Traces traces,
      @Value("${hub.notices.timeout}") Duration timeout) {
    this.waiting = waiting;
    this.subscriptions = subscriptions;
    this.failures = failures;
    this.traces = traces;
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
  }

  /** The oldest that is due; null when none is. */
  @Nullable Long next() {
    return waiting.next("WEBHOOK");
  }

  /** Whatever becomes of it, the next one has its turn. */
  void call(@Body long id) throws InterruptedException {
    Waiter waiter = waiting.get(id);
    traces.step("notice-send-webhook", waiter, () -> call(waiter));
  }

  private void call(Waiter waiter) throws InterruptedException {
    long id = waiter.id();
    Failure failure = failure(waiter);
    if (failure == null) {
      waiting.sent(id);
      log.info("webhook {} to {} is delivered", id, waiter.target());
    } else {
      log.info("webhook {} to {} is not delivered: {}", id, waiter.target(), failure.reason());
      waiting.failed(id, failure);
    }
  }

  /** Null if it was delivered. */
  private @Nullable Failure failure(Waiter waiter) throws InterruptedException {
    Webhook webhook = subscriptions.webhooks().get(waiter.target());
    if (webhook == null) {
      return failures.unknown(waiter.target());
    }
    List<Signature> signatures;
    try {
      signatures = webhook.signatures();
    } catch (IOException | IllegalArgumentException e) {
      return failures.secret(e);
    }
    try {
      HttpResponse<String> answer = answer(request(webhook, waiter, signatures));
      return answer.statusCode() / 100 == 2 ? null : failures.answered(answer);
    } catch (TimeoutException e) {
      return failures.silent(timeout);
    } catch (IOException | IllegalArgumentException e) {
      return failures.away(e);
    }
  }

  private static HttpRequest request(Webhook webhook, Waiter waiter, List<Signature> keys) {
    String id = "msg_" + waiter.identity();
    long time = Instant.now().getEpochSecond();
    String signatures =
        keys.stream()
            .map(signature -> signature.of(id, time, waiter.payload()))
            .collect(Collectors.joining(" "));
    return HttpRequest.newBuilder(webhook.url())
        .header("content-type", "application/json")
        .header("user-agent", "manchengo-hub")
        .header("webhook-id", id)
        .header("webhook-timestamp", Long.toString(time))
        .header("webhook-signature", signatures)
        .POST(BodyPublishers.ofString(waiter.payload()))
        .build();
  }

  /** Head and beginning of the answer within the time: the client's own limit is for heads only. */
  private HttpResponse<String> answer(HttpRequest request)
      throws IOException, InterruptedException, TimeoutException {
    CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, Beginning::ofBody);
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e);
    } finally {
      answer.cancel(true);
    }
  }
}
