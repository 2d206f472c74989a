package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of an XML document as cells: exact numbers, real dates, all else as it is written. */
final class UblValue {
  /** As XML Schema has decimals, no longer than anything that is meant. */
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})");

  private static final Pattern DATE =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(Z|[+-]\\d\\d:\\d\\d)?");

  private UblValue() {}

  static Cell text(String text) {
    return text.isEmpty() ? Cell.blank() : new Cell.Text(text);
  }

  /** A number; what is none stays the text that it is, and the rules tell it. */
  static Cell number(String text) {
    BigDecimal number = decimal(text);
    return number == null ? text(text) : new Cell.Numeric(number);
  }

  static Cell number(@Nullable BigDecimal number) {
    return number == null ? Cell.blank() : new Cell.Numeric(number);
  }

  static @Nullable BigDecimal decimal(String text) {
    return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
  }

  static Cell date(String text) {
    var date = DATE.matcher(text);
    try {
      return date.matches()
          ? new Cell.Moment(LocalDate.parse(date.group(1)).atStartOfDay())
          : text(text);
    } catch (DateTimeException e) {
      return text(text);
    }
  }

  /** An amount; in another currency than its document's it is told with it, and so refused. */
  static Cell amount(@Nullable UblElement element, String currency) {
    if (element == null) {
      return Cell.blank();
    }
    String own = element.attribute("currencyID");
    return own.isEmpty() || currency.isEmpty() || own.equals(currency)
        ? number(element.text())
        : text(element.text() + " " + own);
  }

  /** The number of a cell; null when it has none. */
  static @Nullable BigDecimal of(Cell cell) {
    return cell instanceof Cell.Numeric number ? number.value() : null;
  }
}
