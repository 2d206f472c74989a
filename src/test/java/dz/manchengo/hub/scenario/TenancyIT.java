package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.manchengo.hub.platform.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What one partner has is nobody else's, whatever the other one tries (decision 0031). */
class TenancyIT extends TenancyScenario {
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
}
