package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The way of a lot, and who has to be told. */
class ApiLotsIT extends ApiScenario {
  private static final String SCOPES =
      "lots:read,production-batches:write,stock-movements:write,invoices:write";

  private void create(String path, String key, String body) throws Exception {
    HttpResponse<String> answer =
        send(
            to("/api/v1/" + path, key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private void batch(String key, String number, String in, String out) throws Exception {
    create(
        "production-batches",
        key,
        """
        {"number": "%s", "madeOn": "2026-03-31", "status": "COMPLETED",
         "outputs": [{"product": "%s", "productName": "Article %2$s", "lot": "%2$s", "quantity": "10", "unit": "KG"}],
         "inputs": [{"product": "%s", "productName": "Article %3$s", "lot": "%3$s", "quantity": "10", "unit": "KG"}]}"""
            .formatted(number, out, in));
  }

  private void move(String key, String origin, String quantity, String reference) throws Exception {
    create(
        "stock-movements",
        key,
        """
        {"effectiveAt": "2026-03-31T18:00:00+01:00", "origin": "%s", "product": "TRC-C", "quantity": "%s",
         "unit": "KG", "lot": "TRC-C", "warehouse": "LOTW", "reference": "%s", "unitCost": "80"}"""
            .formatted(origin, quantity, reference));
  }

  @Test
  void aLotIsTracedAndCalledBack() throws Exception {
    String key = key("lots house", SCOPES);
    batch(key, "TRC-B1", "TRC-A", "TRC-B");
    batch(key, "TRC-B2", "TRC-B", "TRC-C");
    batch(key, "TRC-B3", "TRC-C", "TRC-A"); // rework makes a loop
    move(key, "RECEPTION", "10", "TRC-BR");
    move(key, "VENTE", "4", "TRC-BL");
    create(
        "invoices",
        key,
        """
        {"number": "TRC-F1", "date": "2026-03-31", "party": {"code": "TRC-K", "name": "SARL Livrée"},
         "lines": [{"product": "TRC-C", "description": "Brie", "quantity": "4", "unit": "KG",
                    "unitPriceHt": "100", "vatRate": "19", "lot": "trc c"}]}""");

    JsonNode back = json(get("/api/v1/lots/TRC-C/trace?direction=back", key)).at("/items/0");
    assertThat(back.at("/lot/code").asText()).isEqualTo("TRC-C");
    assertThat(codes(back.path("steps"))).containsExactly("TRC-B", "TRC-A");
    assertThat(back.at("/steps/0/batch").asText()).isEqualTo("TRC-B2");
    JsonNode forward =
        json(get("/api/v1/lots/trc%20a/trace?direction=forward", key)).at("/items/0");
    assertThat(codes(forward.path("steps"))).containsExactly("TRC-B", "TRC-C");

    JsonNode recall = json(get("/api/v1/lots/TRC-A/recall", key)).at("/items/0");
    assertThat(codes(recall.path("affected"))).containsExactly("TRC-A", "TRC-B", "TRC-C");
    assertThat(recall.path("stock").toString()).contains("\"LOTW\"").contains("\"6\"");
    assertThat(recall.path("received").findValuesAsText("reference")).contains("TRC-BL");
    JsonNode invoiced = recall.at("/invoiced/0");
    assertThat(invoiced.path("invoice").asText()).isEqualTo("TRC-F1");
    assertThat(invoiced.at("/customer/code").asText()).isEqualTo("TRC-K");
    assertThat(invoiced.path("quantity").asText()).isEqualTo("4");
    assertThat(recall.path("complete").asBoolean()).isTrue();
  }

  private static List<String> codes(JsonNode steps) {
    return steps.findValues("lot").stream().map(lot -> lot.path("code").asText()).toList();
  }

  @Test
  void whatIsNotThereOrNotOnesOwnIsNotFound() throws Exception {
    String mine = key("lots mine", SCOPES, "--tenant", "lotsmine");
    String other = key("lots other", SCOPES, "--tenant", "lotsother");
    batch(mine, "LOU-B1", "LOU-A", "LOU-B");
    assertThat(get("/api/v1/lots/LOU-A/recall", mine).statusCode()).isEqualTo(200);
    problem(get("/api/v1/lots/LOU-A/recall", other), 404, "not-found");
    problem(get("/api/v1/lots/LOU-A/trace", other), 404, "not-found");
    problem(get("/api/v1/lots/LOU-A/trace?product=LOU-B", mine), 404, "not-found");
    problem(get("/api/v1/lots/LOU-A/trace?direction=up", mine), 400, "invalid-parameter");
  }
}
