package dz.manchengo.hub.documents;

import java.util.List;

/**
 * FIL-004 of a form: its number, date and customer may stand above the table, its VAT below: how is
 * said.
 */
final class FormLacks {
  private static final List<String> NUMBER = List.of("doc_no", CreditNumbers.FIELD);
  private static final List<String> DATE = List.of("doc_date");
  private static final List<String> PARTY = List.of("party_code", "party_name", "party_nif");
  private static final List<String> VAT = List.of("vat_rate", "line_vat", "total_vat");

  private FormLacks() {}

  /** Whether a table with something above it lacks just these. */
  static boolean isWhatLacks(List<List<String>> groups, Layout layout) {
    boolean number = groups.contains(NUMBER);
    boolean form = !layout.titles().shown().isEmpty();
    return layout.headerRows().get(0).number() > 1
        && (groups.equals(List.of(VAT))
            ? new FormRows(layout).isForm()
            : isAbove(groups) && (number || form));
  }

  private static boolean isAbove(List<List<String>> groups) {
    return groups.equals(List.of(PARTY)) || List.of(NUMBER, DATE).containsAll(groups);
  }

  static Finding told(Finding finding, List<List<String>> groups, Layout layout, String scope) {
    boolean number = groups.contains(NUMBER);
    if (groups.contains(VAT)) {
      return finding.withHint("hint.vat-below");
    }
    if (groups.contains(PARTY)) {
      return finding.withHint("hint.party-above");
    }
    if (groups.contains(DATE)) {
      boolean credit = layout.has(CreditNumbers.FIELD);
      List<String> days = number ? List.of() : FormDate.above(layout, scope, credit).several();
      return days.isEmpty()
          ? finding.withHint(number ? "hint.number-and-date-above" : "hint.date-above")
          : finding.with("hint_days", String.join(", ", days)).withHint("hint.dates-above");
    }
    return finding.withHint("hint.number-above");
  }
}
