package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The code that a cell of OpenDocument shows of its whole number: {@code 000123}, {@code FA-04501},
 * {@code 0045/2026}. Beside its number the cell holds what it shows, whichever style says so.
 */
final class ShownCode {
  /** Digits with strokes between them, which may be the number; {@link CodeFormat} has the same. */
  private static final Pattern DIGITS = Pattern.compile("\\d(?:[-/ ]?\\d){0,19}");

  /** Anything else is a unit more often. */
  private static final Pattern SUFFIX = Pattern.compile("[-/] ?[\\p{L}\\d].*");

  private static final Pattern CURRENCY =
      Pattern.compile("\\b(?:DA|DZD|EUR|USD|GBP)\\b|[€$£]|د\\.ج");

  /** No code begins within a number. */
  private static final Pattern CUT = Pattern.compile("[\\d.,]$");

  private static final int LONGEST = 80;

  private ShownCode() {}

  /** Null where the cell shows its number as a number. */
  static @Nullable String of(BigDecimal number, String shown) {
    String text = Typography.trim(shown);
    if (number.signum() < 0
        || number.stripTrailingZeros().scale() > 0
        || text.length() > LONGEST
        || CURRENCY.matcher(text).find()) {
      return null;
    }
    Matcher digits = DIGITS.matcher(text);
    for (int from = 0; from < text.length() && digits.find(from); from = digits.start() + 1) {
      if (isCode(number, text, digits.start(), digits.end())) {
        return text;
      }
    }
    return null;
  }

  /** Whether the number begins there, ends at the latest there, and the rest makes it a code. */
  private static boolean isCode(BigDecimal number, String text, int start, int last) {
    String prefix = text.substring(0, start);
    for (int end = last; end > start; end--) {
      String body = text.substring(start, end);
      if (Character.isDigit(text.charAt(end - 1)) && isNumber(body, number)) {
        return isCode(prefix, body, text.substring(end));
      }
    }
    return false;
  }

  private static boolean isCode(String prefix, String body, String suffix) {
    if (CUT.matcher(prefix).find()) {
      return false;
    }
    boolean stroke = body.indexOf('-') > 0 || body.indexOf('/') > 0;
    boolean zeros = body.length() > 1 && body.charAt(0) == '0';
    boolean named =
        prefix.chars().anyMatch(Character::isLetter)
            || prefix.endsWith("-")
            || prefix.endsWith("/")
            || !suffix.isEmpty();
    boolean own = SUFFIX.matcher(suffix).matches() && !CodeFormat.isUnit(suffix);
    return (suffix.isEmpty() || own) && (zeros || stroke || named);
  }

  private static boolean isNumber(String body, BigDecimal number) {
    return new BigDecimal(body.replaceAll("[-/ ]", "")).compareTo(number) == 0;
  }
}
