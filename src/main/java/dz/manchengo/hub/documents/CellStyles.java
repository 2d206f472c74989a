package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cell styles of an Excel workbook: what a number is that is shown in one of them. A time of
 * day without a date stays the fraction of a day that it is: a {@link Cell.Numeric}.
 */
final class CellStyles {
  private final NumberFormats formats = new NumberFormats();
  private final List<Style> styles = new ArrayList<>();
  private boolean date1904;

  /** What the format of a style says of its numbers. */
  private record Style(
      boolean date,
      boolean percent,
      boolean dinars,
      @Nullable String currency,
      @Nullable QuantityUnit unit,
      @Nullable CodeFormat code) {}

  NumberFormats formats() {
    return formats;
  }

  /** One more style, whose formats are known by then. */
  void add(int format) {
    styles.add(
        new Style(
            formats.isDate(format),
            formats.isPercent(format),
            formats.isDinars(format),
            formats.foreign(format),
            formats.unit(format),
            formats.code(format)));
  }

  void setDate1904(boolean since1904) {
    date1904 = since1904;
  }

  boolean date1904() {
    return date1904;
  }

  Cell cell(BigDecimal number, int style) {
    return style >= 0 && style < styles.size()
        ? cell(number, styles.get(style))
        : new Cell.Numeric(number);
  }

  private Cell cell(BigDecimal number, Style style) {
    LocalDateTime moment = style.date() ? ExcelNumber.moment(number, date1904) : null;
    if (moment != null) {
      return new Cell.Moment(moment);
    }
    if (style.percent()) {
      return new Cell.Percent(number.movePointRight(2));
    }
    if (style.dinars()) {
      return new Cell.Dinars(number);
    }
    if (style.currency() != null) {
      return new Cell.Text(number.toPlainString().replace('.', ',') + " " + style.currency());
    }
    if (style.unit() != null) {
      return new Cell.Measured(number, style.unit());
    }
    String shown = style.code() == null ? null : style.code().shown(number);
    return shown == null ? new Cell.Numeric(number) : new Cell.Coded(number, shown);
  }
}
