package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the published contract, called by the wrong partner with what the right one
 * has. A new operation fails here until somebody says what a stranger gets.
 */
class ApiStrangerIT extends ApiScenario {
  private static final String MARK = "STRGEHEIM";
  private static final List<String> KINDS =
      List.of(
          "orders",
          "invoices",
          "payments",
          "production-batches",
          "stock-counts",
          "stock-movements");

  /** Statuses that tell a stranger nothing, by operation. */
  private static final Map<String, Set<Integer>> EXPECTED = new LinkedHashMap<>();

  static {
    for (String kind : KINDS) {
      String place = kind.equals("payments") || kind.equals("stock-movements") ? "id" : "number";
      EXPECTED.put("GET /" + kind, Set.of(200));
      EXPECTED.put("GET /" + kind + "/{" + place + "}", Set.of(404));
      EXPECTED.put("POST /" + kind, Set.of(409, 422));
      EXPECTED.put("POST /" + kind + "/batch", Set.of(207, 409));
    }
    EXPECTED.put("POST /stock-movements", Set.of(201)); // one of its own by the same voucher
    EXPECTED.put("GET /submissions", Set.of(200));
    EXPECTED.put("POST /submissions", Set.of(202)); // a submission of its own, and its refusal
    for (String rest : List.of("", "/findings", "/acknowledgement.xlsx")) {
      EXPECTED.put("GET /submissions/{id}" + rest, Set.of(404));
    }
    EXPECTED.put("DELETE /submissions/{id}", Set.of(404));
    EXPECTED.put("GET /lots/{code}/trace", Set.of(404));
    EXPECTED.put("GET /lots/{code}/recall", Set.of(404));
    EXPECTED.put("GET /webhooks", Set.of(200));
    EXPECTED.put("POST /webhooks", Set.of(422)); // an address in a private network
    EXPECTED.put("GET /webhooks/{id}", Set.of(404));
    EXPECTED.put("DELETE /webhooks/{id}", Set.of(404));
    EXPECTED.put("POST /webhooks/{id}/secrets", Set.of(404));
    EXPECTED.put("GET /webhooks/{id}/deliveries", Set.of(404));
    EXPECTED.put("POST /webhooks/{id}/deliveries/{delivery}/attempts", Set.of(404));
    for (String call : List.of("GET /jobs", "GET /jobs/{job}/runs", "POST /jobs/{job}/runs")) {
      EXPECTED.put(call, Set.of(403)); // jobs are the house's
    }
    EXPECTED.put("GET /jobs/{job}/runs/{id}", Set.of(403));
    EXPECTED.put("GET /jobs/{job}/files", Set.of(403));
    EXPECTED.put("GET /jobs/{job}/files/{name}", Set.of(403));
    EXPECTED.put("POST /jobs/{job}/runs/{id}/restart", Set.of(403));
    EXPECTED.put("POST /jobs/{job}/runs/{id}/stop", Set.of(403));
    String count = "/count-sessions/{number}"; // counts are the house's
    EXPECTED.put("GET /count-sessions", Set.of(403));
    EXPECTED.put("POST /count-sessions", Set.of(403));
    EXPECTED.put("GET " + count, Set.of(403));
    EXPECTED.put("GET " + count + "/differences", Set.of(403));
    for (String rest : List.of("/approvals", "/rejections", "/posting", "/closing")) {
      EXPECTED.put("POST " + count + rest, Set.of(403));
    }
    EXPECTED.put("GET /keys", Set.of(403));
    EXPECTED.put("POST /keys", Set.of(403));
    EXPECTED.put("DELETE /keys/{id}", Set.of(403));
  }

  private final Map<String, String> bodies = bodies();
  private final Map<String, String> addresses = new LinkedHashMap<>();

