package dz.manchengo.hub.watch;

import dz.manchengo.hub.documents.Expect;
import dz.manchengo.hub.jobs.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The days on which a feed is expected, and from when on files count for each (decision 0025). */
record Schedule(Expect expect, WorkCalendar calendar, ZoneId zone) {
  /** Farther away nobody expects anything: a calendar without a working day. */
  private static final int HORIZON = 400;

  private static final int LONGEST_BREAK = 40;

  boolean isExpected(LocalDate day) {
    Expect.On on = expect.on();
    if (on instanceof Expect.On.EveryDay) {
      return true;
    }
    if (on instanceof Expect.On.DaysOfWeek week) {
      return week.days().contains(day.getDayOfWeek()) && !calendar.isHoliday(day);
    }
    if (on instanceof Expect.On.DaysOfMonth month) {
      return Stream.iterate(day, d -> d.minusDays(1))
          .limit(LONGEST_BREAK)
          .filter(named -> isNamed(month.days(), named))
          .anyMatch(named -> calendar.workingDayFrom(named).equals(day));
    }
    return calendar.isWorkingDay(day);
  }

  /** The last day of a month stands for those that the month does not have. */
  private static boolean isNamed(Set<Integer> days, LocalDate day) {
    return days.contains(day.getDayOfMonth())
        || (day.getDayOfMonth() == day.lengthOfMonth()
            && days.stream().anyMatch(d -> d > day.lengthOfMonth()));
  }

  /** The latest day whose deadline has passed. */
  Optional<Due> latest(Instant now) {
    return expectedFrom(today(now), day -> day.minusDays(1))
        .filter(day -> !deadline(day).isAfter(now))
        .findFirst()
        .map(this::due);
  }

  /** The first day whose deadline has not passed. */
  Optional<Due> next(Instant now) {
    return expectedFrom(today(now), day -> day.plusDays(1))
        .filter(day -> deadline(day).isAfter(now))
        .findFirst()
        .map(this::due);
  }

  LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, zone);
  }

  private Stream<LocalDate> expectedFrom(LocalDate day, UnaryOperator<LocalDate> step) {
    return Stream.iterate(day, step).limit(HORIZON).filter(this::isExpected);
  }

  private Due due(LocalDate day) {
    Instant end =
        expectedFrom(day.plusDays(1), d -> d.plusDays(1))
            .findFirst()
            .map(this::begin)
            .orElse(Instant.MAX);
    return new Due(day, begin(day), deadline(day), end);
  }

  private Instant deadline(LocalDate day) {
    return at(day, expect.by());
  }

  private Instant begin(LocalDate day) {
    LocalTime from = expect.from();
    if (from != null) {
      return at(from.isAfter(expect.by()) ? day.minusDays(1) : day, from);
    }
    Instant midnight = day.atStartOfDay(zone).toInstant();
    return expectedFrom(day.minusDays(1), d -> d.minusDays(1))
        .findFirst()
        .map(before -> halfway(deadline(before), deadline(day)))
        .filter(half -> half.isBefore(midnight))
        .orElse(midnight);
  }

  private static Instant halfway(Instant before, Instant after) {
    return before.plus(Duration.between(before, after).dividedBy(2));
  }

  private Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }
}
