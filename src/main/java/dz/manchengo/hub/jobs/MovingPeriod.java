package dz.manchengo.hub.jobs;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/**
 * The days that a run is about, as its job names them: {@code last-month}, {@code this-quarter},
 * {@code last-7-days}. They move with the business date, which is in none of those called last.
 *
 * @param until the first day after it
 * @param label as files are named: {@code 2026-10}, {@code 2026-Q3}, {@code 2026}, {@code
 *     2026-10-18_2026-10-24}
 */
record MovingPeriod(LocalDate from, LocalDate until, String label) {
  private static final String LAST = "last-";
  private static final String DAYS = "-days";
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM");

  /**
   * The period of that name.
   *
   * @param name as {@code job.schema.json} allows it
   * @param day the business date
   * @param calendar whose working days count, and whose week begins after its weekend
   */
  static MovingPeriod of(String name, LocalDate day, WorkCalendar calendar) {
    if (name.equals("last-working-day")) {
      return ofDays(lastWorkingDay(day, calendar), 1);
    }
    if (name.endsWith(DAYS)) {
      int days = Integer.parseInt(name.substring(LAST.length(), name.length() - DAYS.length()));
      return ofDays(day.minusDays(days), days);
    }
    int back = name.startsWith(LAST) ? 1 : 0;
    return switch (name.substring(name.indexOf('-') + 1)) {
      case "week" -> ofDays(beginOfWeek(day, calendar).minusWeeks(back), 7);
      case "month" -> ofMonths(day.withDayOfMonth(1).minusMonths(back), 1);
      case "quarter" -> ofMonths(beginOfQuarter(day).minusMonths(3L * back), 3);
      case "year" -> ofMonths(day.withDayOfYear(1).minusYears(back), 12);
      default -> throw new IllegalArgumentException("no period: " + name);
    };
  }

  private static LocalDate lastWorkingDay(LocalDate day, WorkCalendar calendar) {
    LocalDate before = day.minusDays(1);
    while (!calendar.isWorkingDay(before) && before.isAfter(day.minusYears(1))) {
      before = before.minusDays(1);
    }
    return before;
  }

  private static LocalDate beginOfWeek(LocalDate day, WorkCalendar calendar) {
    DayOfWeek first = DayOfWeek.SUNDAY;
    for (DayOfWeek off : calendar.weekend()) {
      if (!calendar.weekend().contains(off.plus(1))) {
        first = off.plus(1);
      }
    }
    return day.with(TemporalAdjusters.previousOrSame(first));
  }

  private static LocalDate beginOfQuarter(LocalDate day) {
    return day.with(IsoFields.DAY_OF_QUARTER, 1);
  }

  private static MovingPeriod ofDays(LocalDate from, int days) {
    LocalDate last = from.plusDays(days - 1L);
    return new MovingPeriod(
        from, from.plusDays(days), days == 1 ? from.toString() : from + "_" + last);
  }

  private static MovingPeriod ofMonths(LocalDate from, int months) {
    String label =
        switch (months) {
          case 1 -> MONTH.format(from);
          case 3 -> from.getYear() + "-Q" + from.get(IsoFields.QUARTER_OF_YEAR);
          default -> String.valueOf(from.getYear());
        };
    return new MovingPeriod(from, from.plusMonths(months), label);
  }
}
