package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Discounts of a whole invoice: per cent or DA, as the header or the cell says. */
class GlobalDiscountIT extends InProcessHub {
  private static final String FILE =
      """
      N° facture;Date facture;Code client;Désignation;Quantité;Prix unitaire HT;Taux TVA;%1$s
      %2$s-1;05/03/2026;C-070;Lait;6;100,00;19;%3$s
      %2$s-1;05/03/2026;C-070;Beurre doux;4;100,00;19;%3$s
      """;

  @Test
  void aPercentageIsOneOfTheLines() {
    HUB.drop("globale-pct.csv", FILE.formatted("Remise globale %", "RGP", "5"));
    HUB.drop("globale-cellule.csv", FILE.formatted("Remise globale", "RGC", "5 %"));
    HUB.drop("escompte.csv", FILE.formatted("Escompte (%)", "RGE", "2,5"));

    assertThat(ht("globale-pct.csv", "RGP-1")).isEqualTo("950.00");
    assertThat(ht("globale-cellule.csv", "RGC-1")).isEqualTo("950.00");
    assertThat(ht("escompte.csv", "RGE-1")).isEqualTo("975.00");
    assertThat(rulesOf("globale-pct.csv")).doesNotContain("FMT-019");
  }

  /** It may have been meant as a percentage: its writer is told how it was read. */
  @Test
  void aBareSmallNumberIsDinarsAndThatIsTold() {
    HUB.drop("globale-nue.csv", FILE.formatted("Remise globale", "RGN", "5"));
    HUB.drop("globale-grande.csv", FILE.formatted("Remise globale", "RGG", "150,00"));

    assertThat(ht("globale-nue.csv", "RGN-1")).isEqualTo("995.00");
    assertThat(rulesOf("globale-nue.csv")).contains("FMT-019");
    assertThat(ht("globale-grande.csv", "RGG-1")).isEqualTo("850.00");
    assertThat(rulesOf("globale-grande.csv")).doesNotContain("FMT-019");
  }

  @Test
  void aFractionUnderPerCentIsToldAsItWasRead() {
    HUB.drop("fraction.csv", FILE.formatted("Remise %", "RGF", "0,05"));

    assertThat(ht("fraction.csv", "RGF-1")).isEqualTo("999.50");
    assertThat(rulesOf("fraction.csv")).contains("FMT-023");
  }

  private String ht(String file, String number) {
    assertThat(HUB.awaitAcknowledgement(file).status()).isEqualTo("POSTED");
    return amount("SELECT comp_ht FROM invoice WHERE invoice_no = '" + number + "'").toString();
  }
}
