package dz.manchengo.hub.mailbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dz.manchengo.hub.platform.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An OAuth2 access token (RFC 6749 §4.4 or §6), kept until shortly before it ends. */
final class OAuthToken {
  private static final Logger log = LoggerFactory.getLogger(OAuthToken.class);
  private static final int LONGEST_WORDS = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration EARLY = Duration.ofMinutes(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Mailbox.OAuth2 settings;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private @Nullable String token;
  private @Nullable String refreshed;
  private Instant end = Instant.EPOCH;

  OAuthToken(Mailbox.OAuth2 settings) {
    this.settings = settings;
  }

  /**
   * A token that is good now.
   *
   * @throws UncheckedIOException if the server gives none
   */
  synchronized String current() {
    if (settings.tokenFile() != null) {
      return MailboxLogin.secret(null, settings.tokenFile());
    }
    String known = token;
    if (known == null || Instant.now().isAfter(end)) {
      known = ask();
      token = known;
    }
    return known;
  }

  synchronized void forget() {
    token = null;
  }

  private String ask() {
    try {
      if (settings.tokenUri() == null) {
        throw new IOException("oauth2 names neither token-file nor token-uri");
      }
      HttpResponse<String> response = answer(settings.tokenUri());
      JsonNode answer = json(response.body());
      if (response.statusCode() != 200 || !answer.path("access_token").isTextual()) {
        throw NoToken.answered(settings.tokenUri(), words(response.statusCode(), answer));
      }
      keep(answer.path("refresh_token").asText());
      end = Instant.now().plusSeconds(answer.path("expires_in").asLong(300)).minus(EARLY);
      return answer.path("access_token").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("stopped while asking for a token", e));
    }
  }

  /** RFC 6749 §5.2: a code, and perhaps a sentence for people. */
  private static String words(int status, JsonNode answer) {
    String said =
        Stream.of("error", "error_description")
            .map(field -> answer.path(field).asText().replaceAll("\\p{Cntrl}+", " ").strip())
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(": ", " ", ""))
            .stripTrailing();
    String words = status + said;
    return words.substring(0, Math.min(words.length(), LONGEST_WORDS));
  }

  /** RFC 6749 §6: the server may give a new one, and let the former go. */
  private void keep(String refresh) {
    String former = refreshToken();
    if (refresh.isBlank() || refresh.equals(former)) {
      return;
    }
    refreshed = refresh;
    String file = settings.refreshTokenFile();
    if (file == null || file.isBlank()) {
      log.warn(
          "the token server gives another refresh token, which lasts until the hub ends: set refresh-token-file");
      return;
    }
    try {
      replace(Path.of(file), refresh);
    } catch (IOException e) {
      log.warn("the new refresh token cannot be written to {}: {}", file, e.toString());
    }
  }

  /** The former one may not hold any more: a crash must not leave half of the new one. */
  private static void replace(Path file, String secret) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Path fresh = Files.createTempFile(folder, ".refresh", ".part"); // for its owner alone
    try {
      Files.writeString(fresh, secret);
      Durable.sync(fresh);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      Durable.sync(folder);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private String refreshToken() {
    return refreshed != null
        ? refreshed
        : MailboxLogin.secret(settings.refreshToken(), settings.refreshTokenFile());
  }

  private HttpResponse<String> answer(URI server) throws NoToken, InterruptedException {
    HttpRequest request = request(server);
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw NoToken.silent(server, e);
    }
  }

  /** Nothing for what is no JSON: a page of a proxy, for example. */
  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private HttpRequest request(URI server) {
    return HttpRequest.newBuilder(server)
        .timeout(PATIENCE)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(form()))
        .build();
  }

  private String form() {
    String refresh = refreshToken();
    Map<String, @Nullable String> fields = new LinkedHashMap<>();
    fields.put("grant_type", refresh.isEmpty() ? "client_credentials" : "refresh_token");
    fields.put("refresh_token", refresh);
    fields.put("client_id", settings.clientId());
    fields.put(
        "client_secret", MailboxLogin.secret(settings.clientSecret(), settings.clientSecretFile()));
    fields.put("scope", settings.scope());
    return fields.entrySet().stream()
        .filter(field -> field.getValue() != null && !field.getValue().isEmpty())
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(@Nullable String value) {
    return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
  }
}
