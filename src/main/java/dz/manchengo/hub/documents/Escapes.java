package dz.manchengo.hub.documents;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that a workbook writes as {@code _x000D_}. */
final class Escapes {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private Escapes() {}

  /** A NUL and half a surrogate pair stay as written: neither can be stored. */
  static String decoded(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    return ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(decoded(escape)));
  }

  private static String decoded(MatchResult escape) {
    char c = (char) Integer.parseInt(escape.group(1), 16);
    return c == 0 || Character.isSurrogate(c) ? escape.group() : String.valueOf(c);
  }
}
