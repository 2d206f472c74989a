package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * One cell as a number, a date or a text. A blank cell is none of them: whether it may be empty is
 * asked before.
 */
final class CellValue {
  private CellValue() {}

  /** The rule that says why the cell has no value at all; null when it has one. */
  static @Nullable String fault(Cell cell) {
    if (cell instanceof Cell.Fault || (cell instanceof Cell.Text text && text.isError())) {
      return "FMT-012";
    }
    return cell instanceof Cell.Uncalculated ? "FIL-016" : null;
  }

  static NumberReading number(Cell cell) {
    if (cell instanceof Cell.Numeric number) {
      return new NumberReading.Exact(number.value());
    }
    if (cell instanceof Cell.Percent percent) {
      return new NumberReading.Exact(percent.value());
    }
    if (cell instanceof Cell.Dinars dinars) {
      return new NumberReading.Exact(dinars.value());
    }
    if (cell instanceof Cell.Measured measured) {
      return new NumberReading.Exact(measured.value());
    }
    if (cell instanceof Cell.Coded code) {
      return new NumberReading.Exact(code.value());
    }
    return cell instanceof Cell.Text text ? text.number() : NumberReading.NOT_A_NUMBER;
  }

  /** The number when there is one beyond doubt, else null. */
  static @Nullable BigDecimal exact(Cell cell) {
    return !cell.isBlank() && number(cell) instanceof NumberReading.Exact exact
        ? exact.value()
        : null;
  }

  static DateReading date(Cell cell) {
    if (cell instanceof Cell.Moment moment) {
      return new DateReading.Exact(moment.value().toLocalDate());
    }
    if (cell instanceof Cell.Numeric number) {
      return DateText.ofNumber(number.value());
    }
    if (cell instanceof Cell.Coded code) {
      return DateText.ofNumber(code.value());
    }
    return cell instanceof Cell.Text text ? text.date() : DateReading.NOT_A_DATE;
  }

  /** The time of day beside the date; null when the cell gives none. */
  static @Nullable LocalTime time(Cell cell) {
    if (cell instanceof Cell.Moment moment) {
      LocalTime time = moment.value().toLocalTime();
      return time.equals(LocalTime.MIDNIGHT) ? null : time;
    }
    return cell instanceof Cell.Text text ? DateText.timeOf(text.text()) : null;
  }

  /** The trimmed text, empty for a blank cell; a whole number without {@code .0}. */
  static String text(Cell cell) {
    if (cell instanceof Cell.Text text) {
      return text.trimmed();
    }
    return cell instanceof Cell.Numeric number
        ? number.value().stripTrailingZeros().toPlainString()
        : Typography.trim(cell.text());
  }
}
