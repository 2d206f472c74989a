package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * Rows that have amounts and no word beside them. Where each amount is what its column comes to,
 * above or since the last total, the row sums up; one of a table with quantities and prices that
 * does not is asked about (FIL-054), for it is no line either.
 */
final class UnnamedTotal {
  private final List<Layout.Column> columns;
  private final List<Layout.Column> numbers;
  private final boolean priced;
  private final List<Layout.Column> summed;

  /** What each summed column comes to so far, and what it had come to at the last total. */
  private final RunningSums[] sums;

  private RunningSums[] atTotal;
  private String document = "";
  private int rows;
  private int since;

  UnnamedTotal(List<Layout.Column> columns, Grouping grouping) {
    this.columns = columns;
    this.numbers = columns.stream().filter(column -> column.means(grouping.number())).toList();
    this.summed = columns.stream().filter(UnnamedTotal::isSummed).toList();
    this.sums = new RunningSums[summed.size()];
    Arrays.fill(sums, RunningSums.NOTHING);
    this.atTotal = sums.clone();
    this.priced =
        columns.stream().anyMatch(column -> is(column, Aliases.Type.QTY))
            && columns.stream().anyMatch(column -> is(column, Aliases.Type.PRICE));
  }

  /** A row of a document. */
  void line(SourceRow row) {
    rows++;
    since++;
    String number = numbers.isEmpty() ? "" : row.cell(numbers.get(0).index()).text().strip();
    boolean again = number.isEmpty() || number.equals(document);
    document = number.isEmpty() ? document : number;
    for (int i = 0; i < sums.length; i++) {
      BigDecimal value = CellValue.exact(row.cell(summed.get(i).index()));
      if (value != null) {
        sums[i] = sums[i].plus(value, again, false);
      }
    }
  }

  /** A row that sums up, with a word or without. */
  void total() {
    atTotal = sums.clone();
    since = 0;
  }

  /** Whether the row has amounts and nothing that a line needs. */
  boolean isWithoutWords(SourceRow row) {
    boolean amount = false;
    for (Layout.Column column : columns) {
      Cell cell = row.cell(column.index());
      if (!cell.isBlank()) {
        if (!isSummed(column) || CellValue.number(cell) == NumberReading.NOT_A_NUMBER) {
          return false;
        }
        amount |= is(column, Aliases.Type.MONEY);
      }
    }
    return amount;
  }

  /** Whether such a row is what the rows above it come to. */
  boolean sumsUp(SourceRow row) {
    return isSumOf(row, since, true) || isSumOf(row, rows, false);
  }

  /** Of a journal one row alone may be followed by its like: another rate of its invoice. */
  private boolean isSumOf(SourceRow row, int of, boolean sinceTotal) {
    return of >= (priced ? 1 : 2)
        && columns.stream()
            .filter(column -> !row.cell(column.index()).isBlank())
            .allMatch(column -> isSum(row, column, sinceTotal));
  }

  private boolean isSum(SourceRow row, Layout.Column column, boolean sinceTotal) {
    BigDecimal value = CellValue.exact(row.cell(column.index()));
    int at = summed.indexOf(column);
    if (value == null || at < 0) {
      return false;
    }
    RunningSums group = sinceTotal ? sums[at].minus(atTotal[at]) : sums[at];
    return group.ways().stream().anyMatch(sum -> sum.compareTo(value) == 0);
  }

  /** Whether a row without words can be no line of the table. */
  boolean isOfLines() {
    return priced;
  }

  private static boolean isSummed(Layout.Column column) {
    return is(column, Aliases.Type.MONEY) || is(column, Aliases.Type.QTY);
  }

  private static boolean is(Layout.Column column, Aliases.Type type) {
    return !column.match().isUnknown() && column.match().fields().get(0).type() == type;
  }
}
