package dz.manchengo.hub.documents;

import java.util.List;

/**
 * A column whose header is only similar to one that is known: where its field is a number or a date
 * and none of its first values is one, it is another column, and nobody's.
 */
final class SimilarColumn {
  private SimilarColumn() {}

  /** The column as its values allow it. */
  static Layout.Column settled(Layout.Column column, SourceSheet sheet, int header) {
    boolean similar = column.match().by() == Aliases.By.SIMILARITY;
    return !similar || mayHold(column.match(), column.firstCells(sheet, header))
        ? column
        : column.unknown();
  }

  private static boolean mayHold(Aliases.Match match, List<Cell> cells) {
    Aliases.Type type = match.fields().get(0).type();
    return cells.isEmpty() || cells.stream().anyMatch(cell -> fits(type, cell));
  }

  private static boolean fits(Aliases.Type type, Cell cell) {
    return switch (type) {
      case DATE, DATETIME -> CellValue.date(cell) != DateReading.NOT_A_DATE;
      case MONEY, PRICE, QTY, PCT, NUM, AUTO ->
          CellValue.number(cell) != NumberReading.NOT_A_NUMBER;
      default -> true;
    };
  }
}
