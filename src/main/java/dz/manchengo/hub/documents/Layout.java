package dz.manchengo.hub.documents;

import java.util.List;

/**
 * One sheet with its header row found.
 *
 * @param headerIndex index of the header in the sheet's head
 * @param columns those with a header, from left to right
 * @param score how well the header row fits, for comparing rows, sheets and feeds
 */
record Layout(SourceSheet sheet, int headerIndex, List<Column> columns, int score) {

  /** A column with its header as the file has it and what that may mean. */
  record Column(int index, String header, Aliases.Match match) {
    boolean means(String field) {
      return match.fields().stream().anyMatch(f -> f.name().equals(field));
    }
  }

  SourceRow headerRow() {
    return sheet.head().get(headerIndex);
  }

  boolean has(String field) {
    return columns.stream().anyMatch(c -> c.means(field));
  }
}
