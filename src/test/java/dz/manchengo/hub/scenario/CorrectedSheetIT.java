package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.HEADER;
import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The answer to a file with mistakes, corrected as in Excel and dropped again. */
class CorrectedSheetIT extends InProcessHub {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int REFUSED_ROWS = 4;

  /** How the file came in the first place. */
  enum Original {
    CSV,
    XLSX;

    /** Rows above the header. */
    int titleRows() {
      return this == XLSX ? 3 : 0;
    }
  }

  /** How the correction comes back. */
  enum Return {
    WHOLE_WORKBOOK,
    ONE_SHEET,
    CSV
  }

  static Stream<Arguments> ways() {
    return Stream.of(Original.values())
        .flatMap(original -> Stream.of(Return.values()).map(back -> Arguments.of(original, back)));
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

  @ParameterizedTest
  @MethodSource("originals")
  void theSheetHasTheOriginalColumnsAndTheRefusedRowsOnly(Original original) throws IOException {
    String key = "FEUILLE-" + original + "-";
    Acknowledgement answer = dropWithMistakes(key, original);

    List<List<String>> rows = answer.cells(Acknowledgement.CORRECT);

    assertThat(rows.get(0).stream().map(header -> header.replaceFirst(" [(\\[].*", "")))
        .containsExactlyElementsOf(
            Stream.concat(HEADER.stream(), Acknowledgement.HUB_COLUMNS.stream()).toList());
    assertThat(rows.stream().skip(1).map(row -> row.get(0)))
        .containsExactly(key + 2, key + 2, key + 3, key + 4);
    int first = original.titleRows() + 4;
    assertThat(rows.stream().skip(1).map(row -> cell(row, "Hub : ligne")))
        .containsExactlyElementsOf(
            IntStream.range(first, first + REFUSED_ROWS).mapToObj(String::valueOf).toList());
    assertThat(cell(rows.get(1), "Hub : motif"))
        .isEqualTo("Document refusé à cause d'une autre ligne");
    assertWrong(rows.get(2), "TVA %", "21", "INV-016");
    assertWrong(rows.get(3), "Qté", "douze", "FMT-002");
    assertWrong(rows.get(4), "Date facture", "31/02/2026", "FMT-006");
    assertTypes(answer.correction(), original);
  }

  @Test
  void aSheetWithNothingToCorrectSaysSoAndIsNoFile() throws IOException {
    HUB.drop("rien.csv", file(invoice("RIEN-1", 1)));
    Acknowledgement answer = HUB.awaitAcknowledgement("rien.csv");
    assertThat(answer.cells(Acknowledgement.CORRECT))
        .containsExactly(List.of("Hub : rien à corriger."));

    HUB.drop("rien-retour.xlsx", answer.bytes());

    assertThat(HUB.awaitAcknowledgement("rien-retour.xlsx").sentence())
        .endsWith("cet accusé de réception ne contient aucune ligne à corriger.");
    assertThat(rulesOf("rien-retour.xlsx")).containsExactly("FIL-001");
  }

  static Original[] originals() {
    return Original.values();
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
            "LU-3 2026-02-27 930.00 176.70");
  }

  private static Acknowledgement dropWithMistakes(String key, Original original)
      throws IOException {
    InvoiceText.Document[] documents = {
      invoice(key + 1, 2),
      invoice(key + 2, 2).with(1, "TVA %", "21"),
      invoice(key + 3, 1).with(0, "Qté", "douze"),
      invoice(key + 4, 1).with(0, "Date facture", "31/02/2026")
    };
    String name = key + "octobre." + original.name().toLowerCase(Locale.ROOT);
    HUB.drop(
        name, original == Original.CSV ? file(documents).getBytes(WINDOWS) : workbook(documents));
    return HUB.awaitAcknowledgement(name);
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

  /** A title, a note and an empty row above; real dates and numbers. */
  private static byte[] workbook(InvoiceText.Document... documents) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = book.createSheet("Octobre 2026");
      CellStyle date = book.createCellStyle();
      date.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
      sheet.createRow(0).createCell(0).setCellValue("Journal des ventes");
      sheet.createRow(1).createCell(0).setCellValue("Exporté le 31/10/2026");
      int next = Original.XLSX.titleRows();
      fill(sheet.createRow(next++), HEADER, date);
      for (InvoiceText.Document document : documents) {
        for (List<String> cells : document.rows()) {
          fill(sheet.createRow(next++), cells, date);
        }
      }
      book.write(out);
      return out.toByteArray();
    }
  }

  private static void fill(Row row, List<String> cells, CellStyle date) {
    for (int i = 0; i < cells.size(); i++) {
      String text = cells.get(i);
      Cell cell = row.createCell(i);
      if (text.equals("15/10/2026")) {
        cell.setCellValue(LocalDate.parse(text, DateTimeFormatter.ofPattern("dd/MM/yyyy")));
        cell.setCellStyle(date);
      } else if (text.matches("\\d+(,\\d+)?")) {
        cell.setCellValue(Double.parseDouble(text.replace(',', '.')));
      } else {
        cell.setCellValue(text);
      }
    }
  }

  private static String cell(List<String> row, String hubColumn) {
    return row.get(HEADER.size() + Acknowledgement.HUB_COLUMNS.indexOf(hubColumn));
  }

  private static void assertWrong(List<String> row, String column, String value, String rule) {
    assertThat(row.get(HEADER.indexOf(column))).isEqualTo(value);
    assertThat(cell(row, "Hub : colonne")).isEqualTo(column);
    assertThat(cell(row, "Hub : valeur reçue")).isEqualTo(value);
    assertThat(cell(row, "Hub : attendu")).isNotEmpty();
    assertThat(cell(row, "Hub : motif")).isNotEmpty();
    assertThat(cell(row, "Hub : règle")).isEqualTo(rule);
  }

  private static void assertTypes(Sheet sheet, Original original) {
    Cell date = sheet.getRow(1).getCell(HEADER.indexOf("Date facture"));
    Cell price = sheet.getRow(1).getCell(HEADER.indexOf("P.U. HT"));
    CellType wanted = original == Original.XLSX ? CellType.NUMERIC : CellType.STRING;
    assertThat(date.getCellType()).isEqualTo(wanted);
    assertThat(price.getCellType()).isEqualTo(wanted);
    if (original == Original.XLSX) {
      assertThat(DateUtil.isCellDateFormatted(date)).isTrue();
    }
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
