package dz.manchengo.hub.documents;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Two columns for one field: they are one if they say the same, or turn out to be two fields, or
 * nobody can tell which one holds (FIL-006).
 */
final class DoubleColumns {
  private static final Pattern NET = Pattern.compile("\\bnet\\b");

  /** Of several columns of free text the first is the remark. */
  private static final String REMARK = "note";

  private final String field;
  private final Map<String, ColumnSurvey> byField;

  DoubleColumns(String field, Map<String, ColumnSurvey> byField) {
    this.field = field;
    this.byField = byField;
  }

  /**
   * Keeps one, or both.
   *
   * @return the one that is not counted though it says something else; null where there is none
   * @throws UnreadableFile FIL-006
   */
  @Nullable ColumnSurvey settle(ColumnSurvey other, SheetSurvey survey) throws UnreadableFile {
    ColumnSurvey kept = Objects.requireNonNull(byField.get(field));
    boolean differ = survey.differ(kept.column(), other.column());
    if (differ && survey.isJournal() && isNet(kept) != isNet(other)) {
      byField.put(field, isNet(kept) ? kept : other);
      return isNet(kept) ? other : kept;
    }
    if (differ && field.equals(REMARK)) {
      return other;
    }
    if (differ && !isParted(kept, other)) {
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
    return null;
  }

  /** « Net HT » of a journal is what « Total HT » is after « Remise ». */
  private boolean isNet(ColumnSurvey one) {
    return field.equals("total_ht")
        && NET.matcher(HeaderName.normalise(one.column().header())).find();
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
