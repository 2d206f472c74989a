package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Files without a column of directions, whose quantities carry signs. */
class SignedMovementsIT extends ReconciliationScenario {
  private String stock(String product) {
    return db.sql(
            "SELECT string_agg(code || ' ' || trim_scale(qty), ', ' ORDER BY code) FROM v_stock"
                + " JOIN product USING (product_id) JOIN warehouse USING (warehouse_id)"
                + " WHERE product_code = :product")
        .param("product", product)
        .query(String.class)
        .single();
  }

  @Test
  void bothEndsOfATransferAreRowsOfTheirOwn() {
    take(
        "stock-movements",
        "signes-t.csv",
        MOVEMENTS
            + """
            01/03/2025;OPENING;SIG-1;;SIGA;100;10;SIG-O1
            02/03/2025;TRANSFER;SIG-1;;SIGA;-40;;SIG-T1
            02/03/2025;TRANSFER;SIG-1;;SIGB;40;;SIG-T1
            """);
    assertThat(stock("SIG-1")).isEqualTo("SIGA 60, SIGB 40");
  }

  @Test
  void aSaleAgainstTheSignOfTheOthersIsRefused() {
    HUB.drop(
        "stock-movements",
        "signes-v.csv",
        (MOVEMENTS
                + """
                01/03/2025;OPENING;SIG-2;;SIGC;100;10;SIG-O2
                02/03/2025;VENTE;SIG-2;;SIGC;-5;;SIG-V1
                03/03/2025;VENTE;SIG-2;;SIGC;-6;;SIG-V2
                04/03/2025;VENTE;SIG-2;;SIGC;7;;SIG-V3
                """)
            .getBytes(UTF_8));
    assertThat(HUB.awaitAcknowledgement("stock-movements", "signes-v.csv").status())
        .isEqualTo("PARTIAL");
    assertThat(rulesOf("signes-v.csv")).contains("MVT-001");
    assertThat(stock("SIG-2")).isEqualTo("SIGC 89");
    take(
        "stock-movements",
        "signes-sans.csv",
        MOVEMENTS + "05/03/2025;VENTE;SIG-2;;SIGC;9;;SIG-V4\n");
    assertThat(stock("SIG-2")).as("where none carries a sign").isEqualTo("SIGC 80");
  }
}
