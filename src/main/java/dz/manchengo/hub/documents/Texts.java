package dz.manchengo.hub.documents;

/** Cells of text; short ones that come again and again are kept once. */
final class Texts {
  private static final int LONGEST = 64;

  private final Cell[] recent = new Cell[1 << 13];

  Cell cell(String text) {
    if (isBlank(text)) {
      return Cell.blank();
    }
    if (text.length() > LONGEST) {
      return new Cell.Text(text);
    }
    int slot = (text.hashCode() * 0x9E3779B9) >>> 19;
    Cell known = recent[slot];
    if (known == null || !known.text().equals(text)) {
      recent[slot] = new Cell.Text(text);
    }
    return recent[slot];
  }

  /** Spaces of any width, line breaks, zero-width spaces and stray byte order marks. */
  static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
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
