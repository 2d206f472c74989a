package dz.manchengo.hub.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a row is no value, whatever its column means. */
final class CellFaults {
  private final List<Layout.Column> known;
  private final Layout layout;
  private final @Nullable CutNumbers cut;

  /**
   * Looks at these columns.
   *
   * @param known columns that are read
   */
  CellFaults(List<Layout.Column> known, Layout layout) {
    this.known = known;
    this.layout = layout;
    this.cut = CutNumbers.in(layout);
  }

  /**
   * Errors and formulas that were never calculated are no values (FMT-012, FIL-016); of a remark
   * they are merely told.
   */
  void check(SourceRow row, DataRow data) {
    if (row.cell(0) instanceof Cell.Broken broken) {
      data.tellBroken(broken);
    }
    for (Layout.Column column : known) {
      Cell cell = row.cell(column.index());
      String rule = CellValue.fault(cell);
      if (rule != null) {
        Finding finding = fault(rule, cell, column, row.number(), data.place());
        data.add(column.means("note") ? finding.withSeverity(Severity.WARN) : finding);
      }
    }
  }

  /**
   * A text row longer than its header, and what is too much is a number: a decimal comma or a
   * delimiter in a text has shifted its values (FIL-019, FIL-052). Its numbers say nothing.
   */
  void checkSurplus(SourceRow row, DataRow data) {
    int first = surplus(row, layout);
    if (first >= 0) {
      Finding number = cut == null ? null : cut.surplus(row, data.place());
      data.addShift(number == null ? surplus(row, data, first) : number);
    }
  }

  /** Whether that has happened to the row. */
  static boolean isShifted(SourceRow row, Layout layout) {
    return surplus(row, layout) >= 0;
  }

  /** Index of the first number behind the last header of a text file; -1 where there is none. */
  private static int surplus(SourceRow row, Layout layout) {
    if (layout.sheet().delimiter() != null) {
      for (int i = layout.headerRow().cells().size(); i < row.cells().size(); i++) {
        if (CellValue.exact(row.cell(i)) != null) {
          return i;
        }
      }
    }
    return -1;
  }

  private static Finding surplus(SourceRow row, DataRow data, int index) {
    String shown = row.cell(index).text().strip();
    return RuleBook.finding("FIL-019", data.place(), shown, "row", row.number(), "text", shown);
  }

  private static Finding fault(String rule, Cell cell, Layout.Column column, int row, Place place) {
    String at = CellAddress.of(column.index(), row);
    String shown = cell.text().strip();
    return RuleBook.finding(rule, place.at(column.header()), shown, "value", shown, "cell", at);
  }
}
