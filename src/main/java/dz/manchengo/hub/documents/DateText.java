package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as people and programs write them, with or without a time of day (domain notes §7.6).
 * Whether a date is plausible is asked later.
 */
final class DateText {
  private static final ZoneId ALGIERS = ZoneId.of("Africa/Algiers");

  /** {@code 14:30}, {@code 2:30:15.250 PM}, {@code 23:30Z}, {@code 23:30:00+01:00}. */
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?"
              + "(?: ?([AaPp])[Mm])?(Z|[+-]\\d{2}(?::?\\d{2})?)?");

  /** 1 January 2000 and 31 December 2099 in the calendar of Excel that starts in 1900. */
  private static final BigDecimal FIRST_SERIAL = BigDecimal.valueOf(36_526);

  private static final Pattern SERIAL = Pattern.compile("[34567]\\d{4}");
  private static final BigDecimal SERIALS_END = BigDecimal.valueOf(73_051);
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
  private static final int MAX_LENGTH = 48;

  private DateText() {}

  static DateReading read(String text) {
    return moment(text).day();
  }

  /** The time of day in Algiers that stands behind the date; null when there is none. */
  static @Nullable LocalTime timeOf(String text) {
    return moment(text).time();
  }

  /** A workbook's plain number: the days since 1899-12-30, or the eight figures of yyyyMMdd. */
  static DateReading ofNumber(BigDecimal number) {
    if (number.compareTo(FIRST_SERIAL) >= 0 && number.compareTo(SERIALS_END) < 0) {
      long days = number.setScale(0, RoundingMode.FLOOR).longValueExact();
      return new DateReading.Exact(SERIAL_ZERO.plusDays(days));
    }
    return read(number.stripTrailingZeros().toPlainString());
  }

  /** The day of « 46341 », as a spreadsheet counts them; null where it is none of our time. */
  static @Nullable LocalDate counted(String text) {
    return SERIAL.matcher(text.strip()).matches()
            && ofNumber(new BigDecimal(text.strip())) instanceof DateReading.Exact exact
        ? exact.date()
        : null;
  }

  private record Moment(DateReading day, @Nullable LocalTime time) {
    private static final Moment NONE = new Moment(DateReading.NOT_A_DATE, null);
  }

  private static Moment moment(String text) {
    String s = Typography.plain(text);
    if (s.length() > MAX_LENGTH) {
      return Moment.NONE;
    }
    int colon = s.indexOf(':');
    return colon < 0 ? new Moment(DayText.read(s), null) : dayAndTime(s, timeStart(s, colon));
  }

  private static int timeStart(String s, int colon) {
    int start = colon;
    while (start > 0 && Typography.isDigit(s.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static Moment dayAndTime(String s, int start) {
    Matcher time = TIME.matcher(s).region(start, s.length());
    boolean apart = start > 1 && (s.charAt(start - 1) == ' ' || s.charAt(start - 1) == 'T');
    if (!apart || !time.matches()) {
      return Moment.NONE;
    }
    try {
      DateReading day = DayText.read(Typography.trim(s.substring(0, start - 1)));
      return inAlgiers(day, clock(time), time.group(5));
    } catch (DateTimeException noSuchTime) {
      return Moment.NONE;
    }
  }

  private static LocalTime clock(Matcher time) {
    int hour = Integer.parseInt(time.group(1));
    String second = time.group(3);
    String half = time.group(4);
    if (half != null) {
      boolean afternoon = half.equalsIgnoreCase("p");
      hour = LocalTime.of(hour, 0).getHour() % 12 + (afternoon ? 12 : 0);
    }
    return LocalTime.of(
        hour, Integer.parseInt(time.group(2)), second == null ? 0 : Integer.parseInt(second));
  }

  private static Moment inAlgiers(DateReading day, LocalTime time, @Nullable String offset) {
    if (day instanceof DateReading.NotADate) {
      return Moment.NONE;
    }
    if (offset == null) {
      return new Moment(day, time);
    }
    var there = time.atOffset(ZoneOffset.of(offset));
    return new Moment(
        moved(day, date -> date.atTime(there).atZoneSameInstant(ALGIERS).toLocalDate()),
        there.withOffsetSameInstant(ZoneOffset.ofHours(1)).toLocalTime());
  }

  private static DateReading moved(DateReading day, UnaryOperator<LocalDate> move) {
    if (day instanceof DateReading.Exact exact) {
      return new DateReading.Exact(move.apply(exact.date()), exact.proves());
    }
    return day instanceof DateReading.DayMonthOpen open
        ? new DateReading.DayMonthOpen(move.apply(open.dayFirst()), move.apply(open.monthFirst()))
        : day;
  }
}
