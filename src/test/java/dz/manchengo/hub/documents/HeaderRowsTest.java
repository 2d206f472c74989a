package dz.manchengo.hub.documents;

import static dz.manchengo.hub.documents.SheetSamples.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRowsTest {
  @Test
  void groupsAboveTheColumnsAreReadWithThem() throws UnreadableFile {
    SheetSamples.Read read =
        sheet(
            "Relevé des factures de janvier;;;;;;;;;",
            "Facture;;Client;;;Article;;;Montants;",
            "N°;Date;Code;Nom;NIF;Code;Désignation;Qté;P.U. HT;TVA %",
            "F-1;05/01/2026;C-014;Amel;;GOU;Gouda;2;100,00;19",
            "F-1;05/01/2026;C-014;Amel;;EDA;Edam;3;110,00;9");

    DataRow second = read.data().get(1);
    assertThat(read.data()).hasSize(2);
    assertThat(second.header())
        .containsEntry("doc_no", "F-1")
        .containsEntry("party_code", "C-014")
        .containsEntry("party_name", "Amel")
        .containsKey("doc_date");
    assertThat(second.line())
        .containsEntry("product_code", "EDA")
        .containsEntry("description", "Edam")
        .containsEntry("vat_rate", new BigDecimal("9"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "N° facture;Date;Client;TVA 19%;;TVA 9%;;Total TTC\n;;;Base;Montant;Base;Montant;",
        "N° facture;Date;Client;Taux normal 19%;;Taux réduit 9%;;Total TTC\n;;;Montant HT;TVA;Montant HT;TVA;",
        "N° facture;Date;Client;19%;;9%;;Total TTC\nN° facture;Date;Client;HT;TVA;HT;TVA;Total TTC"
      })
  void aRateOverTwoColumnsIsOfBoth(String header) throws UnreadableFile {
    String[] rows =
        (header + "\nF-1;05/01/2026;Amel;1000,00;190,00;100,00;9,00;1299,00").split("\n", -1);

    assertThat(sheet(rows).data().get(0).header())
        .containsEntry("base_19", new BigDecimal("1000.00"))
        .containsEntry("vat_19", new BigDecimal("190.00"))
        .containsEntry("base_9", new BigDecimal("100.00"))
        .containsEntry("vat_9", new BigDecimal("9.00"));
  }

  /** « Montant HT » and « TVA » over the rates: the order of the columns is another one. */
  @Test
  void amountsOverTheirRatesAreOfEachRate() throws UnreadableFile {
    SheetSamples.Read read =
        sheet(
            "N° facture;Date;Client;Montant HT;Montant HT;TVA;TVA;Total TTC",
            ";;;19%;9%;19%;9%;",
            "F-1;05/01/2026;Amel;1000,00;100,00;190,00;9,00;1299,00");

    assertThat(read.data().get(0).header())
        .containsEntry("base_19", new BigDecimal("1000.00"))
        .containsEntry("base_9", new BigDecimal("100.00"))
        .containsEntry("vat_19", new BigDecimal("190.00"))
        .containsEntry("vat_9", new BigDecimal("9.00"));
  }

  /** Cells that are merged downwards stand in both rows. */
  @Test
  void whatIsMergedDownwardsIsOneHeader() throws UnreadableFile {
    SheetSamples.Read read =
        sheet(
            "N° facture;Date;Client;Désignation;Quantité;Prix HT;Prix HT;TVA %",
            "N° facture;Date;Client;Désignation;Quantité;Unitaire;Total;TVA %",
            "F-1;05/01/2026;Amel;Gouda;2;100,00;200,00;19");

    assertThat(read.data().get(0).line())
        .containsEntry("unit_price_ht", new BigDecimal("100.00"))
        .containsEntry("vat_rate", new BigDecimal("19"));
  }

  /** Under « Article » it is no more of an amount than alone. */
  @Test
  void ratesUnderAGroupAreRates() throws UnreadableFile {
    SheetSamples.Read read =
        sheet(
            "Facture;;Client;Article;;;",
            "N°;Date;Nom;Désignation;Qté;P.U. HT;TVA",
            "F-1;05/01/2026;Amel;Gouda;2;100,00;19%",
            "F-2;05/01/2026;Amel;Edam;3;110,00;9%");

    assertThat(read.data().get(1).line()).containsEntry("vat_rate", new BigDecimal("9"));
  }

  @Test
  void underTotalsTheTaxIsTheDocuments() throws UnreadableFile {
    SheetSamples.Read read =
        sheet(
            "Facture;;Client;Totaux;;",
            "N°;Date;Nom;HT;TVA;TTC",
            "F-1;05/01/2026;Amel;200,00;28,00;228,00",
            "F-2;05/01/2026;Amel;200,00;38,00;238,00");

    assertThat(read.data().get(0).header()).containsEntry("total_vat", new BigDecimal("28.00"));
  }

  @Test
  void aDateBelowAnotherGroupIsNotTheInvoices() throws UnreadableFile {
    SheetSamples.Read read =
        sheet(
            "N° facture;Date facture;Client;Montants;;;Livraison;",
            ";;;HT;TVA 19%;TTC;Date;Chauffeur",
            "F-1;05/01/2026;Amel;100,00;19,00;119,00;09/01/2026;Ali");

    assertThat(read.data().get(0).header())
        .containsEntry("doc_date", java.time.LocalDate.of(2026, 1, 5))
        .containsEntry("total_ttc", new BigDecimal("119.00"));
  }

  @Test
  void mergedGroupsOfAWorkbookAndHeadersMergedDownwards() throws UnreadableFile {
    String rows =
        """
        <sheetData>
        <row r="1">%s</row><row r="2">%s</row>
        <row r="3">%s<c r="E3"><v>2</v></c><c r="F3"><v>100</v></c><c r="G3"><v>19</v></c></row>
        </sheetData>
        <mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="C1:D1"/><mergeCell ref="E1:G1"/></mergeCells>
        """
            .formatted(
                text("A1", "N° facture")
                    + text("B1", "Date")
                    + text("C1", "Client")
                    + text("E1", "Ligne"),
                text("C2", "Nom")
                    + text("D2", "NIF")
                    + text("E2", "Qté")
                    + text("F2", "P.U. HT")
                    + text("G2", "TVA %"),
                text("A3", "F-1") + text("B3", "05/01/2026") + text("C3", "Amel"));

    SheetSamples.Read read = sheet(ReadingSamples.read(ReadingSamples.workbook(rows)));

    assertThat(read.data()).hasSize(1);
    assertThat(read.data().get(0).header())
        .containsEntry("doc_no", "F-1")
        .containsEntry("party_name", "Amel");
    assertThat(read.data().get(0).line()).containsEntry("qty", new BigDecimal("2"));
  }

  @Test
  void theHeaderAgainOnTheNextPageIsNoData() throws UnreadableFile {
    String header = "N° Facture;Date;Client;;Montant HT;TVA 19%;Total TTC";
    SheetSamples.Read read =
        sheet(
            header,
            "F-1;05/01/2026;Amel;;100,00;19,00;119,00",
            "À reporter;;;;100,00;19,00;119,00",
            header,
            "Report;;;;100,00;19,00;119,00",
            "F-2;05/01/2026;Amel;;200,00;38,00;238,00",
            "TOTAL;;;;300,00;57,00;357,00");

    assertThat(read.data())
        .extracting(row -> row.header().get("doc_no"))
        .containsExactly("F-1", "F-2");
    assertThat(read.controls()).hasSize(9).allMatch(ControlFigure::agrees);
    assertThat(SheetSamples.sentences(read))
        .contains("FIL-012 4 Ligne 4 (« N° Facture ») non lue : c'est l'en-tête répété");
  }

  @Test
  void aTitleAboveAndDataBelowAreNoSecondHeaderRow() throws UnreadableFile {
    SheetSamples.Read read =
        sheet(
            "JOURNAL DES VENTES;JOURNAL DES VENTES;Période",
            "N° facture;Date;Client;Désignation;Qté;P.U. HT;TVA %",
            "F-1;05/01/2026;Amel;Gouda;2;100,00;19");

    assertThat(read.data()).hasSize(1);
    assertThat(read.data().get(0).header()).containsEntry("doc_no", "F-1");
  }

  private static String text(String at, String text) {
    return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(at, text);
  }
}
