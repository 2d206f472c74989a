package dz.manchengo.hub.documents;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that the delimiter has cut in two: without quotes {@code 250,50} is two cells of a text
 * that parts them by commas. A row that is too long for it is refused (FIL-052); « 00 » where a
 * number stands is never written so by itself, and where cells at the end are empty no row is too
 * long for it: then none of the file can be trusted (FIL-053).
 */
final class CutNumbers {
  private static final Pattern WHOLE =
      Pattern.compile("-?\\d{1,3}(?:[ \u00a0\u202f]?\\d{3})*|-?\\d+");

  /** Most numbers with decimals here are amounts; a quantity may have any. */
  private static final Pattern CENTIMES = Pattern.compile("\\d{2}");

  private static final Pattern DECIMALS = Pattern.compile("\\d{1,4}");
  private static final Pattern NEVER_WHOLE = Pattern.compile("0\\d");

  private final Layout layout;
  private final Set<Integer> numbers;

  private CutNumbers(Layout layout) {
    this.layout = layout;
    this.numbers =
        layout.ownColumns().stream()
            .filter(column -> !column.match().isUnknown())
            .filter(column -> NumberColumns.isNumber(column.match().fields().get(0).type()))
            .map(Layout.Column::index)
            .collect(Collectors.toSet());
  }

  /** Those of a text whose cells are parted by commas; null for any other sheet. */
  static @Nullable CutNumbers in(Layout layout) {
    Character delimiter = layout.sheet().delimiter();
    return delimiter != null && delimiter == ',' ? new CutNumbers(layout) : null;
  }

  /**
   * The first look at a row.
   *
   * @throws UnreadableFile FIL-053
   */
  void look(SourceRow row) throws UnreadableFile {
    for (int i : numbers) {
      if (numbers.contains(i + 1) && isPair(row, i, NEVER_WHOLE)) {
        throw new UnreadableFile(
            told("FIL-053", row, Place.row(layout.sheet().name(), row.number()), i));
      }
    }
  }

  /** FIL-052 of a row with more cells than the header; null where no number shows it. */
  @Nullable Finding surplus(SourceRow row, Place place) {
    int first = numbers.stream().min(Integer::compare).orElse(Integer.MAX_VALUE);
    if (CellValue.exact(row.cell(first)) == null) {
      return null; // a text before it has the comma
    }
    int at = find(row, first, CENTIMES);
    at = at < 0 ? find(row, first, DECIMALS) : at;
    return at < 0 ? null : told("FIL-052", row, place, at);
  }

  private static int find(SourceRow row, int first, Pattern decimals) {
    for (int i = first; i + 1 < row.cells().size(); i++) {
      if (isPair(row, i, decimals)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isPair(SourceRow row, int index, Pattern decimals) {
    return WHOLE.matcher(text(row, index)).matches()
        && decimals.matcher(text(row, index + 1)).matches();
  }

  private static Finding told(String rule, SourceRow row, Place place, int index) {
    String whole = text(row, index);
    String decimals = text(row, index + 1);
    String cut = whole + "," + decimals;
    return RuleBook.finding(
        rule, place, cut, "row", row.number(), "value", cut, "a", whole, "b", decimals);
  }

  private static String text(SourceRow row, int index) {
    return row.cell(index).text().strip();
  }
}
