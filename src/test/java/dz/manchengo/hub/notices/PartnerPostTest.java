package dz.manchengo.hub.notices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dz.manchengo.hub.platform.ServerCertificate;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.security.KeyStore;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Webhooks of partners over TLS: the address has to be whose it says that it is. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class PartnerPostTest {
  private static final String TRUST = "javax.net.ssl.trustStore";
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private HttpsServer server;

  @BeforeEach
  void listen() throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    char[] password = ServerCertificate.PASSWORD.toCharArray();
    try (InputStream in = Files.newInputStream(ServerCertificate.KEYS)) {
      keys.load(in, password);
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          String signature = exchange.getRequestHeaders().getFirst("webhook-signature");
          heard.add(signature + " " + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  /** One that trusts Java's authorities, or those of that file instead. */
  private static PartnerPost post(boolean trusted) {
    if (trusted) {
      System.setProperty(TRUST, ServerCertificate.KEYS.toString());
      System.setProperty(TRUST + "Password", ServerCertificate.PASSWORD);
    }
    try {
      return new PartnerPost(
          new PublicAddresses(List.of("127.0.0.0/8", "::1/128")),
          new WebhookFailure(Locale.FRENCH),
          TIMEOUT);
    } finally {
      System.clearProperty(TRUST);
      System.clearProperty(TRUST + "Password");
    }
  }

  private PartnerPost.Answer sent(boolean trusted, String host) throws Exception {
    String url = "https://" + host + ":" + server.getAddress().getPort() + "/hub";
    String secret = "whsec_" + "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4";
    try (PartnerPost post = post(trusted)) {
      return post.send(
          new PartnerDeliveries.Target(1, url, secret, null, null, null),
          new Waiting.Waiter(
              1,
              "id",
              "1",
              OffsetDateTime.now(ZoneId.systemDefault()),
              "{\"type\":\"trial\"}",
              1L,
              null));
    }
  }

  @Test
  void whoeverIsVouchedForIsTold() throws Exception {
    assertThat(sent(true, "127.0.0.1").status()).isEqualTo(204);
    assertThat(heard).singleElement().asString().startsWith("v1,").contains("\"trial\"");
  }

  @Test
  void nobodyElseIs() throws Exception {
    assertThat(sent(false, "127.0.0.1").reason())
        .as("unknown authority")
        .contains("certification path");
    assertThat(sent(true, "localhost").reason()).as("another name").contains("localhost");
    assertThat(heard).isEmpty();
  }
}
