package dz.manchengo.hub.documents;

import java.util.List;

/** Values beside the table, in columns without a header: often a row whose cells were shifted. */
final class StrayValues {
  private final Layout layout;
  private int rows;
  private int firstRow;
  private String firstText = "";

  StrayValues(Layout layout) {
    this.layout = layout;
  }

  void look(SourceRow row) {
    for (int i = 0; i < row.cells().size(); i++) {
      if (!row.cell(i).isBlank() && layout.headerRow().cell(i).isBlank() && !isShift(row, i)) {
        if (rows++ == 0) {
          firstRow = row.number();
          firstText = row.cell(i).text().strip();
        }
        return;
      }
    }
  }

  /** The row itself says so (FIL-019, FIL-052). */
  private boolean isShift(SourceRow row, int index) {
    return layout.sheet().delimiter() != null
        && index >= layout.headerRow().cells().size()
        && CellValue.exact(row.cell(index)) != null;
  }

  /** One for the sheet (FIL-018). */
  List<Finding> findings() {
    return rows == 0
        ? List.of()
        : List.of(
            RuleBook.finding(
                "FIL-018",
                Place.row(layout.sheet().name(), firstRow),
                firstText,
                "n",
                rows,
                "row",
                firstRow,
                "text",
                firstText));
  }
}
