package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The answer to a file with mistakes, corrected as in Excel and dropped again. */
class CorrectedSheetIT extends CorrectionScenario {
  /** How the correction comes back. */
  enum Return {
    WHOLE_WORKBOOK,
    ONE_SHEET,
    CSV
  }

  @ParameterizedTest
  @MethodSource("ways")
  void correctedTheSheetLoadsTheMissingDocumentsAndNothingTwice(Original original, Return back)
      throws IOException {
    String key = "COR-" + original + "-" + back + "-";
    Acknowledgement answer = dropWithMistakes(key, original);
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(answer.count("Documents créés")).isEqualTo(1);
    assertThat(answer.count("Documents refusés")).isEqualTo(3);
    assertThat(answer.count("Lignes refusées")).isEqualTo(REFUSED_ROWS);
    correct(answer.correction());
    String name = key + (back == Return.CSV ? "retour.csv" : "retour.xlsx");

    HUB.drop(name, back(answer, back));

    Acknowledgement second = HUB.awaitAcknowledgement(name);
    assertThat(second.status()).as("%s", second.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(second.count("Lignes lues")).isEqualTo(REFUSED_ROWS);
    assertThat(second.count("Documents créés")).isEqualTo(3);
    assertThat(second.figure("Total HT comptabilisé (DA)")).isEqualTo(168.00);
    assertThat(second.figure("Total TVA comptabilisée (DA)")).isEqualTo(31.93);
    assertThat(second.figure("Total TTC comptabilisé (DA)")).isEqualTo(199.93);
    assertOnceEach(key);
  }

  @Test
  void correctedInPartItIsAnsweredWithTheRestInTheSameColumns() throws IOException {
    Acknowledgement answer = dropWithMistakes("RESTE-", Original.CSV);
    set(answer.correction().getRow(2), "TVA %", "19");
    HUB.drop("reste-retour.xlsx", answer.bytes());

    Acknowledgement second = HUB.awaitAcknowledgement("reste-retour.xlsx");

    assertThat(second.status()).isEqualTo("PARTIAL");
    List<List<String>> rows = second.cells(Acknowledgement.CORRECT);
    assertThat(rows.get(0)).isEqualTo(answer.cells(Acknowledgement.CORRECT).get(0));
    assertThat(rows.stream().skip(1).map(row -> row.get(0))).containsExactly("RESTE-3", "RESTE-4");
  }

  /** Nothing was swapped: the sheet has texts, and Excel makes a date of what is typed. */
  @Test
  void aDateTypedBesideTheTextsOfOthersIsNoSwappedOne() throws IOException {
    HUB.drop(
        "typed-date.csv",
        """
        N° facture;Date facture;Client;Désignation;Quantité;Prix unitaire HT;TVA %
        TD-1;31/02/2026;Atlas TD;Gouda TD;1;1000,00;19
        TD-2;25/03/2026;Bahia TD;Gouda TD;1;douze;19
        """);
    Acknowledgement answer = HUB.awaitAcknowledgement("typed-date.csv");
    Cell date = answer.correction().getRow(1).getCell(1);
    date.setCellValue(LocalDate.of(2026, 3, 2));
    CellStyle style = date.getSheet().getWorkbook().createCellStyle();
    style.setDataFormat((short) 14);
    date.setCellStyle(style);
    answer.correction().getRow(2).getCell(5).setCellValue(12);

    HUB.drop("typed-date-retour.xlsx", answer.bytes());

    Acknowledgement second = HUB.awaitAcknowledgement("typed-date-retour.xlsx");
    assertThat(second.status()).as("%s", second.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(
            number(
                "SELECT count(*) FROM invoice WHERE invoice_no = 'TD-1' AND invoice_date = '2026-03-02'"))
        .isEqualTo(1);
  }

  /** The rows that spoke against day first are posted, and not on the sheet. */
  @Test
  void aDateThatCouldBeTwoIsNoneOnTheSheetEither() throws IOException {
    HUB.drop(
        "doute.csv",
        """
        N° facture;Date facture;Client;Désignation;Quantité;Prix unitaire HT;TVA %
        DTE-1;10/25/2026;Atlas DTE;Gouda DTE;1;1000,00;19
        DTE-2;11/04/2026;Bahia DTE;Gouda DTE;1;1000,00;19
        DTE-3;11/05/2026;Bahia DTE;Gouda DTE;douze;1000,00;19
        """);
    Acknowledgement answer = HUB.awaitAcknowledgement("doute.csv");
    answer.correction().getRow(2).getCell(4).setCellValue(12);
    HUB.drop("doute-retour.xlsx", answer.bytes());

    Acknowledgement second = HUB.awaitAcknowledgement("doute-retour.xlsx");
    assertThat(second.status()).isEqualTo("REJECTED");
    assertThat(second.cells(Acknowledgement.CORRECT).toString())
        .contains("dans le fichier d'origine la même colonne écrivait l'un et l'autre");
    second.correction().getRow(1).getCell(1).setCellValue("2026-11-04");
    second.correction().getRow(2).getCell(1).setCellValue("5 novembre 2026");
    HUB.drop("doute-encore.xlsx", second.bytes());

    assertThat(HUB.awaitAcknowledgement("doute-encore.xlsx").status()).isEqualTo("POSTED");
    assertThat(
            db.sql(
                    "SELECT invoice_date::text FROM invoice WHERE invoice_no LIKE 'DTE-_' ORDER BY 1")
                .query(String.class)
                .list())
        .containsExactly("2026-10-25", "2026-11-04", "2026-11-05");
  }

  /** One row of headers stands on the sheet for the two of the file. */
  @Test
  void aHeaderOfTwoRowsComesBackAsOneThatIsRead() throws IOException {
    HUB.drop(
        "deux-lignes-entete.csv",
        """
        Facture;;Client;;Article;;Montants;;;
        N°;Date;Code;Nom;Code;Désignation;Qté;PU HT;TVA;Montant HT
        DLE-1;05/10/2026;DLE-C1;Atlas DLE;DLE-A1;Gouda DLE;2;100,00;21;200,00
        DLE-1;05/10/2026;DLE-C1;Atlas DLE;DLE-A2;Edam DLE;3;100,00;19;300,00
        DLE-2;06/10/2026;DLE-C2;Bahia DLE;DLE-A1;Gouda DLE;1;100,00;9;100,00
        """);
    Acknowledgement answer = HUB.awaitAcknowledgement("deux-lignes-entete.csv");
    assertThat(answer.count("Documents créés")).isEqualTo(1);
    assertThat(answer.cells(Acknowledgement.CORRECT).get(0))
        .contains("Client Code", "Article Code", "TVA");
    answer.correction().getRow(1).getCell(8).setCellValue(19);
    HUB.drop("deux-lignes-entete-retour.xlsx", answer.bytes());

    Acknowledgement second = HUB.awaitAcknowledgement("deux-lignes-entete-retour.xlsx");
    assertThat(second.status()).as("%s", second.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(
            number(
                "SELECT count(*) FROM invoice_line JOIN invoice USING (invoice_id) JOIN product USING (product_id)"
                    + " WHERE invoice_no = 'DLE-1' AND product_code IN ('DLE-A1', 'DLE-A2')"))
        .isEqualTo(2);
  }

  @Test
  void aCorrectionThatComesInTwoFormsIsUnchangedTheSecondTime() throws IOException {
    Acknowledgement answer = dropWithMistakes("DEUX-", Original.XLSX);
    correct(answer.correction());
    HUB.drop("deux-retour.xlsx", answer.bytes());
    HUB.awaitAcknowledgement("deux-retour.xlsx");
    HUB.drop("deux-retour.csv", back(answer, Return.CSV));

    Acknowledgement second = HUB.awaitAcknowledgement("deux-retour.csv");

    assertThat(second.count("Documents inchangés")).isEqualTo(3);
    assertThat(second.count("Documents créés")).isZero();
    assertOnceEach("DEUX-");
  }

  /** The rows that showed it are posted and no longer there. */
  @Test
  void theSheetIsReadAsItsFileWas() throws IOException {
    String header =
        "N° facture;Date facture;Client;Désignation;Quantité;Prix unitaire HT;Remise;TVA;Mode de paiement";
    HUB.drop(
        "lu-comme.csv",
        String.join(
            "\r\n",
            header,
            "LU-1;01/25/2026;SARL Atlas;Lait;10;100,00;5%;180,50;Virement",
            "LU-4;01/26/2026;SARL Atlas;Lait;10;100,00;5%;180,50;Virement",
            "LU-2;02/03/2026;SARL Atlas;Levure;1;47,37;;9,00;Virementt",
            "LU-3;02/27/2026;SARL Atlas;Lait;10;100,00;7;176,70;Virementt"));
    Acknowledgement answer = HUB.awaitAcknowledgement("lu-comme.csv");
    assertThat(answer.status())
        .as("%s", answer.cells(Acknowledgement.CORRECT))
        .isEqualTo("PARTIAL");
    answer.correction().getRow(1).getCell(8).setCellValue("Virement");
    answer.correction().getRow(2).getCell(8).setCellValue("Virement");
    HUB.drop("lu-comme-retour.xlsx", answer.bytes());

    assertThat(HUB.awaitAcknowledgement("lu-comme-retour.xlsx").status()).isEqualTo("POSTED");
    assertThat(
            db.sql(
                    "SELECT invoice_no || ' ' || invoice_date || ' ' || comp_ht || ' ' || comp_vat"
                        + " FROM invoice WHERE invoice_no LIKE 'LU-_' ORDER BY 1")
                .query(String.class)
                .list())
        .containsExactly(
            "LU-1 2026-01-25 950.00 180.50",
            "LU-2 2026-02-03 47.37 9.00",
            "LU-3 2026-02-27 930.00 176.70",
            "LU-4 2026-01-26 950.00 180.50");
  }

  static Stream<Arguments> ways() {
    return Stream.of(Original.values())
        .flatMap(original -> Stream.of(Return.values()).map(back -> Arguments.of(original, back)));
  }

  private static void correct(Sheet sheet) {
    set(sheet.getRow(2), "TVA %", "19");
    set(sheet.getRow(3), "Qté", "12");
    set(sheet.getRow(4), "Date facture", "15/10/2026");
  }

  /** Types into the cell, which keeps its style, as Excel does: a number becomes a number. */
  private static void set(Row row, String column, String value) {
    Cell cell = row.getCell(HEADER.indexOf(column));
    if (value.contains("/")) {
      cell.setCellValue(value);
    } else {
      cell.setCellValue(Double.parseDouble(value));
    }
  }

  private static byte[] back(Acknowledgement corrected, Return back) throws IOException {
    return switch (back) {
      case WHOLE_WORKBOOK -> corrected.bytes();
      case ONE_SHEET -> oneSheet(corrected);
      case CSV -> csv(corrected.correction());
    };
  }

  /** The sheet alone, moved to a workbook of its own. */
  private static byte[] oneSheet(Acknowledgement corrected) throws IOException {
    try (XSSFWorkbook copy =
        Acknowledgement.read(new java.io.ByteArrayInputStream(corrected.bytes())).book()) {
      for (int i = copy.getNumberOfSheets() - 1; i >= 0; i--) {
        if (!copy.getSheetName(i).equals(Acknowledgement.CORRECT)) {
          copy.removeSheetAt(i);
        }
      }
      copy.setSheetName(0, "Feuil1");
      return new Acknowledgement(copy).bytes();
    }
  }

  /** As a French Excel saves it: what is shown, {@code ;} between, windows-1252. */
  private static byte[] csv(Sheet sheet) {
    DataFormatter shown = new DataFormatter(Locale.FRANCE);
    int columns = sheet.getRow(0).getLastCellNum();
    StringBuilder text = new StringBuilder();
    for (Row row : sheet) {
      text.append(
              IntStream.range(0, columns)
                  .mapToObj(i -> quoted(shown.formatCellValue(row.getCell(i))))
                  .collect(Collectors.joining(";")))
          .append("\r\n");
    }
    return text.toString().getBytes(WINDOWS);
  }

  private static String quoted(String cell) {
    return cell.contains(";") || cell.contains("\"")
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }

  private void assertOnceEach(String key) {
    List<String> once =
        db.sql(
                "SELECT invoice_no || ' ' || revision || ' ' || comp_ht FROM invoice"
                    + " WHERE invoice_no LIKE :key || '_' ORDER BY invoice_no")
            .param("key", key)
            .query(String.class)
            .list();
    assertThat(once)
        .containsExactly(
            key + "1 1 31.50", key + "2 1 31.50", key + "3 1 126.00", key + "4 1 10.50");
  }
}
