package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/** The controller's workbook (domain notes §5.5) as he opens it, and as other programs do. */
class ReconciliationWorkbookIT extends ReconciliationScenario {
  private static final List<String> SHEETS =
      List.of(
          "Synthèse",
          "Écarts",
          "Rapprochement",
          "Mouvements",
          "Factures-BL",
          "Lots",
          "Comptages",
          "Ajustements",
          "Anomalies",
          "Paramètres");

  private Path workbook() throws IOException {
    take(
        "stock-movements",
        "classeur-m.csv",
        MOVEMENTS
            + """
            28/02/2026;OPENING;CLS-1;L1;CLASSEUR;20;10,50;OUV-CLS-1
            01/03/2026;RECEPTION;CLS-1;L1;CLASSEUR;80;10,50;REC-CLS-1
            02/03/2026;RECEPTION;CLS-1;L2;CLASSEUR;40;11;REC-CLS-2
            10/03/2026;VENTE;CLS-1;L1;CLASSEUR;30;;BL-CLS-1
            11/03/2026;PERTE;CLS-1;L1;CLASSEUR;2;;=CMD-CLS
            01/03/2026;RECEPTION;CLS-2;L3;CLASSEUR;50;200;REC-CLS-3
            01/03/2026;RECEPTION;CLS-3;L4;CLASSEUR;7;9;REC-CLS-4
            01/03/2026;RECEPTION;CLS-4;L5;CLASSEUR;30;10;REC-CLS-5
            10/03/2026;VENTE;CLS-4;L5;CLASSEUR;5;;BL-CLS-4
            12/03/2026;VENTE;CLS-4;L5;CLASSEUR;3;;BL-CLS-5
            """);
    take(
        "invoices",
        "classeur-f.csv",
        INVOICES
            + """
            CLS-F1;10/03/2026;CLI-CLS;Client du classeur;CLS-1;Fromage à classer;36;80;19;BL-CLS-1
            CLS-F2;10/03/2026;CLI-CLS;Client du classeur;CLS-4;Fromage livré;5;80;19;BL-CLS-4
            """);
    take(
        "stock-counts",
        "classeur-c.csv",
        COUNTS
            + """
            31/03/2026;CLASSEUR;CLS-1;L1;60;61;Ali;Aya
            31/03/2026;CLASSEUR;CLS-1;L2;40;;Ali;
            31/03/2026;CLASSEUR;CLS-2;L3;45;;Ali;
            31/03/2026;CLASSEUR;CLS-4;L5;22;;Ali;
            """);
    reconcile("2026-03-31");
    try (Stream<Path> files = Files.list(HUB.home().resolve("reports/reconcile-stock"))) {
      return files
          .filter(file -> file.getFileName().toString().contains("CLASSEUR"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void theWorkbookSaysWhatTheTablesSay() throws IOException {
    Path file = workbook();
    assertThat(file.getFileName())
        .hasToString("rapprochement-INV-CLASSEUR-20260331-2026-03-31.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
      assertThat(Stream.iterate(0, n -> n + 1).limit(10).map(book::getSheetName)).isEqualTo(SHEETS);
      assertThat(new ReportWorkbook(book).recalculated()).isGreaterThan(40);
      assertThat(new ReportWorkbook(book).table("Factures-BL"))
          .filteredOn(row -> "".equals(row.get("Facture")))
          .as("what was shipped and nobody invoiced")
          .singleElement()
          .satisfies(
              row ->
                  assertThat(row)
                      .containsEntry("BL", "BL-CLS-5")
                      .containsEntry("Sorti", "3")
                      .containsEntry("Écart", "-3")
                      .containsEntry("Remarque", "sortie sans facture"));
      everyTextIsAText(book);
      XSSFSheet differences = book.getSheet("Écarts");
      assertThat(differences.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 4);
      assertThat(book.getSheet("Synthèse").getDrawingPatriarch().getCharts()).hasSize(1);
      linksLeadToTheProduct(book);
    }
    others(file);
  }

  private static void everyTextIsAText(XSSFWorkbook book) {
    for (Row row : book.getSheet("Mouvements")) {
      Cell reference = row.getCell(3);
      if (reference != null && reference.toString().startsWith("=")) {
        assertThat(reference.getCellType()).isEqualTo(CellType.STRING);
        assertThat(reference.getCellStyle().getQuotePrefixed()).isTrue();
        return;
      }
    }
    throw new AssertionError("no reference that looks like a formula");
  }

  private static void linksLeadToTheProduct(XSSFWorkbook book) {
    XSSFSheet differences = book.getSheet("Écarts");
    assertThat(differences.getHyperlinkList()).isNotEmpty();
    differences
        .getHyperlinkList()
        .forEach(
            link -> {
              String cell = link.getLocation().replaceFirst(".*!A", "");
              Row target = book.getSheet("Mouvements").getRow(Integer.parseInt(cell) - 1);
              assertThat(target.getCell(5).getStringCellValue())
                  .isEqualTo(
                      differences.getRow(link.getFirstRow()).getCell(2).getStringCellValue());
            });
  }

  private static void others(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook book = new ReadableWorkbook(in)) {
      assertThat(book.getSheets().map(org.dhatim.fastexcel.reader.Sheet::getName))
          .isEqualTo(SHEETS);
      List<org.dhatim.fastexcel.reader.Row> rows = book.findSheet("Anomalies").orElseThrow().read();
      assertThat(rows.stream().skip(1).map(row -> row.getCellAsString(8).orElse("")))
          .contains(
              "CLS-3 / L4 : stock théorique 7 non compté",
              "CLS-2 : manquant inexpliqué 5 (1\u00a0000 DA)",
              "CLS-1 : sortie non enregistrée 6 (factures CLS-F1)");
    }
  }
}
