package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger is only added to: what was booked is reversed, and a closed period takes nothing. */
class StockLedgerIT extends MovementScenario {
  @Test
  void aReversalTakesBackOneMovementOnceAtItsWorth() {
    String header = "Date;Origine;Code;Produit;Quantité;Référence;Référence annulée\r\n";
    Acknowledgement answer =
        drop(
            "rev.csv",
            header
                + row("17/10/2026;ANNULATION;REV-1;Présure;4;ANN-1;F-REV-1")
                + row("18/10/2026;ANNULATION;REV-1;Présure;4;ANN-2;F-REV-1")
                + row("15/10/2026;RECEPTION;REV-1;Présure;10;REC-REV-1;")
                + row("16/10/2026;VENTE;REV-1;Présure;4;F-REV-1;"));

    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(rulesOf("rev.csv")).contains("MVT-006");
    assertThat(quantity("REV-1")).isEqualTo("10.0000");
    assertThat(
            number(
                "SELECT count(*) FROM stock_movement r JOIN stock_movement m"
                    + " ON m.movement_id = r.reverses_id WHERE m.ref_no = 'F-REV-1'"))
        .isEqualTo(1);
  }

  @Test
  void aClosedPeriodTakesNoMovementButKnowsTheOnesItHas() {
    String known = row("15/10/2026;IN;RECEPTION;CLO-1;Ferments;;;10;50;REC-CLO-1");
    drop("clo-1.csv", HEADER + known);
    db.sql("INSERT INTO stock_closing (closed_through, closed_by) VALUES ('2026-10-31', 'test')")
        .update();

    Acknowledgement answer =
        drop(
            "clo-2.csv",
            HEADER
                + known
                + row("31/10/2026;IN;RECEPTION;CLO-1;Ferments;;;5;50;REC-CLO-2")
                + row("01/11/2026;IN;RECEPTION;CLO-1;Ferments;;;7;50;REC-CLO-3"));

    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(rulesOf("clo-2.csv")).containsExactlyInAnyOrder("MVT-004", "MVT-003");
    assertThat(quantity("CLO-1")).isEqualTo("17.0000");
  }

  /** What came late changes the stock of its day, and not what was known of it then. */
  @Test
  void theStockOfADayIsThatWhichWasKnownAtAMoment() {
    drop("axe-1.csv", HEADER + row("15/10/2026;IN;RECEPTION;AXE-1;Lait AXE;;;10;50;REC-AXE-1"));
    String known = db.sql("SELECT clock_timestamp()::text").query(String.class).single();
    drop("axe-2.csv", HEADER + row("14/10/2026;OUT;PERTE;AXE-1;Lait AXE;;;3;;PV-AXE-1"));

    assertThat(stock("'2026-10-16', '" + known + "'")).isEqualTo("10");
    assertThat(stock("'2026-10-16'")).isEqualTo("7");
    assertThat(stock("'2026-10-14 23:00+01'")).isEqualTo("-3");
  }

  private String stock(String moments) {
    return db.sql(
            "SELECT trim_scale(sum(qty))::text FROM stock_at(%s) JOIN product USING (product_id)"
                    .formatted(moments)
                + " WHERE product_code = 'AXE-1'")
        .query(String.class)
        .single();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE stock_movement SET qty_base = 1",
        "DELETE FROM stock_movement",
        "TRUNCATE stock_movement CASCADE"
      })
  void theLedgerIsNeverChanged(String statement) {
    drop("app.csv", HEADER + row("15/10/2026;IN;RECEPTION;APP-1;Eau;;;10;1;REC-APP-1"));
    List<String> before = ledger();

    assertThatThrownBy(() -> db.sql(statement).update()).hasMessageContaining("append-only");

    assertThat(ledger()).isEqualTo(before);
  }

  private List<String> ledger() {
    return db.sql("SELECT movement_id || ' ' || qty_base FROM stock_movement ORDER BY movement_id")
        .query(String.class)
        .list();
  }
}
