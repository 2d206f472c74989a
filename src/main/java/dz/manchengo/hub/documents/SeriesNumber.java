package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * « Série » beside « N° »: two columns that number a document together. Each series counts from 1,
 * so « 12 » of the series « A » is « A-12 », which is told (FIL-051). A number with letters of its
 * own says its series itself; a « Série » elsewhere in the table is that of the goods.
 */
final class SeriesNumber {
  private static final Set<String> NAMES =
      Set.of("serie", "souche", "code serie", "code souche", "serie facture", "souche facture");

  private static final Pattern SERIES = Pattern.compile("[\\p{L}\\d][\\p{L}\\d/_.-]{0,9}");
  private static final Pattern COUNTED = Pattern.compile("\\d+(?:[-/]\\d+)?");

  private final Layout layout;
  private final Layout.Column series;
  private final Layout.Column number;

  private SeriesNumber(Layout layout, Layout.Column series, Layout.Column number) {
    this.layout = layout;
    this.series = series;
    this.number = number;
  }

  /** Whether one of them beside that column is called after a series. */
  static boolean isBeside(Layout.Column number, List<Layout.Column> columns) {
    return columns.stream().anyMatch(c -> isSeries(c) && areNeighbours(c, number));
  }

  private static boolean areNeighbours(Layout.Column a, Layout.Column b) {
    return Math.abs(a.index() - b.index()) == 1;
  }

  private static boolean isSeries(Layout.Column column) {
    return column.match().isUnknown() && NAMES.contains(HeaderName.normalise(column.header()));
  }

  /** The table with the two in one, where it has both. */
  static Layout joined(Layout layout) {
    SeriesNumber pair = of(layout).orElse(null);
    return pair == null ? layout : layout.on(layout.sheet().mapped(() -> pair::join));
  }

  private static Optional<SeriesNumber> of(Layout layout) {
    List<Layout.Column> series =
        layout.ownColumns().stream().filter(SeriesNumber::isSeries).toList();
    List<Layout.Column> numbers =
        layout.ownColumns().stream().filter(column -> column.means("doc_no")).toList();
    return series.size() == 1 && numbers.size() == 1 && areNeighbours(series.get(0), numbers.get(0))
        ? Optional.of(new SeriesNumber(layout, series.get(0), numbers.get(0)))
        : Optional.empty();
  }

  private SourceRow join(SourceRow row) {
    String joined = row.number() > layout.headerRow().number() ? text(row) : null;
    if (joined == null) {
      return row;
    }
    List<Cell> cells = new ArrayList<>(row.cells());
    cells.set(number.index(), new Cell.Text(joined));
    return new SourceRow(row.number(), cells, row.part());
  }

  private @Nullable String text(SourceRow row) {
    return Identifiers.code(row.cell(series.index())) instanceof IdentifierReading.Kept first
            && Identifiers.code(row.cell(number.index())) instanceof IdentifierReading.Kept second
            && SERIES.matcher(first.value()).matches()
            && COUNTED.matcher(second.value()).matches()
        ? first.value() + "-" + second.value()
        : null;
  }

  /** Whether that column is read as the first part of the numbers. */
  static boolean reads(Layout layout, Layout.Column column) {
    return isSeries(column) && !findings(layout).isEmpty();
  }

  /** FIL-051, at the first row that shows it. */
  static List<Finding> findings(Layout layout) {
    return of(layout).map(SeriesNumber::told).orElse(List.of());
  }

  private List<Finding> told() {
    for (SourceRow row : layout.sheet().head()) {
      String text = row.number() > layout.headerRow().number() ? text(row) : null;
      if (text != null) {
        return List.of(
            RuleBook.finding(
                "FIL-051",
                Place.row(layout.sheet().name(), row.number()).at(number.header()),
                text,
                "series",
                series.header().strip(),
                "field",
                number.header().strip(),
                "value",
                text,
                "row",
                row.number()));
      }
    }
    return List.of();
  }
}
