package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.intake.Delivery;
import dz.manchengo.hub.intake.Inbox;
import dz.manchengo.hub.platform.Tenancy;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What one partner has is nobody else's, whatever the other one tries (decision 0031). */
class TenancyIT extends ApiScenario {
  /** Read by every posting and changed by none of a partner's; no document among them. */
  private static final Map<String, String> LOOKED_UP =
      Map.of(
          "uom", "units",
          "uom_alias", "units",
          "product_uom", "how articles are packed",
          "stamp_regime", "law",
          "stamp_bracket", "law",
          "recipe", "what a batch is compared with",
          "count_tolerance", "what a count is compared with",
          "stock_closing", "until when the ledger is closed");

  /** Policies of their own: partners look them up, add to them and change what they added. */
  private static final Set<String> MASTER_DATA = Set.of("party", "product", "warehouse");

  private static String alpha = "";
  private static String beta = "";

  @Autowired
  @SuppressWarnings("NullAway.Init")
  Tenancy tenancy;

  @Autowired
  @SuppressWarnings("NullAway.Init")
  TransactionTemplate transaction;

  @Autowired
  @SuppressWarnings("NullAway.Init")
  Inbox inbox;

  @BeforeEach
  void makeKeys() throws Exception {
    if (alpha.isEmpty()) {
      String scopes =
          "orders:write,invoices:write,payments:write,production-batches:write,stock-counts:write,"
              + "stock-movements:write";
      alpha = key("ten-alpha", scopes, "--tenant", "ten-alpha");
      beta = key("ten-beta", scopes, "--tenant", "ten-beta");
      everyKindOfAlpha();
    }
  }

  private void everyKindOfAlpha() throws Exception {
    created("orders", order("TEN-1", "2"));
    created(
        "invoices",
        """
        {"number": "TEN-F1", "date": "2026-03-31", "party": {"code": "TEN-C", "name": "SARL Locataire"},
         "paymentMethod": "VIREMENT",
         "lines": [{"product": "TEN-P", "quantity": "2", "unit": "KG", "unitPriceHt": "100", "vatRate": "19"}]}
        """);
    created(
        "payments",
        """
        {"invoiceNumber": "TEN-F1", "date": "2026-03-31", "amount": "238.00", "method": "VIREMENT", "reference": "T1"}
        """);
    created(
        "production-batches",
        """
        {"number": "TEN-LOT-1", "madeOn": "2026-03-31", "status": "COMPLETED",
         "outputs": [{"product": "TEN-P", "lot": "TEN-L1", "quantity": "20", "unit": "KG", "bestBefore": "2026-06-30"}],
         "inputs": [{"product": "TEN-MILK", "productName": "Lait", "quantity": "200", "unit": "L", "lot": "TEN-LM"}]}
        """);
    created(
        "stock-movements",
        """
        {"effectiveAt": "2026-03-31T10:00:00+01:00", "origin": "PRODUCTION_IN", "product": "TEN-P", "quantity": "20",
         "unit": "KG", "lot": "TEN-L1", "reference": "TEN-LOT-1"}
        """);
    created(
        "stock-counts",
        """
        {"session": "TEN-INV-1", "countedAt": "2026-03-31T18:00:00+01:00", "warehouse": "PRINCIPAL",
         "countedBy": "Amina", "lines": [{"product": "TEN-P", "lot": "TEN-L1", "quantity": "20", "unit": "KG"}]}
        """);
  }

  @Test
  void everyTableIsPartedOrKeptFromPartners() {
    for (Map<String, Object> table :
        db.sql(
                """
                SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced,
                       (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid
                          AND p.polname IN ('house', 'partner')) AS policies,
                       has_table_privilege('hub_partner', c.oid, 'SELECT') AS readable,
                       has_table_privilege('hub_partner', c.oid, 'UPDATE, DELETE, TRUNCATE')
                         OR has_any_column_privilege('hub_partner', c.oid, 'UPDATE') AS changeable
                FROM pg_class c
                WHERE c.relnamespace = 'hub'::regnamespace AND c.relkind IN ('r', 'p', 'm', 'f')
                """)
            .query()
            .listOfRows()) {
      String name = (String) table.get("name");
      if (Boolean.TRUE.equals(table.get("forced"))) {
        assertThat(table.get("policies")).as(name).isEqualTo(2L);
      } else {
        assertThat(table.get("readable")).as(name).isEqualTo(LOOKED_UP.containsKey(name));
        assertThat(table.get("changeable")).as(name).isEqualTo(false);
      }
    }
  }

  /** Of its owner's rights is only the one by which lots are found. */
  @Test
  void viewsThatPartnersReadLookWithTheirRights() {
    assertThat(
            db.sql(
                    """
                    SELECT relname FROM pg_class
                    WHERE relnamespace = 'hub'::regnamespace AND relkind = 'v'
                      AND has_table_privilege('hub_partner', oid, 'SELECT')
                      AND NOT coalesce('security_invoker=true' = ANY (reloptions), false)
                    """)
                .query(String.class)
                .list())
        .containsExactly("v_lot");
  }

