package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that a partner's program posts. */
class ApiDocumentsIT extends ApiScenario {
  private static final String WRITES =
      "orders:write,invoices:write,payments:write,production-batches:write,stock-counts:write,"
          + "stock-movements:write";
  private static String key = "";

  private static final String ORDER =
      """
      {"number": "%s", "date": "2026-03-31", "customer": {"code": "API-C", "name": "SARL Api"},
       "lines": [{"product": "API-P", "description": "Camembert API", "quantity": "%s", "unit": "KG",
                  "unitPriceHt": "100", "vatRate": "19"}]}
      """;

  @BeforeEach
  void makeKey() {
    if (key.isEmpty()) {
      key = key("documents", WRITES);
    }
  }

  @Test
  void anOrderIsPostedAndItsRetryGetsTheFirstAnswer() throws Exception {
    HttpResponse<String> first = order("API-1", "2", "api-1");
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(first.headers().firstValue("Location")).contains("/api/v1/orders/API-1");
    JsonNode posted = json(first);
    assertThat(posted.path("number").asText()).isEqualTo("API-1");
    assertThat(posted.path("revision").asInt()).isEqualTo(1);
    assertThat(posted.path("outcome").asText()).isEqualTo("CREATED");
    assertThat(posted.path("totals").path("ttc").asText()).isEqualTo("238.00");
    assertThat(
            db.sql("SELECT order_id FROM sales_order WHERE order_no = 'API-1'")
                .query(String.class)
                .single())
        .isEqualTo(posted.path("id").asText());
    HttpResponse<String> again = order("API-1", "2", "api-1");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
    assertThat(again.body()).isEqualTo(first.body());
    problem(order("API-1", "3", "api-1"), 422, "reused-idempotency-key");
    assertThat(json(order("API-1", "2", "api-1b")).path("outcome").asText()).isEqualTo("UNCHANGED");
    JsonNode revised = json(order("API-1", "3", "api-1c"));
    assertThat(revised.path("outcome").asText()).isEqualTo("REVISED");
    assertThat(revised.path("revision").asInt()).isEqualTo(2);
  }

