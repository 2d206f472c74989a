package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number format that makes a code of a whole number: {@code 000000}, {@code "FA-"00000}, {@code
 * 00-000}, {@code 0000"/2026"}, {@code 0000"-ALG"}. What stands behind the digits is a unit more
 * often than a part of the code, but for what a stroke leads, as long as it is no {@code "/kg"}.
 *
 * @param prefix written as it is
 * @param body zeros for digits, at least so many, and what is written between them
 * @param suffix written as it is
 */
record CodeFormat(String prefix, String body, String suffix) {
  private static final String SUFFIX =
      "(?:\"[-/] ?[\\p{L}\\d][^\"]*\"|\\\\?[-/](?:\"[^\"]*\"|\\\\.|[1-9])+)+";

  private static final Pattern CODE =
      Pattern.compile(
          "((?:\"[^\"]*\"|\\\\.|[-/])*)(0(?:\\\\?[-/ ]?0){0,14})((?:" + SUFFIX + ")?)(?:;.*)?");

  /** Excel keeps 15 digits; of a longer number nobody knows the last ones. */
  private static final int DIGITS_OF_EXCEL = 15;

  static @Nullable CodeFormat of(String format) {
    Matcher code = CODE.matcher(format);
    if (!code.matches()) {
      return null;
    }
    String prefix = written(code.group(1));
    String body = written(code.group(2));
    String suffix = written(code.group(3));
    if (isUnit(suffix)) {
      return null;
    }
    boolean named = prefix.chars().anyMatch(Character::isLetter) || !suffix.isEmpty();
    return body.length() > 1 || named ? new CodeFormat(prefix, body, suffix) : null;
  }

  /** « /kg » is what a price is for. */
  static boolean isUnit(String suffix) {
    return suffix.startsWith("/") && QuantityUnit.of(suffix.substring(1)) != null;
  }

  /** The number as its workbook shows it; null for one that is no code. */
  @Nullable String shown(BigDecimal number) {
    if (number.signum() < 0 || number.scale() > 0 || number.precision() > DIGITS_OF_EXCEL) {
      return null;
    }
    return prefix + filled(number.toPlainString()) + suffix;
  }

  /** From the right; digits without a place of their own go in front, as Excel puts them. */
  private String filled(String plain) {
    StringBuilder filled = new StringBuilder();
    int next = plain.length();
    for (int i = body.length() - 1; i >= 0; i--) {
      boolean digit = body.charAt(i) == '0';
      filled.append(digit ? next > 0 ? plain.charAt(--next) : '0' : body.charAt(i));
    }
    return plain.substring(0, next) + filled.reverse();
  }

  private static String written(String part) {
    return part.replaceAll("[\"\\\\]", "");
  }
}
