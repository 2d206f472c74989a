package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as people and programs write them: {@code 1 234,50 DA}, {@code (1,234.50)}, {@code
 * ١٢٣٤٫٥}. Locale formats are not asked: their answer depends on the JDK (domain notes §1.7, §7.5).
 */
final class NumberText {
  /** {@code 2,5E+14}; an exponent of three digits is a joke or an attack. */
  private static final Pattern SCIENTIFIC =
      Pattern.compile("(\\d+)(?:([.,])(\\d+))?[eE]([+-]?\\d{1,2})");

  /** {@code - DA}: how Excel's format « Comptabilité » shows a zero. */
  private static final Pattern ACCOUNTING_ZERO =
      Pattern.compile("(?:DA|DZD)? *[-–—] *(?:DA|DZD)?", Pattern.CASE_INSENSITIVE);

  private static final int MAX_LENGTH = 64;

  private NumberText() {}

  static NumberReading read(String text) {
    return isBare(text) ? shaped(text, false) : wrapped(text);
  }

  /**
   * A dash alone, as an amount: among quantities it may stand for « not counted », among prices for
   * « not known ».
   */
  static boolean isAccountingZero(String text) {
    return text.length() <= MAX_LENGTH && ACCOUNTING_ZERO.matcher(Typography.plain(text)).matches();
  }

  /** Digits and separators only: nothing to clean and nothing to take off. */
  private static boolean isBare(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Typography.isDigit(c) && c != ',' && c != '.') {
        return false;
      }
    }
    return true;
  }

  private static NumberReading wrapped(String text) {
    NumberWrapping wrapping = new NumberWrapping(text);
    return shaped(wrapping.body(), wrapping.isNegative());
  }

  /** Rules 1 to 5 of §7.5 on digits, separators and group marks. */
  private static NumberReading shaped(String s, boolean negative) {
    if (s.length() > MAX_LENGTH) {
      return NumberReading.NOT_A_NUMBER;
    }
    int digits = 0;
    int blanks = 0;
    int commas = 0;
    int points = 0;
    for (int i = 0; i < s.length(); i++) {
      switch (s.charAt(i)) {
        case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> digits++;
        case ' ', '\'' -> blanks++;
        case ',' -> commas++;
        case '.' -> points++;
        default -> {
          return scientific(s, negative);
        }
      }
    }
    return digits == 0 ? NumberReading.NOT_A_NUMBER : ruled(s, negative, blanks, commas, points);
  }

  private static NumberReading ruled(
      String s, boolean negative, int blanks, int commas, int points) {
    int mark = lastMark(s);
    int marks = commas + points;
    boolean bothMarks = commas > 0 && points > 0;
    if (blanks > 0) {
      return marks > 1 ? NumberReading.BAD_GROUPING : grouped(s, mark, negative);
    }
    if (bothMarks) {
      boolean once = (s.charAt(mark) == ',' ? commas : points) == 1;
      return once ? grouped(s, mark, negative) : NumberReading.BAD_GROUPING;
    }
    return switch (marks) {
      case 0 -> new NumberReading.Exact(value(s, -1, negative));
      case 1 -> separatedOnce(s, mark, negative);
      default -> grouped(s, -1, negative);
    };
  }

  /** Rules 1 to 3. Groups made with one mark prove that the other one is for decimals. */
  private static NumberReading grouped(String s, int mark, boolean negative) {
    int end = mark < 0 ? s.length() : mark;
    boolean sound = areGroups(s, end) && (mark < 0 || Typography.areDigits(s.substring(mark + 1)));
    if (!sound) {
      return NumberReading.BAD_GROUPING;
    }
    return new NumberReading.Exact(value(s, mark, negative), provenMark(s, mark));
  }

  private static @Nullable Character provenMark(String s, int mark) {
    if (mark >= 0) {
      return s.charAt(mark);
    }
    return s.indexOf('.') >= 0 ? Character.valueOf(',') : s.indexOf(',') >= 0 ? '.' : null;
  }

  private static boolean areGroups(String s, int end) {
    int run = 0;
    boolean first = true;
    for (int i = 0; i < end; i++) {
      if (Typography.isDigit(s.charAt(i))) {
        run++;
      } else if (first ? run < 1 || run > 3 : run != 3) {
        return false;
      } else {
        first = false;
        run = 0;
      }
    }
    return !first && run == 3;
  }

  /** Rules 4 and 5. A separator with nothing behind it is a number cut off: none. */
  private static NumberReading separatedOnce(String s, int mark, boolean negative) {
    int decimals = s.length() - mark - 1;
    if (decimals == 0) {
      return NumberReading.NOT_A_NUMBER;
    }
    BigDecimal decimal = value(s, mark, negative);
    boolean decides = decimals != 3 || mark == 0 || mark > 3 || s.charAt(0) == '0';
    return decides
        ? new NumberReading.Exact(decimal, s.charAt(mark))
        : new NumberReading.Ambiguous(decimal, decimal.movePointRight(3), s.charAt(mark));
  }

  private static int lastMark(String s) {
    return Math.max(s.lastIndexOf(','), s.lastIndexOf('.'));
  }

  private static BigDecimal value(String s, int mark, boolean negative) {
    char[] digits = new char[s.length() + 1];
    int length = 0;
    digits[length++] = negative ? '-' : '+';
    for (int i = 0; i < s.length(); i++) {
      if (i == mark) {
        digits[length++] = '.';
      } else if (Typography.isDigit(s.charAt(i))) {
        digits[length++] = s.charAt(i);
      }
    }
    return new BigDecimal(digits, 0, length);
  }

  private static NumberReading scientific(String s, boolean negative) {
    Matcher parts = SCIENTIFIC.matcher(s);
    if (!parts.matches()) {
      return NumberReading.NOT_A_NUMBER;
    }
    BigDecimal value = new BigDecimal(s.replace(',', '.'));
    BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
    String mark = parts.group(2);
    return new NumberReading.Exact(
        negative ? plain.negate() : plain, mark == null ? null : mark.charAt(0));
  }
}
