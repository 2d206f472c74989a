package dz.manchengo.hub.documents;

/** Sign and unit around a number: on either side, in any order, once each (§7.5). */
final class NumberWrapping {
  /** Those with a last point stand before those without. */
  private static final String[] UNITS = {"%", "DA", "DZD", "D.A.", "D.A", "€", "د.ج.", "د.ج", "دج"};

  private final String s;
  private int from;
  private int to;
  private boolean signed;
  private boolean negative;
  private boolean unit;

  NumberWrapping(String text) {
    this.s = clean(text);
    this.to = s.length();
    while (from < to && (space() || sign() || unit())) {
      // each one took something off
    }
  }

  /** What is between them. */
  String body() {
    return s.substring(from, to);
  }

  boolean isNegative() {
    return negative;
  }

  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Typography.isInvisible(c)) {
        clean.append(cleanOf(c));
      }
    }
    return clean.toString();
  }

  private static char cleanOf(char c) {
    return switch (c) {
      case '\u066B' -> ',';
      case '\u066C' -> ' ';
      case '\u2019' -> '\'';
      default -> Typography.plainOf(c);
    };
  }

  private char first() {
    return s.charAt(from);
  }

  private char last() {
    return s.charAt(to - 1);
  }

  private boolean space() {
    return first() == ' ' ? take(1, 0) : last() == ' ' && take(0, 1);
  }

  private boolean sign() {
    if (signed) {
      return false;
    }
    boolean brackets = first() == '(' && last() == ')';
    boolean leading = brackets || first() == '-' || first() == '+';
    boolean trailing = brackets || (!leading && last() == '-');
    signed = leading || trailing;
    negative = signed && first() != '+';
    return signed && take(leading ? 1 : 0, trailing ? 1 : 0);
  }

  private boolean unit() {
    if (unit) {
      return false;
    }
    int leading = Typography.isDigit(first()) ? 0 : unitFrom(true);
    int trailing = leading > 0 || Typography.isDigit(last()) ? 0 : unitFrom(false);
    unit = leading + trailing > 0;
    return unit && take(leading, trailing);
  }

  private int unitFrom(boolean start) {
    for (String known : UNITS) {
      int length = known.length();
      int offset = start ? from : to - length;
      if (length <= to - from && s.regionMatches(true, offset, known, 0, length)) {
        return length;
      }
    }
    return 0;
  }

  private boolean take(int leading, int trailing) {
    from += leading;
    to -= trailing;
    return true;
  }
}
