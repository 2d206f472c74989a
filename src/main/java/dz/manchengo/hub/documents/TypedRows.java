package dz.manchengo.hub.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A file whose first cell says what each row is (domain notes §7.2): {@code E} heads a document,
 * the {@code L} below it are its lines. It has no header of its own, so the feed gives the names of
 * the cells; what comes out is a table with one row for each line, its header on row 0 like that of
 * other structured files.
 *
 * @param header rows that head a document
 * @param line rows that are lines of the document headed above them
 * @param ignore types of rows that are known and not wanted
 */
public record TypedRows(RowType header, RowType line, List<String> ignore) {

  @SuppressWarnings("NullAway") // a key that a feed leaves out arrives here as null
  public TypedRows {
    ignore = List.copyOf(Objects.requireNonNullElse(ignore, List.of()));
  }

  /**
   * One type of row.
   *
   * @param type text of its first cell
   * @param columns names of the cells behind it; blank for one that is not wanted
   */
  public record RowType(String type, List<String> columns) {
    boolean isOf(SourceRow row) {
      return isType(row, type);
    }

    /** Whether it repeats the names: some programs write them once above. */
    boolean isNames(SourceRow row) {
      for (int i = 0; i < columns.size(); i++) {
        String name = HeaderName.normalise(columns.get(i));
        if (!name.isEmpty() && !name.equals(HeaderName.normalise(row.cell(i + 1).text()))) {
          return false;
        }
      }
      return true;
    }
  }

  /** Names of the columns, each once: a line may repeat the number of its document. */
  List<String> names() {
    Set<String> names = new LinkedHashSet<>(header.columns());
    names.addAll(line.columns());
    names.removeIf(Texts::isBlank);
    return List.copyOf(names);
  }

  /** The file with each of its sheets that has such rows as a table. */
  SourceFile tables(SourceFile file) throws UnreadableFile, IOException {
    List<SourceSheet> sheets = new ArrayList<>();
    boolean typed = false;
    for (SourceSheet sheet : file.sheets()) {
      typed |= isIn(sheet);
      sheets.add(table(sheet));
    }
    Map<String, String> detected = new LinkedHashMap<>(file.detected());
    if (typed) {
      detected.put("{reason.read.row-types}", header.type() + ", " + line.type());
    }
    return new SourceFile(file.format(), detected, sheets, file.findings(), file.rest());
  }

  /** The sheet as a table; as it is where its rows are not of these types. */
  SourceSheet table(SourceSheet sheet) throws UnreadableFile, IOException {
    return isIn(sheet)
        ? new SourceSheet(
            sheet.name(),
            sheet.delimiter(),
            reader -> {
              TypedRowReading rows = new TypedRowReading(this, reader);
              sheet.read(rows::row);
              rows.end();
            })
        : sheet;
  }

  /** Whether its first row heads a document, a line follows, and most rows are of known types. */
  boolean isIn(SourceSheet sheet) {
    List<SourceRow> rows =
        sheet.isMade()
            ? List.of()
            : sheet.head().stream().filter(r -> !r.isBlank() && !isIgnored(r)).toList();
    long known = rows.stream().filter(r -> header.isOf(r) || line.isOf(r)).count();
    return !rows.isEmpty()
        && header.isOf(rows.get(0))
        && rows.stream().anyMatch(line::isOf)
        && known * 2 > rows.size();
  }

  boolean isIgnored(SourceRow row) {
    return ignore.stream().anyMatch(type -> isType(row, type));
  }

  private static boolean isType(SourceRow row, String type) {
    return row.cell(0).text().strip().equalsIgnoreCase(type.strip());
  }
}
