package dz.manchengo.hub.documents;

import java.util.List;

/**
 * Tells the rows of documents from totals, summaries and what people write below a table (domain
 * notes §7.1.5). Asked for every row in order, it decides the same in every pass.
 */
final class RowChoice {
  private final List<Layout.Column> columns;
  private final int headerRow;
  private int before;
  private boolean summary;
  private boolean totalSeen;

  /** What a row is. */
  enum Kind {
    DATA,
    TOTAL,
    /** Everything in a block of summary: passed over. */
    SUMMARY,
    /** A lone text below the table, where people sign and date: passed over. */
    ASIDE,
    /** No value, or only notes of an earlier acknowledgement. */
    BLANK
  }

  RowChoice(Layout layout) {
    this.columns = layout.columns();
    this.headerRow = layout.headerRow().number();
    this.before = headerRow;
  }

  Kind of(SourceRow row) {
    int values = row.number() > headerRow ? values(row) : 0;
    if (values == 0) {
      return Kind.BLANK;
    }
    boolean below = totalSeen || row.number() - before > 2;
    before = row.number();
    summary |= TotalRows.opensSummary(row);
    if (summary) {
      return Kind.SUMMARY;
    }
    if (TotalRows.isTotal(row)) {
      totalSeen = true;
      return Kind.TOTAL;
    }
    return below && values == 1 ? Kind.ASIDE : Kind.DATA;
  }

  /** In columns with a header; one is enough to be a row, two to be no remark. */
  private int values(SourceRow row) {
    int values = 0;
    for (int i = 0; i < columns.size() && values < 2; i++) {
      values += row.cell(columns.get(i).index()).isBlank() ? 0 : 1;
    }
    return values;
  }
}
