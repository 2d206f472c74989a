package dz.manchengo.hub.documents;

import java.util.Map;
import java.util.Objects;

/**
 * Two columns for one field: they are one if they say the same, or turn out to be two fields, or
 * nobody can tell which one holds (FIL-006).
 */
final class DoubleColumns {
  private final String field;
  private final Map<String, ColumnSurvey> byField;

  DoubleColumns(String field, Map<String, ColumnSurvey> byField) {
    this.field = field;
    this.byField = byField;
  }

  void settle(ColumnSurvey other, SheetSurvey survey) throws UnreadableFile {
    ColumnSurvey kept = Objects.requireNonNull(byField.get(field));
    if (survey.differ(kept.column(), other.column()) && !isParted(kept, other)) {
      throw new UnreadableFile(
          RuleBook.finding(
              "FIL-006",
              Place.FILE,
              null,
              "field",
              KnownHeaders.label(field),
              "a",
              shown(kept.column(), other.column()),
              "b",
              shown(other.column(), kept.column())));
    }
  }

  /**
   * « Montant HT » of the line beside « Total HT » of its document: where each document has one
   * line they differ by a slip or a discount, which is judged at its document.
   */
  private boolean isParted(ColumnSurvey a, ColumnSurvey b) {
    String ofLine = LineFields.fieldOfLine(field).orElse(null);
    if (ofLine == null || byField.containsKey(ofLine) || isCalledTotal(a) == isCalledTotal(b)) {
      return false;
    }
    ColumnSurvey line = isCalledTotal(a) ? b : a;
    if (!line.followsLines()) {
      return false;
    }
    byField.put(field, isCalledTotal(a) ? a : b);
    byField.put(ofLine, line);
    return true;
  }

  private static boolean isCalledTotal(ColumnSurvey one) {
    return HeaderName.normalise(one.column().header()).startsWith("total");
  }

  /** Its header, with its letter where the other one is called the same. */
  private static String shown(Layout.Column column, Layout.Column other) {
    String header = column.header().strip();
    return header.equals(other.header().strip())
        ? header + " (" + CellAddress.columnName(column.index()) + ")"
        : header;
  }
}
