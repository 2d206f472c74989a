package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the header row of a sheet as one feed would read it (domain notes §7.1.4). */
final class LayoutFinder {
  /** Columns that an acknowledgement adds behind the original ones. */
  static final String HUB_COLUMN = "Hub :";

  private static final int FEWEST_FIELDS = 3;

  private final Aliases aliases;
  private final List<String> scopes;
  private final Set<String> ignored;

  LayoutFinder(Aliases aliases, List<String> scopes, Feed feed) {
    this.aliases = aliases.with(feed.columns());
    this.scopes = scopes;
    this.ignored = feed.ignore().stream().map(HeaderName::normalise).collect(Collectors.toSet());
  }

  Optional<Layout> find(SourceSheet sheet) {
    return IntStream.range(0, sheet.head().size())
        .mapToObj(i -> layout(sheet, i))
        .flatMap(Optional::stream)
        .max(Comparator.comparingInt(Layout::score).thenComparing(l -> -l.headerIndex()));
  }

  private Optional<Layout> layout(SourceSheet sheet, int index) {
    List<Layout.Column> columns = new ArrayList<>();
    int filled = 0;
    int texts = 0;
    int numbers = 0;
    SourceRow row = sheet.head().get(index);
    for (int i = 0; i < row.cells().size(); i++) {
      Layout.@Nullable Column column = column(row.cell(i), i);
      if (column != null) {
        columns.add(column);
        filled++;
        texts += row.cell(i) instanceof Cell.Text ? 1 : 0;
        numbers += row.cell(i) instanceof Cell.Text ? 0 : 1;
      }
    }
    long mapped = columns.stream().filter(c -> !c.match().isUnknown()).count();
    if (mapped < FEWEST_FIELDS || mapped * 2 < filled) {
      return Optional.empty();
    }
    int score = (int) mapped * 2 + texts - numbers;
    return Optional.of(new Layout(sheet, index, columns, score, false));
  }

  private Layout.@Nullable Column column(Cell cell, int index) {
    String header = cell.text().strip();
    if (header.isEmpty()
        || header.startsWith(HUB_COLUMN)
        || ignored.contains(HeaderName.normalise(header))) {
      return null;
    }
    return new Layout.Column(index, cell.text(), aliases.match(header, scopes));
  }
}
