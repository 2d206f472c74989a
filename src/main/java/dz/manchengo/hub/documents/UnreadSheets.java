package dz.manchengo.hub.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sheets that are not read: without a header row, or summaries. What looks like a table is told
 * (FIL-044); one whose first row has its values where a sheet before it has them goes on there, and
 * what it holds must not be lost (FIL-045).
 */
final class UnreadSheets {
  private static final int FEWEST_VALUES = 3;

  /** Columns that the sentence names: those that tell one document from another. */
  private static final int NAMED = 3;

  private final List<Layout> read;

  private UnreadSheets(List<Layout> read) {
    this.read = read;
  }

  /**
   * What is to be said of them.
   *
   * @throws UnreadableFile FIL-045
   */
  static List<Finding> of(SourceFile file, Recognised recognised)
      throws UnreadableFile, IOException {
    List<Layout> read = recognised.layouts();
    Set<String> names = read.stream().map(l -> l.sheet().name()).collect(Collectors.toSet());
    UnreadSheets unread = new UnreadSheets(read);
    Set<String> told = new LinkedHashSet<>();
    for (SourceSheet sheet : file.sheets()) {
      if (!names.contains(sheet.name()) && unread.isTable(sheet)) {
        told.add(sheet.name());
      }
    }
    Set<String> members = Members.unread(file, names);
    return told.stream()
        .filter(name -> !members.contains(Members.member(name)))
        .map(name -> finding(name, recognised.posting()))
        .toList();
  }

  private static Finding finding(String sheet, DocumentPosting posting) {
    String columns =
        posting.required().stream()
            .limit(NAMED)
            .map(group -> KnownHeaders.label(group.get(0), posting.scopes()))
            .collect(Collectors.joining(", "));
    return RuleBook.finding(
        "FIL-044", new Place(sheet, 0, ""), sheet, "sheet", sheet, "columns", columns);
  }

  private boolean isTable(SourceSheet sheet) throws UnreadableFile, IOException {
    List<SourceRow> rows = new ArrayList<>(1);
    sheet.read(
        row -> {
          if (holdsFigures(row)) {
            rows.add(row);
          }
          return rows.isEmpty();
        });
    if (rows.isEmpty()) {
      return false;
    }
    SourceRow first = rows.get(0);
    for (Layout layout : read) {
      if (isFirst(sheet, first) && goesOn(first, layout)) {
        Place place = Place.row(sheet.name(), first.number());
        String before = layout.sheet().name();
        throw new UnreadableFile(
            RuleBook.finding("FIL-045", place, null, "sheet", sheet.name(), "before", before));
      }
    }
    return true;
  }

  /** Only at its top, or below a title, can a table go on. */
  private static boolean isFirst(SourceSheet sheet, SourceRow row) {
    return sheet.head().stream()
        .filter(other -> other.number() < row.number())
        .allMatch(other -> values(other) < FEWEST_VALUES);
  }

  private static boolean holdsFigures(SourceRow row) {
    return values(row) >= FEWEST_VALUES && row.cells().stream().anyMatch(UnreadSheets::isFigure);
  }

  private static long values(SourceRow row) {
    return row.cells().stream().filter(cell -> !cell.isBlank()).count();
  }

  private static boolean isFigure(Cell cell) {
    return !cell.isBlank()
        && (CellValue.exact(cell) != null || CellValue.date(cell) instanceof DateReading.Exact);
  }

  /** Dates below dates and numbers below numbers, in two columns at least. */
  private static boolean goesOn(SourceRow row, Layout layout) {
    int fitting = 0;
    for (Layout.Column column : layout.ownColumns()) {
      Cell cell = row.cell(column.index());
      if (column.match().isUnknown() || cell.isBlank()) {
        continue;
      }
      Aliases.Type type = column.match().fields().get(0).type();
      boolean date = type == Aliases.Type.DATE || type == Aliases.Type.DATETIME;
      if (date || NumberColumns.isNumber(type)) {
        boolean fits =
            date
                ? CellValue.date(cell) != DateReading.NOT_A_DATE
                : CellValue.number(cell) != NumberReading.NOT_A_NUMBER;
        if (!fits) {
          return false;
        }
        fitting++;
      }
    }
    return fitting >= 2;
  }
}