  private static Map<String, String> bodies() {
    Map<String, String> bodies = new LinkedHashMap<>();
    bodies.put(
        "orders",
        """
        {"number": "STR-O1", "date": "2026-03-31", "customer": {"code": "STR-C@", "name": "SARL @"},
         "lines": [{"product": "STR-P", "description": "Brie @", "quantity": "2", "unit": "KG", "unitPriceHt": "100",
                    "vatRate": "19"}]}""");
    bodies.put(
        "invoices",
        """
        {"number": "STR-F1", "date": "2026-03-31", "party": {"code": "STR-C@", "name": "SARL @"}, "paymentMethod": "VIREMENT",
         "lines": [{"product": "STR-P", "quantity": "2", "unit": "KG", "unitPriceHt": "100", "vatRate": "19"}]}""");
    bodies.put(
        "payments",
        """
        {"invoiceNumber": "STR-F1", "date": "2026-03-31", "amount": "238.00", "method": "VIREMENT", "reference": "STR @"}""");
    bodies.put(
        "production-batches",
        """
        {"number": "STR-B1", "madeOn": "2026-03-31", "status": "COMPLETED", "note": "@",
         "outputs": [{"product": "STR-P", "lot": "STR-L1", "quantity": "20", "unit": "KG", "bestBefore": "2026-06-30"}],
         "inputs": [{"product": "STR-MILK", "productName": "Lait", "quantity": "200", "unit": "L", "lot": "STR-LM"}]}""");
    bodies.put(
        "stock-movements",
        """
        {"effectiveAt": "2026-03-31T10:00:00+01:00", "origin": "PRODUCTION_IN", "product": "STR-P", "quantity": "20",
         "unit": "KG", "lot": "STR-L1", "reference": "STR-B1", "enteredBy": "@"}""");
    bodies.put(
        "stock-counts",
        """
        {"session": "STR-INV", "countedAt": "2026-03-31T18:00:00+01:00", "warehouse": "PRINCIPAL", "countedBy": "@",
         "lines": [{"product": "STR-P", "lot": "STR-L1", "quantity": "20", "unit": "KG"}]}""");
    return bodies;
  }

