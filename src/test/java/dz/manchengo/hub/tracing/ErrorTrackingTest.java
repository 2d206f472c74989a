package dz.manchengo.hub.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class ErrorTrackingTest {
  private static final Logger log = LoggerFactory.getLogger(ErrorTrackingTest.class);

  private final List<String> told = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/7/envelope/", this::take);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private void take(HttpExchange call) throws IOException {
    told.add(new String(new GZIPInputStream(call.getRequestBody()).readAllBytes(), UTF_8));
    call.sendResponseHeaders(200, -1);
    call.close();
  }

  @Test
  void anErrorIsToldWithoutValues() {
    ErrorTracking tracking =
        new ErrorTracking("http://key@127.0.0.1:" + server.getAddress().getPort() + "/7");
    MDC.put("submission", "42");
    log.warn("of no interest");
    log.error("no letter to {}", "lila@client.test", new IllegalStateException("SARL Essai"));
    MDC.remove("submission");
    tracking.destroy();

    await().until(() -> !told.isEmpty());
    assertThat(String.join("", told))
        .contains("no letter to {}", "IllegalStateException", "\"submission\":\"42\"")
        .doesNotContain("lila", "SARL Essai", "of no interest");
  }

  @Test
  void nobodyIsToldWhileNoServerIsNamed() {
    ErrorTracking tracking = new ErrorTracking("");
    log.error("nobody hears it");
    tracking.destroy();

    assertThat(told).isEmpty();
  }
}
