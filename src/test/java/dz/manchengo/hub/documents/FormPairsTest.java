package dz.manchengo.hub.documents;

import static dz.manchengo.hub.documents.SheetSamples.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Forms whose labels have their values beside them, one pair below the other; boxes of customers.
 */
class FormPairsTest {
  private static final List<String> TABLE =
      List.of(
          ";;;",
          "Désignation;Qté;PU HT;Montant HT",
          "Brie;10;300,00;3000,00",
          ";;Total HT;3000,00",
          ";;TVA 19%;570,00",
          ";;Total TTC;3570,00");

  private static Map<String, Object> header(String head) throws UnreadableFile {
    List<String> rows = new ArrayList<>(List.of(head.split("\n", -1)));
    rows.addAll(TABLE);
    return sheet(rows.toArray(String[]::new)).data().get(0).header();
  }

  /** What stands below is the next label, whether or not anybody knows it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Téléphone;021 45 67 89",
        "N° Tél;021 45 67 89",
        "RC N°;16/00-0012345",
        "Ville;Oran",
        "Activité;Négoce",
        "Condition de paiement;30 jours",
        "Nom du chauffeur;Karim",
        "Immatriculation;12345-116-16",
        "Objet;Livraison de mai",
        "Bon de livraison N°;BL-88",
        "Couleur du camion;Bleu"
      })
  void theValueBesideALabelIsItsOwn(String below) throws UnreadableFile {
    String pairs =
        "Facture N°;L-12\n%1$s\nDate;15/11/2026\nDate de livraison;16/11/2026\nClient;SARL Oasis\n%1$s";
    assertThat(header(pairs.formatted(below)))
        .containsEntry("doc_no", "L-12")
        .containsEntry("doc_date", LocalDate.of(2026, 11, 15))
        .containsEntry("party_name", "SARL Oasis");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CLIENT;;\nNom :;SARL Oasis;\nAdresse :;Oran;",
        "CLIENT;;\nNom : SARL Oasis;;\nTél : 021;;",
        "CLIENT;;\nRaison sociale;SARL Oasis;\nVille;Oran;",
        "Client;Nom;SARL Oasis\n;Adresse;Oran",
        "Client;Code;C-12\n;Nom;SARL Oasis",
        "Doit :;;\nDénomination;SARL Oasis;"
      })
  void aBoxHasTheNameOfTheCustomer(String box) throws UnreadableFile {
    assertThat(header("Facture N° : L-12\nDate : 15/11/2026\n" + box))
        .containsEntry("party_name", "SARL Oasis");
  }

  @Test
  void aBoxHasTheCodeToo() throws UnreadableFile {
    assertThat(header("Facture N° : L-12\nClient;Code;C-12\n;Nom;SARL Oasis"))
        .containsEntry("party_code", "C-12");
  }
}
