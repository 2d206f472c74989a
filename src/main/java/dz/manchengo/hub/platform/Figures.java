package dz.manchengo.hub.platform;

import java.math.BigDecimal;

/**
 * How a number is written in a sentence: {@code 1 234,5}, with a decimal comma and groups of three
 * behind no-break spaces. The same in both languages, because invoices here print it so.
 */
public final class Figures {
  /** U+00A0, which Latin-1 files and old fonts have; U+202F is in neither. */
  private static final char GROUP = '\u00a0';

  private Figures() {}

  /** Without superfluous zeros: {@code 12,500} is {@code 12,5}. */
  public static String of(BigDecimal number) {
    return punctuated(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
  }

  static String punctuated(String plain) {
    int point = plain.indexOf('.');
    int end = point < 0 ? plain.length() : point;
    int start = plain.startsWith("-") ? 1 : 0;
    StringBuilder text = new StringBuilder(plain.substring(0, start));
    for (int i = start; i < end; i++) {
      if (i > start && (end - i) % 3 == 0) {
        text.append(GROUP);
      }
      text.append(plain.charAt(i));
    }
    return point < 0
        ? text.toString()
        : text.append(',').append(plain, point + 1, plain.length()).toString();
  }
}
