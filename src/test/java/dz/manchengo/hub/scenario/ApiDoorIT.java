package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** The door of the partner API: who gets in, what is refused, and how. */
class ApiDoorIT extends ApiScenario {
  private static final AtomicReference<String> ADMIN = new AtomicReference<>();

  @SuppressWarnings("NullAway.Init") // Spring sets it
  @Autowired
  private LettuceConnectionFactory redisFactory;

  /** One for all tests here: a client has two keys at most. */
  private static String admin() {
    return ADMIN.updateAndGet(known -> known == null ? key("door admin", "admin") : known);
  }

  @Test
  void theConsoleHealthAndTheManagementPortAreAsTheyWere() throws Exception {
    assertThat(send(to("/")).headers().firstValue("Content-Type").orElse("")).contains("text/html");
    assertThat(send(to("/api/health")).body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(send(to("/actuator/health")).statusCode()).isEqualTo(404);
    assertThat(management("/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(management("/api/v1/keys").statusCode()).isEqualTo(404);
    assertThat(management("/api/health").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> management(String path) throws Exception {
    return send(
        HttpRequest.newBuilder(java.net.URI.create("http://127.0.0.1:" + managementPort + path))
            .header("Authorization", "Bearer " + admin()));
  }

  @Test
  void theContractIsReadByEverybody() throws Exception {
    HttpResponse<String> answer = send(to("/api/v1/openapi.yaml"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/yaml");
    assertThat(answer.body()).startsWith("openapi: 3.").contains("operationId: createKey");
  }

  @Test
  void aKeyIsMadeUsedListedAndRevoked() throws Exception {
    HttpResponse<String> made =
        post(
            "/api/v1/keys",
            admin(),
            """
            {"client": "ERP d'Oran", "tenant": "oran", "scopes": ["orders:read"], "networks": ["127.0.0.0/8"]}""");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String key = json(made).path("key").asText();
    assertThat(made.headers().firstValue("Location")).contains("/api/v1/keys/" + id(key));

    problem(get("/api/v1/keys", key), 403, "missing-scope");
    assertThat(get("/api/v1/keys", admin()).body())
        .contains("ERP d'Oran", id(key))
        .doesNotContain(key);

    assertThat(send(to("/api/v1/keys/" + id(key), admin()).DELETE()).statusCode()).isEqualTo(204);
    problem(get("/api/v1/keys", key), 401, "unauthenticated");
    assertThat(json(get("/api/v1/keys", admin())).at("/items").findValuesAsText("id"))
        .contains(id(key));
  }

  @Test
  void aRevocationByCommandReachesTheRunningHub() throws Exception {
    String key = key("door revoked", "orders:read");
    problem(get("/api/v1/keys", key), 403, "missing-scope");

    assertThat(command(List.of("list")).toString()).contains(id(key));
    command(List.of("revoke", id(key)));

    await().until(() -> get("/api/v1/keys", key).statusCode() == 401);
  }

  @Test
  void aClientHasTwoKeysInForceAtMost() throws Exception {
    String wish = "{\"client\": \"door rotation\", \"scopes\": [\"orders:read\"]}";
    String first = json(post("/api/v1/keys", admin(), wish)).path("id").asText();
    assertThat(post("/api/v1/keys", admin(), wish).statusCode()).isEqualTo(201);

    JsonNode refused = problem(post("/api/v1/keys", admin(), wish), 422, "invalid");
    assertThat(refused.at("/errors/0/pointer").asText()).isEqualTo("/client");

    send(to("/api/v1/keys/" + first, admin()).DELETE());
    assertThat(post("/api/v1/keys", admin(), wish).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"client\":\"x\",\"scopes\":[\"orders:fly\"]} | 422 | invalid",
        "{\"client\":\"x\",\"scopes\":[\"admin\"],\"tenant\":\"acme\"} | 422 | invalid",
        "{\"client\":\"x\",\"scopes\":[\"admin\"],\"networks\":[\"here\"]} | 422 | invalid",
        "{\"client\":\"x\",\"scopes\":[\"admin\"],\"networks\":[\"10.0.0.1/8\"]} | 422 | invalid",
        "{\"client\":\"x\",\"scopes\":[\"admin\"],\"rights\":1} | 400 | malformed-body",
        "{\"client\":\"x\",\"client\":\"y\",\"scopes\":[\"admin\"]} | 400 | malformed-body",
        "{\"client\":\"x\" | 400 | malformed-body",
        "[] | 400 | malformed-body",
        "null | 400 | malformed-body",
        "'' | 400 | malformed-body"
      })
  void aBadWishIsRefusedWithItsField(String body, int status, String code) throws Exception {
    problem(post("/api/v1/keys", admin(), body == null ? "" : body), status, code);
  }

  /** Nobody learns whether a key exists, was revoked or has expired. */
  @Test
  void everyKeyThatDoesNotCountGetsTheSameAnswer() throws Exception {
    String key = admin();
    String expired = key("door expired", "orders:read");
    db.sql("UPDATE api_key SET expires_at = now() - interval '1 day' WHERE id = :id")
        .param("id", id(expired))
        .update();
    String wrong = key.substring(0, key.length() - 1) + (key.endsWith("0") ? "1" : "0");
    JsonNode first = null;
    for (String shown : List.of(wrong, expired, "hub_live_x", "eyJhbGciOiJub25lIn0.e30.", "")) {
      HttpResponse<String> answer = get("/api/v1/keys", shown);
      JsonNode problem = problem(answer, 401, "unauthenticated");
      assertThat(answer.headers().firstValue("WWW-Authenticate"))
          .contains("Bearer realm=\"manchengo-hub\", error=\"invalid_token\"");
      ((com.fasterxml.jackson.databind.node.ObjectNode) problem).remove("traceId");
      first = first == null ? problem : first;
      assertThat(problem).isEqualTo(first);
    }
    HttpResponse<String> none = send(to("/api/v1/keys"));
    problem(none, 401, "unauthenticated");
    assertThat(none.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer realm=\"manchengo-hub\"");
    problem(send(to("/api/v1/no-such")), 401, "unauthenticated");
  }

  /** House §5: platform-http would answer 401 after the route has run. */
  @Test
  void aRefusedCallHasNoEffect() throws Exception {
    String wish = "{\"client\": \"door never\", \"scopes\": [\"orders:read\"]}";
    problem(post("/api/v1/keys", "hub_live_junk", wish), 401, "unauthenticated");
    problem(post("/api/v1/keys", key("door reader", "orders:read"), wish), 403, "missing-scope");

    assertThat(number("SELECT count(*) FROM api_client WHERE name = 'door never'")).isZero();
  }

  @Test
  void aKeyWorksInItsNetworksOnly() throws Exception {
    String key = key("door elsewhere", "admin", "--networks", "10.0.0.0/8,2001:db8::/32");

    problem(get("/api/v1/keys", key), 403, "forbidden-network");
  }

  @Test
  void everyUseAndEveryRefusalIsWrittenDown() throws Exception {
    String trace = json(get("/api/v1/nowhere", admin())).path("traceId").asText();
    get("/api/v1/keys", "hub_live_junk");

    await()
        .untilAsserted(
            () ->
                assertThat(
                        db.sql("SELECT client, status, reason FROM api_audit WHERE trace_id = :id")
                            .param("id", trace)
                            .query()
                            .listOfRows()
                            .toString())
                    .contains("door admin", "404", "unknown-address"));
    await()
        .until(() -> number("SELECT count(*) FROM api_audit WHERE reason = 'key-malformed'") > 0);
    await()
        .until(
            () ->
                number(
                        "SELECT count(*) FROM api_key WHERE last_used_at IS NOT NULL AND id = '"
                            + id(admin())
                            + "'")
                    == 1);
  }

  @Test
  void textsFollowTheCallersLanguage() throws Exception {
    assertThat(problem(get("/api/v1/x", admin()), 404, "unknown-address").path("title").asText())
        .isEqualTo("Il n'y a rien à cette adresse");
    HttpResponse<String> english =
        send(to("/api/v1/x", admin()).header("Accept-Language", "de, en;q=0.8, fr;q=0.2"));
    assertThat(problem(english, 404, "unknown-address").path("title").asText())
        .isEqualTo("There is nothing at this address");
  }

  @Test
  void methodsOfAnAddress() throws Exception {
    HttpResponse<String> put =
        send(to("/api/v1/keys", admin()).PUT(HttpRequest.BodyPublishers.noBody()));
    problem(put, 405, "method-not-allowed");
    assertThat(put.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS, POST");
    problem(
        send(to("/api/v1/keys", admin()).method("BREW", HttpRequest.BodyPublishers.noBody())),
        405,
        "method-not-allowed");
    HttpResponse<String> options =
        send(to("/api/v1/keys", admin()).method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(options.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS, POST");
    HttpResponse<String> head =
        send(to("/api/v1/keys", admin()).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(raw("TRACE /api/v1/keys HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 405")
        .doesNotContain("Host");
  }

  @Test
  void formsOfAnswersAndBodies() throws Exception {
    problem(send(to("/api/v1/keys", admin()).header("Accept", "text/html")), 406, "not-acceptable");
    problem(typed("application/x-www-form-urlencoded"), 415, "form-body");
    problem(typed("text/plain"), 415, "unsupported-media-type");
    problem(typed("nonsense"), 415, "unsupported-media-type");
    problem(typed("application/json; charset=windows-1252"), 415, "unsupported-media-type");
    problem(
        send(
            to("/api/v1/keys", admin())
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))),
        415,
        "unsupported-media-type");
  }

  private HttpResponse<String> typed(String type) throws Exception {
    return send(
        to("/api/v1/keys", admin())
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString("client=x&scopes=admin")));
  }

  /** Declared longer, and longer than declared. */
  @Test
  void aBodyThatIsTooLongIsRefused() throws Exception {
    byte[] long1 =
        ("{\"client\":\"" + "x".repeat(1_100_000) + "\"}").getBytes(StandardCharsets.UTF_8);
    problem(
        send(
            to("/api/v1/keys", admin())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(long1))),
        413,
        "body-too-large");
    problem(
        send(
            to("/api/v1/keys", admin())
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(long1)))),
        413,
        "body-too-large");
  }

  /** House §5: what Camel would obey, and what it would send back. */
  @Test
  void headersAndParametersFromOutsideHaveNoEffectAndDoNotComeBack() throws Exception {
    HttpResponse<String> answer =
        send(
            to("/api/v1/keys", admin())
                .header("CamelHttpResponseCode", "299")
                .header("CAmelFileName", "../../x")
                .header("moveTo", "elsewhere")
                .header("delete", "true")
                .header("x-foo", "bar")
                .header("id", "other"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().map().keySet())
        .isSubsetOf(
            "cache-control",
            "content-length",
            "content-security-policy",
            "content-type",
            "date",
            "expires",
            "keep-alive",
            "connection",
            "pragma",
            "ratelimit",
            "ratelimit-policy",
            "referrer-policy",
            "trace-id",
            "vary",
            "x-content-type-options",
            "x-frame-options",
            "x-xss-protection");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    problem(get("/api/v1/keys?CamelHttpResponseCode=299", admin()), 400, "unknown-parameter");
    problem(get("/api/v1/keys?delete=true", admin()), 400, "unknown-parameter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/keys/../keys",
        "/api/v1//keys",
        "/api/v1/keys;a=b",
        "/api/v1/%2e%2e/keys",
        "/api/v1/keys%00",
        "/%61pi/v1/keys",
        "/%61pi/v1/openapi.yaml",
        "//api/v1/keys",
        "/x/../api/v1/keys",
        "/API/v1/keys",
        "/api/v1/Keys",
        "/api/v1/keys/",
        "/api/v2/keys"
      })
  void noOtherSpellingOfAnAddressLeadsAnywhere(String path) throws IOException {
    String answer =
        raw(
            "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                .formatted(path, admin()));

    assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*").contains("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({
    "'GET /api/v1/keys<> HTTP/1.1\r\nHost: x\r\n\r\n', 400",
    "'GET /api/v1/keys HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n', 400",
    "'rubbish\r\n\r\n', 400"
  })
  void whatIsNoHttpIsAProblemToo(String request, int status) throws IOException {
    String answer = raw(request);

    assertThat(answer)
        .startsWith("HTTP/1.1 " + status)
        .contains("application/problem+json")
        .doesNotContain("<html", "Tomcat", "Exception");
  }

  @Test
  void headersThatAreTooLongAreAProblem() throws IOException {
    String answer =
        raw("GET /api/v1/keys HTTP/1.1\r\nHost: x\r\nX-Long: " + "y".repeat(20_000) + "\r\n\r\n");

    assertThat(answer).matches("(?s)HTTP/1.1 4(00|31) .*").contains("application/problem+json");
  }

  @Test
  void pagesOfOtherOriginsGetNoPermission() throws Exception {
    String answer =
        raw(
            """
            OPTIONS /api/v1/keys HTTP/1.1\r
            Host: x\r
            Origin: https://evil.example\r
            Access-Control-Request-Method: POST\r
            Connection: close\r
            \r
            """);

    assertThat(answer.toLowerCase(java.util.Locale.ROOT)).doesNotContain("access-control-allow");
  }

  @Test
  void aBodyThatFallsSilentIsGivenUp() throws IOException {
    String answer =
        raw(
            """
            POST /api/v1/keys HTTP/1.1\r
            Host: x\r
            Authorization: Bearer %s\r
            Content-Type: application/json\r
            Content-Length: 100\r
            \r
            {"client":"""
                .formatted(admin()));

    assertThat(answer).startsWith("HTTP/1.1 408").contains("\"code\":\"request-timeout\"");
  }

  @Test
  void aClientThatCallsTooOftenWaits() throws Exception {
    String key = limitedTo(3, "door often");
    for (int left = 2; left >= 0; left--) {
      HttpResponse<String> answer = get("/api/v1/keys", key);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("RateLimit").orElse(""))
          .startsWith("\"minute\";r=" + left + ";t=");
    }

    HttpResponse<String> refused = get("/api/v1/keys", key);
    problem(refused, 429, "too-many-requests");
    assertThat(refused.headers().firstValue("Retry-After").orElse("")).matches("[1-9]\\d?");
    assertThat(refused.headers().firstValue("RateLimit-Policy").orElse(""))
        .startsWith("\"minute\";q=3;w=60, \"day\";q=");
    try (StatefulRedisConnection<String, String> redis = redis()) {
      assertThat(redis.sync().keys("hub:api:minute:3:*door often")).hasSize(1);
    }
  }

  /** Redis answers nobody for two seconds: calls go on and are still counted. */
  @Test
  void withoutRedisTheHubCountsAlone() throws Exception {
    String key = limitedTo(3, "door alone");
    assertThat(get("/api/v1/keys", key).statusCode()).isEqualTo(200);
    try (StatefulRedisConnection<String, String> redis = redis()) {
      redis.sync().dispatch(CommandType.CLIENT, new StatusOutput<>(StringCodec.UTF8), pause());

      List<Integer> statuses = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        statuses.add(get("/api/v1/keys", key).statusCode());
      }
      assertThat(statuses).startsWith(200, 200, 200).contains(429).containsOnly(200, 429);
    }
  }

  private static CommandArgs<String, String> pause() {
    return new CommandArgs<>(StringCodec.UTF8).add("PAUSE").add(2000).add("ALL");
  }

  private StatefulRedisConnection<String, String> redis() {
    return ((RedisClient) redisFactory.getRequiredNativeClient()).connect();
  }

  private String limitedTo(int perMinute, String client) {
    String key = key(client, "admin");
    db.sql("UPDATE api_client SET per_minute = :n WHERE name = :client")
        .param("n", perMinute)
        .param("client", client)
        .update();
    return key;
  }
}
