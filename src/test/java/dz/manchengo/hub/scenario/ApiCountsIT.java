package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A count from its opening to the ledger, by calls of the house's own systems. */
class ApiCountsIT extends ApiScenario {
  private static final String MOVEMENTS =
      "Date;Origine;Code;Lot;Dépôt;Dépôt destination;Quantité;Coût unitaire;Référence\n";
  private static final String COUNTS =
      "N° inventaire;Date inventaire;Dépôt;Code article;Quantité comptée;Compteur\n";
  private static final String AT = "/api/v1/count-sessions";

  private Acknowledgement drop(String folder, String name, String text) {
    HUB.drop(folder, name, text.getBytes(UTF_8));
    return HUB.awaitAcknowledgement(folder, name);
  }

  private static String opening(String session, String warehouse, String freeze) {
    return """
        {"session": "%s", "warehouse": "%s", "cutoffAt": "2026-03-31T18:00:00+01:00", "freeze": "%s",
         "emptyMeans": "ZERO", "by": "Samia"}"""
        .formatted(session, warehouse, freeze);
  }

  private String quantity(String product) {
    return db.sql(
            "SELECT trim_scale(sum(qty_base))::text FROM stock_movement JOIN product USING (product_id)"
                + " WHERE product_code = :product")
        .param("product", product)
        .query(String.class)
        .single();
  }

