package dz.manchengo.hub.documents;

import java.util.stream.Collectors;

/**
 * A second table below the first one, with headers of its own: what stands under them would be read
 * by the headers of the first (FIL-029).
 */
final class OtherTable {
  private static final int FEWEST_HEADERS = 3;
  private static final int SHOWN = 6;

  /** Cells of a row of labels; more are a row of a table. */
  private static final int MOST_LABELS = 4;

  private OtherTable() {}

  /** Whether the row heads another form: « Facture N° : BX-902 » below the lines of the first. */
  static boolean isLabelled(SourceRow row) {
    return row.cells().stream().filter(cell -> !cell.isBlank()).limit(MOST_LABELS + 1).count()
            <= MOST_LABELS
        && (TitleNumber.begins(row)
            || Titles.in(row).stream()
                .anyMatch(title -> KnownHeaders.isNumberLabel(title.label())));
  }

  /** Whether the row gives another value for what a title above the table gives: its customer. */
  static boolean repeats(SourceRow row, Titles titles) {
    return Titles.in(row).stream()
        .anyMatch(
            title ->
                titles.shown().entrySet().stream()
                    .anyMatch(
                        above ->
                            HeaderName.normalise(above.getKey())
                                    .equals(HeaderName.normalise(title.label()))
                                && !above.getValue().strip().equals(title.value().text().strip())));
  }

  /** Whether the row is a header of documents, and not that of its own table once more. */
  static boolean begins(SourceRow row, Layout layout) {
    int filled = 0;
    int headers = 0;
    for (Cell cell : row.cells()) {
      if (!cell.isBlank()) {
        if (!(cell instanceof Cell.Text)) {
          return false;
        }
        if (filled == 0 && !KnownHeaders.isHeader(cell.text())) {
          return false; // as nearly every row
        }
        filled++;
        headers += KnownHeaders.isHeader(cell.text()) ? 1 : 0;
      }
    }
    return headers >= FEWEST_HEADERS && headers * 2 > filled && layout.headerRow().number() > 0;
  }

  static UnreadableFile refusal(SourceRow row, Layout layout) {
    String shown =
        row.cells().stream()
            .filter(cell -> !cell.isBlank())
            .limit(SHOWN)
            .map(cell -> cell.text().strip())
            .collect(Collectors.joining(" | "));
    return new UnreadableFile(
        RuleBook.finding(
            "FIL-029",
            Place.row(layout.sheet().name(), row.number()),
            shown,
            "row",
            row.number(),
            "text",
            shown));
  }
}
