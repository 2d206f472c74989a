package dz.manchengo.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.intake.SheetFrame.Width;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class SheetFrameTest {
  @Test
  void aColumnIsAsWideAsItsContentWithinItsBounds() throws IOException {
    Sheet sheet =
        table(
            List.of("a".repeat(15), "a", "a".repeat(90)),
            Collections.nCopies(3, new Width(10, 30)));
    assertThat(List.of(width(sheet, 0), width(sheet, 1), width(sheet, 2)))
        .containsExactly(17, 10, 30);
  }

  @Test
  void twoLinesHoldAHeader() {
    assertThat(Width.under("Prix unitaire HT", 28)).isEqualTo(new Width(11, 28));
    assertThat(Width.under("Qté", 28)).isEqualTo(new Width(6, 28));
    assertThat(Width.under("x".repeat(60), 28)).isEqualTo(new Width(28, 28));
  }

  @Test
  void aTableThatWouldBePrintedTooSmallGoesOnBesideWithItsFirstColumn() throws IOException {
    Sheet narrow = table(List.of("a"), Collections.nCopies(12, Width.of(20)));
    assertThat(narrow.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
    assertThat(narrow.getRepeatingColumns()).isNull();
    Sheet wide = table(List.of("a"), Collections.nCopies(13, Width.of(20)));
    assertThat(wide.getPrintSetup().getFitWidth()).isEqualTo((short) 2);
    assertThat(wide.getRepeatingColumns().formatAsString()).isEqualTo("A:A");
    assertThat(wide.getRepeatingRows().formatAsString()).isEqualTo("1:1");
  }

  private static int width(Sheet sheet, int column) {
    return sheet.getColumnWidth(column) / 256;
  }

  private static Sheet table(List<String> row, List<Width> widths) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      Sheet sheet = SheetFrame.printable(book.createSheet());
      SheetPen pen = new SheetPen(sheet, new SheetStyles(book));
      pen.newRow();
      row.forEach(pen::text);
      SheetFrame.table(pen, widths);
      return sheet;
    }
  }
}
