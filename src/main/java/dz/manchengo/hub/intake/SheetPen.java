package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.Cell;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;

/** Writes a sheet downwards, cell by cell; text stays text, whatever it begins with. */
final class SheetPen {
  /** The longest text that Excel holds in a cell. */
  private static final int LONGEST = 32_767;

  private static final int LINE_POINTS = 15;

  /** Excel's rows are at most 409 points high. */
  private static final int MOST_LINES = 27;

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final Sheet sheet;
  private final SheetStyles styles;
  private int next;
  private @Nullable Row row;
  private int column;
  private final Map<Integer, Integer> widest = new HashMap<>();

  SheetPen(Sheet sheet, SheetStyles styles) {
    this.sheet = sheet;
    this.styles = styles;
  }

  Sheet sheet() {
    return sheet;
  }

  int rowIndex() {
    return next - 1;
  }

  /** The longest content so far of that column, its header apart, in characters. */
  int widest(int index) {
    return widest.getOrDefault(index, 0);
  }

  /** Heights are given, because not every program finds them out by itself. */
  SheetPen newRow(int points) {
    row = sheet.createRow(next++);
    row.setHeightInPoints(points);
    column = 0;
    return this;
  }

  /** Text that goes on below itself in a column of that many characters; the row grows with it. */
  SheetPen wrapped(@Nullable String text, int characters) {
    text(text, styles.note);
    if (text != null && row != null && text.length() > characters) {
      int lines = Math.min(MOST_LINES, (text.length() - 1) / characters + 1);
      row.setHeightInPoints(Math.max(row.getHeightInPoints(), (float) lines * LINE_POINTS));
    }
    return this;
  }

  SheetPen newRow() {
    return newRow(LINE_POINTS);
  }

  SheetPen skip() {
    column++;
    return this;
  }

  SheetPen text(@Nullable String text) {
    return text(text, styles.text);
  }

  SheetPen text(@Nullable String text, CellStyle style) {
    if (text == null || text.isEmpty()) {
      return skip();
    }
    String kept = text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    boolean formulaLike = FORMULA_STARTS.indexOf(kept.charAt(0)) >= 0;
    boolean header = style == styles.header || style == styles.hubHeader;
    cell(formulaLike && style == styles.text ? styles.quoted : style, header ? 0 : kept.length())
        .setCellValue(kept);
    return this;
  }

  SheetPen integer(long value) {
    cell(styles.integer, 8).setCellValue((double) value);
    return this;
  }

  SheetPen amount(BigDecimal value) {
    cell(styles.amount, 14).setCellValue(value.doubleValue());
    return this;
  }

  SheetPen moment(LocalDateTime value) {
    cell(styles.moment, 19).setCellValue(value);
    return this;
  }

  /**
   * A cell of the original, of its own type; the offending one in red. Dinars at fault are a text:
   * what is typed over them must not be dinars again by the cell's format.
   */
  SheetPen original(Cell cell, boolean wrong) {
    CellStyle plain = wrong ? styles.wrong : styles.text;
    if (cell instanceof Cell.Numeric number && fitsDouble(number.value())) {
      cell(plain, number.text().length()).setCellValue(number.value().doubleValue());
    } else if (cell instanceof Cell.Dinars dinars && !wrong && fitsDouble(dinars.value())) {
      cell(styles.dinars, cell.text().length()).setCellValue(dinars.value().doubleValue());
    } else if (cell instanceof Cell.Moment moment) {
      cell(wrong ? styles.wrongDate : styles.date, 10).setCellValue(moment.value());
    } else if (cell instanceof Cell.Truth truth) {
      cell(plain, 5).setCellValue(truth.value());
    } else if (wrong && cell.isBlank()) {
      cell(plain, 0).setBlank();
    } else {
      text(cell.text(), plain);
    }
    return this;
  }

  private static boolean fitsDouble(BigDecimal value) {
    return new BigDecimal(Double.toString(value.doubleValue())).compareTo(value) == 0;
  }

  private org.apache.poi.ss.usermodel.Cell cell(CellStyle style, int width) {
    widest.merge(column, width, Math::max);
    if (row == null) {
      newRow();
    }
    org.apache.poi.ss.usermodel.Cell cell =
        java.util.Objects.requireNonNull(row).createCell(column++);
    cell.setCellStyle(style);
    return cell;
  }
}
