package dz.manchengo.hub.documents;

import java.util.List;

/**
 * Cells of a sheet « À corriger » in which somebody has typed: those that it asks about, where what
 * stands there is no longer what came. They are written as people here write, and not as the file
 * was.
 */
final class CorrectedCells {
  private static final int COLUMN = 2;
  private static final int VALUE = 3;
  private static final String BETWEEN = " ; ";

  private final int first;

  CorrectedCells(Layout layout) {
    this.first = OwnAnswers.firstColumn(layout.headerRow());
  }

  boolean isTyped(SourceRow row, Layout.Column column) {
    return first >= 0
        && told(row, COLUMN).contains(column.header().strip())
        && !told(row, VALUE).contains(row.cell(column.index()).text().strip());
  }

  private List<String> told(SourceRow row, int which) {
    return List.of(row.cell(first + which).text().strip().split(BETWEEN, -1));
  }
}
