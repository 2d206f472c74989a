package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rows that are none of the data, each of which is told with what it was taken for (FIL-012). */
final class SkippedRows {
  /** A report with a sub-total for each document would fill the answer. */
  private static final int MOST_TOLD = 50;

  private static final Set<String> OTHERS =
      Set.of(
          "reason.skipped.below",
          "reason.skipped.discount",
          "reason.skipped.page",
          "reason.skipped.header",
          "reason.skipped.paid",
          "reason.skipped.consigned");

  private final String sheet;
  private final NumberedTotal numbered;
  private final List<Finding> findings = new ArrayList<>();
  private boolean totals;

  SkippedRows(Layout layout) {
    this.sheet = layout.sheet().name();
    this.numbered = new NumberedTotal(layout);
  }

  void add(SourceRow row, String as) {
    totals |= !OTHERS.contains(as);
    if (findings.size() < MOST_TOLD) {
      Place place = Place.row(sheet, row.number());
      String text = TotalRows.shown(numbered.own(row));
      findings.add(
          RuleBook.finding("FIL-012", place, null, "row", row.number(), "text", text, "as", as));
    }
  }

  /** Whether any of them sums the sheet up. */
  boolean hasTotals() {
    return totals;
  }

  List<Finding> findings() {
    return findings;
  }
}
