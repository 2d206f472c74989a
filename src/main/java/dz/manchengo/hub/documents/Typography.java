package dz.manchengo.hub.documents;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a text shows, freed of what it merely carries: marks nobody sees, odd spaces, accents. */
final class Typography {
  private static final Pattern DASH = Pattern.compile("[-–—]+");
  private static final Pattern COMBINING_MARKS = Pattern.compile("\\p{M}+");

  private Typography() {}

  /** Whether it is but a dash, which fills a cell where nothing is to be written. */
  static boolean isDash(String text) {
    return DASH.matcher(text).matches();
  }

  /** Directional marks, joiners, zero-width spaces and the byte order mark. */
  static boolean isInvisible(char c) {
    return c >= '\u061C'
        && (c == '\u061C'
            || (c >= '\u200B' && c <= '\u200F')
            || (c >= '\u202A' && c <= '\u202E')
            || (c >= '\u2060' && c <= '\u2069')
            || c == '\uFEFF');
  }

  static boolean isSpace(char c) {
    return c <= ' ' || (c > '~' && (Character.isSpaceChar(c) || c == '\u0085'));
  }

  /** The value of an ASCII, Arabic-Indic or Persian digit, else −1. */
  static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    if (c >= '\u0660' && c <= '\u0669') {
      return c - '\u0660';
    }
    return c >= '\u06F0' && c <= '\u06F9' ? c - '\u06F0' : -1;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean areDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** The text without outer white space and without invisible marks; its inside stays as it is. */
  static String trim(String text) {
    String visible = withoutInvisible(text);
    int from = 0;
    int to = visible.length();
    while (from < to && isSpace(visible.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(visible.charAt(to - 1))) {
      to--;
    }
    return visible.substring(from, to);
  }

  /** Trimmed, with ASCII digits, ordinary spaces and hyphens for all their relatives. */
  static String plain(String text) {
    String trimmed = trim(text);
    return isAscii(trimmed) ? trimmed : plainOf(trimmed);
  }

  /** Lower case without accents and ligatures: {@code Œuf Écrémé} is {@code oeuf ecreme}. */
  static String fold(String text) {
    String visible = withoutInvisible(text);
    if (isAscii(visible)) {
      return visible.toLowerCase(Locale.ROOT);
    }
    String decomposed = Normalizer.normalize(visible, Normalizer.Form.NFKD);
    return COMBINING_MARKS
        .matcher(decomposed)
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replace("œ", "oe")
        .replace("æ", "ae");
  }

  /** Only the letters and digits, digits in ASCII. */
  static String lettersAndDigits(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        kept.append(plainOf(c));
      }
    }
    return kept.toString();
  }

  /** One character as its ordinary relative. */
  static char plainOf(char c) {
    int digit = digit(c);
    if (digit >= 0) {
      return (char) ('0' + digit);
    }
    if (isSpace(c)) {
      return ' ';
    }
    return c == '\u2212' || c == '\u2013' ? '-' : c;
  }

  private static String plainOf(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      plain.append(plainOf(text.charAt(i)));
    }
    return plain.toString();
  }

  private static String withoutInvisible(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isInvisible(text.charAt(i))) {
        return dropInvisible(text);
      }
    }
    return text;
  }

  private static String dropInvisible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!isInvisible(text.charAt(i))) {
        visible.append(text.charAt(i));
      }
    }
    return visible.toString();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
