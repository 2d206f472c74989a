package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * « Heure début » 06:30 beside a date: the moment is both together. What ends before it begins ends
 * on the next day, as night shifts do.
 */
final class TimesOfDay {
  private static final String DAY = "made_on";
  private static final String START = "started_at";
  private static final String END = "ended_at";
  private static final String COUNTED = "counted_at";
  private static final String COUNT_TIME = "counted_time";
  private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

  /** {@code 6:30}, {@code 06h30}, {@code 14 h}. */
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2}) ?(?:[:hH] ?(\\d{2})?)(?::(\\d{2}))?");

  private TimesOfDay() {}

  /** Whether a column may hold bare times. */
  static boolean mayBe(String field) {
    return field.equals(START) || field.equals(END) || field.equals(COUNT_TIME);
  }

  /** The time of a cell that gives no date; null for others. */
  static @Nullable LocalTime of(Cell cell) {
    if (cell instanceof Cell.Numeric number) {
      boolean fraction =
          number.value().signum() >= 0 && number.value().compareTo(BigDecimal.ONE) < 0;
      return fraction
          ? LocalTime.ofSecondOfDay(
              number.value().multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValue()
                  % 86_400)
          : null;
    }
    Matcher time = TIME.matcher(Typography.plain(cell.text()));
    return cell instanceof Cell.Text && time.matches() ? of(time) : null;
  }

  private static @Nullable LocalTime of(Matcher time) {
    try {
      return LocalTime.of(number(time.group(1)), number(time.group(2)), number(time.group(3)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** Makes moments of the row's times; without a date beside them they say nothing. */
  static void settle(DataRow row) {
    LocalDate day = row.header().get(DAY) instanceof LocalDate date ? date : null;
    settle(row, START, day, null);
    LocalDateTime start = row.header().get(START) instanceof LocalDateTime from ? from : null;
    settle(row, END, start == null ? day : start.toLocalDate(), start);
    settleCount(row);
  }

  /** « Heure » beside the day of a count, which may have its own already. */
  private static void settleCount(DataRow row) {
    Object said = row.header().remove(COUNT_TIME);
    LocalTime time = said instanceof LocalDateTime moment ? moment.toLocalTime() : null;
    time = said instanceof LocalTime bare ? bare : time;
    if (time != null
        && row.header().get(COUNTED) instanceof LocalDateTime day
        && day.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      row.header().put(COUNTED, day.toLocalDate().atTime(time));
    }
  }

  private static void settle(
      DataRow row, String field, @Nullable LocalDate day, @Nullable LocalDateTime start) {
    if (row.header().get(field) instanceof LocalTime time) {
      row.header().remove(field);
      if (day != null) {
        LocalDateTime moment = day.atTime(time);
        boolean nextDay = start != null && moment.isBefore(start);
        row.header().put(field, nextDay ? moment.plusDays(1) : moment);
      }
    }
  }
}
