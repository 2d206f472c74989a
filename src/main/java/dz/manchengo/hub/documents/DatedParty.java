package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Of when and of whom a row without a number says to be, beside what the rows above said. */
final class DatedParty {
  private final List<Integer> dates;
  private final List<Integer> parties;
  private List<String> last = List.of();

  private DatedParty(List<Integer> dates, List<Integer> parties) {
    this.dates = dates;
    this.parties = parties;
  }

  /** Whose line it may be. */
  enum Said {
    /** It says neither: that of the document above. */
    NOTHING,
    /** Date and party of the document above: its own line, or one of a document without number. */
    THE_SAME,
    /** Others: it begins a document whose number is missing. */
    OTHERS
  }

  static DatedParty of(Layout layout) {
    return new DatedParty(
        places(layout, Set.of(RowIdentity.DATE)), places(layout, RowIdentity.PARTY));
  }

  private static List<Integer> places(Layout layout, Set<String> fields) {
    return layout.ownColumns().stream()
        .filter(column -> !column.match().isUnknown())
        .filter(column -> fields.contains(column.match().fields().get(0).name()))
        .map(Layout.Column::index)
        .toList();
  }

  /** The next row. */
  Said of(SourceRow row) {
    if (!isAny(dates, row) || !isAny(parties, row)) {
      return Said.NOTHING;
    }
    List<String> said =
        Stream.concat(dates.stream(), parties.stream())
            .map(index -> row.cell(index).text().strip())
            .toList();
    boolean same = said.equals(last);
    last = said;
    return same ? Said.THE_SAME : Said.OTHERS;
  }

  private static boolean isAny(List<Integer> columns, SourceRow row) {
    return columns.stream().anyMatch(index -> !row.cell(index).isBlank());
  }
}
