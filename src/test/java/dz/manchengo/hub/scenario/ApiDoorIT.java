package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The door of the partner API: who gets in, and what is written down of it. */
class ApiDoorIT extends ApiScenario {
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
        "{\"client\":\"x\",\"scopes\":[null]} | 400 | malformed-body",
        "[] | 400 | malformed-body",
        "null | 400 | malformed-body",
        "'' | 400 | malformed-body"
      })
  void aBadWishIsRefusedWithItsField(String body, int status, String code) throws Exception {
    problem(post("/api/v1/keys", admin(), body == null ? "" : body), status, code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"client\":\"x\",\"scopes\":[\"admin\"],\"rights\":1} | /rights",
        "{\"client\":\"x\",\"scopes\":[\"admin\"],\"expiresAt\":\"demain\"} | /expiresAt"
      })
  void aWishOfAnotherFormIsToldByItsPlace(String body, String place) throws Exception {
    JsonNode problem = problem(post("/api/v1/keys", admin(), body), 400, "malformed-body");
    assertThat(problem.path("detail").asText()).contains(place);
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
  void whoCalledIsKnownForFourHundredDays() {
    called("410 days", "forgotten");
    called("390 days", "known still");

    await().until(() -> number("SELECT count(*) FROM api_audit WHERE reason = 'forgotten'") == 0);
    assertThat(number("SELECT count(*) FROM api_audit WHERE reason = 'known still'")).isEqualTo(1);
  }

  private void called(String ago, String reason) {
    db.sql(
            "INSERT INTO api_audit (at, method, path, status, reason, address, trace_id, times)"
                + " VALUES (now() - CAST(:ago AS interval), 'GET', '/', 401, :reason, '127.0.0.1', '', 1)")
        .param("ago", ago)
        .param("reason", reason)
        .update();
  }
}
