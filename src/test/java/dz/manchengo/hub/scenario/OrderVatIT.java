package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** « TVA » on orders is decided by its values, as on invoices. */
class OrderVatIT extends OrderScenario {
  private static final String HEADER =
      "N° commande;Date commande;Client;Code article;Désignation;Qté;P.U. HT;";

  @Test
  void aBareColumnOfVatHoldsRates() {
    Acknowledgement answer =
        drop(
            "ov-1.csv",
            HEADER
                + "Remise;TVA;Montant TTC\n"
                + "OV-1;15/01/2026;Client OV;OV-A;Lait OV;10;100;10 %;9 %;981,00\n"
                + "OV-2;15/01/2026;Client OV;OV-A;Lait OV;10;100;0 %;19;1190,00\n");
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(rulesOf("ov-1.csv")).doesNotContain("FIL-005", "ORD-016", "ORD-015");
    assertThat(current("OV-1")).containsEntry("comp_total_ttc", new BigDecimal("981.00"));
  }

  @Test
  void orTheAmountsThatProveThem() {
    drop(
        "ov-2.csv",
        HEADER
            + "VAT\nOV-3;15/01/2026;Client OV;OV-A;Lait OV;10;100;90,00\n"
            + "OV-3;15/01/2026;Client OV;OV-B;Beurre OV;2;1000;380,00\n");
    assertThat(rulesOf("ov-2.csv")).doesNotContain("FIL-005", "ORD-016");
    assertThat(current("OV-3")).containsEntry("comp_total_ttc", new BigDecimal("3470.00"));
    drop(
        "ov-3.csv",
        HEADER + "Total HT;Total TVA\nOV-4;15/01/2026;Client OV;OV-A;Lait OV;10;100;1000;500,00\n");
    assertThat(rulesOf("ov-3.csv")).contains("ORD-015");
  }

  @Test
  void aColumnOfVatThatNobodyReadsIsNotCalledMissing() {
    drop(
        "ov-4.csv",
        HEADER + "Régime TVA Oran\nOV-5;15/01/2026;Client OV;OV-C;Lait OV;10;100;normal\n");
    assertThat(rulesOf("ov-4.csv")).contains("FIL-005", "ORD-018").doesNotContain("ORD-016");
    assertThat(message("ov-4.csv", "ORD-018")).contains("« Régime TVA Oran »", "19 %", "OV-C");
  }
}
