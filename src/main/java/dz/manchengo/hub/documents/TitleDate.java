package dz.manchengo.hub.documents;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The day that a title names without a label: « Inventaire physique du 24/11/2026 », « Stock au
 * 30/11/2026 ». A period, or two titles with two days, name none. Of a count or balance also the
 * name of its sheet or file may name it: {@code inventaire_2026-11-20.csv}.
 */
final class TitleDate {
  /** Scope → the field that such a day is. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "BALANCE", "balance_date",
          "COUNT", "counted_at",
          "MOVEMENT", "effective_at",
          "ORDER", "doc_date",
          "INVOICE", "doc_date",
          "PAYMENT", "paid_on",
          "PRODUCTION", "made_on");

  static final String DAY =
      "(\\d{1,2}[-/. ]\\d{1,2}[-/. ]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:er)? \\p{L}{3,9}\\.? \\d{4})";

  private static final Pattern NAMED =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:du|au|as of|of|on) +" + DAY + "(?![\\p{L}\\p{N}/-])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** In names no slash can stand, and mostly no spaces. */
  private static final Pattern IN_NAME =
      Pattern.compile(
          "(?<!\\d)(?:(20\\d{2})([-_. ]?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])"
              + "|(0[1-9]|[12]\\d|3[01])([-_. ]?)(0[1-9]|1[0-2])\\6(20\\d{2}))(?!\\d)");

  private final Set<String> days = new LinkedHashSet<>();
  private int row;

  /** Name of the field in documents of that scope; null where there is none. */
  static @Nullable String field(String scope) {
    return FIELDS.get(scope);
  }

  /** The same of a scope that has one. */
  static String dayOf(String scope) {
    return Objects.requireNonNull(field(scope), scope);
  }

  /** The same where also a name may tell it; null elsewhere. */
  static @Nullable String inNames(String scope) {
    return scope.equals("COUNT") || scope.equals(PeriodAbove.SCOPE) ? field(scope) : null;
  }

  /** Whether no title names any. */
  boolean isEmpty() {
    return days.isEmpty();
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

  /** The one day in that name, as ISO has it; null where there is none or more than one. */
  static @Nullable String inName(String name) {
    Set<String> found = new LinkedHashSet<>();
    Matcher day = IN_NAME.matcher(name);
    while (day.find()) {
      found.add(
          day.group(1) != null
              ? day.group(1) + "-" + day.group(3) + "-" + day.group(4)
              : day.group(8) + "-" + day.group(7) + "-" + day.group(5));
    }
    return found.size() == 1 ? found.iterator().next() : null;
  }

  /** The one day with the label that a column of it would have; null where there is not one. */
  Titles.@Nullable Title title(String label) {
    return days.size() == 1
        ? new Titles.Title(label, new Cell.Text(days.iterator().next()), row)
        : null;
  }
}
