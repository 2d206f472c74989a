package dz.manchengo.hub.documents;

import static dz.manchengo.hub.documents.SheetSamples.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CLIENT;C-12;SARL Oasis",
        "Client :;C-12;\nNom :;SARL Oasis;",
        "Client : C-12;;\nRaison sociale : SARL Oasis;;",
        "Code client :;C-12;\nNom :;SARL Oasis;",
        "Raison sociale :;SARL Oasis;\nCode client :;C-12;",
        "CLIENT;;\nCode;Nom;NIF\nC-12;SARL Oasis;000016001234567"
      })
  void codeAndNameOfABoxAreBothRead(String box) throws UnreadableFile {
    assertThat(header("Facture N° : L-12;;\nDate : 15/11/2026;;\n;;\n" + box))
        .containsEntry("party_name", "SARL Oasis")
        .containsEntry("party_code", "C-12");
  }

  /** The sender's own stands in a box of its own. */
  @Test
  void aBoxHasTheTaxNumber() throws UnreadableFile {
    String boxes =
        "VENDEUR;;CLIENT;\nNom :;SARL Nous;Nom :;SARL Oasis\nNIF :;000016000000001;NIF :;000016001234567";
    assertThat(header("Facture N° : L-12\nDate : 15/11/2026\n" + boxes))
        .containsEntry("party_name", "SARL Oasis")
        .containsEntry("party_nif", "000016001234567");
  }

  @ParameterizedTest
  @CsvSource({
    "FACTURE ANNULÉE, CANCELLED",
    "FACTURE;;ANNULÉE, CANCELLED",
    "FACTURE ANNULÉE N° 12, CANCELLED",
    "ANNULÉE LE 12/11/2026, CANCELLED",
    "FACTURE ANNULÉE ET REMPLACÉE PAR L-14, CANCELLED",
    "*** BROUILLON ***, DRAFT",
    "État :;Brouillon, DRAFT",
    "Etat : annulée, CANCELLED"
  })
  void aStampIsItsStatus(String stamp, Invoice.Status status) throws UnreadableFile {
    assertThat(header("Facture N° : L-12\nDate : 15/11/2026\nClient : Oasis\n" + stamp))
        .containsEntry("doc_no", "L-12")
        .containsEntry("status", status);
  }

  /** It is the credit note's original, and anything. */
  @ParameterizedTest
  @ValueSource(strings = {"Facture annulée :;FA-9", "Facture annulée;FA-9", "État : 15"})
  void anotherThingIsNone(String label) throws UnreadableFile {
    assertThat(header("Facture N° : L-12\nDate : 15/11/2026\nClient : Oasis\n" + label))
        .doesNotContainKey("status");
  }

  @Test
  void aStampBelowTheTotalsCountsToo() throws UnreadableFile {
    List<String> rows =
        new ArrayList<>(List.of("Facture N° : L-12", "Date : 15/11/2026", "Client : Oasis"));
    rows.addAll(TABLE);
    rows.add("ANNULÉE;;;");
    assertThat(sheet(rows.toArray(String[]::new)).data())
        .singleElement()
        .satisfies(
            row -> assertThat(row.header()).containsEntry("status", Invoice.Status.CANCELLED));
  }

  /** What is printed as 9 % of it under « TVA 19 % » is a slip, and no rate of 9 %. */
  @Test
  void theLabelOfTheTaxIsTheRateOfTheLines() throws UnreadableFile {
    DataRow row =
        sheet(
                "Facture N° : L-12",
                "Date : 15/11/2026",
                "Client : Oasis",
                ";;;",
                "Désignation;Qté;PU HT;Montant HT",
                "Brie;10;300,00;3000,00",
                ";;Total HT;3000,00",
                ";;TVA 19%;270,00",
                ";;Total TTC;3270,00")
            .data()
            .get(0);
    assertThat(row.line()).containsEntry("vat_rate", new BigDecimal(19));
    assertThat(row.header()).containsEntry("total_vat", new BigDecimal("270.00"));
  }
}
