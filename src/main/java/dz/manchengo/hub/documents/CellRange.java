package dz.manchengo.hub.documents;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A range such as {@code B2:D9}; all four corners are 1-based and within what Excel knows. */
record CellRange(int top, int left, int bottom, int right) {
  static final int LAST_ROW = 1_048_576;
  static final int LAST_COLUMN = 16_384;

  private static final Pattern CELL = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?([0-9]{1,7})");

  static CellRange of(String reference) throws UnreadableFile {
    String[] corners = reference.split(":", -1);
    Matcher first = cell(corners[0]);
    Matcher last = cell(corners[corners.length - 1]);
    CellRange range = new CellRange(row(first), column(first), row(last), column(last));
    if (corners.length > 2 || range.bottom < range.top || range.right < range.left) {
      throw Refusal.damagedWorkbook();
    }
    return range;
  }

  private static Matcher cell(String reference) throws UnreadableFile {
    Matcher cell = CELL.matcher(reference);
    if (!cell.matches() || row(cell) < 1 || row(cell) > LAST_ROW || column(cell) > LAST_COLUMN) {
      throw Refusal.damagedWorkbook();
    }
    return cell;
  }

  private static int row(Matcher cell) {
    return Integer.parseInt(cell.group(2));
  }

  private static int column(Matcher cell) {
    int column = 0;
    String letters = cell.group(1).toUpperCase(Locale.ROOT);
    for (int i = 0; i < letters.length(); i++) {
      column = column * 26 + letters.charAt(i) - 'A' + 1;
    }
    return column;
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
