package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.Cell;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;

/** Writes a sheet downwards, cell by cell; text stays text, whatever it begins with. */
final class SheetPen {
  /** The longest text that Excel holds in a cell. */
  private static final int LONGEST = 32_767;

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final Sheet sheet;
  private final SheetStyles styles;
  private int next;
  private @Nullable Row row;
  private int column;

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

  SheetPen newRow() {
    row = sheet.createRow(next++);
    column = 0;
    return this;
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
    cell(formulaLike && style == styles.text ? styles.quoted : style).setCellValue(kept);
    return this;
  }

  SheetPen integer(long value) {
    cell(styles.integer).setCellValue((double) value);
    return this;
  }

  SheetPen amount(BigDecimal value) {
    cell(styles.amount).setCellValue(value.doubleValue());
    return this;
  }

  SheetPen moment(LocalDateTime value) {
    cell(styles.moment).setCellValue(value);
    return this;
  }

  /** A cell of the original, of its own type; the offending one in red. */
  SheetPen original(Cell cell, boolean wrong) {
    CellStyle plain = wrong ? styles.wrong : styles.text;
    if (cell instanceof Cell.Numeric number && fitsDouble(number.value())) {
      cell(plain).setCellValue(number.value().doubleValue());
    } else if (cell instanceof Cell.Moment moment) {
      cell(wrong ? styles.wrongDate : styles.date).setCellValue(moment.value());
    } else if (cell instanceof Cell.Truth truth) {
      cell(plain).setCellValue(truth.value());
    } else if (wrong && cell.isBlank()) {
      cell(plain).setBlank();
    } else {
      text(cell.text(), plain);
    }
    return this;
  }

  private static boolean fitsDouble(BigDecimal value) {
    return new BigDecimal(Double.toString(value.doubleValue())).compareTo(value) == 0;
  }

  private org.apache.poi.ss.usermodel.Cell cell(CellStyle style) {
    if (row == null) {
      newRow();
    }
    org.apache.poi.ss.usermodel.Cell cell =
        java.util.Objects.requireNonNull(row).createCell(column++);
    cell.setCellStyle(style);
    return cell;
  }
}
