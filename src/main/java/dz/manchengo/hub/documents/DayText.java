package dz.manchengo.hub.documents;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A calendar day in figures, or with the name of its month in French, English or Algerian Arabic.
 */
final class DayText {
  private static final Pattern DAY_AND_NAME =
      Pattern.compile("(\\d{1,2})(?:er|st|nd|rd|th)?[ ./-]*(\\p{L}+)[ .,/-]*(\\d{4}|\\d{2})");
  private static final Pattern NAME_AND_DAY =
      Pattern.compile("(\\p{L}+)[ .-]*(\\d{1,2})(?:st|nd|rd|th)?[ ,-]+(\\d{4})");

  /** Behind it stands the date itself, with which it has to agree. */
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(?:(lun|mon)|(mar|tue)|(mer|wed)|(jeu|thu)|(ven|fri)|(sam|sat)|(dim|sun))"
              + "(?:di|credi|dredi|edi|anche|day|sday|nesday|rsday|urday)?[. ,]+(?=.*\\d{4})");

  private static final Map<String, Integer> MONTHS =
      months(
          "janvier janv jan january جانفي",
          "fevrier fevr fev february feb فيفري",
          "mars march mar مارس",
          "avril avr april apr أفريل",
          "mai may ماي",
          "juin june jun جوان",
          "juillet juil july jul جويلية",
          "aout august aug أوت",
          "septembre sept sep september سبتمبر",
          "octobre oct october أكتوبر",
          "novembre nov november نوفمبر",
          "decembre dec december ديسمبر");

  private DayText() {}

  /** Reads a text that {@link Typography#plain} has cleaned. */
  static DateReading read(String s) {
    if (s.length() == 8 && Typography.areDigits(s)) {
      int year = number(s, 0, 4);
      return year < 1900 || year > 2199
          ? DateReading.NOT_A_DATE
          : exact(year, number(s, 4, 6), number(s, 6, 8));
    }
    if (s.isEmpty()) {
      return DateReading.NOT_A_DATE;
    }
    return Character.isLetter(s.charAt(0)) ? ofWeekday(s) : figures(s);
  }

  /** {@code lundi 5 janvier 2026}; no date where that day is none of those. */
  private static DateReading ofWeekday(String s) {
    String folded = Typography.fold(s);
    Matcher weekday = WEEKDAY.matcher(folded);
    if (!weekday.lookingAt()) {
      return figures(s);
    }
    int day = 1;
    while (weekday.group(day) == null) {
      day++;
    }
    DateReading read = figures(folded.substring(weekday.end()));
    if (read == DateReading.NOT_A_DATE) {
      return figures(s); // « Mar 5, 2026 » is in March
    }
    boolean other =
        read instanceof DateReading.Exact exact && exact.date().getDayOfWeek().getValue() != day;
    return other ? DateReading.NOT_A_DATE : read;
  }

  /** Three groups of figures with twice the same separator; else it may hold a name. */
  private static DateReading figures(String s) {
    int firstEnd = digitsEnd(s, 0);
    int second = separatorEnd(s, firstEnd);
    int secondEnd = digitsEnd(s, second);
    int third = separatorEnd(s, secondEnd);
    int thirdEnd = digitsEnd(s, third);
    boolean figures = thirdEnd == s.length() && second > firstEnd && third > secondEnd;
    if (!figures || firstEnd == 0 || secondEnd == second || thirdEnd == third) {
      return named(Typography.fold(s));
    }
    char mark = mark(s, firstEnd, second);
    if (mark == '\0'
        || mark != mark(s, secondEnd, third)
        || secondEnd - second > 2
        || firstEnd > 4
        || thirdEnd - third > 4) {
      return DateReading.NOT_A_DATE;
    }
    return ordered(
        firstEnd,
        number(s, 0, firstEnd),
        number(s, second, secondEnd),
        thirdEnd - third,
        number(s, third, thirdEnd));
  }

  private static DateReading ordered(int firstWidth, int a, int b, int thirdWidth, int c) {
    if (firstWidth == 4 && thirdWidth <= 2) {
      return exact(a, b, c);
    }
    return firstWidth <= 2 && (thirdWidth == 2 || thirdWidth == 4)
        ? dayAndMonth(a, b, year(c, thirdWidth))
        : DateReading.NOT_A_DATE;
  }

  private static DateReading dayAndMonth(int a, int b, int year) {
    LocalDate dayFirst = date(year, b, a);
    LocalDate monthFirst = date(year, a, b);
    if (dayFirst != null && monthFirst != null) {
      return a == b
          ? new DateReading.Exact(dayFirst)
          : new DateReading.DayMonthOpen(dayFirst, monthFirst);
    }
    if (dayFirst != null) {
      return new DateReading.Exact(dayFirst, DateOrder.DMY);
    }
    return monthFirst != null
        ? new DateReading.Exact(monthFirst, DateOrder.MDY)
        : DateReading.NOT_A_DATE;
  }

  private static DateReading named(String s) {
    Matcher dayFirst = DAY_AND_NAME.matcher(s);
    if (dayFirst.matches()) {
      return named(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
    }
    Matcher nameFirst = NAME_AND_DAY.matcher(s);
    return nameFirst.matches()
        ? named(nameFirst.group(3), nameFirst.group(1), nameFirst.group(2))
        : DateReading.NOT_A_DATE;
  }

  private static DateReading named(String year, String name, String day) {
    Integer month = MONTHS.get(name);
    return month == null
        ? DateReading.NOT_A_DATE
        : exact(year(Integer.parseInt(year), year.length()), month, Integer.parseInt(day));
  }

  private static DateReading exact(int year, int month, int day) {
    LocalDate date = date(year, month, day);
    return date == null ? DateReading.NOT_A_DATE : new DateReading.Exact(date);
  }

  private static @Nullable LocalDate date(int year, int month, int day) {
    boolean exists =
        month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).length(Year.isLeap(year));
    return exists ? LocalDate.of(year, month, day) : null;
  }

  private static int year(int number, int width) {
    return width == 2 ? 2000 + number : number;
  }

  private static int digitsEnd(String s, int from) {
    int end = from;
    while (end < s.length() && Typography.isDigit(s.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int separatorEnd(String s, int from) {
    int end = from;
    while (end < s.length() && " /.-".indexOf(s.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  /** The one mark of a separator, a space when it has no other, and NUL for {@code --}. */
  private static char mark(String s, int from, int to) {
    String separator = s.substring(from, to).replace(" ", "");
    return separator.isEmpty() ? ' ' : separator.length() == 1 ? separator.charAt(0) : '\0';
  }

  private static int number(String s, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + s.charAt(i) - '0';
    }
    return number;
  }

  private static Map<String, Integer> months(String... names) {
    Map<String, Integer> months = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      for (String name : Typography.fold(names[i]).split(" ", -1)) {
        months.put(name, i + 1);
      }
    }
    return months;
  }
}
