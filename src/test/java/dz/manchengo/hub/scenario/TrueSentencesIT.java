package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a file holds. */
class TrueSentencesIT extends InProcessHub {
  private static final String HEADER = "N° facture;Date;Code client;Client;Désignation;Qté;";

  /** The document is refused: nothing of it is counted twice. */
  @Test
  void twoDocumentsOfOneNumberAreNoRepeatedLine() {
    HUB.drop(
        "meme-numero.csv",
        HEADER
            + "PU HT;TVA\n"
            + "VRA-1;05/03/2026;C-801;Épicerie A;Lait;2;50,00;19\n"
            + "VRA-1;06/03/2026;C-802;Épicerie B;Lait;2;50,00;19\n");

    assertThat(HUB.awaitAcknowledgement("meme-numero.csv").status()).isEqualTo("REJECTED");
    assertThat(rulesOf("meme-numero.csv")).contains("FIL-013").doesNotContain("FIL-025");
  }

  @Test
  void aPriceWithTaxThatContradictsTheOneWithoutIsTold() {
    HUB.drop(
        "deux-prix.csv",
        HEADER
            + "PU HT;PU TTC;TVA\n"
            + "VRP-1;05/03/2026;C-803;Épicerie C;Lait;2;100,00;109,00;19\n"
            + "VRP-2;05/03/2026;C-803;Épicerie C;Lait;2;100,00;119,00;19\n");

    assertThat(HUB.awaitAcknowledgement("deux-prix.csv").status()).isEqualTo("POSTED");
    assertThat(told("deux-prix.csv"))
        .filteredOn(s -> s.startsWith("Écart"))
        .containsExactly("Écart -10 DA sur PU TTC : déclaré 109, calculé 119");
  }

  @Test
  void aFileWithoutHeaderShowsItsFirstRowAndWhatIsNeeded() {
    HUB.drop("rapport-sans-titres.csv", "\nRapport;Quantum;Colis\nx;1;2\ny;3;4\n");

    assertThat(HUB.awaitAcknowledgement("rapport-sans-titres.csv").status()).isEqualTo("REJECTED");
    assertThat(told("rapport-sans-titres.csv").get(0))
        .contains("la première est « Rapport ; Quantum ; Colis », et aucune ne nomme les colonnes")
        .contains("N° facture");
  }

  private List<String> told(String file) {
    return db.sql("SELECT replace(message, chr(160), ' ') FROM finding WHERE submission_id = :id")
        .param("id", idOf(file))
        .query(String.class)
        .list();
  }
}
