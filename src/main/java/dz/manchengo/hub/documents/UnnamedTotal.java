package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows that have amounts and no word beside them. Where each amount is what its column comes to,
 * above or since the last total, the row sums up; one of a table with quantities and prices that
 * does not is asked about (FIL-054), for it is no line either.
 */
final class UnnamedTotal {
  private final List<Layout.Column> columns;
  private final List<Layout.Column> numbers;
  private final boolean priced;
  private final Map<Integer, RunningSums> all = new HashMap<>();
  private final Map<Integer, RunningSums> last = new HashMap<>();
  private String document = "";
  private int rows;
  private int since;

  UnnamedTotal(List<Layout.Column> columns, Grouping grouping) {
    this.columns = columns;
    this.numbers = columns.stream().filter(column -> column.means(grouping.number())).toList();
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
    for (Layout.Column column : columns) {
      BigDecimal value = isSummed(column) ? CellValue.exact(row.cell(column.index())) : null;
      if (value != null) {
        add(all, column, value, again);
        add(last, column, value, again);
      }
    }
  }

  private static void add(
      Map<Integer, RunningSums> sums, Layout.Column column, BigDecimal value, boolean again) {
    RunningSums before = sums.getOrDefault(column.index(), RunningSums.NOTHING);
    sums.put(column.index(), before.plus(value, again, false));
  }

  /** A row that sums up, with a word or without. */
  void total() {
    last.clear();
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
    return isSumOf(row, last, since) || isSumOf(row, all, rows);
  }

  /** Of a journal one row alone may be followed by its like: another rate of its invoice. */
  private boolean isSumOf(SourceRow row, Map<Integer, RunningSums> sums, int of) {
    return of >= (priced ? 1 : 2)
        && columns.stream()
            .filter(column -> !row.cell(column.index()).isBlank())
            .allMatch(column -> isSum(row.cell(column.index()), sums.get(column.index())));
  }

  private static boolean isSum(Cell cell, @Nullable RunningSums sums) {
    BigDecimal value = CellValue.exact(cell);
    return value != null
        && sums != null
        && sums.ways().stream().anyMatch(sum -> sum.compareTo(value) == 0);
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
