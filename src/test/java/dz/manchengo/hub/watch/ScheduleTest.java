package dz.manchengo.hub.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.Expect;
import dz.manchengo.hub.jobs.WorkCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
  private static final ZoneId ALGIERS = ZoneId.of("Africa/Algiers");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final WorkCalendar CALENDAR =
      new WorkCalendar(
          "dz",
          EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
          Map.of(MonthDay.of(11, 1), "Révolution"),
          Map.of(),
          Set.of());
  private static final Expect.On WORKING = new Expect.On.WorkingDays();
  private static final Expect.On DAILY = new Expect.On.EveryDay();

  private static Schedule schedule(String by, @Nullable String from, Expect.On on) {
    return new Schedule(Expecting.by(by, from, on), CALENDAR, ALGIERS);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ALGIERS).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-26T09:59:59, 2026-11-25, 2026-11-26", // Thursday
    "2026-11-26T10:00, 2026-11-26, 2026-11-29",
    "2026-11-28T12:00, 2026-11-26, 2026-11-29", // the weekend expects nothing
    "2026-11-29T10:00, 2026-11-29, 2026-11-30",
    "2026-11-01T12:00, 2026-10-29, 2026-11-02", // a holiday on a Sunday
  })
  void theDayBeforeAndTheDayAhead(String now, LocalDate latest, LocalDate next) {
    Schedule schedule = schedule("10:00", null, WORKING);
    assertThat(schedule.latest(at(now)).orElseThrow().day()).isEqualTo(latest);
    assertThat(schedule.next(at(now)).orElseThrow().day()).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({
    "10:00, , 2026-11-25, 2026-11-24T22:00", // halfway between two mornings
    "18:00, , 2026-11-25, 2026-11-25T00:00", // at the latest from midnight
    "23:59, , 2026-11-25, 2026-11-25T00:00",
    "00:00, , 2026-11-25, 2026-11-24T12:00",
    "10:00, , 2026-11-29, 2026-11-27T22:00", // Sunday: halfway through the weekend
    "10:00, 06:00, 2026-11-25, 2026-11-25T06:00",
    "10:00, 18:00, 2026-11-25, 2026-11-24T18:00", // the evening before
    "10:00, 10:00, 2026-11-25, 2026-11-25T10:00",
  })
  void filesCountFrom(String by, @Nullable String from, LocalDate day, String begin) {
    Schedule schedule = schedule(by, from, WORKING);
    Due due =
        schedule.next(day.atTime(0, 0).atZone(ALGIERS).toInstant().minusSeconds(1)).orElseThrow();
    assertThat(due.day()).isEqualTo(day);
    assertThat(due.begin()).isEqualTo(at(begin));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 2026-11-05, true",
    "5, 2026-11-06, false",
    "6, 2026-11-06, false", // a Friday moves to Sunday
    "6, 2026-11-08, true",
    "1, 2026-11-01, false", // a holiday moves to the day after
    "1, 2026-11-02, true",
    "31, 2026-11-30, true", // the last day of a short month
    "31, 2026-12-31, true",
    "30, 2027-02-28, true",
    "31, 2027-01-31, true",
    "30, 2026-10-30, false", // a Friday, and Sunday is a holiday
    "30, 2026-11-02, true",
  })
  void daysOfTheMonthMoveToTheNextWorkingDay(int named, LocalDate day, boolean expected) {
    assertThat(schedule("10:00", null, new Expect.On.DaysOfMonth(Set.of(named))).isExpected(day))
        .isEqualTo(expected);
  }

  @Test
  void daysOfTheWeekLeaveHolidaysOutButNotTheWeekend() {
    Schedule schedule =
        schedule(
            "10:00",
            null,
            new Expect.On.DaysOfWeek(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)));
    assertThat(schedule.isExpected(LocalDate.of(2026, 11, 28))).isTrue();
    assertThat(schedule.isExpected(LocalDate.of(2026, 11, 29))).isTrue();
    assertThat(schedule.isExpected(LocalDate.of(2026, 11, 30))).isFalse();
    assertThat(schedule.isExpected(LocalDate.of(2026, 11, 1))).isFalse();
  }

  @Test
  void whoNeverWorksExpectsNothing() {
    WorkCalendar never =
        new WorkCalendar("x", EnumSet.allOf(DayOfWeek.class), Map.of(), Map.of(), Set.of());
    Schedule schedule = new Schedule(Expecting.by("10:00", null, WORKING), never, ALGIERS);
    assertThat(schedule.latest(at("2026-11-26T12:00"))).isEmpty();
    assertThat(schedule.next(at("2026-11-26T12:00"))).isEmpty();
  }

  /** 02:30 does not exist on 29 March 2026 in Paris, and is there twice on 25 October. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-28, 2026-03-28T01:30:00Z",
    "2026-03-29, 2026-03-29T01:30:00Z",
    "2026-03-30, 2026-03-30T00:30:00Z",
    "2026-10-25, 2026-10-25T00:30:00Z",
    "2026-10-26, 2026-10-26T01:30:00Z",
  })
  void summerTimeHasOneDeadlineADay(LocalDate day, Instant deadline) {
    Schedule schedule = new Schedule(Expecting.by("02:30", null, DAILY), CALENDAR, PARIS);
    assertThat(schedule.latest(deadline).orElseThrow().day()).isEqualTo(day);
    assertThat(schedule.latest(deadline).orElseThrow().deadline()).isEqualTo(deadline);
    assertThat(schedule.next(deadline).orElseThrow().day()).isEqualTo(day.plusDays(1));
    assertThat(schedule.latest(deadline.minusSeconds(1)).orElseThrow().day())
        .isEqualTo(day.minusDays(1));
  }

  @Provide
  Arbitrary<Schedule> schedules() {
    Arbitrary<String> times =
        Combinators.combine(
                Arbitraries.integers().between(0, 23), Arbitraries.integers().between(0, 59))
            .as((h, m) -> "%02d:%02d".formatted(h, m));
    Arbitrary<Expect.On> days =
        Arbitraries.oneOf(
            Arbitraries.of(WORKING, DAILY),
            Arbitraries.of(DayOfWeek.class)
                .set()
                .ofMinSize(1)
                .map(week -> new Expect.On.DaysOfWeek(week)),
            Arbitraries.integers()
                .between(1, 31)
                .set()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(month -> new Expect.On.DaysOfMonth(new TreeSet<>(month))));
    return Combinators.combine(times, times.injectNull(0.5), days, Arbitraries.of(ALGIERS, PARIS))
        .as((by, from, on, zone) -> new Schedule(Expecting.by(by, from, on), CALENDAR, zone));
  }

  /** A file counts for one day, and for one whose deadline is its own, not a stranger's. */
  @Property(tries = 500)
  void windowsFollowEachOther(@ForAll("schedules") Schedule schedule, @ForAll int seconds) {
    Instant now = Instant.parse("2026-06-15T12:00:00Z").plusSeconds(seconds % 40_000_000);
    Due latest = schedule.latest(now).orElseThrow();
    Due next = schedule.next(now).orElseThrow();

    assertThat(latest.deadline()).isBeforeOrEqualTo(now);
    assertThat(next.deadline()).isAfter(now);
    assertThat(latest.begin()).isBeforeOrEqualTo(latest.deadline());
    assertThat(latest.end()).isEqualTo(next.begin()).isAfterOrEqualTo(latest.deadline());
    assertThat(List.of(latest.day(), next.day())).allMatch(schedule::isExpected);
    assertThat(latest.day().plusDays(1).datesUntil(next.day())).noneMatch(schedule::isExpected);
  }
}
