package dz.manchengo.hub.documents;

import java.util.HashMap;
import java.util.Map;

/**
 * The parts of a file that rows come from. On a sheet « À corriger » rows of several sheets stand
 * below each other: its column {@code Hub : feuille} keeps them apart, so that what was asked of
 * two versions of a document (FIL-027) is asked again until one of them is taken out.
 */
final class OriginParts {
  private final int column;
  private final Map<String, Integer> parts = new HashMap<>(0);
  private String origin = "";

  OriginParts(Layout layout) {
    this.column = OwnAnswers.firstColumn(layout.headerRow());
  }

  /** The next row's; one that somebody has put between belongs to those above it. */
  int of(SourceRow row) {
    if (column < 0) {
      return row.part();
    }
    String told = row.cell(column).text().strip();
    origin = told.isEmpty() ? origin : told;
    return parts.computeIfAbsent(row.part() + " " + origin, key -> parts.size());
  }
}
