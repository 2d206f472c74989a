package dz.manchengo.hub.documents;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The day that a title names without a label: « Inventaire physique du 24/11/2026 », « Stock au
 * 30/11/2026 ». A period, or two titles with two days, name none.
 */
final class TitleDate {
  /** Scope → the field that such a day is. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "COUNT", "counted_at",
          "MOVEMENT", "effective_at",
          "ORDER", "doc_date",
          "INVOICE", "doc_date",
          "PAYMENT", "paid_on",
          "PRODUCTION", "made_on");

  private static final String DAY =
      "(\\d{1,2}[-/. ]\\d{1,2}[-/. ]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:er)? \\p{L}{3,9}\\.? \\d{4})";

  private static final Pattern NAMED =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:du|au|as of|of|on) +" + DAY + "(?![\\p{L}\\p{N}/-])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final Set<String> days = new LinkedHashSet<>();
  private int row;

  /** Name of the field in documents of that scope; null where there is none. */
  static @Nullable String field(String scope) {
    return FIELDS.get(scope);
  }

  void look(SourceRow title) {
    for (Cell cell : title.cells()) {
      if (cell instanceof Cell.Text text && text.text().indexOf(':') < 0) {
        Matcher day = NAMED.matcher(Typography.plain(text.text()));
        while (day.find()) {
          days.add(day.group(1));
          row = title.number();
        }
      }
    }
  }

  /** The one day with the label that a column of it would have; null where there is not one. */
  Titles.@Nullable Title title(String label) {
    return days.size() == 1
        ? new Titles.Title(label, new Cell.Text(days.iterator().next()), row)
        : null;
  }
}
