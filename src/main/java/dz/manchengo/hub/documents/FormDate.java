package dz.manchengo.hub.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The day of a form that no label names: « Alger, le 07/05/2026 », « FACTURE N° FA-12 du 07/05/2026
 * ». Days of other papers and of what is still to come, « BL n° 12 du 06/05/2026 », « Échéance, le
 * 07/06/2026 », are not the form's. Two days name none: which of them it is has to be asked.
 */
final class FormDate {
  private static final String DAY =
      "(\\d{1,2}[-/. ]\\d{1,2}[-/. ]\\d{4}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2}|\\d{4}-\\d{2}-\\d{2}"
          + "|\\d{1,2}(?:er)? \\p{L}{3,9}\\.? \\d{4})";

  private static final String WEEKDAY =
      "(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? )?";

  /** Of the text in small letters without accents. */
  private static final Pattern PLACED =
      Pattern.compile(
          "(?:(?:fait|etablie?|emise?) )?(?:a )?"
              + "(?:(?<place>\\p{L}[\\p{L}' -]{1,40}?)(?: ?, ?(?:le )?| ?[-–]? ?le )|le )"
              + WEEKDAY
              + "(?<day>"
              + DAY
              + ")");

  private static final Pattern BEHIND_NUMBER =
      Pattern.compile(
          "(.{1,40}?)[ ,;]+(?:(?:en date )?du|le|dat[ée]e?(?: du| le)?)(?: ?: ?| )"
              + WEEKDAY
              + DAY
              + "(?![\\p{L}\\p{N}/-]).*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern NAMED =
      Pattern.compile("\\b(?:du|le|dated?|datee|of|on) " + WEEKDAY + DAY + "(?![\\p{L}\\p{N}/-])");

  private static final Pattern ANY_DAY = Pattern.compile("(?<!\\d)" + DAY + "(?!\\d)");

  private static final Pattern INVOICE =
      Pattern.compile("(?:facture|avoir|invoice|credit note|note de credit)\\b.*");

  private static final Pattern CREDIT =
      Pattern.compile("(?:facture (?:d )?avoir|avoir|credit note|note de credit)\\b.*");

  private static final Pattern ORDER =
      Pattern.compile("(?:bon de commande|commande|purchase order|order)\\b.*");

  /** Whose day it is then: of another paper, of a payment, of the print. */
  private static final Pattern OTHER =
      Pattern.compile(
          "\\b(?:echeances?|livr\\p{L}+|reglements?|reglee?|pai\\p{L}+|pay\\p{L}+|valid\\p{L}*"
              + "|valable|periodes?|contrats?|marches?|conventions?|devis|pro ?forma|offres?"
              + "|recep\\p{L}*|recue?|exped\\p{L}*|imprim\\p{L}*|edit\\p{L}*|tiree?|generee?"
              + "|extrait|exportee?|origin\\p{L}*|annul\\p{L}*|remplac\\p{L}*|sur|relati\\p{L}*"
              + "|concern\\p{L}*|agre\\p{L}+|decisions?|decrets?|loi|autoris\\p{L}*|registre|rc|bl|br"
              + "|bons?|arret\\p{L}*|debut|fin|jusqu\\p{L}*|avant|apres|depart|arrivee|enlev\\p{L}*"
              + "|charge\\p{L}*|date|delivr\\p{L}*|nee?|due|delivery|printed|paid|valid)\\b");

  private static final Pattern FIGURE = Pattern.compile("\\d");
  private static final Pattern ORDERED = Pattern.compile("\\bcommand\\p{L}+|\\bbc\\b");

  private final Pattern title;
  private final boolean order;
  private final Map<Object, Said> days = new LinkedHashMap<>();

  /**
   * Where one stands.
   *
   * @param text that names it
   */
  private record Said(String text, String day, int row) {}

  private FormDate(Pattern title) {
    this.title = title;
    this.order = title.equals(ORDER);
  }

  /**
   * Looks at all rows above a form's table.
   *
   * @param credit whether the form has the number of a credit note: another one's day is then that
   *     of the invoice it credits
   */
  static FormDate above(Layout table, String scope, boolean credit) {
    FormDate date = new FormDate(scope.equals("ORDER") ? ORDER : credit ? CREDIT : INVOICE);
    int end = table.headerRows().get(0).number();
    List<String> before = List.of();
    for (SourceRow row : table.sheet().head()) {
      if (row.number() < end) {
        before = date.look(row, before);
      }
    }
    return date;
  }

  /** Whether documents of that scope come as forms. */
  static boolean isOf(String scope) {
    return scope.equals("INVOICE") || scope.equals("ORDER");
  }

  /** « FA-12 du 07/05/2026 » as the value of a number's label is that number. */
  static Titles.Title withoutDay(Titles.Title number) {
    Matcher both = BEHIND_NUMBER.matcher(Typography.plain(number.value().text()));
    return both.matches()
        ? new Titles.Title(number.label(), new Cell.Text(both.group(1).strip()), number.row())
        : number;
  }

  private List<String> look(SourceRow row, List<String> above) {
    List<String> texts = row.cells().stream().map(FormDate::plain).toList();
    List<String> filled = texts.stream().filter(text -> !text.isEmpty()).toList();
    String left = "";
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      String over = i < above.size() ? above.get(i) : "";
      if (!text.isEmpty()) {
        lookAt(text, left.isEmpty() ? over : left, row.number());
        if (text.startsWith("du ")) { // « FACTURE FA-12 » above or before it
          lookAt(left + " " + text, "", row.number());
          lookAt(over + " " + text, "", row.number());
        }
        left = text;
      }
    }
    for (int i = 1; i < filled.size(); i++) {
      lookAt(filled.get(i - 1) + " " + filled.get(i), "", row.number());
    }
    if (filled.size() > 2) {
      lookAt(String.join(" ", filled), "", row.number());
    }
    return texts;
  }

