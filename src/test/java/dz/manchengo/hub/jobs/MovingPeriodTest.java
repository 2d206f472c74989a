package dz.manchengo.hub.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the names of periods mean; the first of November is a holiday, Friday and Saturday are off.
 */
class MovingPeriodTest {
  private static final WorkCalendar CALENDAR =
      new WorkCalendar(
          "dz",
          Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
          Map.of(MonthDay.of(11, 1), "Fête"),
          Map.of(),
          Set.of());

  @ParameterizedTest
  @CsvSource({
    "last-month, 2026-11-02, 2026-10-01, 2026-11-01, 2026-10",
    "last-month, 2026-01-31, 2025-12-01, 2026-01-01, 2025-12",
    "this-month, 2028-02-29, 2028-02-01, 2028-03-01, 2028-02",
    "last-week, 2026-11-01, 2026-10-25, 2026-11-01, 2026-10-25_2026-10-31",
    "last-week, 2026-10-31, 2026-10-18, 2026-10-25, 2026-10-18_2026-10-24",
    "this-week, 2026-10-31, 2026-10-25, 2026-11-01, 2026-10-25_2026-10-31",
    "last-quarter, 2026-02-14, 2025-10-01, 2026-01-01, 2025-Q4",
    "this-quarter, 2026-05-31, 2026-04-01, 2026-07-01, 2026-Q2",
    "last-year, 2026-11-02, 2025-01-01, 2026-01-01, 2025",
    "this-year, 2026-11-02, 2026-01-01, 2027-01-01, 2026",
    "last-7-days, 2026-11-02, 2026-10-26, 2026-11-02, 2026-10-26_2026-11-01",
    "last-1-days, 2026-11-02, 2026-11-01, 2026-11-02, 2026-11-01",
    "last-working-day, 2026-11-02, 2026-10-29, 2026-10-30, 2026-10-29",
    "last-working-day, 2026-11-04, 2026-11-03, 2026-11-04, 2026-11-03",
  })
  void aNameMeansTheseDays(
      String name, LocalDate day, LocalDate from, LocalDate until, String label) {
    assertThat(MovingPeriod.of(name, day, CALENDAR))
        .isEqualTo(new MovingPeriod(from, until, label));
  }

  @ParameterizedTest
  @CsvSource({
    "last-week, 2026-11-01, 2026-10-25",
    "this-week, 2026-10-31, 2026-10-25",
  })
  void withoutACalendarTheWeekBeginsOnSunday(String name, LocalDate day, LocalDate from) {
    assertThat(MovingPeriod.of(name, day, WorkCalendar.none("")).from()).isEqualTo(from);
    assertThat(MovingPeriod.of("last-working-day", day, WorkCalendar.none("")).from())
        .isEqualTo(day.minusDays(1));
  }
}
