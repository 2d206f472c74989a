package dz.manchengo.hub.notices;

import dz.manchengo.hub.notices.Waiting.Failure;
import dz.manchengo.hub.notices.Waiting.Waiter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Calls webhooks of partners: to public addresses only, by no proxy, following nobody elsewhere,
 * without cookies, and with an end for head and body together.
 */
@Component
class PartnerPost implements AutoCloseable {
  private static final int LONGEST_WORDS = 500;

  private final CloseableHttpClient client;
  private final WebhookFailure failures;
  private final Duration timeout;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "webhook-clock");
            thread.setDaemon(true);
            return thread;
          });

  PartnerPost(
      PublicAddresses addresses,
      WebhookFailure failures,
      @Value("${hub.notices.timeout}") Duration timeout) {
    this.failures = failures;
    this.timeout = timeout;
    Timeout limit = Timeout.of(timeout);
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(addresses)
                    .setMaxConnPerRoute(2)
                    .setMaxConnTotal(50)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(limit)
                            .setSocketTimeout(limit)
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(limit)
                    .setConnectionRequestTimeout(limit)
                    .build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .setUserAgent("manchengo-hub")
            .build();
  }

  /**
   * What came back.
   *
   * @param status null if nothing did
   * @param failure null if it was taken
   */
  record Answer(@Nullable Integer status, @Nullable Failure failure) {
    @Nullable String reason() {
      return failure == null ? null : failure.reason();
    }
  }

  Answer send(PartnerDeliveries.Target target, Waiter waiter) {
    HttpPost request = request(target, waiter);
    ScheduledFuture<?> end =
        clock.schedule(request::abort, timeout.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return client.execute(request, this::answer);
    } catch (PublicAddresses.PrivateAddress e) {
      return new Answer(null, failures.forbidden(e));
    } catch (IOException | IllegalArgumentException e) {
      return new Answer(null, failures.away(e));
    } finally {
      end.cancel(false);
    }
  }

  @Override
  public void close() throws IOException {
    clock.shutdownNow();
    client.close();
  }

  private static HttpPost request(PartnerDeliveries.Target target, Waiter waiter) {
    Instant now = Instant.now();
    String id = "msg_" + waiter.identity();
    String time = Long.toString(now.getEpochSecond());
    String signatures =
        target.signatures(now).stream()
            .map(signature -> signature.of(id, now.getEpochSecond(), waiter.payload()))
            .collect(Collectors.joining(" "));
    HttpPost request = new HttpPost(target.url());
    request.setHeader("webhook-id", id);
    request.setHeader("webhook-timestamp", time);
    request.setHeader("webhook-signature", signatures);
    request.setEntity(new StringEntity(waiter.payload(), ContentType.APPLICATION_JSON));
    return request;
  }

  private Answer answer(ClassicHttpResponse response) throws IOException {
    int status = response.getCode();
    if (status / 100 == 2) {
      return new Answer(status, null);
    }
    Header asked = response.getFirstHeader("retry-after");
    String later = asked == null ? "" : String.valueOf(asked.getValue());
    return new Answer(status, failures.answered(status, later, beginning(response), Instant.now()));
  }

  private static String beginning(ClassicHttpResponse response) throws IOException {
    if (response.getEntity() == null) {
      return "";
    }
    InputStream body = response.getEntity().getContent();
    return new String(body.readNBytes(LONGEST_WORDS), StandardCharsets.UTF_8);
  }
}
