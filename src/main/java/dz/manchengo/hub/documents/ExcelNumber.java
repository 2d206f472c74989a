package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What the digits in a numeric cell mean. */
final class ExcelNumber {
  private static final MathContext DIGITS = new MathContext(15);
  private static final int LONGEST = 400;
  private static final int LARGEST_EXPONENT = 310;
  private static final BigDecimal MILLIS_OF_DAY = BigDecimal.valueOf(86_400_000);
  private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
  private static final int LEAP_DAY_THAT_WAS_NOT = 60;
  private static final LocalDateTime END = LocalDate.of(10_000, 1, 1).atStartOfDay();

  private ExcelNumber() {}

  /**
   * Rounded to the 15 digits that Excel keeps, so that 0.30000000000000004 is 0.3; a whole number
   * stays as the file holds it. Null when it is no number that Excel could hold.
   */
  static @Nullable BigDecimal parsed(String digits) {
    String trimmed = digits.strip();
    if (trimmed.isEmpty() || trimmed.length() > LONGEST) {
      return null;
    }
    try {
      BigDecimal value = new BigDecimal(trimmed);
      return value.signum() == 0 ? BigDecimal.ZERO : tidy(value);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable BigDecimal tidy(BigDecimal value) {
    if (Math.abs((long) value.precision() - value.scale()) > LARGEST_EXPONENT) {
      return null;
    }
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.scale() > 0) {
      plain = plain.round(DIGITS).stripTrailingZeros();
    }
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /**
   * The moment that a day number means, to the millisecond. Null for a time without a day (below
   * 1), for 29 February 1900, which never was, and for what lies beyond the year 9999.
   */
  static @Nullable LocalDateTime moment(BigDecimal number, boolean date1904) {
    if (number.compareTo(BigDecimal.ONE) < 0 || number.compareTo(BigDecimal.valueOf(3e6)) > 0) {
      return null;
    }
    int day = number.intValue();
    if (day == LEAP_DAY_THAT_WAS_NOT && !date1904) {
      return null;
    }
    BigDecimal time = number.subtract(BigDecimal.valueOf(day)).multiply(MILLIS_OF_DAY);
    LocalDateTime moment =
        day0(day, date1904)
            .plusDays(day)
            .atStartOfDay()
            .plus(time.setScale(0, RoundingMode.HALF_UP).longValueExact(), ChronoUnit.MILLIS);
    return moment.isBefore(END) ? moment : null;
  }

  private static LocalDate day0(int day, boolean date1904) {
    if (date1904) {
      return DAY_0_OF_1904;
    }
    return LocalDate.of(1899, 12, day < LEAP_DAY_THAT_WAS_NOT ? 31 : 30);
  }
}