  private static String plain(Cell cell) {
    return Typography.fold(Typography.plain(cell.text()))
        .replace(':', ' ')
        .replaceAll(" {2,}", " ")
        .strip();
  }

  /**
   * One text.
   *
   * @param label what stands to the left of it or above, and may say whose day it is
   */
  private void lookAt(String text, String label, int row) {
    Matcher placed = PLACED.matcher(text);
    boolean is = placed.matches();
    // « RC : 16/00-0000001B20 » beside « Alger, le … » has its own value and labels nothing
    boolean labelled =
        is && isOther(label) && (placed.group("place") == null || !FIGURE.matcher(label).find());
    if (is && !labelled && !isOther(String.valueOf(placed.group("place")))) {
      add(text, placed.group("day"), row);
      return;
    }
    String words = text.replaceAll("['’]", " ").replaceFirst(" date (?=\\d)", " du ");
    if (title.matcher(words).matches() && !isOther(words.replaceFirst("^bon\\b", ""))) {
      Matcher named = NAMED.matcher(words);
      if (named.find() && daysIn(words) == 1) {
        add(text, named.group(1), row);
      }
    }
  }

  /** « 12-03/2026 » is a number and no day: a day has one sort of mark. */
  private static long daysIn(String words) {
    return ANY_DAY
        .matcher(words)
        .results()
        .filter(day -> !(day.group(1).contains("/") && day.group(1).contains("-")))
        .count();
  }

  private boolean isOther(String text) {
    return OTHER.matcher(text).find() || (!order && ORDERED.matcher(text).find());
  }

  private void add(String text, String day, int row) {
    DateReading reading = DateText.read(day);
    Object key = day;
    if (reading instanceof DateReading.Exact exact) {
      key = exact.date();
    } else if (reading instanceof DateReading.DayMonthOpen open) {
      LocalDate dayFirst = open.dayFirst();
      key = dayFirst;
    }
    days.putIfAbsent(key, new Said(text, day, row));
  }

  /** The one day with the label that a column of it would have; null where there is not one. */
  Titles.@Nullable Title title(String label) {
    if (days.size() != 1) {
      return null;
    }
    Said said = days.values().iterator().next();
    return new Titles.Title(label, new Cell.Text(said.day()), said.row());
  }

  /** Each with its row, where there are several: which of them it is has to be said. */
  List<String> several() {
    List<String> several = new ArrayList<>();
    if (days.size() > 1) {
      days.values().forEach(said -> several.add(said.day() + " (" + said.row() + ")"));
    }
    return several;
  }
}
