package dz.manchengo.hub.platform;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a date is written in a sentence. */
public final class Days {
  private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter FRENCH =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private Days() {}

  /** As people here write it: {@code 03/04/2026}. */
  public static String of(LocalDate day) {
    return DAY_FIRST.format(day);
  }

  /** Where day and month must not be mixed up: {@code 3 avril 2026}, {@code 1er mai 2026}. */
  public static String inWords(LocalDate day, boolean french) {
    if (!french) {
      return ENGLISH.format(day);
    }
    String words = FRENCH.format(day);
    return day.getDayOfMonth() == 1 ? "1er" + words.substring(1) : words;
  }
}
