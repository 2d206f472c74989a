package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Invoices of which only words say that they are credit notes, or cancelled (INV-047). */
class SaidInWordsIT extends InProcessHub {
  private static Acknowledgement dropped(String name, String text) {
    HUB.drop(name, text);
    return HUB.awaitAcknowledgement(name);
  }

  @Test
  void aJournalMayCallACreditNoteSuchInItsWordsOnly() {
    Acknowledgement answer =
        dropped(
            "mots-journal.csv",
            """
            Date;N° facture;Libellé;Client;HT;TVA;TTC
            05/01/2026;MOT-1;Vente;SARL Mots;1 000,00;190,00;1 190,00
            06/01/2026;MOT-2;Avoir sur facture MOT-1;SARL Mots;200,00;38,00;238,00
            07/01/2026;MOT-3;Avoir sur facture MOT-1;SARL Mots;-200,00;-38,00;-238,00
            08/01/2026;MOT-4;Avoine en sac;SARL Mots;100,00;19,00;119,00
            02/06/2026;MOT-5;;FACTURE ANNULEE;0,00;0,00;0,00
            """);

    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(rulesOf("mots-journal.csv")).contains("INV-047");
    assertThat(invoicesOf("mots-journal.csv")).containsExactly("MOT-1", "MOT-3", "MOT-4");
  }

  @Test
  void aRemarkMayCancelAnInvoice() {
    dropped(
        "mots-remarques.csv",
        """
        N° facture;Date;Client;Désignation;Qté;PU HT;TVA;Observation
        MOR-1;01/06/2026;SARL Mots;Brie des mots;2;100,00;19;Annulée
        MOR-2;01/06/2026;SARL Mots;Brie des mots;2;100,00;19;Annule et remplace la facture MOR-1
        MOR-3;01/06/2026;SARL Mots;Brie des mots (ANNULÉE);2;100,00;19;
        MOR-4;01/06/2026;SARL Mots;Brie des mots;2;100,00;19;Facture annulée et remplacée par MOR-2
        MOR-5;01/06/2026;SARL Mots;Brie des mots;2;100,00;19;Avoir
        MOR-6;01/06/2026;SARL Mots;Brie des mots;2;100,00;19;à livrer
        """);

    assertThat(invoicesOf("mots-remarques.csv")).containsExactly("MOR-2", "MOR-6");
  }

  @Test
  void aColumnThatNobodyKnowsMayCancelAnInvoice() {
    dropped(
        "mots-situation.csv",
        """
        N° facture;Date;Client;Désignation;Qté;PU HT;TVA;Situation
        MOS-1;01/06/2026;SARL Mots;Brie des mots;2;100,00;19;Validée
        MOS-2;01/06/2026;SARL Mots;Brie des mots;2;100,00;19;ANNULÉE
        """);

    assertThat(invoicesOf("mots-situation.csv")).containsExactly("MOS-1");
    assertThat(rulesOf("mots-situation.csv")).contains("INV-047", "FIL-005");
  }

  /** Without printed totals nobody would see that it raised the invoice. */
  @Test
  void aDiscountThatWouldRaiseAnInvoiceIsAskedAbout() {
    dropped(
        "mots-remise.csv",
        """
        N° facture;Date;Client;Désignation;Qté;PU HT;TVA
        MOD-1;01/06/2026;SARL Mots;Brie des mots;2;100,00;19
        MOD-1;01/06/2026;SARL Mots;Remise exceptionnelle;1;20,00;19
        MOD-2;01/06/2026;SARL Mots;Remise en état du local;1;20,00;19
        MOD-3;01/06/2026;SARL Mots;Brie des mots;2;100,00;19
        MOD-3;01/06/2026;SARL Mots;Remise 10 %;1;-20,00;19
        """);

    assertThat(invoicesOf("mots-remise.csv")).containsExactly("MOD-2", "MOD-3");
    assertThat(rulesOf("mots-remise.csv")).contains("INV-054");
  }

  @Test
  void aDiscountAmongSeveralRatesIsRefusedWithAdvice() {
    dropped(
        "mots-taux.csv",
        """
        N° facture;Date;Client;Désignation;Qté;PU HT;TVA
        MOT-91;01/06/2026;SARL Mots;Brie des mots;20;100,00;19
        MOT-91;01/06/2026;SARL Mots;Lait des mots;20;50,00;9
        MOT-91;01/06/2026;SARL Mots;Remise exceptionnelle;1;-100,00;19
        """);

    assertThat(invoicesOf("mots-taux.csv")).isEmpty();
    assertThat(rulesOf("mots-taux.csv")).contains("INV-055").doesNotContain("ORD-008");
  }
}
