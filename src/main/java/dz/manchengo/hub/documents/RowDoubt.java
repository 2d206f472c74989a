package dz.manchengo.hub.documents;

import org.jspecify.annotations.Nullable;

/** Why nobody can tell whether a row is a line or sums up lines: it refuses its document. */
enum RowDoubt {
  /** It is called like a total, and has what a line has. */
  NAMED("FIL-040", null),
  /** It has amounts and no word, and they are not what the rows above come to. */
  UNNAMED("FIL-054", null),
  /** It names no document, and stands below a total. */
  BELOW_TOTAL("FIL-043", "reason.under.total"),
  /** It says what a line says, and stands below the title of a summary. */
  BELOW_SUMMARY("FIL-043", "reason.under.summary");

  private final String rule;
  private final @Nullable String under;

  RowDoubt(String rule, @Nullable String under) {
    this.rule = rule;
    this.under = under;
  }

  /** A total or a line: without it the document might be posted in part. */
  Finding finding(Place place, SourceRow row) {
    String text = TotalRows.shown(row);
    return under == null
        ? RuleBook.finding(rule, place, text, "row", row.number(), "text", text)
        : RuleBook.finding(rule, place, text, "row", row.number(), "text", text, "under", under);
  }
}
