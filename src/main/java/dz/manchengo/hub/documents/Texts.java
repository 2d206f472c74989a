package dz.manchengo.hub.documents;

import java.util.Arrays;

/** Cells of text; short ones that come again and again are kept once. */
final class Texts {
  private static final int LONGEST = 64;

  private final Cell[] recent = new Cell[1 << 13];
  private final char[][] characters = new char[1 << 13][];

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
    char[] known = characters[slot];
    if (known == null || !Arrays.equals(known, 0, known.length, text, offset, offset + length)) {
      characters[slot] = Arrays.copyOfRange(text, offset, offset + length);
      recent[slot] = new Cell.Text(new String(text, offset, length));
    }
    return recent[slot];
  }

  private static int hash(char[] text, int offset, int length) {
    int hash = length;
    for (int i = offset; i < offset + length; i++) {
      hash = hash * 31 + text[i];
    }
    return hash;
  }

  static boolean isBlank(String text) {
    return isBlank(text.toCharArray(), 0, text.length());
  }

  /** Spaces of any width, line breaks, zero-width spaces and stray byte order marks. */
  static boolean isBlank(char[] text, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      char c = text[i];
      if (c > ' ' && c <= '~') {
        return false;
      }
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
