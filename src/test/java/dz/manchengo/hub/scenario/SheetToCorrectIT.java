package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.HEADER;
import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the answer to a file with mistakes gives back to correct. */
class SheetToCorrectIT extends CorrectionScenario {
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

  /** Rows deleted or emptied: those that are left are taken, and where none is it is said so. */
  @Test
  void rowsThatAreLeftLoadAndASheetWithoutAnySaysWhatIsLookedFor() throws IOException {
    Acknowledgement answer = dropWithMistakes("VIDE-", Original.CSV);
    Sheet sheet = answer.correction();
    sheet.getRow(2).getCell(HEADER.indexOf("TVA %")).setCellValue(19);
    IntStream.of(3, 4).forEach(row -> sheet.removeRow(sheet.getRow(row)));
    HUB.drop("vide-reste.xlsx", answer.bytes());

    assertThat(HUB.awaitAcknowledgement("vide-reste.xlsx").status()).isEqualTo("POSTED");
    assertThat(invoicesOf("vide-reste.xlsx")).containsExactly("VIDE-2");

    IntStream.of(1, 2).mapToObj(sheet::getRow).forEach(row -> row.forEach(Cell::setBlank));
    HUB.drop("vide-retour.xlsx", answer.bytes());

    assertThat(HUB.awaitAcknowledgement("vide-retour.xlsx").sentence())
        .contains(
            "la feuille « À corriger » n'a plus de ligne sous son en-tête ; on y cherche les lignes à"
                + " renvoyer");
    assertThat(rulesOf("vide-retour.xlsx")).containsExactly("FIL-001");
  }

  static Original[] originals() {
    return Original.values();
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
}
