package dz.manchengo.hub.documents;

import static dz.manchengo.hub.documents.SheetSamples.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ControlTotalsTest {
  private static final String LINES =
      "N° facture;Date;Client;Désignation;Qté;P.U. HT;TVA %;Montant ligne HT;Total TTC";
  private static final String JOURNAL = "N° Facture;Date;Client;Montant HT;TVA 19%;Total TTC";

  /** Counted as none is a count, also where sums stand in between. */
  @Test
  void aZeroBelowASumIsARow() throws UnreadableFile {
    assertThat(
            sheet(
                    "N° facture;Date facture;Désignation;Quantité;Prix unitaire HT",
                    "F-1;15/10/2026;Lait;3;10,00",
                    "Sous-total;;;3;10,00",
                    ";;Lait de rebut;0;0")
                .data())
        .hasSize(2);
  }

  @Test
  void aTotalIsComparedWithItsColumnAndPricesAreNotSummed() throws UnreadableFile {
    assertThat(
            told(
                LINES,
                "F-1;05/01/2026;Amel;Gouda;2;100,00;19;200,00;595,00",
                "F-1;05/01/2026;Amel;Edam;3;100,00;19;300,00;595,00",
                "TOTAL;;;;5;200,00;;500,00;1190,00"))
        .containsExactly(
            "4 TOTAL | Qté 5 = 5",
            "4 TOTAL | Montant ligne HT 500,00 = 500,00",
            "4 TOTAL | Total TTC 1190,00 = 1190,00");
  }

  @Test
  void anAmountOfTheDocumentMayBeCountedOnceForItsLines() throws UnreadableFile {
    assertThat(
            told(
                LINES,
                "F-1;05/01/2026;Amel;Gouda;2;100,00;19;200,00;595,00",
                "F-1;05/01/2026;Amel;Edam;3;100,00;19;300,00;595,00",
                "Total;;;;;;;;595,00"))
        .containsExactly("4 Total | Total TTC 595,00 = 595,00");
  }

  @Test
  void aDifferenceIsToldWithTheRowsThatAreRefusedCounted() throws UnreadableFile {
    SheetSamples.Read read =
        sheet(
            JOURNAL,
            "F-1;05/01/2026;Amel;1000,00;190,00;1190,00",
            "F-2;99/99/2026;Amel;500,00;95,00;595,00",
            "Total général;;;1600,00;285,00;1785,00");
    assertThat(told(read))
        .containsExactly(
            "4 Total général | Montant HT 1600,00 ≠ 1500,00",
            "4 Total général | TVA 19% 285,00 = 285,00",
            "4 Total général | Total TTC 1785,00 = 1785,00");
    Finding finding = read.controls().get(0).finding();
    assertThat(RuleBook.message(finding, java.util.Locale.FRENCH).replace('\u00a0', ' '))
        .isEqualTo(
            "Total de contrôle ligne 4 (« Total général »), « Montant HT » : le fichier annonce"
                + " 1 600, ses lignes donnent 1 500 (écart 100)");
  }

  @Test
  void subTotalsBeginAnewAtTheirGroupOnEveryLevel() throws UnreadableFile {
    assertThat(
            told(
                JOURNAL,
                "F-1;05/01/2026;Amel;100,00;19,00;119,00",
                "Sous-total janvier;;;100,00;;",
                "F-2;05/02/2026;Amel;200,00;38,00;238,00",
                "F-3;06/02/2026;Amel;300,00;57,00;357,00",
                "Sous-total février;;;500,00;;",
                "Total client Amel;;;600,00;;",
                "F-4;05/01/2026;Nour;50,00;9,50;59,50",
                "Sous-total janvier;;;50,00;;",
                "Total client Nour;;;50,00;;",
                "Total général;;;650,00;;"))
        .allMatch(figure -> figure.contains(" = "))
        .hasSize(6);
  }

  @Test
  void carriedForwardFromPageToPageItIsTheSumSoFar() throws UnreadableFile {
    assertThat(
            told(
                JOURNAL,
                "F-1;05/01/2026;Amel;100,00;19,00;119,00",
                "À reporter;;;100,00;19,00;119,00",
                "Report;;;100,00;19,00;119,00",
                "F-2;05/02/2026;Amel;200,00;38,00;238,00",
                "TOTAUX;;;300,00;57,00;357,00"))
        .allMatch(figure -> figure.contains(" = "))
        .hasSize(9);
  }

  /** The pages before are in another file, or have a slip of their own, which is told once. */
  @Test
  void aPageBeginsWithWhatTheOnesBeforeCameTo() throws UnreadableFile {
    assertThat(
            told(
                JOURNAL,
                "Report;;;100000,00;19000,00;119000,00",
                "F-1;05/01/2026;Amel;10000,00;1900,00;11900,00",
                "À reporter;;;110000,00;20900,00;130900,00",
                "Report page 2;;;110000,00;20900,00;130900,00",
                "F-2;05/02/2026;Amel;200,00;38,00;238,00",
                "Total général;;;110200,00;20938,00;131138,00"))
        .allMatch(figure -> figure.contains(" = "))
        .hasSize(9);
    assertThat(
            told(
                JOURNAL,
                "F-1;05/01/2026;Amel;100,00;19,00;119,00",
                "Report page précédente;;;500,00;19,00;119,00",
                "F-2;05/02/2026;Amel;200,00;38,00;238,00",
                "À reporter;;;700,00;57,00;357,00",
                "Totaux;;;300,00;57,00;357,00"))
        .filteredOn(figure -> !figure.contains(" = "))
        .hasSize(1)
        .first()
        .asString()
        .contains("Report page précédente | Montant HT 500,00");
  }

  @Test
  void creditNotesMayBeTakenAway() throws UnreadableFile {
    assertThat(
            told(
                "Type;" + JOURNAL,
                "Facture;F-1;05/01/2026;Amel;100,00;19,00;119,00",
                "Avoir;AV-1;06/01/2026;Amel;40,00;7,60;47,60",
                "Total;;;;60,00;11,40;71,40"))
        .allMatch(figure -> figure.contains(" = "));
  }

  @Test
  void trailersNameTheirColumnAndCountDocumentsOrRows() throws UnreadableFile {
    assertThat(
            told(
                LINES,
                "F-1;05/01/2026;Amel;Gouda;2;100,00;19;200,00;595,00",
                "F-1;05/01/2026;Amel;Edam;3;100,00;19;300,00;595,00",
                "F-2;05/01/2026;Amel;Edam;1;100,00;19;100,00;119,00",
                "",
                "RÉCAPITULATIF",
                "Nombre de factures : 2",
                "Nombre de lignes;4",
                "Total ligne HT;600,00",
                "Total TTC : 714,00"))
        .containsExactly(
            "9 Total ligne HT | Montant ligne HT 600,00 = 600,00",
            "10 Total TTC : 714,00 | Total TTC 714,00 = 714,00",
            "7 Nombre de factures : 2 | Nombre de factures : 2 2 = 2",
            "8 Nombre de lignes | Nombre de lignes 4 ≠ 3");
  }

  @Test
  void aWholeRowWhoseNumberOrPartyIsCalledTotalIsNoTotal() throws UnreadableFile {
    SheetSamples.Read read =
        sheet(
            JOURNAL,
            "TOTAL-001;05/01/2026;Amel;100,00;19,00;119,00",
            "Total;06/01/2026;Amel;100,00;19,00;119,00",
            "RESUME 12;06/01/2026;Amel;100,00;19,00;119,00",
            "TOTAL;;;300,00;57,00;357,00");
    assertThat(read.data())
        .extracting(d -> d.header().get("doc_no"))
        .containsExactly("TOTAL-001", "Total", "RESUME 12");
    assertThat(told(read)).hasSize(3).allMatch(figure -> figure.contains(" = "));

    SheetSamples.Read byClient =
        sheet(
            "Client;N° Facture;Date;Montant HT;TVA 19%;Total TTC",
            "Total Énergies;F-9;05/01/2026;100,00;19,00;119,00",
            "Total Énergies;;;100,00;19,00;119,00");
    assertThat(byClient.data()).hasSize(1);
    assertThat(told(byClient)).hasSize(3).allMatch(figure -> figure.contains(" = "));
  }

  @Test
  void aSubTotalMayStandBelowTheRowsOfOthers() throws UnreadableFile {
    assertThat(
            told(
                JOURNAL,
                "F-1;05/01/2026;Omar;1000,00;190,00;1190,00",
                "F-2;06/01/2026;Zaki;1500,00;285,00;1785,00",
                "F-3;07/01/2026;Omar;2000,00;380,00;2380,00",
                ";;Sous-total Omar;3000,00;570,00;3500,00",
                ";;Sous-total Zaki;1500,00;285,00;1785,00",
                ";;Total général;4500,00;855,00;5355,00"))
        .filteredOn(figure -> !figure.contains(" = "))
        .containsExactly("5 Sous-total Omar | Total TTC 3500,00 ≠ 3570,00");
  }

  @Test
  void totalsBelowEachInvoiceAreOfThatInvoice() throws UnreadableFile {
    assertThat(
            told(
                "N° facture;Date;Client;Désignation;Qté;PU HT;Taux TVA;Montant HT",
                "F-1;05/01/2026;Amel;Gouda;10;100,00;19;1000,00",
                ";;;Total HT;;;;1000,00",
                ";;;TVA 19%;;;;190,00",
                ";;;Total TTC;;;;1190,00",
                "F-2;05/01/2026;Nour;Edam;5;100,00;19;500,00",
                ";;;Total HT;;;;500,00",
                ";;;TVA 19%;;;;95,00",
                ";;;Total TTC;;;;595,00"))
        .hasSize(6)
        .allMatch(figure -> figure.contains(" = "));
  }

  /** Each control of a file: where it stands, what it says and what the lines come to. */
  static List<String> told(String... lines) throws UnreadableFile {
    return told(sheet(lines));
  }

  static List<String> told(SheetSamples.Read read) {
    return read.controls().stream()
        .map(
            c ->
                c.row()
                    + " "
                    + c.label()
                    + " | "
                    + c.column()
                    + " "
                    + plain(c.declared())
                    + (c.agrees() ? " = " : " ≠ ")
                    + plain(c.read()))
        .toList();
  }

  private static String plain(java.math.BigDecimal number) {
    return number.toPlainString().replace('.', ',');
  }
}
