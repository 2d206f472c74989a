package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files by the API, what became of them, and taking them back. */
class ApiSubmissionsIT extends ApiScenario {
  private static final String SCOPES =
      "submissions:write,submissions:read,orders:write,orders:read";
  private static final String CSV =
      """
      N° commande;Date;Client;Article;Désignation;Quantité;Unité;P.U. HT;TVA %%
      %1$s-1;31/03/2026;%1$s Client;%1$s-P;Brie;2;kg;100;19
      %1$s-2;31/03/2026;%1$s Client;%1$s-P;Brie;%2$s;kg;100;19
      """;
  private static final String PART =
      """
      --frontier\r
      Content-Disposition: form-data; name="file"; filename="%s"\r
      Content-Type: text/csv\r
      \r
      %s\r
      """;

  private static String shared = "";

  private static synchronized String house() {
    shared = shared.isEmpty() ? key("submissions house", SCOPES) : shared;
    return shared;
  }

  private HttpRequest.Builder upload(String query, String key, String type, String idempotency) {
    return to("/api/v1/submissions" + query, key)
        .header("Content-Type", type)
        .header("Idempotency-Key", idempotency);
  }

  private HttpResponse<String> upload(String query, String type, String body) throws Exception {
    return send(
        upload(query, house(), type, UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(body)));
  }

  /** Its state when it is done. */
  private JsonNode done(HttpResponse<String> taken) throws Exception {
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
    String location = taken.headers().firstValue("Location").orElseThrow();
    await()
        .until(
            () -> get(location + "/acknowledgement.xlsx", house()).statusCode(),
            status -> status == 200);
    return json(get(location, house()));
  }

  @Test
  void aRawFileIsReadPostedAndAnswered() throws Exception {
    HttpResponse<String> taken =
        send(
            upload("?document=orders", house(), "text/csv", "raw-1")
                .header(
                    "Content-Disposition",
                    "attachment; filename*=UTF-8''commandes%20%C3%A9t%C3%A9.csv")
                .POST(BodyPublishers.ofString(CSV.formatted("SUA", "-3"))));
    JsonNode state = done(taken);
    assertThat(state.path("name").asText()).isEqualTo("commandes été.csv");
    assertThat(state.path("status").asText()).isEqualTo("PARTIAL");
    assertThat(state.path("created").asInt()).isEqualTo(1);
    assertThat(state.at("/findings/REJECT_DOC").asInt() + state.at("/findings/REJECT_ROW").asInt())
        .isPositive();

    String location = taken.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> english =
        send(to(location + "/findings", house()).header("Accept-Language", "en"));
    JsonNode finding = finding(json(english));
    assertThat(finding.path("row").asInt()).isEqualTo(3);
    assertThat(finding.path("column").asText()).isEqualTo("Quantité");
    assertThat(finding.path("value").asText()).isEqualTo("-3");
    JsonNode french = finding(json(get(location + "/findings", house())));
    assertThat(french.path("message")).isNotEqualTo(finding.path("message"));

    byte[] workbook =
        HttpClient.newHttpClient()
            .send(
                to(location + "/acknowledgement.xlsx", house()).build(),
                HttpResponse.BodyHandlers.ofByteArray())
            .body();
    assertThat(Acknowledgement.read(new ByteArrayInputStream(workbook)).status())
        .isEqualTo("PARTIAL");
  }

  private static JsonNode finding(JsonNode page) {
    for (JsonNode item : page.path("items")) {
      if (item.path("severity").asText().startsWith("REJECT")) {
        return item;
      }
    }
    throw new AssertionError(page.toString());
  }

  @Test
  void aFormIsTheSameFile() throws Exception {
    String form = PART.formatted("dépôt.csv", CSV.formatted("SUB", "1")) + "--frontier--\r\n";
    JsonNode state =
        done(upload("?document=orders", "multipart/form-data; boundary=frontier", form));
    assertThat(state.path("name").asText()).isEqualTo("dépôt.csv");
    assertThat(state.path("created").asInt()).isEqualTo(2);
    String balance = "Compte;Date;Solde\n3179;31/03/2026;5\n";
    JsonNode balances = done(upload("?document=ledger-balances", "text/csv", balance));
    assertThat(balances.path("created").asInt()).isEqualTo(1);
  }

