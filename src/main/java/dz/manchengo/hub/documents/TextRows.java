package dz.manchengo.hub.documents;

import java.util.List;

/** Rows of a form that are a text and nothing else: titles and second lines of designations. */
final class TextRows {
  private final String sheet;
  private int rows;
  private int firstRow;
  private String firstText = "";

  TextRows(String sheet) {
    this.sheet = sheet;
  }

  void look(SourceRow row) {
    if (rows++ == 0) {
      firstRow = row.number();
      firstText = TotalRows.shown(row);
    }
  }

  /** One for the sheet (FIL-048). */
  List<Finding> findings() {
    return rows == 0
        ? List.of()
        : List.of(
            RuleBook.finding(
                "FIL-048",
                Place.row(sheet, firstRow),
                firstText,
                "n",
                rows,
                "row",
                firstRow,
                "text",
                firstText));
  }
}
