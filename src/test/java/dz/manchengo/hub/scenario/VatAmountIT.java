package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Files that give the amount of VAT of each line and no rate, nor the line's amount. */
class VatAmountIT extends InProcessHub {
  private static final String HEADER =
      "N° facture;Date facture;Code client;Désignation;Quantité;Prix unitaire HT;%s\r\n";
  private static final String FIRST = "%1$s-1;05/03/2026;C-060;Lait;12;100,00;228,00\r\n";
  private static final String SECOND = "%1$s-1;05/03/2026;C-060;Beurre doux;10;100,00;%2$s\r\n";
  private static final String OTHER = "%1$s-2;05/03/2026;C-060;Lait;3;100,00;57,00\r\n";

  @Test
  void theRateFollowsFromQuantityAndPrice() {
    HUB.drop("tva-montants.csv", file("TVA", "TVM", "190,00"));
    HUB.drop("tva-ligne.csv", file("Montant TVA ligne", "TVL", "90,00"));

    assertThat(HUB.awaitAcknowledgement("tva-montants.csv").status()).isEqualTo("POSTED");
    assertThat(HUB.awaitAcknowledgement("tva-ligne.csv").status()).isEqualTo("POSTED");
    assertThat(amount("SELECT comp_vat FROM invoice WHERE invoice_no = 'TVM-1'"))
        .isEqualByComparingTo("418");
    assertThat(amount("SELECT comp_vat FROM invoice WHERE invoice_no = 'TVL-1'"))
        .isEqualByComparingTo("318");
  }

  @Test
  void oneWrongAmountRefusesItsInvoiceOnly() {
    HUB.drop("tva-faux.csv", file("TVA", "TVF", "191,00"));

    assertThat(HUB.awaitAcknowledgement("tva-faux.csv").status()).isEqualTo("PARTIAL");
    assertThat(invoicesOf("tva-faux.csv")).containsExactly("TVF-2");
    assertThat(rulesOf("tva-faux.csv")).contains("INV-035");
  }

  @Test
  void aFileThatSaysNothingOfVatIsRefusedInOneSentence() {
    HUB.drop("sans-tva.csv", file("Lot", "TVN", "L1"));

    Acknowledgement answer = HUB.awaitAcknowledgement("sans-tva.csv");
    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(rulesOf("sans-tva.csv")).containsExactly("FIL-004");
    assertThat(answer.sentence())
        .contains("Colonne(s) obligatoire(s) absente(s) : TVA ou TVA ligne ou Total TVA");
  }

  @Test
  void anAmountBesideAnUnreadableQuantityIsNotBlamed() {
    HUB.drop("tva-illisible.csv", file("TVA", "TVI", "190,00").replace(";12;", ";douze;"));

    HUB.awaitAcknowledgement("tva-illisible.csv");
    assertThat(rulesOf("tva-illisible.csv")).contains("FMT-002").doesNotContain("INV-035");
  }

  private static String file(String header, String series, String vat) {
    return HEADER.formatted(header) + (FIRST + SECOND + OTHER).formatted(series, vat);
  }
}
