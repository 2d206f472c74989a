package dz.manchengo.hub.documents;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of a document taken apart (domain notes §1.6): {@code F-2026-00012} is number 12 of
 * the series {@code F-2026}.
 *
 * @param series upper case, without the punctuation before the sequence; empty for {@code 536365}
 */
public record DocumentNumber(String series, long sequence) {
  private static final int DIGITS_OF_LONG = 18;

  /** What people write where there is no number. */
  private static final Set<String> NONE =
      Set.of(
          "idem",
          "id",
          "n a",
          "na",
          "nd",
          "neant",
          "sans",
          "sans n",
          "sans no",
          "sans numero",
          "aucun",
          "aucune",
          "non",
          "no",
          "null",
          "none",
          "x",
          "xx",
          "xxx",
          "en cours",
          "a venir",
          "inconnu");

  private static final Pattern ZERO = Pattern.compile("0+");

  /** The parts of a number; null when it does not end in digits. */
  public static @Nullable DocumentNumber split(String number) {
    String text = Typography.plain(number).toUpperCase(Locale.ROOT);
    int start = text.length();
    while (start > 0 && Typography.isDigit(text.charAt(start - 1))) {
      start--;
    }
    if (start == text.length() || text.length() - start > DIGITS_OF_LONG) {
      return null;
    }
    int end = start;
    while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return new DocumentNumber(text.substring(0, end), Long.parseLong(text.substring(start)));
  }

  /**
   * The same of a paper of that year: {@code FV 125/2026} is number 125 of the series {@code FV},
   * where the year is the number's second and last group of digits.
   */
  public static @Nullable DocumentNumber split(String number, int year) {
    DocumentNumber last = split(number);
    if (last == null || last.sequence() != year) {
      return last;
    }
    DocumentNumber before = split(last.series());
    boolean counts =
        before != null
            && before.sequence() != year
            && before.series().chars().noneMatch(Character::isDigit);
    return counts ? before : last;
  }

  /** Whether it is none: « - », « néant », « 0 ». */
  static boolean isNone(String number) {
    if (number.chars().anyMatch(c -> c >= '1' && c <= '9')) {
      return false; // as nearly all
    }
    String norm = norm(number);
    return norm.isEmpty()
        || ZERO.matcher(norm).matches()
        || NONE.contains(Typography.fold(number).replaceAll("[^\\p{L}\\p{N}]+", " ").strip());
  }

  /**
   * The form in which numbers are the same (§3.3): capitals, leading zeros kept, no spaces or
   * punctuation, but one dash where these part two groups of digits: {@code FV 1/11} is not {@code
   * FV 11/1}.
   */
  public static String norm(String number) {
    String plain = Typography.plain(number).toUpperCase(Locale.ROOT);
    StringBuilder norm = new StringBuilder(plain.length());
    boolean parted = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (!Character.isLetterOrDigit(c)) {
        parted = true;
        continue;
      }
      boolean betweenDigits =
          parted
              && Typography.isDigit(c)
              && !norm.isEmpty()
              && Typography.isDigit(norm.charAt(norm.length() - 1));
      norm.append(betweenDigits ? "-" : "").append(c);
      parted = false;
    }
    return norm.toString();
  }

  /**
   * The form in which a supplier's two invoices look alike (INV-006): besides, each group of digits
   * goes without its leading zeros, so that {@code FA-0012} is {@code fa 12}.
   */
  public static String loose(String number) {
    String plain = Typography.plain(number).toUpperCase(Locale.ROOT);
    StringBuilder loose = new StringBuilder(plain.length());
    boolean inDigits = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean digit = Typography.isDigit(c);
      boolean leadingZero = c == '0' && !inDigits && hasDigitAt(plain, i + 1);
      if (Character.isLetterOrDigit(c) && !leadingZero) {
        loose.append(c);
      }
      inDigits = digit && !leadingZero;
    }
    return loose.toString();
  }

  private static boolean hasDigitAt(String text, int index) {
    return index < text.length() && Typography.isDigit(text.charAt(index));
  }
}
