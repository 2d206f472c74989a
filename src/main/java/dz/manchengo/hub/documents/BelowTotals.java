package dz.manchengo.hub.documents;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows without a number of their own would belong to the document above them. Below a total that
 * document has ended: « Lait ; 30 » there repeats what was sold, or is a line that somebody forgot
 * (FIL-043, decision 0034).
 */
final class BelowTotals {
  /** From page to page a document goes on. */
  private static final Pattern CARRIED = Pattern.compile("\\b(?:page|report|reporter)\\b");

  private final List<Layout.Column> columns;
  private final List<Layout.Column> numbers;
  private boolean below;

  BelowTotals(List<Layout.Column> columns, Grouping grouping) {
    this.columns = columns;
    this.numbers =
        grouping.eachRow()
            ? List.of()
            : columns.stream()
                .filter(c -> c.means(grouping.number()) || c.means(CreditNumbers.FIELD))
                .toList();
  }

  /** A row that sums up. */
  void total(SourceRow row) {
    below |= !CARRIED.matcher(TotalRows.firstText(row)).find();
  }

  /** The header once more: the same table goes on. */
  void header() {
    below = false;
  }

  /** Whether nobody can tell of a row of the table what it belongs to. */
  boolean doubts(SourceRow row) {
    below = below && isNumberless(row);
    return below;
  }

  /** Whether a row below a summary says what a line of the document above would say. */
  boolean isLineWithoutNumber(SourceRow row) {
    return isNumberless(row) && WholeLine.isPriced(row, columns);
  }

  /** Never true where no column numbers the documents: a form is one. */
  private boolean isNumberless(SourceRow row) {
    return !numbers.isEmpty()
        && numbers.stream().allMatch(column -> row.cell(column.index()).isBlank());
  }
}
