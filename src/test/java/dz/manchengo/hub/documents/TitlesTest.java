package dz.manchengo.hub.documents;

import static dz.manchengo.hub.documents.SheetSamples.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitlesTest {
  @Test
  void aFormHasItsInvoiceAroundItsLines() throws UnreadableFile {
    SheetSamples.Read read =
        sheet(
            "FROMAGERIE DE L'ATLAS;;;;",
            "NIF : 000016001122334 | RC : 16/00-0123456B16;;;;",
            "Facture n° :;FV-2026/88;;Date :;05/03/2026",
            "Client : SARL Bordj;;;NIF client;000016001234567",
            "Mode de paiement;Espèces;;;",
            ";;;;",
            "Désignation;Qté;P.U. HT;TVA %;Montant HT",
            "Gouda;2;100,00;19;200,00",
            "Edam;3;110,00;19;330,00",
            ";;;;",
            "Total HT;;;;530,00",
            "TVA 19%;;;;100,70",
            "Timbre;;;;7,00",
            "Net à payer : 637,70;;;;",
            "Arrêtée la présente facture à six cent trente-sept dinars;;;;");

    assertThat(read.data()).hasSize(2);
    assertThat(read.data().get(1).header())
        .containsEntry("doc_no", "FV-2026/88")
        .containsEntry("doc_date", LocalDate.of(2026, 3, 5))
        .containsEntry("party_name", "SARL Bordj")
        .containsEntry("party_nif", "000016001234567")
        .containsEntry("total_vat", new BigDecimal("100.70"))
        .containsEntry("stamp", new BigDecimal("7.00"))
        .containsEntry("net_to_pay", new BigDecimal("637.70"))
        .containsEntry("payment_method", Invoice.PaymentMethod.ESPECES);
    assertThat(read.data().get(1).line()).containsEntry("description", "Edam");
    assertThat(read.controls()).allMatch(ControlFigure::agrees);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FACTURE N° F08-001 du 07/11/2026;;;;",
        "Facture n°F08-001;;;Date : 07/11/2026;",
        "FACTURE NUMÉRO F08-001;;;Date;07/11/2026",
        "FACTURE;;;;\nN°;F08-001;;;\nDate;07/11/2026;;;",
        "Facture de vente;;;;\nNuméro : F08-001;;Date : 07/11/2026;;"
      })
  void theNumberOfAFormNeedsNoColon(String title) throws UnreadableFile {
    SheetSamples.Read read =
        sheet(
            "SARL Laiterie;;;;",
            title,
            "Client : Épicerie Nour;;;;",
            "Désignation;Qté;P.U. HT;TVA;Montant HT",
            "Lait;10;100,00;19%;1000,00",
            ";;;Total HT;1000,00",
            ";;;Total TTC;1190,00");
    assertThat(read.data()).hasSize(1);
    assertThat(read.data().get(0).header())
        .containsEntry("doc_no", "F08-001")
        .containsEntry("doc_date", LocalDate.of(2026, 11, 7))
        .containsEntry("total_ttc", new BigDecimal("1190.00"));
  }

  /** « N° » numbers documents where nothing else does and its values are no count. */
  @Test
  void aColumnCalledNoAndNoMoreIsReadByItsValues() throws UnreadableFile {
    String[] header = {";;Client;;Montants;;", "N°;Date;Code;Nom;HT;TVA;TTC"};
    SheetSamples.Read read =
        sheet(
            header[0],
            header[1],
            "E-001;03/11/2026;00007;Karim;1000,00;190,00;1190,00",
            "E-002;03/11/2026;00009;Salah;1000,00;190,00;1190,00",
            "TOTAL;;;;2000,00;380,00;2380,00");
    assertThat(read.data())
        .extracting(row -> row.header().get("doc_no"))
        .containsExactly("E-001", "E-002");
    assertThat(
            sheet(header[0], header[1], "1;03/11/2026;00007;Karim;1000,00;190,00;1190,00").data())
        .allMatch(row -> !row.header().containsKey("doc_no"));
    assertThat(
            sheet(
                    header[0],
                    header[1],
                    "1401;03/11/2026;00007;Karim;1000,00;190,00;1190,00",
                    "1402;03/11/2026;00009;Salah;1000,00;190,00;1190,00")
                .data())
        .extracting(row -> row.header().get("doc_no"))
        .containsExactly("1401", "1402");
  }

  /** Of lines, what stands at several of them is no count. */
  @Test
  void wholeNumbersOfLinesAreReadWhereTheyRepeat() throws UnreadableFile {
    String header = "N°;Date;Client;Désignation;Qté;P.U. HT;TVA";
    String line = ";03/11/2026;Karim;Lait;10;100,00;19%";
    assertThat(sheet(header, "67" + line, "67" + line, "68" + line).data())
        .extracting(row -> row.header().get("doc_no"))
        .containsExactly("67", "67", "68");
    for (String last : List.of("69", "67")) {
      assertThat(sheet(header, "67" + line, "68" + line, last + line).data())
          .noneMatch(row -> row.header().containsKey("doc_no"));
    }
  }

  /** Without a colon too a second form below is another document. */
  @Test
  void aSecondFormBelowIsRefused() {
    assertThatThrownBy(
            () ->
                sheet(
                    "FACTURE N° BX-1 du 07/11/2026;;;;",
                    "Client : Épicerie Nour;;;;",
                    "Désignation;Qté;P.U. HT;TVA;Montant HT",
                    "Lait;10;100,00;19%;1000,00",
                    "FACTURE N° BX-2 du 08/11/2026;;;;",
                    "Lait;20;100,00;19%;2000,00"))
        .isInstanceOfSatisfying(
            UnreadableFile.class, e -> assertThat(e.finding().rule()).isEqualTo("FIL-029"));
  }

  @Test
  void theSendersOwnIdentifiersAndThePeriodAreNotTheCustomers() throws UnreadableFile {
    SheetSamples.Read read =
        sheet(
            "FROMAGERIE DE L'ATLAS;;;;;",
            "NIF : 000016001122334;RC : 16/00-0123456B16;;;;",
            "Période : du 01/02/2026 au 28/02/2026;;;;;",
            "N° Facture;Date;Client;Montant HT;TVA 19%;Total TTC",
            "F-1;05/02/2026;Amel;100,00;19,00;119,00");

    assertThat(read.data().get(0).header())
        .doesNotContainKeys("party_nif", "party_rc")
        .containsEntry("party_name", "Amel");
  }

  @Test
  void whatATableLacksItsTitleGivesAndARowThatHasItWins() throws UnreadableFile {
    SheetSamples.Read read =
        sheet(
            "Relevé de compte;;;;",
            "Client;SARL Bordj;;;",
            "N° Facture;Date;Montant HT;TVA 19%;Total TTC",
            "F-1;05/02/2026;100,00;19,00;119,00",
            "F-2;06/02/2026;100,00;19,00;119,00",
            "TOTAL;;200,00;38,00;238,00");

    assertThat(read.data())
        .extracting(row -> row.header().get("party_name"))
        .containsExactly("SARL Bordj", "SARL Bordj");
    assertThat(read.controls()).hasSize(3).allMatch(ControlFigure::agrees);
  }
}
