package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.intake.Delivery;
import dz.manchengo.hub.intake.Inbox;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A number that another partner has, by whichever door it comes (decision 0031). */
class TenancyNumbersIT extends TenancyScenario {
  @Autowired
  @SuppressWarnings("NullAway.Init")
  Inbox inbox;

  @Test
  void aNumberThatAnotherPartnerHasIsTaken() throws Exception {
    HttpResponse<String> answer = post("orders", beta, order("TEN-1", "7"));
    problem(answer, 409, "taken");
    assertThat(answer.body()).doesNotContain("ten-alpha", "TEN-C", "Locataire");
    HttpResponse<String> invoice =
        post(
            "invoices",
            beta,
            """
            {"number": "TEN-F1", "date": "2026-03-30", "party": {"code": "TEN-C", "name": "SARL Locataire"},
             "paymentMethod": "VIREMENT",
             "lines": [{"product": "TEN-P", "quantity": "1", "unit": "KG", "unitPriceHt": "10", "vatRate": "19"}]}
            """);
    problem(invoice, 409, "taken");
    HttpResponse<String> count =
        post(
            "stock-counts",
            beta,
            """
            {"session": "TEN-INV-1", "countedAt": "2026-03-31T18:00:00+01:00", "warehouse": "PRINCIPAL",
             "countedBy": "Nabil", "lines": [{"product": "TEN-P", "lot": "TEN-L1", "quantity": "1", "unit": "KG"}]}
            """);
    problem(count, 409, "taken");
    assertThat(number("SELECT count(*) FROM submission WHERE tenant = 'ten-beta'")).isZero();
    assertThat(number("SELECT count(*) FROM sales_order WHERE order_no = 'TEN-1'")).isEqualTo(1);
    HttpResponse<String> batch =
        post(
            "orders/batch?mode=each",
            beta,
            "{\"items\": [%s, %s]}".formatted(order("TEN-1", "7"), order("TEN-B2", "1")));
    assertThat(batch.statusCode()).as(batch.body()).isEqualTo(207);
    assertThat(json(batch).path("items").findValuesAsText("status")).containsExactly("422", "201");
    assertThat(json(batch).toString()).contains("API-006");
  }

  @Test
  void aFileOfAPartnerStandsButForNumbersThatAreTaken() throws Exception {
    String file =
        """
        N° commande;Date commande;Code client;Nom client;Code article;Désignation;Quantité;Unité;Prix unitaire HT;Taux TVA
        TEN-1;31/03/2026;TEN-C;SARL Locataire;TEN-P;Camembert;3;KG;100,00;19
        TEN-U2;31/03/2026;TEN-C;SARL Locataire;TEN-P;Camembert;3;KG;100,00;19
        """;
    receive("ten-gamma", "ten-gamma.csv", file);
    await()
        .untilAsserted(
            () -> assertThat(submission("ten-gamma.csv").get("status")).isEqualTo("PARTIAL"));
    assertThat(rulesOf("ten-gamma.csv")).contains("API-006");
    assertThat(
            db.sql("SELECT tenant FROM sales_order WHERE order_no = 'TEN-U2'")
                .query(String.class)
                .single())
        .isEqualTo("ten-gamma");
    receive("ten-delta", "ten-delta.csv", file);
    await()
        .untilAsserted(
            () -> assertThat(submission("ten-delta.csv").get("status")).isEqualTo("REJECTED"));
    receive("ten-gamma", "ten-again.csv", file);
    await()
        .untilAsserted(
            () -> assertThat(submission("ten-again.csv").get("status")).isEqualTo("DUPLICATE"));
  }

  @Test
  void whatTheHouseSaysOfAPartnersDocumentStaysThePartners() throws Exception {
    created("orders", order("TEN-HOUSE", "1"));
    String house = key("ten-house", "orders:write");
    HttpResponse<String> revised = post("orders", house, order("TEN-HOUSE", "2"));
    assertThat(json(revised).path("outcome").asText()).as(revised.body()).isEqualTo("REVISED");
    String current =
        "SELECT count(*) FROM sales_order JOIN sales_order_line USING (order_id)"
            + " WHERE order_no = 'TEN-HOUSE' AND is_current AND revision = 2";
    assertThat(as("ten-alpha", () -> number(current))).isEqualTo(1);
    assertThat(as("ten-beta", () -> number(current))).isZero();
  }

  private void receive(String tenant, String name, String text) throws Exception {
    inbox.receive(
        new Delivery(
            UUID.randomUUID().toString(),
            "REST",
            "orders",
            name,
            false,
            List.of(),
            new Delivery.Sender(tenant, tenant, null)),
        out -> out.write(text.getBytes(StandardCharsets.UTF_8)),
        () -> true);
  }
}
