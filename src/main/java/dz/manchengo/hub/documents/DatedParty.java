package dz.manchengo.hub.documents;

import java.util.Set;

/** Of when and of whom a row without a number says to be, beside what the rows above said. */
final class DatedParty {
  private final int[] dates;
  private final int[] parties;
  private final String[] last;

  private DatedParty(int[] dates, int[] parties) {
    this.dates = dates;
    this.parties = parties;
    this.last = new String[dates.length + parties.length];
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

  private static int[] places(Layout layout, Set<String> fields) {
    return layout.ownColumns().stream()
        .filter(column -> !column.match().isUnknown())
        .filter(column -> fields.contains(column.match().fields().get(0).name()))
        .mapToInt(Layout.Column::index)
        .toArray();
  }

  /** The next row. */
  Said of(SourceRow row) {
    if (!isAny(dates, row) || !isAny(parties, row)) {
      return Said.NOTHING;
    }
    boolean same = true;
    for (int i = 0; i < last.length; i++) {
      int column = i < dates.length ? dates[i] : parties[i - dates.length];
      String text = row.cell(column).text().strip();
      same &= text.equals(last[i]);
      last[i] = text;
    }
    return same ? Said.THE_SAME : Said.OTHERS;
  }

  private static boolean isAny(int[] columns, SourceRow row) {
    for (int column : columns) {
      if (!row.cell(column).isBlank()) {
        return true;
      }
    }
    return false;
  }
}
