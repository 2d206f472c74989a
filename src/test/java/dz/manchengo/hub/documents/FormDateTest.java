package dz.manchengo.hub.documents;

import static dz.manchengo.hub.documents.SheetSamples.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormDateTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 7);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FACTURE N° : FN-2;;;Alger, le 07/05/2026;",
        "FACTURE N° : FN-2;;;;\nAlger, le;07/05/2026;;;",
        "FACTURE N° : FN-2;;;;\nLe 07/05/2026;;;;",
        "FACTURE N° : FN-2;;;;\nFait à Oran, le 7 mai 2026;;;;",
        "FACTURE N° : FN-2;;;;\nOran, 07/05/2026;;;;",
        "FACTURE N° : FN-2;;;;\nRouiba le : jeudi 7 mai 2026;;;;",
        "FACTURE N° : FN-2 du 07/05/2026;;;;",
        "FACTURE N° :;FN-2 du 07/05/2026;;;",
        "FACTURE N° : FN-2 Date : 07/05/2026;;;;",
        "FACTURE N° FN-2;;;;\nAlger, le 07/05/2026;;Le 7 mai 2026;;",
        "FACTURE N° FN-2 du 07/05/2026;;;;\nBL n° 12 du 06/05/2026;;;;\nÉchéance, le 07/06/2026;;;;",
        "FACTURE N° FN-2 du 07/05/2026;;;;\nRC n° 16/00-1 du 03/02/2010;;;;",
        "FACTURE N° : FN-2;;Date : 07/05/2026;;\nAlger, le 09/05/2026;;;;",
        "FACTURE N° : FN-2;;;;\nRC : 16/00-0000001B20;;;Alger, le 07/05/2026;"
      })
  void aFormsDayNeedsNoLabel(String titles) throws UnreadableFile {
    assertThat(header(titles)).containsEntry("doc_date", DAY).containsEntry("doc_no", "FN-2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FACTURE N° 12-03/2026 du 07/05/2026;;;;",
        "FACTURE N° :;12-03/2026 du 7 mai 2026;;;"
      })
  void aNumberThatLooksLikeADayIsNone(String titles) throws UnreadableFile {
    assertThat(header(titles)).containsEntry("doc_date", DAY).containsEntry("doc_no", "12-03/2026");
  }

  /** Of other papers, of the print, of what is to come; or nobody knows which of two. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Échéance, le 07/06/2026;;;;",
        "Date d'échéance;le 07/06/2026;;;",
        "Date de livraison;;;;\nLe 07/06/2026;;;;",
        "Livraison à Oran, le 08/05/2026;;;;",
        "Votre commande du 01/05/2026;;;;",
        "BL n° 12 du 06/05/2026;;;;",
        "Édité à Alger, le 07/05/2026;;;;",
        "Imprimé le 07/05/2026;;;;",
        "Agrément n° 12 du 03/02/2010;;;;",
        "Période du 01/05/2026 au 31/05/2026;;;;",
        "Facture d'origine n° FN-1 du 01/05/2026;;;;",
        "Alger, le 07/05/2026;;;;\nAlger, le 08/05/2026;;;;"
      })
  void anotherDayIsNotTheForms(String title) throws UnreadableFile {
    assertThat(header("FACTURE N° : FN-2;;;;\n" + title)).doesNotContainKey("doc_date");
  }

  @Test
  void aCreditNoteHasNotTheDayOfItsInvoice() throws UnreadableFile {
    assertThat(
            header(
                "FACTURE D'AVOIR N° : AV-3 du 07/05/2026;;;;\nSur facture n° FN-1 du 01/05/2026;;;;"))
        .containsEntry("doc_date", DAY)
        .containsEntry("doc_no", "AV-3")
        .containsEntry("original_no", "FN-1")
        .containsEntry("doc_kind", Invoice.Kind.CREDIT_NOTE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FACTURE DE VENTE N° : FN-2;;Date : 07/05/2026;;",
        "Facture de doit n° FN-2 du 07/05/2026;;;;",
        "Facture client n°;FN-2;Date;07/05/2026;"
      })
  void aNumberStandsBehindWhatInvoiceItIs(String title) throws UnreadableFile {
    assertThat(header(title))
        .containsEntry("doc_date", DAY)
        .containsEntry("doc_no", "FN-2")
        .doesNotContainEntry("doc_kind", Invoice.Kind.CREDIT_NOTE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FACTURE D'AVOIR N° : FN-2", "Facture avoir n° FN-2", "Avoir n° : FN-2"})
  void aCreditNoteIsOneByItsTitle(String title) throws UnreadableFile {
    assertThat(header(title + ";;Date : 07/05/2026;;"))
        .containsEntry("doc_no", "FN-2")
        .containsEntry("doc_kind", Invoice.Kind.CREDIT_NOTE);
  }

  private static Map<String, Object> header(String titles) throws UnreadableFile {
    return sheet(
            "SARL Laiterie;;;;",
            titles,
            "Client : Épicerie Nour;;;;",
            "Désignation;Qté;P.U. HT;TVA;Montant HT",
            "Lait;10;100,00;19%;1000,00",
            ";;;Total HT;1000,00")
        .data()
        .get(0)
        .header();
  }
}