  @Test
  void fiftyEqualCallsHaveOneEffect() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(50);
    Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      calls.add(
          threads.submit(
              () -> statuses.merge(order("API-50", "2", "api-50").statusCode(), 1, Integer::sum)));
    }
    for (Future<?> call : calls) {
      call.get();
    }
    threads.shutdown();
    assertThat(statuses.get(201)).isEqualTo(1);
    assertThat(statuses.keySet()).isSubsetOf(200, 201, 409);
    assertThat(count("sales_order", "order_no = 'API-50'")).isEqualTo(1);
  }

  @Test
  void everyBadFieldIsNamedInTheCallersLanguage() throws Exception {
    String body =
        """
        {"number": "API-BAD", "date": "31/03/2026", "customer": {"code": "API-C"}, "colour": "red",
         "lines": [{"product": "API-P", "quantity": "x", "unitPriceHt": "100"}]}
        """;
    JsonNode problem = problem(post("orders", body, "api-bad", "en"), 422, "invalid");
    assertThat(problem.path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/date", "/colour", "/lines/0/quantity");
    assertThat(problem.toString()).contains("is no property");
    assertThat(post("orders", body, "api-bad", "fr").body()).contains("n'est pas une propriété");
  }

  @Test
  void aDocumentThatRulesRefuseIsNotPosted() throws Exception {
    HttpResponse<String> answer = order("API-REF", "-3", "api-ref");
    JsonNode problem = problem(answer, 422, "refused");
    assertThat(problem.path("errors").get(0).path("pointer").asText())
        .isEqualTo("/lines/0/quantity");
    assertThat(problem.path("errors").get(0).path("rule").asText()).isNotBlank();
    assertThat(answer.headers().firstValue("Link").orElse("")).contains("/api/v1/submissions/");
    assertThat(count("sales_order", "order_no = 'API-REF'")).isZero();
    assertThat(order("API-REF", "-3", "api-ref").body()).isEqualTo(answer.body());
  }

  @Test
  void aDryRunSaysWhatWouldHappenAndNeedsNoKey() throws Exception {
    HttpResponse<String> dry =
        post("orders?dryRun=true", ORDER.formatted("API-DRY", "1"), null, "fr");
    assertThat(dry.statusCode()).as(dry.body()).isEqualTo(200);
    assertThat(json(dry).path("outcome").asText()).isEqualTo("CREATED");
    assertThat(count("sales_order", "order_no = 'API-DRY'")).isZero();
    assertThat(count("submission", "original_name LIKE '%API-DRY%'")).isZero();
    problem(
        post("orders?dryRun=true", ORDER.formatted("API-DRY", "-1"), null, "fr"), 422, "refused");
  }

  @Test
  void aBatchHasAResultForEachItem() throws Exception {
    String items =
        "{\"items\": [%s, %s, {\"number\": 1}]}"
            .formatted(ORDER.formatted("API-B1", "1"), ORDER.formatted("API-B2", "-1"));
    HttpResponse<String> each = post("orders/batch?mode=each", items, "api-batch", "fr");
    assertThat(each.statusCode()).as(each.body()).isEqualTo(207);
    assertThat(json(each).path("items").findValuesAsText("status"))
        .containsExactly("201", "422", "422");
    assertThat(json(each).path("status").asText()).isEqualTo("PARTIAL");
    assertThat(count("sales_order", "order_no LIKE 'API-B_'")).isEqualTo(1);
    HttpResponse<String> again = post("orders/batch?mode=each", items, "api-batch", "fr");
    assertThat(again.statusCode()).isEqualTo(207);
    assertThat(again.body()).isEqualTo(each.body());
    String two =
        "{\"items\": [%s, %s]}"
            .formatted(ORDER.formatted("API-A1", "1"), ORDER.formatted("API-A2", "-1"));
    JsonNode refused =
        problem(post("orders/batch?mode=atomic", two, "api-atomic", "fr"), 422, "refused");
    assertThat(refused.path("errors").findValuesAsText("pointer"))
        .contains("/items/1/lines/0/quantity");
    assertThat(count("sales_order", "order_no LIKE 'API-A_'")).isZero();
  }

  @Test
  void ofCountsInABatchEachStandsWithAllItsRowsOrFalls() throws Exception {
    String count =
        """
        {"session": "%s", "countedAt": "2026-03-31T18:00:00+01:00", "warehouse": "PRINCIPAL", "countedBy": "Amina",
         "lines": [{"product": "API-CB1", "productName": "Brie", "quantity": "3", "unit": "KG"},
                   {"product": "API-CB2", "productName": "Edam", "quantity": "%s", "unit": "KG"}]}
        """;
    String items =
        "{\"items\": [%s, %s]}"
            .formatted(count.formatted("API-CB-BAD", "-1"), count.formatted("API-CB-GOOD", "4"));
    HttpResponse<String> each = post("stock-counts/batch", items, "api-counts", "fr");
    assertThat(json(each).path("items").findValuesAsText("status")).containsExactly("422", "201");
    assertThat(count("count_session", "session_no LIKE 'API-CB-%'")).isEqualTo(1);
    assertThat(
            count(
                "count_line l JOIN count_session s USING (session_id)",
                "s.session_no = 'API-CB-GOOD'"))
        .isEqualTo(2);
    assertThat(
            json(post("stock-counts/batch?mode=atomic", items, "api-counts-2", "fr"))
                .path("code")
                .asText())
        .isEqualTo("refused");
  }

  @Test
  void anAnswerIsForgottenAfterTwoDays() throws Exception {
    order("API-OLD", "1", "api-old");
    db.sql(
            "UPDATE idempotency_key SET created_at = now() - interval '49 hours' WHERE key = 'api-old'")
        .update();
    await().until(() -> count("idempotency_key", "key = 'api-old'") == 0);
    assertThat(json(order("API-OLD", "1", "api-old")).path("outcome").asText())
        .isEqualTo("UNCHANGED");
  }

  @Test
  void everyKindOfDocumentIsTaken() throws Exception {
    String day = "2026-03-31";
    created(
        "invoices",
        """
        {"number": "API-F1", "date": "%s", "party": {"code": "API-C", "name": "SARL Api"}, "paymentMethod": "VIREMENT",
         "lines": [{"product": "API-P", "quantity": "2", "unit": "KG", "unitPriceHt": "100", "vatRate": "19"}]}
        """
            .formatted(day));
    created(
        "payments",
        """
        {"invoiceNumber": "API-F1", "date": "%s", "amount": "238.00", "method": "VIREMENT", "reference": "API-V1"}
        """
            .formatted(day));
    created(
        "production-batches",
        """
        {"number": "API-LOT-1", "madeOn": "%s", "status": "COMPLETED",
         "outputs": [{"product": "API-P", "lot": "API-L1", "quantity": "20", "unit": "KG", "bestBefore": "2026-06-30"}],
         "inputs": [{"product": "API-MILK", "productName": "Lait", "quantity": "200", "unit": "L", "lot": "API-LM"}]}
        """
            .formatted(day));
    created(
        "stock-movements",
        """
        {"effectiveAt": "%sT10:00:00+01:00", "origin": "PRODUCTION_IN", "product": "API-P", "quantity": "20", "unit": "KG",
         "lot": "API-L1", "reference": "API-LOT-1"}
        """
            .formatted(day));
    created(
        "stock-counts",
        """
        {"session": "API-INV-1", "countedAt": "%sT18:00:00+01:00", "warehouse": "PRINCIPAL", "countedBy": "Amina",
         "lines": [{"product": "API-P", "lot": "API-L1", "quantity": "20", "unit": "KG"}]}
        """
            .formatted(day));
    assertThat(count("payment", "reference = 'API-V1'")).isEqualTo(1);
    assertThat(count("count_session", "session_no = 'API-INV-1'")).isEqualTo(1);
  }

  private void created(String kind, String body) throws Exception {
    HttpResponse<String> answer = post(kind, body, UUID.randomUUID().toString(), "fr");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(json(answer).path("id").asText()).as(answer.body()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'a'", "\"a", "a b", "", "\"\"", "a, b", "\"a\\x\""})
  void aKeyMustKeepItsSyntax(String idempotencyKey) throws Exception {
    problem(order("API-KEY", "1", idempotencyKey), 400, "invalid-idempotency-key");
  }

  @Test
  void aKeyIsNeededAndMayBeQuoted() throws Exception {
    problem(order("API-KEY", "1", null), 400, "missing-idempotency-key");
    assertThat(order("API-Q", "1", "\"api-q\"").statusCode()).isEqualTo(201);
    assertThat(order("API-Q", "1", "api-q").headers().firstValue("Idempotent-Replayed"))
        .contains("true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1", "{\"a\":1}}", "{\"number\":\"\\ud800\"", "nul"})
  void whatIsNoJsonIsRefused(String body) throws Exception {
    problem(post("orders", body, UUID.randomUUID().toString(), "fr"), 400, "malformed-body");
  }

  private HttpResponse<String> order(
      String number, String quantity, @Nullable String idempotencyKey) throws Exception {
    return post("orders", ORDER.formatted(number, quantity), idempotencyKey, "fr");
  }

  private HttpResponse<String> post(
      String address, String body, @Nullable String idempotencyKey, String language)
      throws Exception {
    HttpRequest.Builder request =
        to("/api/v1/" + address, key)
            .header("Content-Type", "application/json")
            .header("Accept-Language", language)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (idempotencyKey != null) {
      request.header("Idempotency-Key", idempotencyKey);
    }
    return send(request);
  }

  private long count(String table, String where) {
    return db.sql("SELECT count(*) FROM " + table + " WHERE " + where).query(Long.class).single();
  }
}
