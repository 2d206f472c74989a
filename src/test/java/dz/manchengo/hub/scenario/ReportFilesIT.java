package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A report is files beside a job, no Java. */
class ReportFilesIT extends ReportScenario {
  private String run(String job, String sheets, String query) throws IOException {
    return run(job, "parameters: {most: 3}", sheets, query);
  }

  @Test
  void threeFilesMakeAReport() throws IOException {
    assertThat(
            run(
                "report-trial",
                """
                file: {fr: "essai-{businessDate}", en: trial}
                words: {ODD: {fr: impair, en: odd}, EVEN: {fr: pair, en: even}}
                sheets:
                  - id: rows
                    title: {fr: "Lignes : toutes", en: Rows}
                    query: rows.sql
                    columns:
                      - {column: n, title: {fr: N, en: N}, type: integer, total: true}
                      - {column: twice, title: {fr: Double, en: Twice}, type: amount, formula: "2*{n}"}
                      - {column: kind, title: {fr: Genre, en: Kind}, type: word}
                """,
                """
                SELECT n, 2 * n AS twice, CASE n % 2 WHEN 1 THEN 'ODD' ELSE 'EVEN' END AS kind
                FROM generate_series(1, :most) n ORDER BY n
                """))
        .isEqualTo("COMPLETED");
    Path file = HUB.home().resolve("reports/report-trial/essai-2026-02-01.xlsx");
    byte[] first = Files.readAllBytes(file);
    assertThat(again("report-trial")).isEqualTo("COMPLETED");
    try (Stream<Path> former = Files.list(file.resolveSibling("former"))) {
      assertThat(former.toList())
          .singleElement()
          .satisfies(kept -> assertThat(kept).hasBinaryContent(first));
    }
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
      XSSFSheet sheet = book.getSheetAt(0);
      assertThat(sheet.getSheetName()).isEqualTo("Lignes   toutes");
      assertThat(sheet.getRow(5).getCell(0).getNumericCellValue()).isEqualTo(3);
      assertThat(sheet.getRow(5).getCell(1).getCellFormula()).isEqualTo("2*A6");
      assertThat(sheet.getRow(5).getCell(2).getStringCellValue()).isEqualTo("impair");
      assertThat(sheet.getRow(6).getCell(0).getCellFormula()).isEqualTo("SUBTOTAL(109,A4:A6)");
      assertThat(sheet.getRow(6).getCell(0).getNumericCellValue()).isEqualTo(6);
    }
  }

  /** A figure of Excel's own would see the first sheet alone. */
  @Test
  void aTableTooLongForASheetGoesOnInAnotherAndItsFiguresAreThoseOfAll() throws IOException {
    assertThat(
            run(
                "report-long",
                """
                file: {fr: long, en: long}
                sheets:
                  - id: summary
                    title: {fr: Synthèse, en: Summary}
                    query: rows.sql
                    figures: [{title: {fr: Somme, en: Sum}, column: all, type: integer, formula: "SUM({rows.n})"}]
                  - id: rows
                    title: {fr: Lignes de tous les mois de l'année A, en: Rows}
                    query: long.sql
                    columns: [{column: n, title: {fr: N, en: N}, type: integer, total: true}]
                  - id: more
                    title: {fr: Lignes de tous les mois de l'année B, en: More}
                    query: rows.sql
                    columns: [{column: all, title: {fr: N, en: N}, type: integer}]
                """,
                "SELECT 1048580 AS all"))
        .as("a query that is not there yet")
        .contains("long.sql");
    Files.writeString(
        HUB.home().resolve("batch-jobs/report-long/long.sql"),
        "SELECT 1 AS n FROM generate_series(1, 1048580)");
    assertThat(again("report-long")).isEqualTo("COMPLETED");
    try (ZipFile book = new ZipFile(HUB.home().resolve("reports/report-long/long.xlsx").toFile())) {
      assertThat(text(book, "xl/workbook.xml"))
          .contains("\"Lignes de tous les mois de l'an\"")
          .contains("\"Lignes de tous les mois de  (2)\"")
          .contains("\"Lignes de tous les mois de  (3)\"");
      assertThat(text(book, "xl/worksheets/sheet1.xml"))
          .contains("<v>1048580.0</v>")
          .doesNotContain("<f>");
    }
  }

  private static String text(ZipFile book, String entry) throws IOException {
    return new String(book.getInputStream(book.getEntry(entry)).readAllBytes(), UTF_8);
  }

  private static final String TEMPLATED =
      """
      file: {fr: modele, en: template}
      sheets:
        - id: rows
          title: {fr: Lignes, en: Rows}
          query: rows.sql
          columns:
            - {column: n, title: {fr: N, en: N}, type: integer, total: true}
            - {column: twice, title: {fr: Double, en: Twice}, type: amount}
      """;

  @Test
  void whatSomebodyMadeOfAWorkbookInExcelSurvives() throws IOException {
    String query = "SELECT n, 2.5 * n AS twice FROM generate_series(1, :most) n ORDER BY n";
    assertThat(run("report-templated", TEMPLATED, query)).isEqualTo("COMPLETED");
    Path written = HUB.home().resolve("reports/report-templated/modele.xlsx");
    Path template = HUB.home().resolve("batch-jobs/report-templated/template.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(written));
        OutputStream out = Files.newOutputStream(template)) {
      XSSFSheet own = book.createSheet("Pour la banque");
      own.createRow(0).createCell(0).setCellValue("Total doublé");
      own.getRow(0).createCell(1).setCellFormula("SUM(Lignes!B4:B1000)*2");
      own.getRow(0).getCell(1).setCellValue(-1);
      XSSFCellStyle bold = book.createCellStyle();
      bold.setDataFormat(book.createDataFormat().getFormat("0.0000"));
      book.getSheet("Lignes").getRow(3).getCell(1).setCellStyle(bold);
      book.getSheet("Lignes").setColumnWidth(1, 40 * 256);
      book.write(out);
    }
    assertThat(run("report-templated", TEMPLATED, query.replace("2.5", "3.5")))
        .isEqualTo("COMPLETED");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(written))) {
      XSSFSheet rows = book.getSheet("Lignes");
      assertThat(rows.getRow(5).getCell(1).getNumericCellValue()).isEqualTo(10.5);
      assertThat(rows.getRow(5).getCell(1).getCellStyle().getDataFormatString())
          .isEqualTo("0.0000");
      assertThat(rows.getColumnWidth(1)).isEqualTo(40 * 256);
      assertThat(rows.getLastRowNum()).as("three rows and their total").isEqualTo(6);
      Cell total = book.getSheet("Pour la banque").getRow(0).getCell(1);
      assertThat(total.getCellFormula()).isEqualTo("SUM(Lignes!B4:B1000)*2");
      assertThat(((XSSFCell) total).getRawValue()).as("no figure of another day").isNull();
      assertThat(book.getCreationHelper().createFormulaEvaluator().evaluate(total).getNumberValue())
          .isEqualTo(42);
    }
    Files.writeString(template, "no workbook");
    assertThat(run("report-templated", TEMPLATED, query))
        .isEqualTo("template.xlsx: no workbook of Excel (XLSX)");
  }

  @Test
  void columnsAreFormattedGroupedAndPrintedAsTheFileSays() throws IOException {
    String sheets =
        """
        file: {fr: groupes, en: groups}
        sheets:
          - id: rows
            title: {fr: Lignes, en: Rows}
            query: rows.sql
            groups:
              - {title: {fr: Mesures, en: Measures}, from: n, to: kg}
            print: {portrait: true, paper: A3, pages: 2}
            columns:
              - {column: name, title: {fr: Nom, en: Name}, type: text}
              - {column: n, title: {fr: N, en: N}, type: integer}
              - {column: kg, title: {fr: Poids, en: Weight}, type: quantity, format: '0.00" kg"', total: true}
        """;
    String query = "SELECT 'a' AS name, 1 AS n, 2.5 AS kg";
    assertThat(run("report-grouped", sheets, query)).isEqualTo("COMPLETED");
    Path file = HUB.home().resolve("reports/report-grouped/groupes.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
      XSSFSheet sheet = book.getSheetAt(0);
      assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("Mesures");
      assertThat(sheet.getMergedRegions())
          .singleElement()
          .hasToString("org.apache.poi.ss.util.CellRangeAddress [B2:C2]");
      assertThat(sheet.getRow(3).getCell(2).getCellStyle().getDataFormatString())
          .isEqualTo("0.00\" kg\"");
      assertThat(sheet.getRow(4).getCell(2).getCellStyle().getDataFormatString())
          .isEqualTo("0.00\" kg\"");
      assertThat(sheet.getPrintSetup().getLandscape()).isFalse();
      assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A3_PAPERSIZE);
      assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 2);
      assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("2:3");
    }
    assertThat(run("report-grouped", sheets.replace("from: n, to: kg", "from: kg, to: n"), query))
        .isEqualTo("report-grouped/sheets.yaml: rows: no columns in that order from kg to n");
  }

  @Test
  void aMistakeInTheSheetsIsNamed() throws IOException {
    assertThat(
            run(
                "report-mistaken",
                """
                file: {fr: essai, en: trial}
                sheets:
                  - id: rows
                    title: {fr: Lignes, en: Rows}
                    query: rows.sql
                    columns:
                      - {column: n, title: {fr: N, en: N}, type: integer, formula: "2*{m}"}
                """,
                "SELECT 1 AS n"))
        .isEqualTo("report-mistaken/sheets.yaml: rows: nothing is called {rows.m}");
  }
}
