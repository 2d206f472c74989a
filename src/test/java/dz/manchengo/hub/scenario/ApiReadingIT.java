package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Partners' programs read back what was posted. */
class ApiReadingIT extends ApiScenario {
  private static final String SCOPES =
      "orders:write,orders:read,invoices:write,invoices:read,payments:write,payments:read,"
          + "production-batches:write,production-batches:read,stock-counts:write,stock-counts:read,"
          + "stock-movements:write,stock-movements:read,submissions:write,submissions:read";
  private static final String ORDER =
      """
      {"number": "%s", "date": "2026-03-31", "requestedDate": "2026-04-02",
       "customer": {"code": "%s-C", "name": "SARL Lue"}, "customerReference": "PO 1",
       "lines": [{"product": "%s-P", "description": "Brie lu", "quantity": "%s", "unit": "KG",
                  "unitPriceHt": "100.5", "vatRate": "19"}]}
      """;

  @Autowired
  @SuppressWarnings("NullAway.Init")
  PlatformTransactionManager transactions;

  private static String shared = "";

  private static synchronized String house() {
    shared = shared.isEmpty() ? key("reading house", SCOPES) : shared;
    return shared;
  }

  private HttpResponse<String> create(String path, String key, String body) throws Exception {
    HttpResponse<String> answer =
        send(
            to(path, key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    return answer;
  }

  private HttpResponse<String> order(String key, String mark, String number, String quantity)
      throws Exception {
    return create("/api/v1/orders", key, ORDER.formatted(number, mark, mark, quantity));
  }

  @Test
  void anOrderIsReadBackAsItWasPosted() throws Exception {
    HttpResponse<String> posted = order(house(), "RDA", "BC/Été 2026-001", "2.50");
    String location = posted.headers().firstValue("Location").orElseThrow();

    JsonNode read = json(get(location, house()));
    JsonNode sent = JSON.readTree(ORDER.formatted("BC/Été 2026-001", "RDA", "RDA", "2.5"));
    sent.properties()
        .forEach(
            field -> {
              if (!field.getKey().equals("lines")) {
                assertThat(read.path(field.getKey()))
                    .as(field.getKey())
                    .isEqualTo(field.getValue());
              }
            });
    sent.at("/lines/0")
        .properties()
        .forEach(
            field ->
                assertThat(read.at("/lines/0").path(field.getKey()))
                    .as(field.getKey())
                    .isEqualTo(field.getValue()));
    assertThat(read.path("id").asText()).isEqualTo(json(posted).path("id").asText());
    assertThat(read.at("/totals/ttc").asText()).isEqualTo("298.99");
    assertThat(
            json(get("/api/v1/orders/bc%20%C3%A9t%C3%A9%202026%2f001", house()))
                .path("number")
                .asText())
        .isEqualTo("BC/Été 2026-001");
    problem(get("/api/v1/orders/no-such", house()), 404, "not-found");
  }

  @Test
  void revisionsAndWithdrawals() throws Exception {
    order(house(), "RDB", "RDB-1", "1");
    HttpResponse<String> second = order(house(), "RDB", "RDB-1", "2");
    assertThat(json(get("/api/v1/orders/RDB-1", house())).path("revision").asInt()).isEqualTo(2);
    assertThat(json(get("/api/v1/orders/RDB-1?revision=1", house())).at("/lines/0/quantity"))
        .hasToString("\"1\"");
    problem(get("/api/v1/orders/RDB-1?revision=3", house()), 404, "not-found");

    String submission = json(second).path("submissionId").asText();
    JsonNode listed = json(get("/api/v1/orders?limit=500", house()));
    String cursor = listed.path("nextCursor").asText();
    send(to("/api/v1/submissions/" + submission, house()).DELETE());
    assertThat(json(get("/api/v1/orders/RDB-1", house())).path("revision").asInt()).isEqualTo(1);
    // what is in force again is a change
    assertThat(
            json(get("/api/v1/orders?cursor=" + cursor, house()))
                .at("/items")
                .findValuesAsText("number"))
        .contains("RDB-1");
  }

  /** Whoever follows the cursors sees each once, what was committed late too. */
  @Test
  void nothingIsPassedOverAndNothingComesTwice() throws Exception {
    String key = key("reading pages", SCOPES, "--tenant", "pages");
    order(key, "RDC", "RDC-1", "1");
    order(key, "RDC", "RDC-2", "1");
    List<String> read = new ArrayList<>();
    String cursor =
        new TransactionTemplate(transactions)
            .execute(
                status -> {
                  // somebody posts for a long time
                  db.sql("SELECT pg_advisory_xact_lock_shared(112111115116)")
                      .query((row, number) -> number)
                      .list();
                  try {
                    order(key, "RDC", "RDC-3", "1");
                    return follow(key, "/api/v1/orders?limit=1", read);
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                });
    assertThat(read).containsExactly("RDC-1", "RDC-2");
    order(key, "RDC", "RDC-4", "1");
    follow(key, "/api/v1/orders?limit=1&cursor=" + cursor, read);
    assertThat(read).containsExactly("RDC-1", "RDC-2", "RDC-3", "RDC-4");
    String since = json(get("/api/v1/orders/RDC-3", key)).path("updatedAt").asText();
    List<String> later = new ArrayList<>();
    follow(key, "/api/v1/orders?updatedSince=" + since, later);
    assertThat(later).containsExactly("RDC-3", "RDC-4");
  }

  private String follow(String key, String path, List<String> read) throws Exception {
    JsonNode page = json(get(path, key));
    page.path("items").forEach(item -> read.add(item.path("number").asText()));
    String cursor = page.path("nextCursor").asText();
    return page.path("hasMore").asBoolean()
        ? follow(key, "/api/v1/orders?limit=1&cursor=" + cursor, read)
        : cursor;
  }

  @Test
  void aBrokenCursorAndBadValuesAreRefused() throws Exception {
    String cursor = json(get("/api/v1/orders?limit=1", house())).path("nextCursor").asText();
    for (String query :
        List.of(
            "orders?cursor=x",
            "orders?cursor=",
            "orders?cursor=" + cursor + "A",
            "invoices?cursor=" + cursor,
            "orders?limit=0",
            "orders?limit=501",
            "orders?limit=ten",
            "orders?updatedSince=yesterday",
            "orders?updatedSince=%2B999999999-01-01T00:00:00Z",
            "orders/x?revision=0",
            "submissions?status=GONE")) {
      problem(get("/api/v1/" + query, house()), 400, "invalid-parameter");
    }
    problem(get("/api/v1/payments/x", house()), 404, "not-found");
    problem(get("/api/v1/submissions/99999999999999999999", house()), 404, "not-found");
  }

  @Test
  void aPartnerSeesItsOwnOnly() throws Exception {
    String mine = key("reading mine", SCOPES, "--tenant", "mine");
    String other = key("reading other", SCOPES, "--tenant", "other");
    String submission = json(order(mine, "RDD", "RDD-1", "1")).path("submissionId").asText();

    assertThat(get("/api/v1/orders/RDD-1", mine).statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/orders/RDD-1", house()).statusCode()).isEqualTo(200);
    problem(get("/api/v1/orders/RDD-1", other), 404, "not-found");
    for (String rest : List.of("", "/findings", "/acknowledgement.xlsx")) {
      problem(get("/api/v1/submissions/" + submission + rest, other), 404, "not-found");
    }
    problem(send(to("/api/v1/submissions/" + submission, other).DELETE()), 404, "not-found");
    for (String list :
        List.of("orders", "submissions", "invoices", "payments", "stock-movements")) {
      assertThat(json(get("/api/v1/" + list, other)).path("items")).as(list).isEmpty();
    }
  }

  @Test
  void theOtherKindsAreReadBackToo() throws Exception {
    String sale =
        """
        {"number": "RDE/1", "date": "2026-03-31", "party": {"code": "RDE-C", "name": "SARL Facturée"},
         "paymentMethod": "VIREMENT", "totalHt": "200", "totalVat": "38", "totalTtc": "238",
         "lines": [{"product": "RDE-P", "description": "Brie", "quantity": "2", "unit": "KG",
                    "unitPriceHt": "100", "vatRate": "19", "lot": "RDE-L"}]}
        """;
    String location =
        create("/api/v1/invoices", house(), sale).headers().firstValue("Location").orElseThrow();
    JsonNode invoice = json(get(location, house()));
    assertThat(invoice.at("/lines/0/lot").asText()).isEqualTo("RDE-L");
    assertThat(invoice.path("totalTtc").asText()).isEqualTo("238");
    assertThat(invoice.path("direction").asText()).isEqualTo("SALE");

    HttpResponse<String> paid =
        create(
            "/api/v1/payments",
            house(),
            """
            {"invoiceNumber": "RDE/1", "date": "2026-04-01", "amount": "238", "method": "VIREMENT"}""");
    JsonNode payment = json(get(paid.headers().firstValue("Location").orElseThrow(), house()));
    assertThat(payment.path("invoiceNumber").asText()).isEqualTo("RDE/1");
    assertThat(payment.path("amount").asText()).isEqualTo("238");
    assertThat(json(get(location, house())).path("status").asText()).isEqualTo("PAID");

    HttpResponse<String> moved =
        create(
            "/api/v1/stock-movements",
            house(),
            """
            {"effectiveAt": "2026-03-31T08:30:00+01:00", "origin": "RECEPTION", "product": "RDE-P",
             "quantity": "5", "unit": "KG", "lot": "RDE-L", "warehouse": "RDE-W", "reference": "RDE-BR",
             "unitCost": "80"}""");
    JsonNode movement = json(get(moved.headers().firstValue("Location").orElseThrow(), house()));
    assertThat(movement.path("effectiveAt").asText()).isEqualTo("2026-03-31T07:30:00.000000Z");
    assertThat(movement.path("quantity").asText()).isEqualTo("5");

    HttpResponse<String> counted =
        create(
            "/api/v1/stock-counts",
            house(),
            """
            {"session": "RDE-INV", "countedAt": "2026-04-01T18:00:00+01:00", "warehouse": "RDE-W",
             "countedBy": "Amina", "lines": [{"product": "RDE-P", "lot": "RDE-L", "quantity": "4"}]}""");
    JsonNode count = json(get(counted.headers().firstValue("Location").orElseThrow(), house()));
    assertThat(count.at("/lines/0/quantity").asText()).isEqualTo("4");
    assertThat(count.at("/lines/0/countedBy").asText()).isEqualTo("Amina");

    HttpResponse<String> made =
        create(
            "/api/v1/production-batches",
            house(),
            """
            {"number": "RDE-B", "madeOn": "2026-03-31", "startedAt": "2026-03-31T08:00:00+01:00",
             "status": "COMPLETED", "measures": {"phFinal": "5.2"},
             "outputs": [{"product": "RDE-P", "lot": "RDE-O", "quantity": "3", "unit": "KG"}],
             "inputs": [{"product": "RDE-P", "lot": "RDE-L", "quantity": "4", "unit": "KG"}]}""");
    JsonNode batch = json(get(made.headers().firstValue("Location").orElseThrow(), house()));
    assertThat(batch.path("startedAt").asText()).isEqualTo("2026-03-31T07:00:00.000000Z");
    assertThat(batch.at("/measures/phFinal").asText()).isEqualTo("5.2");
    assertThat(batch.at("/inputs/0/lot").asText()).isEqualTo("RDE-L");
    for (String list :
        List.of("invoices", "payments", "stock-movements", "stock-counts", "production-batches")) {
      JsonNode page = json(get("/api/v1/" + list + "?limit=500", house()));
      List<String> ids = page.path("items").findValuesAsText("id");
      assertThat(new HashSet<>(ids)).as(list).hasSameSizeAs(ids).isNotEmpty();
    }
  }
}
