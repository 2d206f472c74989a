package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Movements that come late change what those after them are worth, and the ledger stays as it is
 * (domain notes §5.2).
 */
class LateMovementsIT extends ReconciliationScenario {

  private void move(String name, String rows) {
    take("stock-movements", name, MOVEMENTS + rows);
  }

  /** Reference, recorded value and value now of a product's movements. */
  private List<String> worth(String product) {
    return db.sql(
            """
            SELECT m.ref_no || ' ' || coalesce(m.value::text, '?') || ' ' || coalesce(w.value::text, '?')
            FROM stock_movement m JOIN v_movement_worth w USING (movement_id) JOIN product USING (product_id)
            WHERE product_code = :product ORDER BY m.effective_at, m.movement_id
            """)
        .param("product", product)
        .query(String.class)
        .list();
  }

  private String value(String product, String known) {
    return db.sql(
            """
            SELECT trim_scale(sum(value))::text FROM v_stock_worth JOIN product USING (product_id)
            WHERE product_code = :product AND recorded_at <= :known::timestamptz
            """)
        .param("product", product)
        .param("known", known)
        .query(String.class)
        .single();
  }

  @Test
  void aLateEntryIsTakenInItsPlace() throws IOException {
    move(
        "tard-1.csv",
        """
        01/05/2023;RECEPTION;TRD-1;;TARD;100;500;BR-TRD-1
        10/05/2023;VENTE;TRD-1;;TARD;80;;BL-TRD-1
        12/05/2023;RECEPTION;TRD-1;;TARD;30;541;BR-TRD-2
        01/10/2022;RECEPTION;TRD-6;;TARD;4;;BR-TRD-11
        02/10/2022;VENTE;TRD-6;;TARD;4;;BL-TRD-11
        """);
    complete("value-stock", "2023-06-01");
    String before = db.sql("SELECT clock_timestamp()::text").query(String.class).single();
    move(
        "tard-2.csv",
        """
        05/05/2023;RECEPTION;TRD-1;;TARD;50;530;BR-TRD-3
        13/05/2023;VENTE;TRD-1;;TARD;33,333;;BL-TRD-2
        14/05/2023;VENTE;TRD-1;;TARD;66,667;;BL-TRD-3
        """);
    complete("value-stock", "2023-06-01");
    assertThat(worth("TRD-1"))
        .extracting(line -> line.replaceAll(" \\S+ ", " "))
        .containsExactly(
            "BR-TRD-1 50000.00",
            "BR-TRD-3 26500.00",
            "BL-TRD-1 -40800.00",
            "BR-TRD-2 16230.00",
            "BL-TRD-2 -17309.83",
            "BL-TRD-3 -34620.17");
    assertThat(worth("TRD-1")).contains("BL-TRD-1 -40000.00 -40800.00");
    assertThat(value("TRD-1", "infinity")).isEqualTo("0");
    assertThat(value("TRD-1", before)).isEqualTo("26230");

    String rows =
        "SELECT count(*) FROM stock_revaluation JOIN product USING (product_id) WHERE product_code = 'TRD-1'";
    long known = number(rows);
    complete("value-stock", "2023-06-01");
    assertThat(number(rows)).isEqualTo(known);

    complete("report-stock-valuation", "2023-06-05");
    try (ReportWorkbook book =
        ReportWorkbook.open(
            HUB.home().resolve("reports/report-stock-valuation/valorisation-2023-05.xlsx"))) {
      assertThat(book.recalculated()).isPositive();
      assertThat(book.figures("Synthèse")).containsEntry("Stock total (DA)", "0");
      assertThat(book.table("Articles"))
          .as("gone before the month, its cost never known")
          .extracting(row -> row.get("Code") + " " + row.get("Sans coût"))
          .contains("TRD-6 2");
      assertThat(book.table("Mouvements revalorisés"))
          .extracting(row -> row.get("Pièce") + " " + row.get("Revalorisation (DA)"))
          .contains("BL-TRD-1 -800");
    }
  }

  @Test
  void anExitBeforeItsCostWasKnownGetsIt() {
    move("tard-3.csv", "10/05/2023;VENTE;TRD-2;;TARD;4;;BL-TRD-4\n");
    move("tard-4.csv", "01/05/2023;RECEPTION;TRD-2;;TARD;10;25;BR-TRD-4\n");
    complete("value-stock", "2023-06-01");
    assertThat(worth("TRD-2")).containsExactly("BR-TRD-4 250.00 250.00", "BL-TRD-4 ? -100.00");
    move("tard-5.csv", "20/05/2023;VENTE;TRD-2;;TARD;6;;BL-TRD-5\n");
    assertThat(worth("TRD-2")).contains("BL-TRD-5 -150.00 -150.00");
  }

  /** As an older version may have left it: worth something else than the average says. */
  @Test
  void whatIsClosedIsNotValuedAnew() {
    move("tard-6.csv", "01/02/2022;RECEPTION;TRD-3;;TARD;10;100;BR-TRD-5\n");
    db.sql(
            """
            INSERT INTO stock_movement (effective_at, product_id, warehouse_id, origin, qty_base, unit_cost, value, ref_type, ref_no,
                                        idempotency_key, submission_id, source_row)
            SELECT '2022-02-10', product_id, warehouse_id, 'VENTE', -5, 90, -450, 'MOVEMENT', 'BL-TRD-6', 'trd:6', submission_id, 9
            FROM stock_movement WHERE ref_no = 'BR-TRD-5'
            """)
        .update();
    db.sql("INSERT INTO stock_closing (closed_through, closed_by) VALUES ('2022-02-28', 'test')")
        .update();
    try {
      complete("value-stock", "2023-06-01");
      assertThat(worth("TRD-3")).contains("BL-TRD-6 -450.00 -450.00");
    } finally {
      db.sql("DELETE FROM stock_closing WHERE closed_through = '2022-02-28'").update();
    }
  }

  @Test
  void stockBelowZeroIsMadeGoodByWhatComes() {
    move(
        "tard-7.csv",
        """
        01/05/2023;RECEPTION;TRD-4;;TARD;10;500;BR-TRD-7
        10/05/2023;VENTE;TRD-4;;TARD;20;;BL-TRD-7
        """);
    move("tard-8.csv", "20/05/2023;RECEPTION;TRD-4;;TARD;30;600;BR-TRD-8\n");
    assertThat(value("TRD-4", "infinity")).isEqualTo("12000");
    complete("value-stock", "2023-06-01");
    assertThat(value("TRD-4", "infinity")).isEqualTo("12000");
  }

  @Test
  void whatLeavesForAnotherWarehouseArrives() {
    move(
        "tard-9.csv",
        """
        01/05/2023;RECEPTION;TRD-5;;TARD;300000;1;BR-TRD-9
        02/05/2023;RECEPTION;TRD-5;;TARD;400000;1,75;BR-TRD-10
        """);
    take(
        "stock-movements",
        "tard-10.csv",
        """
        Date;Origine;Code;Dépôt;Dépôt destination;Quantité;Référence
        03/05/2023;TRANSFER;TRD-5;TARD;TARD2;700000;TR-TRD-1
        """);
    assertThat(worth("TRD-5"))
        .contains("TR-TRD-1 -1000000.00 -1000000.00", "TR-TRD-1 1000000.00 1000000.00");
  }
}
