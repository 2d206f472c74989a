package dz.manchengo.hub.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a table and holds for all of its rows: « Client : SARL Amel » above it, « Net
 * à payer » below. The sheet is read as if it had columns for that, behind its own.
 *
 * @param from index of the first such column
 * @param shown label → value, for the acknowledgement
 * @param trailers numbers of the rows below the table that give totals
 * @param named what the name of the sheet or file tells; null where nothing (FIL-046)
 */
record Titles(int from, Map<String, String> shown, Set<Integer> trailers, @Nullable Title named) {
  static final Titles NONE = new Titles(Integer.MAX_VALUE, Map.of(), Set.of(), null);

  /** A label with its value. */
  record Title(String label, Cell value, int row) {}

  /** Pairs in one row: « Client : Amel » in a cell, or a label with its value to the right. */
  static List<Title> in(SourceRow row) {
    List<Title> titles = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      if (row.cell(i) instanceof Cell.Text text) {
        Title title = title(row, i, text.text().strip());
        if (title != null) {
          titles.add(title);
        }
      }
    }
    return titles;
  }

  private static @Nullable Title title(SourceRow row, int index, String text) {
    int colon = text.indexOf(':');
    if (colon > 0 && colon < text.length() - 1) {
      Cell value = new Cell.Text(text.substring(colon + 1).strip());
      return new Title(label(text.substring(0, colon)), value, row.number());
    }
    Cell value = right(row, index, text);
    String label = label(colon > 0 ? text.substring(0, colon) : text);
    return value == null ? null : new Title(label, value, row.number());
  }

  /** « Journal des mouvements - Dépôt » is the label of a warehouse behind a title. */
  private static String label(String text) {
    int dash =
        Math.max(
            text.lastIndexOf(" - "), Math.max(text.lastIndexOf(" – "), text.lastIndexOf(" — ")));
    return (dash < 0 ? text : text.substring(dash + 3)).strip();
  }

  /** The next cell with another value: a merged label fills several. */
  private static @Nullable Cell right(SourceRow row, int index, String label) {
    for (int i = index + 1; i < row.cells().size(); i++) {
      Cell cell = row.cell(i);
      if (!cell.isBlank() && !cell.text().strip().equals(label)) {
        return cell;
      }
    }
    return null;
  }

  /** The sheet with the titles as columns behind its own. */
  static SourceSheet widened(
      SourceSheet sheet, SourceRow header, int from, List<Title> titles, Set<Integer> trailers)
      throws UnreadableFile, IOException {
    List<Cell> values = titles.stream().map(Title::value).toList();
    return new SourceSheet(
        sheet.name(),
        sheet.delimiter(),
        reader ->
            sheet.read(
                row -> {
                  boolean data = row.number() > header.number() && !row.isBlank();
                  boolean plain = !data || trailers.contains(row.number());
                  return reader.row(plain ? row : widened(row, from, values));
                }));
  }

  static SourceRow widened(SourceRow row, int from, List<Cell> values) {
    List<Cell> cells = new ArrayList<>(from + values.size());
    for (int i = 0; i < from; i++) {
      cells.add(row.cell(i));
    }
    cells.addAll(values);
    return new SourceRow(row.number(), cells, row.part());
  }

  static Map<String, String> shown(List<Title> titles) {
    Map<String, String> shown = new LinkedHashMap<>();
    titles.forEach(title -> shown.put(title.label(), title.value().text().strip()));
    return shown;
  }
}