  @Test
  void aStrangerSeesAndChangesNothingByAnyOperation() throws Exception {
    String owner = key("str-owner", scopes(), "--tenant", "str-owner");
    String stranger = key("str-stranger", scopes(), "--tenant", "str-stranger");
    everythingOf(owner);
    String before = rows();
    JsonNode paths =
        new YAMLMapper().readTree(send(to("/api/v1/openapi.yaml")).body()).path("paths");
    List<String> reads = new ArrayList<>();
    List<String> writes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              field -> {
                String method = field.toUpperCase(Locale.ROOT);
                if (Set.of("GET", "POST", "PUT", "PATCH", "DELETE").contains(method)) {
                  (method.equals("GET") ? reads : writes).add(method + " " + path.getKey());
                }
              });
    }
    assertThat(reads.remove("GET /openapi.yaml")).isTrue(); // everybody's
    assertThat(reads.remove("GET /report-files")).isTrue(); // of whoever has a ticket
    for (String operation : reads) {
      check(operation, stranger);
    }
    for (String operation : writes) {
      check(operation, stranger);
    }
    await()
        .until(
            () ->
                number(
                    "SELECT count(*) FROM submission WHERE tenant = 'str-stranger' AND status = 'REJECTED'"),
            count -> count > 0);
    assertThat(rows()).isEqualTo(before);
  }

  private static String scopes() {
    StringBuilder scopes =
        new StringBuilder(
            "submissions:read,submissions:write,lots:read,webhooks:read,webhooks:write");
    for (String kind : KINDS) {
      scopes.append(',').append(kind).append(":read,").append(kind).append(":write");
    }
    return scopes.toString();
  }

  private void everythingOf(String owner) throws Exception {
    for (String kind : bodies.keySet()) {
      JsonNode made = json(send(owner, "POST", "/" + kind, bodies.get(kind).replace("@", MARK)));
      assertThat(made.path("outcome").asText()).as(made.toString()).isEqualTo("CREATED");
      addresses.put("/" + kind + "/{id}", "/" + kind + "/" + made.path("id").asText());
      addresses.put("/" + kind + "/{number}", "/" + kind + "/" + made.path("number").asText());
      addresses.put("/submissions/{id}", "/submissions/" + made.path("submissionId").asText());
    }
    addresses.put("/lots/{code}", "/lots/STR-L1");
    String hook =
        "{\"url\": \"%s\", \"events\": [\"document.revised\"], \"description\": \"%s\"}"
            .formatted(WebhookWitness.url("/str-owner"), MARK);
    String id = json(send(owner, "POST", "/webhooks", hook)).path("id").asText();
    addresses.put("/webhooks/{id}", "/webhooks/" + id);
    addresses.put("/deliveries/{delivery}", "/deliveries/1");
    addresses.put("/keys/{id}", "/keys/" + id(owner));
    addresses.put("/count-sessions/{number}", "/count-sessions/STR-INV");
    addresses.put("/files/{name}", "/files/ventes.xlsx");
    addresses.put("/jobs/{job}", "/jobs/housekeeping");
    addresses.put("/runs/{id}", "/runs/1");
    for (String own : List.of("/orders/{number}", "/payments/{id}", "/submissions/{id}")) {
      HttpResponse<String> seen = send(owner, "GET", addresses.getOrDefault(own, ""), "");
      assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
    }
    assertThat(send(owner, "GET", "/lots/STR-L1/trace", "").statusCode()).isEqualTo(200);
  }

  private void check(String operation, String stranger) throws Exception {
    assertThat(EXPECTED).as("say what a stranger gets").containsKey(operation);
    String method = operation.substring(0, operation.indexOf(' '));
    String path = operation.substring(operation.indexOf(' ') + 1);
    for (Map.Entry<String, String> address : addresses.entrySet()) {
      path = path.replace(address.getKey(), address.getValue());
    }
    assertThat(path).doesNotContain("{");
    HttpResponse<String> answer = send(stranger, method, path, body(path));
    assertThat(answer.statusCode())
        .as("%s → %s", operation, answer.body())
        .isIn(EXPECTED.get(operation));
    assertThat(answer.body()).as(operation).doesNotContain(MARK, "str-owner", "\"REVISED\"");
    if (method.equals("GET") && answer.statusCode() < 300) {
      assertThat(json(answer).path("items")).as(operation).isEmpty();
    }
  }

  private String body(String path) {
    if (path.equals("/submissions")) {
      return """
          N° commande;Date commande;Code client;Nom client;Code article;Désignation;Quantité;Unité;Prix unitaire HT;Taux TVA
          STR-O1;31/03/2026;STR-X;SARL Autre;STR-P;Brie;3;KG;100,00;19
          """;
    }
    if (path.equals("/webhooks")) {
      return "{\"url\": \"https://10.0.0.1/\", \"events\": [\"document.revised\"]}";
    }
    if (path.startsWith("/webhooks")) {
      return "";
    }
    if (path.startsWith("/keys")) {
      return "{\"client\": \"str-owner\", \"scopes\": [\"admin\"]}";
    }
    String kind = List.of(path.split("/", -1)).get(1);
    String one = bodies.getOrDefault(kind, "").replace("@", "AUTRE");
    return path.endsWith("/batch") ? "{\"items\": [" + one + "]}" : one;
  }

  private HttpResponse<String> send(String key, String method, String path, String body)
      throws Exception {
    boolean file = path.equals("/submissions") && method.equals("POST");
    HttpRequest.Builder request =
        to("/api/v1" + path + (file ? "?document=orders" : ""), key)
            .header("Content-Type", file ? "text/csv" : "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString());
    return send(
        request.method(
            method,
            method.equals("POST") ? BodyPublishers.ofString(body) : BodyPublishers.noBody()));
  }

  /** What the owner has, as text. */
  private String rows() {
    StringBuilder rows = new StringBuilder();
    for (String table :
        List.of(
            "submission",
            "sales_order",
            "invoice",
            "payment",
            "production_batch",
            "stock_movement",
            "count_session",
            "lot",
            "party",
            "product")) {
      rows.append(
          db.sql(
                  "SELECT coalesce(string_agg(t::text, ' ' ORDER BY t::text), '') FROM "
                      + table
                      + " t WHERE tenant = 'str-owner'")
              .query(String.class)
              .single());
    }
    return rows.toString();
  }
}
