package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cell styles of an Excel workbook: what a number is that is shown in one of them. A time of
 * day without a date stays the fraction of a day that it is: a {@link Cell.Numeric}.
 */
final class CellStyles {
  private final NumberFormats formats = new NumberFormats();
  private final BitSet dates = new BitSet();
  private final BitSet percents = new BitSet();
  private final BitSet dinars = new BitSet();
  private final List<@Nullable CodeFormat> codes = new ArrayList<>();
  private final List<@Nullable QuantityUnit> units = new ArrayList<>();
  private final List<@Nullable String> currencies = new ArrayList<>();
  private boolean date1904;
  private int count;

  NumberFormats formats() {
    return formats;
  }

  /** One more style, whose formats are known by then. */
  void add(int format) {
    percents.set(count, formats.isPercent(format));
    dinars.set(count, formats.isDinars(format));
    codes.add(formats.code(format));
    units.add(formats.unit(format));
    currencies.add(formats.foreign(format));
    dates.set(count++, formats.isDate(format));
  }

  void setDate1904(boolean since1904) {
    date1904 = since1904;
  }

  boolean date1904() {
    return date1904;
  }

  Cell cell(BigDecimal number, int style) {
    boolean known = style >= 0;
    LocalDateTime moment = known && dates.get(style) ? ExcelNumber.moment(number, date1904) : null;
    if (moment != null) {
      return new Cell.Moment(moment);
    }
    if (known && percents.get(style)) {
      return new Cell.Percent(number.movePointRight(2));
    }
    if (known && dinars.get(style)) {
      return new Cell.Dinars(number);
    }
    String currency = known && style < currencies.size() ? currencies.get(style) : null;
    if (currency != null) {
      return new Cell.Text(number.toPlainString().replace('.', ',') + " " + currency);
    }
    QuantityUnit unit = known && style < units.size() ? units.get(style) : null;
    if (unit != null) {
      return new Cell.Measured(number, unit);
    }
    CodeFormat code = known && style < codes.size() ? codes.get(style) : null;
    String shown = code == null ? null : code.shown(number);
    return shown == null ? new Cell.Numeric(number) : new Cell.Coded(number, shown);
  }
}
