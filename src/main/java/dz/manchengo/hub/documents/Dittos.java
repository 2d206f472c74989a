package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ditto marks: « " » below a value repeats it, as people write lists by hand; told once (FIL-059).
 * Looked for among a sheet's first rows.
 */
final class Dittos {
  private static final Set<String> MARKS =
      Set.of(
          "\"", "''", "\u3003", "\u201d", "\u201c", "\u00bb", "\u2033", "-\"-", "- \" -", "idem",
          "id.");

  private static final int LONGEST = 5;

  private @Nullable SourceRow above;

  private Dittos() {}

  /** The table with values in place of the marks, where its first rows have any. */
  static Layout repeated(Layout layout) {
    int header = layout.headerRow().number();
    return first(layout).isEmpty()
        ? layout
        : layout.on(
            layout
                .sheet()
                .mapped(
                    () -> {
                      Dittos dittos = new Dittos();
                      return row -> row.number() > header ? dittos.filled(row) : row;
                    }));
  }

  private SourceRow filled(SourceRow row) {
    SourceRow before = above;
    SourceRow now = row;
    if (before != null && row.cells().stream().anyMatch(Dittos::isMark)) {
      List<Cell> cells = new ArrayList<>(row.cells());
      for (int i = 0; i < cells.size(); i++) {
        if (isMark(cells.get(i))) {
          cells.set(i, before.cell(i));
        }
      }
      now = new SourceRow(row.number(), cells, row.part());
    }
    above = now;
    return now;
  }

  private static boolean isMark(Cell cell) {
    if (!(cell instanceof Cell.Text)) {
      return false;
    }
    String text = cell.text().strip();
    return text.length() <= LONGEST && MARKS.contains(Typography.fold(text));
  }

  private record Mark(SourceRow row, Layout.Column column) {}

  /** Not in a row below which nothing stands to be repeated. */
  private static Optional<Mark> first(Layout layout) {
    int header = layout.headerRow().number();
    return layout.sheet().head().stream()
        .filter(row -> row.number() > header + 1)
        .flatMap(
            row ->
                layout.ownColumns().stream()
                    .filter(column -> isMark(row.cell(column.index())))
                    .map(column -> new Mark(row, column)))
        .findFirst();
  }

  /** FIL-059, at the first mark. */
  static List<Finding> findings(Layout layout) {
    return first(layout)
        .map(
            mark -> {
              String text = mark.row().cell(mark.column().index()).text().strip();
              Place place =
                  Place.row(layout.sheet().name(), mark.row().number()).at(mark.column().header());
              return List.of(
                  RuleBook.finding(
                      "FIL-059", place, text, "value", text, "row", mark.row().number()));
            })
        .orElse(List.of());
  }
}