  @Test
  void aFormThatIsNotWholeIsRefusedAndLeavesNothing() throws Exception {
    String part = PART.formatted("x.csv", CSV.formatted("SUC", "1"));
    for (String form :
        List.of(part, part + part + "--frontier--\r\n", "--frontier--\r\n", "nonsense", "")) {
      problem(upload("", "multipart/form-data; boundary=frontier", form), 400, "malformed-form");
    }
    problem(upload("", "multipart/form-data", part + "--frontier--\r\n"), 400, "malformed-form");
    try (Stream<Path> left = Files.list(HUB.home().resolve("archive/.incoming"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aKeyTakesOneFileOnce() throws Exception {
    List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      calls.add(
          () ->
              send(
                  upload("?document=orders", house(), "text/csv", "once")
                      .POST(BodyPublishers.ofString(CSV.formatted("SUD", "1")))));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<String> bodies = new ArrayList<>();
      for (Future<HttpResponse<String>> answer : threads.invokeAll(calls)) {
        if (answer.get().statusCode() == 409) {
          assertThat(answer.get().headers().firstValue("Retry-After")).isPresent();
          problem(answer.get(), 409, "in-flight");
        } else {
          bodies.add(answer.get().body());
        }
      }
      assertThat(bodies).isNotEmpty().containsOnly(bodies.get(0));
    } finally {
      threads.shutdown();
    }
    HttpRequest.Builder again = upload("?document=orders", house(), "text/csv", "once");
    HttpResponse<String> replayed =
        send(again.POST(BodyPublishers.ofString(CSV.formatted("SUD", "1"))));
    assertThat(replayed.statusCode()).isEqualTo(202);
    assertThat(replayed.headers().firstValue("Idempotent-Replayed")).contains("true");
    problem(
        send(again.POST(BodyPublishers.ofString(CSV.formatted("SUD", "2")))),
        422,
        "reused-idempotency-key");
    JsonNode duplicate = done(upload("?document=orders", "text/csv", CSV.formatted("SUD", "1")));
    assertThat(duplicate.path("status").asText()).isEqualTo("DUPLICATE");
    assertThat(duplicate.path("duplicateOf")).isEqualTo(json(replayed).path("id"));
  }

  @Test
  void whatIsWrongWithTheCallIsSaid() throws Exception {
    problem(
        send(
            to("/api/v1/submissions", house())
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("a"))),
        400,
        "missing-idempotency-key");
    JsonNode refused = problem(upload("?feed=nobody.orders", "text/csv", "a"), 422, "invalid");
    assertThat(refused.at("/errors/0/parameter").asText()).isEqualTo("feed");
    assertThat(refused.at("/errors/0/message").asText()).contains("suppliers.invoices");
    problem(upload("?document=undo", "text/csv", "a"), 422, "invalid");
    problem(upload("", "text/html", "a"), 415, "unsupported-media-type");
    String partner = key("submissions partner", SCOPES, "--tenant", "lieferant");
    for (String query : List.of("", "?document=products", "?document=ledger-balances")) {
      JsonNode told =
          problem(
              send(
                  upload(query, partner, "text/csv", UUID.randomUUID().toString())
                      .POST(BodyPublishers.ofString("a"))),
              422,
              "invalid");
      assertThat(told.at("/errors/0/message").asText())
          .doesNotContain("products", "ledger-balances");
    }
  }

  @Test
  void aPreviewPostsNothing() throws Exception {
    JsonNode state =
        done(upload("?document=orders&dryRun=true", "text/csv", CSV.formatted("SUE", "1")));
    assertThat(state.path("dryRun").asBoolean()).isTrue();
    assertThat(state.path("created").asInt()).isEqualTo(2);
    problem(get("/api/v1/orders/SUE-1", house()), 404, "not-found");
  }

  @Test
  void aSubmissionIsTakenBackOnce() throws Exception {
    JsonNode state = done(upload("?document=orders", "text/csv", CSV.formatted("SUF", "1")));
    String address = "/api/v1/submissions/" + state.path("id").asText();

    JsonNode preview = json(send(to(address + "?dryRun=true", house()).DELETE()));
    assertThat(preview.path("takenBack").asInt()).isPositive();
    assertThat(preview.has("submissionId")).isFalse();
    assertThat(get("/api/v1/orders/SUF-1", house()).statusCode()).isEqualTo(200);

    HttpResponse<String> undone = send(to(address, house()).DELETE());
    assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
    assertThat(json(undone).path("takenBack")).isEqualTo(preview.path("takenBack"));
    problem(get("/api/v1/orders/SUF-1", house()), 404, "not-found");
    assertThat(json(get(address, house())).path("status").asText()).isEqualTo("UNDONE");

    HttpResponse<String> again = send(to(address, house()).DELETE());
    assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
    assertThat(json(again)).isEqualTo(json(undone));
    String undo = "/api/v1/submissions/" + json(undone).path("submissionId").asText();
    assertThat(json(get(undo, house())).path("undoes")).isEqualTo(state.path("id"));
    await().until(() -> get(undo + "/acknowledgement.xlsx", house()).statusCode() == 200);
    JsonNode refused = problem(send(to(undo, house()).DELETE()), 409, "not-undone");
    assertThat(refused.at("/errors/0/rule").asText()).isEqualTo("UND-005");
  }

  /** A document that was posted directly: its workbook is made when somebody asks for it. */
  @Test
  void aDirectSubmissionHasFindingsAndAWorkbook() throws Exception {
    HttpResponse<String> posted =
        send(
            to("/api/v1/orders", house())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "direct-1")
                .POST(
                    BodyPublishers.ofString(
                        """
                        {"number": "SUG-1", "date": "2026-03-31", "customer": {"code": "SUG-C", "name": "SARL G"},
                         "lines": [{"product": "SUG-P", "description": "Brie", "quantity": "-1", "unit": "KG",
                                    "unitPriceHt": "100", "vatRate": "19"}]}""")));
    assertThat(posted.statusCode()).isEqualTo(422);
    String link = posted.headers().firstValue("Link").orElseThrow();
    String address = link.substring(1, link.indexOf('>'));
    JsonNode finding = finding(json(get(address + "/findings", house())));
    assertThat(finding.path("pointer").asText()).isEqualTo("/lines/0/quantity");
    assertThat(finding.has("row")).isFalse();
    byte[] workbook =
        HttpClient.newHttpClient()
            .send(
                to(address + "/acknowledgement.xlsx", house()).build(),
                HttpResponse.BodyHandlers.ofByteArray())
            .body();
    assertThat(Acknowledgement.read(new ByteArrayInputStream(workbook)).status())
        .isEqualTo("REJECTED");
    assertThat(new String(workbook, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
  }

  @Test
  void submissionsAreListedTheLatestFirst() throws Exception {
    String first =
        done(upload("?document=orders", "text/csv", CSV.formatted("SUH", "1"))).path("id").asText();
    String second =
        done(upload("?document=orders", "text/csv", CSV.formatted("SUI", "1"))).path("id").asText();
    JsonNode page = json(get("/api/v1/submissions?limit=500", house()));
    List<String> ids = page.path("items").findValuesAsText("id");
    assertThat(ids).containsSubsequence(second, first).doesNotHaveDuplicates();
    JsonNode one = json(get("/api/v1/submissions?limit=1&status=POSTED", house()));
    assertThat(one.path("hasMore").asBoolean()).isTrue();
    String cursor = one.path("nextCursor").asText();
    JsonNode next =
        json(get("/api/v1/submissions?limit=1&status=POSTED&cursor=" + cursor, house()));
    assertThat(next.at("/items/0/id")).isNotEqualTo(one.at("/items/0/id"));
    assertThat(
            json(get("/api/v1/submissions?receivedSince=2999-01-01T00:00:00Z", house()))
                .path("items"))
        .isEmpty();
  }
}