  private void reconcile(String key) throws Exception {
    HttpResponse<String> begun =
        post(
            "/api/v1/jobs/reconcile-stock/runs",
            key,
            "{\"businessDate\": \"2026-03-31\", \"again\": true}");
    String run = begun.headers().firstValue("Location").orElseThrow();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> json(get(run, key)).path("status").asText().equals("COMPLETED"));
  }

  @Test
  void aFrozenWarehouseIsCountedApprovedAndPosted() throws Exception {
    String key = key("count house", "count-sessions:read,count-sessions:write,jobs:run,jobs:read");
    drop(
        "stock-movements",
        "gra-m.csv",
        MOVEMENTS
            + """
            01/03/2026;OPENING;GRA-1;;GELREST;;100;10;OUV-GRA-1
            01/03/2026;OPENING;GRA-2;;GELREST;;5;1;OUV-GRA-2
            01/03/2026;OPENING;GRA-1;;GELLIBRE;;50;10;OUV-GRA-3
            """);

    HttpResponse<String> opened = post(AT, key, opening("GRA/1", "gelrest", "HARD"));
    assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
    assertThat(opened.headers().firstValue("Location")).contains(AT + "/GRA%2F1");
    assertThat(json(opened).path("status").asText()).isEqualTo("OPEN");
    assertThat(post(AT, key, opening("gra 1", "GELREST", "HARD")).statusCode()).isEqualTo(200);
    JsonNode other =
        problem(post(AT, key, opening("GRA/1", "GELREST", "SOFT")), 409, "count-refused");
    assertThat(other.at("/errors/0/message").asText()).contains("GRA/1", "GELREST", "OPEN");
    assertThat(json(get(AT, key)).path("items").findValuesAsText("session")).contains("GRA/1");

    String frozen =
        """
        01/04/2026;VENTE;GRA-1;;GELREST;;20;;BL-GRA-1
        01/04/2026;TRANSFER;GRA-1;;GELLIBRE;GELREST;5;;TR-GRA-1
        """;
    String free =
        """
        15/03/2026;PERTE;GRA-1;;GELREST;;10;;PV-GRA-1
        01/04/2026;VENTE;GRA-1;;GELLIBRE;;20;;BL-GRA-2
        """;
    Acknowledgement refused = drop("stock-movements", "gra-m2.csv", MOVEMENTS + free + frozen);
    assertThat(rulesOf("gra-m2.csv")).filteredOn("MVT-014"::equals).hasSize(2);
    assertThat(refused.status()).isEqualTo("PARTIAL");
    assertThat(quantity("GRA-1")).isEqualTo("120");

    Acknowledgement counted =
        drop(
            "stock-counts",
            "gra-c.csv",
            COUNTS
                + "GRA 1;31/03/2026;GELREST;GRA-1;80;Ali\nGRA 1;31/03/2026;GELREST;GRA-2;;Ali\n");
    assertThat(counted.status()).isEqualTo("POSTED");
    String session = AT + "/GRA%2F1";
    problem(post(session + "/approvals", key, "{\"by\": \"Aya\"}"), 409, "count-refused");
    assertThat(json(get(session, key)).path("status").asText()).isEqualTo("COUNTING");
    reconcile(key);
    assertThat(json(get(session, key)).path("status").asText())
        .as("one person counted, and much is missing")
        .isEqualTo("RECOUNT");
    JsonNode differences = json(get(session + "/differences?limit=1", key));
    assertThat(differences.path("items")).hasSize(1);
    assertThat(differences.at("/items/0/product").asText()).isEqualTo("GRA-1");
    assertThat(differences.at("/items/0/quantity").asText()).isEqualTo("-10");
    assertThat(differences.path("hasMore").asBoolean()).isTrue();
    String rest = "/differences?cursor=" + differences.path("nextCursor").asText();
    assertThat(json(get(session + rest, key)).at("/items/0/quantity").asText()).isEqualTo("-5");

    JsonNode counter =
        problem(
            post(session + "/approvals", key, "{\"by\": \"ali\", \"reason\": \"OTHER\"}"),
            409,
            "count-refused");
    assertThat(counter.path("errors").findValuesAsText("message"))
        .anyMatch(message -> message.contains("ali a compté ou déjà validé"));
    problem(
        post(session + "/approvals", key, "{\"by\": \"Aya\", \"reason\": \"PERDU\"}"),
        422,
        "invalid");
    HttpResponse<String> first =
        post(session + "/approvals", key, "{\"by\": \"Aya\", \"reason\": \"COUNT_ERROR\"}");
    assertThat(json(first).path("done").asInt()).as(first.body()).isEqualTo(2);
    problem(post(session + "/posting", key, "{\"by\": \"Aya\"}"), 409, "count-refused");
    assertThat(json(post(session + "/approvals", key, "{\"by\": \"Zoé\"}")).at("/session/pending"))
        .hasToString("0");
    HttpResponse<String> posted = post(session + "/posting", key, "{\"by\": \"Zoé\"}");
    assertThat(json(posted).path("done").asInt()).as(posted.body()).isEqualTo(2);
    assertThat(json(posted).at("/session/status").asText()).isEqualTo("POSTED");
    assertThat(quantity("GRA-1")).isEqualTo("110");
    assertThat(quantity("GRA-2")).isEqualTo("0");
    problem(post(session + "/posting", key, "{\"by\": \"Zoé\"}"), 409, "count-refused");

    assertThat(drop("stock-movements", "gra-m3.csv", MOVEMENTS + frozen).status())
        .isEqualTo("POSTED");
    assertThat(quantity("GRA-1")).isEqualTo("90");
  }

  @Test
  void whatIsRejectedStaysAsTheBookHasIt() throws Exception {
    String key =
        key("count rejecter", "count-sessions:read,count-sessions:write,jobs:run,jobs:read");
    drop(
        "stock-movements",
        "grr-m.csv",
        MOVEMENTS + "01/03/2026;OPENING;GRR-1;;GELREFUS;;100;10;OUV-GRR-1\n");
    drop("stock-counts", "grr-c.csv", COUNTS + "GRR 1;31/03/2026;GELREFUS;GRR-1;80;Ali\n");
    String session = AT + "/GRR%2F1";
    reconcile(key);
    problem(post(session + "/rejections", key, "{\"by\": \"Aya\"}"), 422, "invalid");
    problem(
        post(session + "/rejections", key, "{\"by\": \"Ali\", \"product\": \"GRR-1\"}"),
        409,
        "count-refused");
    HttpResponse<String> done =
        post(
            session + "/rejections",
            key,
            "{\"by\": \"Aya\", \"product\": \"GRR-1\", \"reason\": \"COUNT_ERROR\"}");
    assertThat(json(done).path("done").asInt()).as(done.body()).isEqualTo(1);
    post(session + "/posting", key, "{\"by\": \"Zoé\"}");
    assertThat(quantity("GRR-1")).isEqualTo("100");
  }

  @Test
  void whatIsGivenUpPostsNothingAndTakesNoCount() throws Exception {
    String key = key("count closer", "count-sessions:read,count-sessions:write");
    drop(
        "stock-movements",
        "grb-m.csv",
        MOVEMENTS + "01/03/2026;OPENING;GRB-1;;GELABANDON;;100;10;OUV-GRB-1\n");
    post(AT, key, opening("GRB-1", "GELABANDON", "HARD"));
    drop("stock-counts", "grb-c.csv", COUNTS + "GRB-1;31/03/2026;GELABANDON;GRB-1;80;Ali\n");
    String session = AT + "/GRB-1";
    HttpResponse<String> closed =
        post(session + "/closing", key, "{\"by\": \"Samia\", \"because\": \"Panne de balance\"}");
    assertThat(closed.statusCode()).as(closed.body()).isEqualTo(200);
    JsonNode now = json(get(session, key));
    assertThat(now.path("status").asText()).isEqualTo("CANCELLED");
    assertThat(now.path("closedBy").asText()).isEqualTo("Samia");
    problem(post(session + "/closing", key, "{\"by\": \"Samia\"}"), 409, "count-refused");
    problem(post(session + "/approvals", key, "{\"by\": \"Aya\"}"), 409, "count-refused");
    drop("stock-counts", "grb-c2.csv", COUNTS + "GRB-1;31/03/2026;GELABANDON;GRB-1;81;Ali\n");
    assertThat(rulesOf("grb-c2.csv")).contains("CNT-006");
    String sold = MOVEMENTS + "01/04/2026;VENTE;GRB-1;;GELABANDON;;20;;BL-GRB-1\n";
    assertThat(drop("stock-movements", "grb-m2.csv", sold).status()).isEqualTo("POSTED");
    assertThat(quantity("GRB-1")).isEqualTo("80");
  }

  /** Neither by an adjustment of its own, nor by taking back one that people approved. */
  @Test
  void noProgramAdjustsStockPastACount() throws Exception {
    String key =
        key("count passer", "stock-movements:write,count-sessions:write,jobs:run,jobs:read");
    drop(
        "stock-movements",
        "gra-p.csv",
        MOVEMENTS + "01/03/2026;OPENING;GRP-1;;GELPASSE;;1000;1;OUV-GRP-1\n");
    drop("stock-counts", "gra-pc.csv", COUNTS + "GRP-1;31/03/2026;GELPASSE;GRP-1;999;Ali\n");
    reconcile(key);
    post(AT + "/GRP-1/posting", key, "{\"by\": \"Zoé\"}");
    assertThat(quantity("GRP-1")).isEqualTo("999");
    String movement =
        """
        {"effectiveAt": "2026-04-01T08:00:00+01:00", "origin": "%s", "direction": "IN", "product": "GRP-1",
         "quantity": "1", "warehouse": "GELPASSE", "reference": "%s", "reversesReference": "GRP-1"}""";
    for (String origin : List.of("INVENTAIRE", "REVERSAL")) {
      HttpResponse<String> answer =
          send(
              to("/api/v1/stock-movements", key)
                  .header("Content-Type", "application/json")
                  .header("Idempotency-Key", "grp-" + origin)
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          movement.formatted(origin, "AJ-" + origin))));
      JsonNode refused = problem(answer, 422, "refused");
      assertThat(refused.path("errors").findValuesAsText("rule"))
          .contains(origin.equals("REVERSAL") ? "MVT-019" : "MVT-020");
    }
    assertThat(quantity("GRP-1")).isEqualTo("999");
  }

  @Test
  void whatMakesNoSenseIsSaid() throws Exception {
    String key = key("count odd", "count-sessions:read,count-sessions:write");
    problem(get(AT + "/JAMAIS-VU", key), 404, "not-found");
    problem(post(AT + "/JAMAIS-VU/closing", key, "{\"by\": \"Samia\"}"), 404, "not-found");
    JsonNode nowhere =
        problem(post(AT, key, opening("GRC-1", "NULLE PART", "NONE")), 422, "invalid");
    assertThat(nowhere.at("/errors/0/message").asText()).contains("Le dépôt « NULLE PART »");
    problem(post(AT, key, opening("---", "PRINCIPAL", "NONE")), 422, "invalid");
    problem(post(AT, key, "{\"warehouse\": \"PRINCIPAL\"}"), 422, "invalid");
    problem(post(AT, key, opening("GRC-2", "PRINCIPAL", "GLACE")), 400, "malformed-body");
    problem(post(AT, key, "{\"warehouse\": \"PRINCIPAL\", \"by\": \"\\u0000\"}"), 422, "invalid");
    String reader = key("count reader", "count-sessions:read");
    problem(post(AT, reader, opening("GRC-3", "PRINCIPAL", "NONE")), 403, "missing-scope");
  }
}
