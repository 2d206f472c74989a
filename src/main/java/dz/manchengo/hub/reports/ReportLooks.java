package dz.manchengo.hub.reports;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.jspecify.annotations.Nullable;

/** How cells look; a workbook has few styles, whatever its size. */
final class ReportLooks {
  private static final Map<Report.Colour, String> COLOURS =
      Map.of(
          Report.Colour.RED, "F8CBAD",
          Report.Colour.AMBER, "FFE699",
          Report.Colour.GREEN, "C6E0B4",
          Report.Colour.BLUE, "BDD7EE",
          Report.Colour.GREY, "D9D9D9");

  final CellStyle title;
  final CellStyle section;
  final CellStyle label;
  final CellStyle header;

  /** Of a title above headers. */
  final CellStyle group;

  final CellStyle quoted;

  /** Of a cell among those that people fill in, for them not to. */
  final CellStyle blocked;

  private final Workbook book;
  private final Map<String, CellStyle> cells = new HashMap<>();
  private final Map<String, CellStyle> totals = new HashMap<>();
  private final Map<Report.Type, CellStyle> inputs = new EnumMap<>(Report.Type.class);
  private final CellStyle link;

  ReportLooks(Workbook book) {
    this.book = book;
    title = style(book, 14, true);
    section = style(book, 11, true);
    fill(section, IndexedColors.GREY_25_PERCENT);
    label = style(book, 10, false);
    header = style(book, 10, true);
    fill(header, IndexedColors.PALE_BLUE);
    header.setBorderBottom(BorderStyle.THIN);
    header.setWrapText(true);
    group = style(book, 10, true);
    fill(group, IndexedColors.PALE_BLUE);
    group.setAlignment(HorizontalAlignment.CENTER);
    group.setBorderLeft(BorderStyle.THIN);
    group.setBorderRight(BorderStyle.THIN);
    quoted = style(book, 10, false);
    quoted.setQuotePrefixed(true);
    blocked = style(book, 10, false);
    fill(blocked, IndexedColors.GREY_25_PERCENT);
    Font underlined = book.createFont();
    underlined.setFontHeightInPoints((short) 10);
    underlined.setUnderline(Font.U_SINGLE);
    underlined.setColor(IndexedColors.BLUE.getIndex());
    link = book.createCellStyle();
    link.setFont(underlined);
  }

  /**
   * Of a cell.
   *
   * @param format null for the usual one of the type
   * @param whole whether its number has no decimals
   */
  CellStyle of(Report.Type type, @Nullable String format, boolean whole) {
    String code = format == null ? usual(type, whole) : format;
    return cells.computeIfAbsent(type + code, key -> typed(type, code, false));
  }

  CellStyle total(Report.Type type, @Nullable String format, boolean whole) {
    String code = format == null ? usual(type, whole) : format;
    return totals.computeIfAbsent(type + code, key -> typed(type, code, true));
  }

  CellStyle input(Report.Type type) {
    return inputs.computeIfAbsent(
        type,
        key ->
            input(
                typed(type, type == Report.Type.QUANTITY ? "General" : usual(type, false), false)));
  }

  CellStyle link() {
    return link;
  }

  static XSSFColor colour(Report.Colour colour) {
    XSSFColor shown = new XSSFColor();
    shown.setARGBHex("FF" + COLOURS.get(colour));
    return shown;
  }

  /** Excel shows the point of {@code #,##0.####} behind whole numbers too. */
  private static String usual(Report.Type type, boolean whole) {
    return switch (type) {
      case INTEGER -> "#,##0";
      case QUANTITY -> whole ? "#,##0" : "#,##0.0###";
      case AMOUNT -> "#,##0.00";
      case COST -> "#,##0.00####";
      case PERCENT -> "0.0%";
      case DATE -> "dd/mm/yyyy";
      case MOMENT -> "dd/mm/yyyy hh:mm";
      case TEXT, WORD, SENTENCE -> "General";
    };
  }

  private CellStyle typed(Report.Type type, String format, boolean total) {
    CellStyle style = style(book, 10, total);
    style.setDataFormat(book.createDataFormat().getFormat(format));
    if (type == Report.Type.DATE || type == Report.Type.MOMENT) {
      style.setAlignment(HorizontalAlignment.LEFT);
    }
    if (total) {
      style.setBorderTop(BorderStyle.THIN);
    }
    return style;
  }

  /** Framed, so that it is seen on paper too. */
  private static CellStyle input(CellStyle style) {
    fill(style, IndexedColors.LIGHT_YELLOW);
    style.setBorderTop(BorderStyle.HAIR);
    style.setBorderBottom(BorderStyle.HAIR);
    style.setBorderLeft(BorderStyle.HAIR);
    style.setBorderRight(BorderStyle.HAIR);
    return style;
  }

  private static void fill(CellStyle style, IndexedColors colour) {
    style.setFillForegroundColor(colour.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
  }

  private static CellStyle style(Workbook book, int points, boolean bold) {
    Font font = book.createFont();
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    CellStyle style = book.createCellStyle();
    style.setFont(font);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    return style;
  }
}
