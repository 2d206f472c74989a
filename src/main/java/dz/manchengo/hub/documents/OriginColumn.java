package dz.manchengo.hub.documents;

import java.util.List;

/**
 * A column « Type » or « Sens » of movements that holds their origins: « Réception », « Vente ».
 * Such words and no directions among its first values make it one, which is told (FIL-007).
 */
final class OriginColumn {
  private static final String ORIGIN = "origin";

  private final List<Aliases.Field> fields;

  OriginColumn(List<String> scopes, Aliases aliases) {
    this.fields =
        scopes.contains("MOVEMENT")
            ? aliases.fields("MOVEMENT").stream().filter(f -> f.name().equals(ORIGIN)).toList()
            : List.of();
  }

  /** The column as its values mean it. */
  Layout.Column named(
      Layout.Column column, List<Layout.Column> all, SourceSheet sheet, int header) {
    boolean may =
        !fields.isEmpty()
            && column.means("direction")
            && all.stream().noneMatch(other -> other.means(ORIGIN));
    return may && holdsOrigins(sheet.head(), header, column.index())
        ? column.takenFor(fields)
        : column;
  }

  private static boolean holdsOrigins(List<SourceRow> head, int header, int column) {
    List<String> words =
        head.stream()
            .skip(header + 1L)
            .map(row -> row.cell(column))
            .filter(cell -> !cell.isBlank())
            .map(Cell::text)
            .toList();
    return words.stream().anyMatch(word -> StockWords.MOVEMENT_ORIGIN.read(word) != null)
        && words.stream().noneMatch(word -> StockWords.MOVEMENT_DIRECTION.read(word) != null);
  }
}
