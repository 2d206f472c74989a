package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number format that makes a code of a whole number: {@code 000000}, {@code "FA-"00000}. What
 * stands behind the digits is a unit more often than a part of the code, so such formats are none.
 *
 * @param prefix written as it is
 * @param digits at least so many, with zeros in front
 */
record CodeFormat(String prefix, int digits) {
  private static final Pattern CODE =
      Pattern.compile("((?:\"[^\"]*\"|\\\\.|[-/])*)(0{1,15})(?:;.*)?");

  /** Excel keeps 15 digits; of a longer number nobody knows the last ones. */
  private static final int DIGITS_OF_EXCEL = 15;

  static @Nullable CodeFormat of(String format) {
    Matcher code = CODE.matcher(format);
    if (!code.matches()) {
      return null;
    }
    String prefix = code.group(1).replaceAll("[\"\\\\]", "");
    int digits = code.group(2).length();
    boolean named = prefix.chars().anyMatch(Character::isLetter);
    return digits > 1 || named ? new CodeFormat(prefix, digits) : null;
  }

  /** The number as its workbook shows it; null for one that is no code. */
  @Nullable String shown(BigDecimal number) {
    if (number.signum() < 0 || number.scale() > 0 || number.precision() > DIGITS_OF_EXCEL) {
      return null;
    }
    String plain = number.toPlainString();
    return prefix + "0".repeat(Math.max(digits - plain.length(), 0)) + plain;
  }
}
