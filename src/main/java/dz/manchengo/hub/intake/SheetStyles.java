package dz.manchengo.hub.intake;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** The few looks that an acknowledgement uses. */
final class SheetStyles {
  final CellStyle title;
  final CellStyle good;
  final CellStyle mixed;
  final CellStyle bad;
  final CellStyle section;
  final CellStyle label;
  final CellStyle text;
  final CellStyle quoted;
  final CellStyle integer;
  final CellStyle amount;
  final CellStyle date;
  final CellStyle moment;
  final CellStyle header;
  final CellStyle hubHeader;
  final CellStyle wrong;
  final CellStyle wrongDate;
  final CellStyle dinars;
  final CellStyle note;

  SheetStyles(Workbook book) {
    short dateFormat = book.createDataFormat().getFormat("dd/mm/yyyy");
    title = look(book, 16, true, null);
    good = banner(book, IndexedColors.LIGHT_GREEN);
    mixed = banner(book, IndexedColors.LIGHT_ORANGE);
    bad = banner(book, IndexedColors.ROSE);
    section = look(book, 12, true, IndexedColors.GREY_25_PERCENT);
    label = look(book, 10, true, null);
    text = look(book, 10, false, null);
    quoted = look(book, 10, false, null);
    quoted.setQuotePrefixed(true);
    integer = look(book, 10, false, null);
    integer.setDataFormat(book.createDataFormat().getFormat("#,##0"));
    integer.setAlignment(HorizontalAlignment.LEFT);
    amount = look(book, 10, false, null);
    amount.setDataFormat(book.createDataFormat().getFormat("#,##0.00"));
    amount.setAlignment(HorizontalAlignment.LEFT);
    date = look(book, 10, false, null);
    date.setDataFormat(dateFormat);
    moment = look(book, 10, false, null);
    moment.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy hh:mm:ss"));
    moment.setAlignment(HorizontalAlignment.LEFT);
    header = look(book, 10, true, IndexedColors.GREY_25_PERCENT);
    tableHeader(header);
    hubHeader = look(book, 10, true, IndexedColors.PALE_BLUE);
    tableHeader(hubHeader);
    wrong = look(book, 10, false, IndexedColors.ROSE);
    wrong.setQuotePrefixed(true);
    wrongDate = look(book, 10, false, IndexedColors.ROSE);
    wrongDate.setDataFormat(dateFormat);
    dinars = look(book, 10, false, null);
    dinars.setDataFormat(book.createDataFormat().getFormat("#,##0.00#### \"DA\""));
    note = look(book, 10, false, null);
    note.setWrapText(true);
    note.setQuotePrefixed(true);
  }

  private static void tableHeader(CellStyle style) {
    style.setBorderBottom(BorderStyle.THIN);
    style.setWrapText(true);
  }

  private static CellStyle banner(Workbook book, IndexedColors color) {
    CellStyle style = look(book, 12, true, color);
    style.setWrapText(true);
    return style;
  }

  private static CellStyle look(
      Workbook book,
      int points,
      boolean bold,
      @org.jspecify.annotations.Nullable IndexedColors fill) {
    Font font = book.createFont();
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    CellStyle style = book.createCellStyle();
    style.setFont(font);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    if (fill != null) {
      style.setFillForegroundColor(fill.getIndex());
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    return style;
  }
}
