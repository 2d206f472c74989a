package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Journals with discounts, with a total of VAT beside its rates, with a row that comes twice. */
class JournalDiscountIT extends JournalScenario {
  private static String row(String number, String figures) {
    return number + ";12/10/2026;Client du journal remisé;" + figures + "\n";
  }

  private String status(String name, String text) {
    HUB.drop(name, text);
    return HUB.awaitAcknowledgement(name).status();
  }

  /** HT is before the discount or after it, as the VAT and the total tell. */
  @Test
  void theDiscountIsTakenOffWhatIsTaxed() {
    String header = "N° facture;Date;Client;Total HT;Remise;TVA;Total TTC\n";
    assertThat(
            status(
                "jr-remise.csv",
                header
                    + row("JRE-1", "1000,00;100,00;171,00;1071,00")
                    + row("JRE-2", "1000,00;100,00;190,00;1190,00")
                    + row("JRE-3", "1000,00;;190,00;1190,00")))
        .isEqualTo("POSTED");
    assertThat(vatOf("JRE-1")).containsExactly("19.00 900.00 171.00 171.00");
    assertThat(vatOf("JRE-2")).containsExactly("19.00 1000.00 190.00 190.00");
    assertThat(rulesOf("jr-remise.csv")).containsOnlyOnce("INV-050");
    assertThat(
            status(
                "jr-remise-pct.csv",
                "N° facture;Date;Client;Total HT;Remise %;TVA 19%\n"
                    + row("JRE-4", "1000,00;10;171,00")))
        .isEqualTo("POSTED");
    assertThat(vatOf("JRE-4")).containsExactly("19.00 900.00 171.00 171.00");
  }

  @Test
  void aDiscountOfWhichNothingTellsIsAskedAbout() {
    assertThat(
            status(
                "jr-remise-doute.csv",
                "N° facture;Date;Client;Total HT;Remise;TVA;Total TTC\n"
                    + row("JRE-5", "1000,00;100,00;150,00;1300,00")))
        .isEqualTo("REJECTED");
    assertThat(rulesOf("jr-remise-doute.csv")).contains("INV-062");
  }

  @Test
  void theTotalOfVatIsComparedWithItsRates() {
    String header = "N° facture;Date;Client;Total HT;TVA 19%;TVA 9%;Total TVA\n";
    assertThat(
            status(
                "jr-tva.csv",
                header
                    + row("JRE-6", "1500,00;190,00;45,00;245,00")
                    + row("JRE-7", "1500,00;190,00;45,00;235,00")))
        .isEqualTo("PARTIAL");
    assertThat(rulesOf("jr-tva.csv")).containsOnlyOnce("INV-013");
    assertThat(vatOf("JRE-7")).hasSize(2);
  }

  /**
   * Once or twice? It counts once and is told, and the journal's own total says that it differs.
   */
  @Test
  void theSameRowOnceMoreIsTold() {
    assertThat(
            status(
                "jr-double.csv",
                "N° facture;Date;Client;Base HT;TVA 19%;Total TTC\n"
                    + row("JRE-8", "500,00;95,00;595,00")
                    + row("JRE-8", "500,00;95,00;595,00")
                    + "TOTAL;;;1000,00;190,00;1190,00\n"))
        .isEqualTo("POSTED");
    assertThat(rulesOf("jr-double.csv")).contains("FIL-026", "FIL-020");
    assertThat(vatOf("JRE-8")).containsExactly("19.00 500.00 95.00 95.00");
  }

  /** 500 at 19 % and 500 at 9 %: a base that stands on both rows is the base of each. */
  @Test
  void equalBasesOfTwoRatesAreTwoBases() {
    assertThat(
            status(
                "jr-bases.csv",
                "N° facture;Date;Client;Base HT;Taux TVA;Montant TVA;Total TTC\n"
                    + row("JRE-10", "500;19;95;595")
                    + row("JRE-10", "500;9;45;545")))
        .isEqualTo("POSTED");
    assertThat(vatOf("JRE-10"))
        .containsExactly("9.00 500.00 45.00 45.00", "19.00 500.00 95.00 95.00");
  }
}
