package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where nothing is left, nothing is worth anything (domain notes §5.2). */
class EmptyStockIT extends ReconciliationScenario {
  /** Quantity and value of a product, as the balance sheet has them. */
  private String stock(String product) {
    return db.sql(
            """
            SELECT trim_scale(sum(qty_base)) || ' ' || trim_scale(sum(value)) || ' ' || sum(unknown)
            FROM v_stock_worth JOIN product USING (product_id) WHERE product_code = :product
            """)
        .param("product", product)
        .query(String.class)
        .single();
  }

  private String worth(String reference) {
    return db.sql(
            """
            SELECT string_agg(trim_scale(w.value)::text, ' ' ORDER BY m.movement_id)
            FROM stock_movement m JOIN v_movement_worth w USING (movement_id) WHERE ref_no = :reference
            """)
        .param("reference", reference)
        .query(String.class)
        .single();
  }

  private void move(String name, String rows) {
    take("stock-movements", name, MOVEMENTS + rows);
  }

  @Test
  void withinADayGoodsComeBeforeTheyGo() {
    move(
        "vide-1.csv",
        """
        01/11/2024;VENTE;VZE-1;;VZEDEPOT;5;;VZE-V1
        01/11/2024;RECEPTION;VZE-1;;VZEDEPOT;10;100;VZE-R1
        03/11/2024;VENTE;VZE-1;;VZEDEPOT;5;;VZE-V2
        01/11/2024;RECEPTION;VZE-2;;VZEDEPOT;10;100;VZE-R2
        02/11/2024;RECEPTION;VZE-2;;VZEDEPOT;10;200;VZE-R3
        02/11/2024;VENTE;VZE-2;;VZEDEPOT;5;;VZE-V3
        02/11/2024;RECEPTION;VZE-2;;VZEDEPOT;20;250;VZE-R4
        03/11/2024;VENTE;VZE-2;;VZEDEPOT;35;;VZE-V4
        """);
    assertThat(stock("VZE-1")).isEqualTo("0 0 0");
    complete("value-stock", "2024-12-01");
    assertThat(stock("VZE-1")).isEqualTo("0 0 0");
    assertThat(worth("VZE-V1")).isEqualTo("-500");
    assertThat(worth("VZE-V3")).as("at (1,000 + 2,000 + 5,000) / 40").isEqualTo("-1000");
    assertThat(stock("VZE-2")).isEqualTo("0 0 0");
  }

  /** Each file by itself knows of no cost, or of part of the goods only. */
  @Test
  void whatHadNoCostHadTheFirstThatBecameKnown() {
    move("vide-2.csv", "01/11/2024;VENTE;VZE-3;;VZEDEPOT;4;;VZE-V5\n");
    move("vide-3.csv", "05/11/2024;RECEPTION;VZE-3;;VZEDEPOT;10;;VZE-R5\n");
    move(
        "vide-4.csv",
        """
        06/11/2024;RECEPTION;VZE-3;;VZEDEPOT;10;50;VZE-R6
        07/11/2024;VENTE;VZE-3;;VZEDEPOT;12;;VZE-V6
        08/11/2024;VENTE;VZE-3;;VZEDEPOT;4;;VZE-V7
        """);
    complete("value-stock", "2024-12-01");
    assertThat(stock("VZE-3")).isEqualTo("0 0 0");
    assertThat(worth("VZE-R5")).as("6 of them there, 4 sold before").isEqualTo("500");
    assertThat(worth("VZE-V7")).isEqualTo("-200");
  }

  @Test
  void aPriceThatIsCorrectedAfterAllWasSoldIsCarriedOnToNothing() {
    move(
        "vide-5.csv",
        """
        01/11/2024;RECEPTION;VZE-4;;VZEDEPOT;100;10;VZE-R7
        02/11/2024;VENTE;VZE-4;;VZEDEPOT;100;;VZE-V8
        """);
    move(
        "vide-6.csv",
        """
        06/11/2024;REVERSAL;VZE-4;;VZEDEPOT;100;;VZE-R7
        06/11/2024;RECEPTION;VZE-4;;VZEDEPOT;100;11;VZE-R8
        """);
    assertThat(rulesOf("vide-6.csv")).contains("MVT-021");
    assertThat(stock("VZE-4")).isEqualTo("0 0 0");
    complete("value-stock", "2024-12-01");
    assertThat(stock("VZE-4")).isEqualTo("0 0 0");
    assertThat(worth("VZE-R7")).isEqualTo("1000 -1100");
    move(
        "vide-7.csv",
        """
        07/11/2024;RECEPTION;VZE-4;;VZEDEPOT;10;10;VZE-R9
        08/11/2024;VENTE;VZE-4;;VZEDEPOT;5;;VZE-V9
        09/11/2024;VENTE;VZE-4;;VZEDEPOT;5;;VZE-V10
        """);
    complete("value-stock", "2024-12-01");
    assertThat(worth("VZE-V9")).isEqualTo("-50");
    assertThat(stock("VZE-4")).isEqualTo("0 0 0");
  }
}
