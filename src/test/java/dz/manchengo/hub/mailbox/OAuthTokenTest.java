package dz.manchengo.hub.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a token server is asked, and what becomes of its answers. */
class OAuthTokenTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  Path folder;

  private final List<String> asked = new CopyOnWriteArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private HttpServer server;

  private int status = 200;
  private String answer = "";

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/token", this::serve);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  /** Some servers let the former one go (RFC 6749 §6). */
  @Test
  void aNewRefreshTokenTakesTheFormersPlaceInItsFileToo() throws IOException {
    Path refresh = Files.writeString(folder.resolve("refresh"), "first\n");
    OAuthToken token = token(refresh.toString());
    answer = "{\"access_token\": \"a\", \"expires_in\": 1, \"refresh_token\": \"second\"}";

    assertThat(token.current()).isEqualTo("a");
    assertThat(token.current()).isEqualTo("a");

    assertThat(asked.get(0)).contains("refresh_token=first");
    assertThat(asked.get(1)).contains("refresh_token=second");
    assertThat(refresh).hasContent("second");
  }

  @Test
  void theServersOwnWordsAreKept() {
    status = 401;
    answer = "{\"error\": \"invalid_client\", \"error_description\": \"keys are\\r\\nexpired\"}";
    assertThatThrownBy(token(null)::current)
        .isInstanceOf(UncheckedIOException.class)
        .cause()
        .hasMessage("401 invalid_client: keys are expired");
    answer = "<html>";
    assertThatThrownBy(token(null)::current).cause().hasMessage("401");
  }

  private OAuthToken token(@Nullable String refreshFile) {
    return new OAuthToken(
        new Mailbox.OAuth2(
            null,
            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token"),
            "hub",
            "secret",
            null,
            null,
            refreshFile,
            null));
  }

  private void serve(HttpExchange exchange) throws IOException {
    asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    byte[] body = answer.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
