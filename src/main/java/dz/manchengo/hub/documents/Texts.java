package dz.manchengo.hub.documents;

/** Cells of text; short ones that come again and again are kept once. */
final class Texts {
  private static final int LONGEST = 64;

  private final Cell[] recent = new Cell[1 << 13];

  Cell cell(String text) {
    return cell(text.toCharArray(), 0, text.length());
  }

  Cell cell(char[] text, int offset, int length) {
    if (isBlank(text, offset, length)) {
      return Cell.blank();
    }
    if (length > LONGEST) {
      return new Cell.Text(new String(text, offset, length));
    }
    int slot = (hash(text, offset, length) * 0x9E3779B9) >>> 19;
    Cell known = recent[slot];
    if (known == null || !isSame(known.text(), text, offset, length)) {
      known = new Cell.Text(new String(text, offset, length));
      recent[slot] = known;
    }
    return known;
  }

  private static int hash(char[] text, int offset, int length) {
    int hash = length;
    for (int i = offset; i < offset + length; i++) {
      hash = hash * 31 + text[i];
    }
    return hash;
  }

  private static boolean isSame(String known, char[] text, int offset, int length) {
    if (known.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (known.charAt(i) != text[offset + i]) {
        return false;
      }
    }
    return true;
  }

  static boolean isBlank(String text) {
    return isBlank(text.toCharArray(), 0, text.length());
  }

  /** Spaces of any width, line breaks, zero-width spaces and stray byte order marks. */
  static boolean isBlank(char[] text, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      char c = text[i];
      if (!Character.isWhitespace(c)
          && !Character.isSpaceChar(c)
          && c != '\u200B'
          && c != '\uFEFF') {
        return false;
      }
    }
    return true;
  }
}
