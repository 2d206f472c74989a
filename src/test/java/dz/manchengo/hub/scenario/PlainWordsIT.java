package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Words that people write and programs do not: « fardeau », « lundi 5 janvier 2026 ». */
class PlainWordsIT extends InProcessHub {
  @Test
  void anInvoiceMayBeInPlainWords() {
    HUB.drop(
        "mots-simples.csv",
        """
        N° facture;Nature;Date;Client;Désignation;Qté;Unité;PU HT;TVA;Mode
        PLM-1;Vente;lundi 5 janvier 2026;SARL Simple;Eau simple;10;Fardeau;100,00;19;Chèque
        PLM-2;Facture;mardi 6 janvier 2026;SARL Simple;Eau simple;4;fardeaux;100,00;19;Virement
        PLM-3;Facture;lundi 6 janvier 2026;SARL Simple;Eau simple;4;fardeaux;100,00;19;Virement
        """);
    HUB.awaitAcknowledgement("mots-simples.csv");

    assertThat(invoicesOf("mots-simples.csv")).containsExactly("PLM-1", "PLM-2");
    assertThat(rulesOf("mots-simples.csv")).doesNotContain("MDM-008", "FMT-014");
    assertThat(
            db.sql(
                    "SELECT payment_method || ' ' || invoice_date FROM invoice"
                        + " WHERE invoice_no = 'PLM-1'")
                .query(String.class)
                .single())
        .isEqualTo("CHEQUE 2026-01-05");
  }
}