  @Test
  void anotherPartnerSeesNoRowOfAnyTable() {
    List<String> tables = readable();
    assertThat(tables).contains("sales_order", "invoice_line", "submission", "finding", "lot");
    for (String table : tables) {
      String count = "SELECT count(*) FROM " + table;
      assertThat(as("ten-nobody", () -> number(count))).as(table).isZero();
    }
    for (String table :
        List.of(
            "submission",
            "sales_order",
            "sales_order_line",
            "invoice",
            "invoice_line",
            "invoice_vat",
            "payment",
            "production_batch",
            "batch_input",
            "batch_output",
            "stock_movement",
            "count_session",
            "count_line",
            "count_entry",
            "lot",
            "product_price",
            "idempotency_key")) {
      assertThat(as("ten-alpha", () -> number("SELECT count(*) FROM " + table)))
          .as(table)
          .isPositive();
    }
  }

  private List<String> readable() {
    return db
        .sql(
            "SELECT relname FROM pg_class WHERE relnamespace = 'hub'::regnamespace"
                + " AND relkind IN ('r', 'v') AND has_table_privilege('hub_partner', oid, 'SELECT')")
        .query(String.class)
        .list()
        .stream()
        .filter(name -> !LOOKED_UP.containsKey(name) && !MASTER_DATA.contains(name))
        .filter(name -> !name.equals("v_lot"))
        .toList();
  }

  @Test
  void withoutATenantAPartnersTransactionSeesNothing() {
    for (String table : readable()) {
      assertThat(
              transaction.<Integer>execute(
                  status -> {
                    db.sql("SET LOCAL ROLE hub_partner").update();
                    return number("SELECT count(*) FROM " + table);
                  }))
          .as(table)
          .isZero();
    }
  }

  @Test
  void anotherPartnerChangesNothing() {
    List<String> changes =
        List.of(
            "UPDATE sales_order SET note = 'x' WHERE order_no = 'TEN-1'",
            "UPDATE invoice SET is_current = false WHERE invoice_no = 'TEN-F1'",
            "UPDATE submission SET status = 'FAILED' WHERE tenant = 'ten-alpha'",
            "UPDATE count_line SET bin_code = 'x'",
            "UPDATE lot SET status = 'BLOCKED' WHERE lot_code = 'TEN-L1'",
            "UPDATE party SET name = 'x' WHERE party_code = 'TEN-C'");
    for (String change : changes) {
      assertThat(as("ten-beta", () -> db.sql(change).update())).as(change).isZero();
    }
    assertThatThrownBy(
            () ->
                as(
                    "ten-beta",
                    () ->
                        db.sql(
                                "INSERT INTO warehouse (code, name, name_norm, provisional, tenant)"
                                    + " VALUES ('TENX', 'x', 'X', true, 'ten-alpha')")
                            .update()))
        .rootCause()
        .hasMessageContaining("row-level security");
    long line = number("SELECT max(order_id)::int FROM sales_order WHERE order_no = 'TEN-1'");
    assertThatThrownBy(
            () ->
                as(
                    "ten-beta",
                    () ->
                        db.sql(
                                "INSERT INTO sales_order_line (order_id, line_no, product_id, qty,"
                                    + " source_row) VALUES (:order, 99, 1, 1, 1)")
                            .param("order", line)
                            .update()))
        .rootCause()
        .hasMessageContaining("row-level security");
    for (String secret : List.of("api_key", "api_client", "api_audit", "notice", "mail")) {
      assertThatThrownBy(() -> as("ten-beta", () -> number("SELECT count(*) FROM " + secret)))
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  /** One connection of the pool serves many tenants, and nothing of one is left for the next. */
  @Test
  void aConnectionForgetsItsTenantHoweverTheTransactionEnds() {
    for (int i = 0; i < 40; i++) {
      String tenant = List.of("ten-alpha", "ten-beta", Tenancy.HOUSE).get(i % 3);
      if (i % 4 == 3) {
        assertThatThrownBy(() -> as(tenant, () -> number("SELECT 1 / 0")))
            .rootCause()
            .hasMessageContaining("zero");
      } else {
        int seen =
            as(tenant, () -> number("SELECT count(*) FROM sales_order WHERE order_no = 'TEN-1'"));
        assertThat(seen).as(tenant).isEqualTo(tenant.equals("ten-beta") ? 0 : 1);
      }
      assertThat(
              db.sql("SELECT current_user || coalesce(current_setting('hub.tenant', true), '')")
                  .query(String.class)
                  .single())
          .isEqualTo("hub");
    }
  }

  private <T> T as(String tenant, Supplier<T> work) {
    return transaction.execute(
        status -> {
          tenancy.enter(tenant);
          return work.get();
        });
  }

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

  private void created(String kind, String body) throws Exception {
    HttpResponse<String> answer = post(kind, alpha, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  @Override
  HttpResponse<String> post(String address, String key, String body)
      throws IOException, InterruptedException {
    return send(
        to("/api/v1/" + address, key)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String order(String number, String quantity) {
    return """
        {"number": "%s", "date": "2026-03-31", "customer": {"code": "TEN-C", "name": "SARL Locataire"},
         "lines": [{"product": "TEN-P", "description": "Camembert", "quantity": "%s", "unit": "KG",
                    "unitPriceHt": "100", "vatRate": "19"}]}
        """
        .formatted(number, quantity);
  }
}
