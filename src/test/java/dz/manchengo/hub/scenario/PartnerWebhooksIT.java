package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.WebhookWitness.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dz.manchengo.hub.scenario.WebhookWitness.Call;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Webhooks that partners' programs register for themselves (decision 0036). */
class PartnerWebhooksIT extends ApiScenario {
  private static final String SCOPES =
      "orders:read,orders:write,submissions:read,submissions:write,webhooks:read,webhooks:write";
  private static final String ALL =
      "[\"submission.finished\",\"document.revised\",\"document.withdrawn\"]";

  private static String partner(String tenant) {
    return key(tenant + " hooks", SCOPES, "--tenant", tenant);
  }

  private HttpResponse<String> register(String key, String url, String events) throws Exception {
    return post("/api/v1/webhooks", key, "{\"url\":\"%s\",\"events\":%s}".formatted(url, events));
  }

  /** Its id and secret. */
  private JsonNode registered(String key, String path) throws Exception {
    HttpResponse<String> made = register(key, WebhookWitness.url(path), ALL);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(made.headers().firstValue("Location"))
        .contains("/api/v1/webhooks/" + json(made).path("id").asText());
    return json(made);
  }

  private JsonNode order(String key, String number, int quantity) throws Exception {
    HttpResponse<String> answer =
        send(
            to("/api/v1/orders", key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(
                    BodyPublishers.ofString(
                        """
                        {"number": "%s", "date": "2026-03-31", "customer": {"code": "HK-C", "name": "SARL Crochet"},
                         "lines": [{"product": "HK-P", "description": "Brie", "quantity": "%d", "unit": "KG",
                                    "unitPriceHt": "100", "vatRate": "19"}]}"""
                            .formatted(number, quantity))));
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    return json(answer);
  }

  private static List<Call> calls(String path, String word) {
    return WebhookWitness.calls(word).stream().filter(c -> c.path().equals(path)).toList();
  }

  private static Call call(String path, String... words) {
    return await()
        .until(
            () ->
                WebhookWitness.calls(words[0]).stream()
                    .filter(c -> c.path().equals(path))
                    .filter(c -> Arrays.stream(words).allMatch(c.body()::contains))
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  @Test
  void aPartnerIsToldOfItsOwnDocumentsAndNobodyElse() throws Exception {
    String owner = partner("hk-owner");
    String other = partner("hk-other");
    String secret = registered(owner, "/hk-owner").path("secret").asText();
    registered(other, "/hk-other");

    String submission = order(owner, "HK-ONE", 1).path("submissionId").asText();
    Call finished = call("/hk-owner", "HK-ONE", "submission.finished");
    assertThat(finished.headers().getFirst("webhook-signature"))
        .isEqualTo(signed(finished, secret));
    assertThat(json(finished).path("data").path("status").asText()).isEqualTo("POSTED");
    assertThat(json(finished).at("/data/id").asText()).isEqualTo(submission);

    // the house changes the partner's order, and takes that back
    String house = key("hk house", SCOPES);
    JsonNode revised = order(house, "HK-ONE", 2);
    Call told = call("/hk-owner", "HK-ONE", "document.revised");
    assertThat(json(told).at("/data/kind").asText()).isEqualTo("orders");
    assertThat(json(told).at("/data/number").asText()).isEqualTo("HK-ONE");
    assertThat(json(told).at("/data/revision").asInt()).isEqualTo(2);
    assertThat(json(told).at("/data/id").asText()).isEqualTo(revised.path("id").asText());
    takenBack(house, revised.path("submissionId").asText());
    call("/hk-owner", "HK-ONE", "document.revised", "\"revision\": 1");
    takenBack(owner, submission);
    Call withdrawn = call("/hk-owner", "HK-ONE", "document.withdrawn");
    assertThat(WebhookWitness.breaches(finished)).isEmpty();
    assertThat(WebhookWitness.breaches(told)).isEmpty();
    assertThat(WebhookWitness.breaches(withdrawn)).isEmpty();

    // of what the house's submission was, the partner hears nothing but its own document's change
    assertThat(calls("/hk-owner", "hk house")).isEmpty();
    assertThat(calls("/hk-other", "HK-ONE")).isEmpty();
  }

  private void takenBack(String key, String submission) throws Exception {
    HttpResponse<String> answer = send(to("/api/v1/submissions/" + submission, key).DELETE());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static JsonNode json(Call call) throws Exception {
    return JSON.readTree(call.body());
  }

  @Test
  void everyAttemptIsListedAndAnyDeliveryCanBeSentAgain() throws Exception {
    String key = partner("hk-again");
    JsonNode hook = registered(key, "/hk-again");
    String address = "/api/v1/webhooks/" + hook.path("id").asText();
    WebhookWitness.answer("/hk-again", status(500));
    order(key, "HK-AGAIN", 1);
    JsonNode delivery =
        await()
            .until(() -> first(address, key), d -> d.path("status").asText().equals("DELIVERED"));
    assertThat(delivery.path("event").asText()).isEqualTo("submission.finished");
    assertThat(delivery.at("/attempts/0/status").asInt()).isEqualTo(500);
    assertThat(delivery.at("/attempts/0/failure").asText()).contains("500");
    assertThat(delivery.at("/attempts/1/status").asInt()).isEqualTo(204);
    assertThat(delivery.at("/payload/data/channel").asText()).isEqualTo("REST");

    // the secret changes; for a day both sign
    HttpResponse<String> rotated = post(address + "/secrets", key, "");
    assertThat(rotated.statusCode()).as(rotated.body()).isEqualTo(201);
    HttpResponse<String> again =
        post(address + "/deliveries/" + delivery.path("id").asText() + "/attempts", key, "");
    assertThat(again.statusCode()).as(again.body()).isEqualTo(202);
    List<Call> calls = await().until(() -> calls("/hk-again", "HK-AGAIN"), c -> c.size() == 3);
    assertThat(calls)
        .extracting(c -> c.headers().getFirst("webhook-id"))
        .containsOnly(delivery.path("messageId").asText());
    Call last = calls.get(2);
    assertThat(last.headers().getFirst("webhook-signature"))
        .isEqualTo(
            signed(last, json(rotated).path("secret").asText())
                + " "
                + signed(last, hook.path("secret").asText()));
  }

  private JsonNode first(String address, String key) throws Exception {
    return json(get(address + "/deliveries", key)).path("items").path(0);
  }

  @Test
  void whoIsGoneIsSwitchedOffUntilSomebodySendsAgain() throws Exception {
    String key = partner("hk-gone");
    String address = "/api/v1/webhooks/" + registered(key, "/hk-gone").path("id").asText();
    WebhookWitness.answer("/hk-gone", status(410));
    order(key, "HK-GONE", 1);
    await().until(() -> !json(get(address, key)).path("enabled").asBoolean(true));
    JsonNode off = json(get(address, key));
    assertThat(off.path("disabledReason").asText()).contains("410");
    assertThat(off.toString()).doesNotContain("whsec_");
    order(key, "HK-GONE-2", 1);
    JsonNode parked = first(address, key);
    assertThat(parked.path("status").asText()).isEqualTo("PARKED");
    assertThat(parked.toString()).contains("HK-GONE").doesNotContain("HK-GONE-2");

    post(address + "/deliveries/" + parked.path("id").asText() + "/attempts", key, "");
    await().until(() -> first(address, key).path("status").asText().equals("DELIVERED"));
    assertThat(json(get(address, key)).path("enabled").asBoolean()).isTrue();
    assertThat(send(to(address, key).DELETE()).statusCode()).isEqualTo(204);
    problem(get(address, key), 404, "not-found");
    assertThat(json(get("/api/v1/webhooks", key)).path("items")).isEmpty();
  }

  @Test
  void deliveriesAreListedForThirtyDays() throws Exception {
    String key = partner("hk-old");
    String address = "/api/v1/webhooks/" + registered(key, "/hk-old").path("id").asText();
    order(key, "HK-OLD", 1);
    await().until(() -> first(address, key).path("status").asText().equals("DELIVERED"));
    String old = first(address, key).path("id").asText();
    order(key, "HK-NEW", 1);
    await().until(() -> !first(address, key).path("id").asText().equals(old));
    db.sql("UPDATE notice SET sent_at = now() - interval '31 days' WHERE id = :id")
        .param("id", Long.valueOf(old))
        .update();

    await().until(() -> json(get(address + "/deliveries", key)).path("items").size() == 1);
    assertThat(first(address, key).toString()).contains("HK-NEW");
    assertThat(number("SELECT count(*) FROM webhook_attempt WHERE notice_id = " + old)).isZero();
  }

  @Test
  void aStrangerFindsNoWebhookOfOthers() throws Exception {
    String owner = partner("hk-mine");
    String stranger = partner("hk-stranger");
    String address = "/api/v1/webhooks/" + registered(owner, "/hk-mine").path("id").asText();
    order(owner, "HK-MINE", 1);
    String delivery =
        await().until(() -> first(address, owner).path("id").asText(), id -> !id.isEmpty());
    for (String path : List.of("", "/deliveries")) {
      problem(get(address + path, stranger), 404, "not-found");
    }
    problem(post(address + "/secrets", stranger, ""), 404, "not-found");
    problem(
        post(address + "/deliveries/" + delivery + "/attempts", stranger, ""), 404, "not-found");
    problem(send(to(address, stranger).DELETE()), 404, "not-found");
    assertThat(json(get("/api/v1/webhooks", stranger)).path("items")).isEmpty();
    assertThat(get(address, owner).statusCode()).isEqualTo(200);
    // nor a delivery of its own by another webhook's address
    String own = "/api/v1/webhooks/" + registered(stranger, "/hk-own").path("id").asText();
    problem(post(own + "/deliveries/" + delivery + "/attempts", stranger, ""), 404, "not-found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://10.0.0.1/x | /url",
        "https://10.0.0.1/x | /url",
        "https://169.254.169.254/latest/meta-data | /url",
        "https://[::1]/x | /url",
        "https://[::ffff:10.0.0.1]/x | /url",
        "http://8.8.8.8/x | /url",
        "https://user:word@8.8.8.8/x | /url",
        "https://no-such-host.invalid/x | /url",
        "ftp://8.8.8.8/x | /url",
        "file:///etc/passwd | /url",
        "javascript:alert(1) | /url",
        "x | /url"
      })
  void anAddressThatLeadsElsewhereIsRefused(String url, String pointer) throws Exception {
    JsonNode problem = problem(register(wrong(), url, ALL), 422, "invalid");
    assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo(pointer);
    assertThat(problem.at("/errors/0/message").asText()).isNotBlank();
  }

  private static String wrong = "";

  private static synchronized String wrong() {
    wrong = wrong.isEmpty() ? partner("hk-wrong") : wrong;
    return wrong;
  }

  @Test
  void whatElseIsWrongIsSaid() throws Exception {
    String key = partner("hk-many");
    String url = WebhookWitness.url("/hk-many");
    problem(register(key, url, "[]"), 422, "invalid");
    problem(register(key, url, "[\"order.eaten\"]"), 422, "invalid");
    problem(register(key, url, "[null]"), 400, "malformed-body");
    problem(post("/api/v1/webhooks", key, "{\"url\":\"x\",\"more\":1}"), 400, "malformed-body");
    for (int i = 0; i < 10; i++) {
      assertThat(register(key, url + i, ALL).statusCode()).isEqualTo(201);
    }
    JsonNode known = problem(register(key, url + 1, ALL), 422, "invalid");
    assertThat(known.toString()).contains("déjà enregistrée");
    JsonNode many = problem(register(key, url, ALL), 422, "invalid");
    assertThat(many.toString()).contains("10");
  }

  private static String signed(Call call, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      String text =
          call.headers().getFirst("webhook-id")
              + "."
              + call.headers().getFirst("webhook-timestamp")
              + "."
              + call.body();
      return "v1,"
          + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
