package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A row that says nearly all that a line of a document needs, wherever it stands. */
final class WholeLine {
  private static final Set<String> NUMBERS = Set.of("doc_no", "ref_no", "batch_no");
  private static final Set<String> ARTICLES = Set.of("product_code", "product_name", "description");

  private WholeLine() {}

  /**
   * Whether the row names an article and says three of document number, date, quantity and price:
   * one may be forgotten or unreadable, which is for its sender to mend.
   */
  static boolean isOne(SourceRow row, List<Layout.Column> columns) {
    return has(row, columns, field -> ARTICLES.contains(field.name()))
        && Stream.<Predicate<Aliases.Field>>of(
                    field -> NUMBERS.contains(field.name()),
                    field -> field.type() == Aliases.Type.DATE,
                    field -> field.type() == Aliases.Type.QTY,
                    field -> field.type() == Aliases.Type.PRICE)
                .filter(of -> has(row, columns, of))
                .count()
            >= 3;
  }

  /** Whether the row names an article, its quantity and its price. */
  static boolean isPriced(SourceRow row, List<Layout.Column> columns) {
    return has(row, columns, field -> ARTICLES.contains(field.name()))
        && has(row, columns, field -> field.type() == Aliases.Type.QTY)
        && has(row, columns, field -> field.type() == Aliases.Type.PRICE);
  }

  private static boolean has(
      SourceRow row, List<Layout.Column> columns, Predicate<Aliases.Field> of) {
    return columns.stream()
        .filter(column -> !column.match().isUnknown())
        .filter(column -> of.test(column.match().fields().get(0)))
        .anyMatch(column -> !row.cell(column.index()).isBlank());
  }
}
