package dz.manchengo.hub.documents;

/**
 * {@code ="00017"}: how a program writes a text into CSV so that a spreadsheet leaves it as it is.
 * The text is what is meant; a formula with more in it is none of these.
 */
final class FormulaText {
  private FormulaText() {}

  static boolean isOne(char[] buffer, int offset, int length) {
    int last = offset + length - 1;
    if (length < 3 || buffer[offset] != '=' || buffer[offset + 1] != '"' || buffer[last] != '"') {
      return false;
    }
    for (int i = offset + 2; i < last; i++) {
      if (buffer[i] == '"' && (++i == last || buffer[i] != '"')) {
        return false; // ="a"&"b"
      }
    }
    return true;
  }

  /** What stands between the quotes. */
  static String text(char[] buffer, int offset, int length) {
    return new String(buffer, offset + 2, length - 3).replace("\"\"", "\"");
  }
}
