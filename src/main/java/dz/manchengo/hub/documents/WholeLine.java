package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A row that says all that a line of a document needs, wherever it stands. */
final class WholeLine {
  private static final Set<String> NUMBERS = Set.of("doc_no", "ref_no", "batch_no");

  private WholeLine() {}

  /** Whether the row has the number of a document, a date, a quantity and a price. */
  static boolean isOne(SourceRow row, List<Layout.Column> columns) {
    return has(row, columns, field -> NUMBERS.contains(field.name()), cell -> !cell.isBlank())
        && has(row, columns, field -> field.type() == Aliases.Type.DATE, WholeLine::isDay)
        && has(row, columns, field -> field.type() == Aliases.Type.QTY, WholeLine::hasDigit)
        && has(row, columns, field -> field.type() == Aliases.Type.PRICE, WholeLine::hasDigit);
  }

  private static boolean has(
      SourceRow row,
      List<Layout.Column> columns,
      Predicate<Aliases.Field> of,
      Predicate<Cell> value) {
    return columns.stream()
        .filter(column -> !column.match().isUnknown())
        .filter(column -> of.test(column.match().fields().get(0)))
        .anyMatch(column -> value.test(row.cell(column.index())));
  }

  private static boolean isDay(Cell cell) {
    return !cell.isBlank() && CellValue.date(cell) != DateReading.NOT_A_DATE;
  }

  private static boolean hasDigit(Cell cell) {
    return cell.text().chars().anyMatch(Character::isDigit);
  }
}
