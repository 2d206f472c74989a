package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every document has a code and a name, as lists of articles and customers have. What is dropped
 * where headers alone tell, and has quantities or totals besides, is asked for what it lacks.
 */
class NoListIT extends InProcessHub {
  private static Acknowledgement dropped(String name, String text) {
    HUB.drop("", name, text.getBytes(UTF_8));
    return HUB.awaitAcknowledgement("", name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          comptage  | Code;Désignation;Unité;Stock physique                     | NLI-1;Lait NLI;kg;120          | de quel jour est l'inventaire
          sans-date | Code;Désignation;Unité;Qté;Prix unitaire;Montant          | NLI-2;Lait NLI;kg;2;10;20      | Date facture
          fiche     | Date;Code;Désignation;Unité;Entrée;Sortie                 | 05/10/2026;NLI-3;Lait NLI;kg;2;| Origine
          chiffre   | Code client;Client;NIF;Adresse;Montant HT;Montant TTC     | NLI-4;SARL NLI;;Alger;100;119  | Date facture
          """)
  void aDocumentThatLacksSomethingIsNotTakenForAList(
      String name, String header, String row, String said) {
    Acknowledgement answer = dropped(name + "-nli.csv", header + "\n" + row + "\n");

    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(answer.sentence()).contains(said);
    assertThat(number("SELECT count(*) FROM product WHERE product_code LIKE 'NLI-%'")).isZero();
    assertThat(number("SELECT count(*) FROM party WHERE party_code LIKE 'NLI-%'")).isZero();
  }

  @Test
  void aPriceListIsOne() {
    assertThat(
            dropped(
                    "tarif-nlp.csv",
                    "Code;Désignation;Unité;Prix unitaire HT;Remise;TVA\nNLP-1;Lait;kg;120;5;19\n")
                .value("Flux"))
        .isEqualTo("accounting.products");
  }
}
