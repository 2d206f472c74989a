package dz.manchengo.hub.documents;

/** A range such as {@code B2:D9}; all four corners are 1-based and within what Excel knows. */
record CellRange(int top, int left, int bottom, int right) {
  static final int LAST_ROW = 1_048_576;
  static final int LAST_COLUMN = 16_384;

  private static final int MOST_LETTERS = 3;
  private static final int MOST_DIGITS = 7;

  static CellRange of(String reference) throws UnreadableFile {
    int colon = reference.indexOf(':');
    if (colon < 0) {
      return cell(reference);
    }
    CellRange first = cell(reference.substring(0, colon));
    CellRange last = cell(reference.substring(colon + 1));
    if (last.bottom < first.top || last.right < first.left) {
      throw Refusal.damagedWorkbook();
    }
    return new CellRange(first.top, first.left, last.bottom, last.right);
  }

  /** By hand: a large sheet has millions of them. */
  private static CellRange cell(String reference) throws UnreadableFile {
    int letters = afterDollar(reference, 0);
    int at = letters;
    int column = 0;
    for (; at < reference.length() && isLetter(reference.charAt(at)); at++) {
      column = column * 26 + (reference.charAt(at) & 0x1F); // A and a are 1
      check(at - letters < MOST_LETTERS);
    }
    int digits = afterDollar(reference, at);
    check(at > letters && digits < reference.length());
    check(reference.length() - digits <= MOST_DIGITS);
    int row = 0;
    for (int i = digits; i < reference.length(); i++) {
      char digit = reference.charAt(i);
      check(digit >= '0' && digit <= '9');
      row = row * 10 + digit - '0';
    }
    check(row >= 1 && row <= LAST_ROW && column <= LAST_COLUMN);
    return new CellRange(row, column, row, column);
  }

  private static int afterDollar(String reference, int at) {
    return at < reference.length() && reference.charAt(at) == '$' ? at + 1 : at;
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static void check(boolean sound) throws UnreadableFile {
    if (!sound) {
      throw Refusal.damagedWorkbook();
    }
  }

  /** {@code AB} for 28. */
  static String columnName(int column) {
    StringBuilder name = new StringBuilder();
    for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
      name.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return name.toString();
  }
}
