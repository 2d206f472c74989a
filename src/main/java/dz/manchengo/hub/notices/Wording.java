package dz.manchengo.hub.notices;

import java.util.function.IntPredicate;

/** Words that may come from strangers, without what could end a header line or a JSON value. */
final class Wording {
  private static final int UNKNOWN = '\uFFFD';

  private Wording() {}

  /** One line: line breaks and other control characters become spaces. */
  static String line(String words) {
    return replaced(words, Wording::breaksALine, ' ');
  }

  /** Lines and tabs may stay. */
  static String text(String words) {
    String lines = words.replace("\r\n", "\n");
    return replaced(lines, c -> Character.isISOControl(c) && c != '\n' && c != '\t', ' ');
  }

  private static boolean breaksALine(int c) {
    int type = Character.getType(c);
    return Character.isISOControl(c)
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /** Half a surrogate pair is no character, and PostgreSQL does not take it. */
  private static String replaced(String words, IntPredicate unwanted, int by) {
    StringBuilder clean = new StringBuilder(words.length());
    words
        .codePoints()
        .map(c -> unwanted.test(c) ? by : c)
        .map(c -> Character.getType(c) == Character.SURROGATE ? UNKNOWN : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
