package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.FileReader.Limits;
import dz.manchengo.hub.documents.FileReader.ReadingHints;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One workbook as LibreOffice saves it in each format, {@code workbook.fods} being the one that it
 * was given: every reader says the same of it.
 */
class SameWorkbookTest {
  private static final Path FOLDER = Path.of("src/test/resources/formats");

  @Test
  void theSourceIsReadAsItWasWritten() throws Exception {
    List<String> cells = cells("workbook.fods");
    assertThat(cells)
        .contains(
            "Ventes 2.1 Text[text=000123]",
            "Ventes 2.2 Text[text=Lait  cru\n1 L]",
            "Ventes 2.3 Moment[value=2026-01-05T00:00]",
            "Ventes 2.5 Percent[value=19]",
            "Ventes 2.6 Numeric[value=0.3]",
            "Ventes 2.7 Truth[value=true]",
            "Ventes 3.1 Text[text=213000000000000123456]",
            "Ventes 3.4 Text[text=١٢٫٥]",
            "Ventes 3.6 Text[text=(12,50)]",
            "Ventes 3.7 Numeric[value=0.4375]",
            "Ventes 4.1 Numeric[value=123456789012]",
            "Ventes 4.3 Fault[text=#N/A]",
            "Ventes 4.5 Text[text=1\u00A0250,50]",
            "Ventes 6.2 Text[text=Fusion]",
            "Ventes 9.2 Numeric[value=8]",
            "Cachée 1.1 Text[text=caché]");
    assertThat(cells).hasSize(44);
  }

  @ParameterizedTest
  @ValueSource(strings = {"workbook.ods", "workbook.xlsx", "workbook.xls"})
  void everyWorkbookHoldsTheSameCells(String name) throws Exception {
    assertThat(cells(name)).isEqualTo(cells("workbook.fods"));
    assertThat(hidden(name)).isEqualTo("Cachée, Ventes!4:4, Ventes!G:G");
  }

  /** Text has no types and no merged cells; what it shows means the same. */
  @Test
  void theTextMeansTheSame() throws Exception {
    List<SourceRow> text = ReadingSamples.rows(read("workbook.csv").sheets().get(0));
    List<SourceRow> workbook = ReadingSamples.rows(read("workbook.fods").sheets().get(0));
    for (int row : new int[] {1, 2}) {
      for (int column : new int[] {0, 1, 3, 4, 5}) {
        assertThat(meaning(text.get(row).cell(column)))
            .isEqualTo(meaning(workbook.get(row).cell(column)));
      }
    }
    assertThat(text.get(2).cell(2).text()).isEqualTo("04/03/2026 10:20:30");
    assertThat(text.get(3).cell(2).text()).isEqualTo("#N/A");
  }

  private static String meaning(Cell cell) {
    BigDecimal number = CellValue.exact(cell);
    return number == null ? cell.text() : number.stripTrailingZeros().toPlainString();
  }

  private static List<String> cells(String name) throws Exception {
    List<String> cells = new ArrayList<>();
    try (SourceFile file = read(name)) {
      for (SourceSheet sheet : file.sheets()) {
        for (SourceRow row : ReadingSamples.rows(sheet)) {
          for (int i = 0; i < row.cells().size(); i++) {
            if (!row.cell(i).isBlank()) {
              cells.add(
                  sheet.name()
                      + " "
                      + row.number()
                      + "."
                      + (i + 1)
                      + " "
                      + ReadingSamples.shown(row.cell(i)));
            }
          }
        }
      }
    }
    return cells;
  }

  private static String hidden(String name) throws Exception {
    try (SourceFile file = read(name)) {
      return file.findings().get(0).params().getOrDefault("detail", "");
    }
  }

  private static SourceFile read(String name) throws UnreadableFile, IOException {
    return ReadingSamples.read(
        Files.readAllBytes(FOLDER.resolve(name)), ReadingHints.NONE, Limits.defaults());
  }
}
