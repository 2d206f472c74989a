package dz.manchengo.hub.jobs;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * On which days people work.
 *
 * @param fixed holidays of every year, by month and day
 * @param dated holidays that move from year to year, each of their days
 * @param years for which the movable ones are known
 */
public record WorkCalendar(
    String name,
    Set<DayOfWeek> weekend,
    Map<MonthDay, String> fixed,
    Map<LocalDate, Holiday> dated,
    Set<Integer> years) {
  private static final int LONGEST_BREAK = 366;

  /**
   * A day off.
   *
   * @param computed whether the announced date may be a day earlier or later
   */
  public record Holiday(String name, boolean computed) {}

  /** Every day is a working day: for want of a calendar. */
  public static WorkCalendar none(String name) {
    return new WorkCalendar(name, Set.of(), Map.of(), Map.of(), Set.of());
  }

  public boolean isWorkingDay(LocalDate day) {
    return !weekend.contains(day.getDayOfWeek()) && !isHoliday(day);
  }

  /** Whether it is a holiday by its date; the weekend is none. */
  public boolean isHoliday(LocalDate day) {
    return fixed.containsKey(MonthDay.from(day)) || dated.containsKey(day);
  }

  /** That day, or the first working day after it; that day where a whole year has none. */
  public LocalDate workingDayFrom(LocalDate day) {
    return day.datesUntil(day.plusDays(LONGEST_BREAK))
        .filter(this::isWorkingDay)
        .findFirst()
        .orElse(day);
  }

  /**
   * The holiday that a working day may turn out to be, because the moon is seen a day earlier or
   * later than computed.
   */
  public Optional<String> mayBe(LocalDate day) {
    return isHoliday(day)
        ? Optional.empty()
        : Stream.of(day.minusDays(1), day.plusDays(1))
            .map(this::computedOn)
            .flatMap(Optional::stream)
            .findFirst();
  }

  private Optional<String> computedOn(LocalDate day) {
    @Nullable Holiday holiday = dated.get(day);
    return Optional.ofNullable(holiday).filter(Holiday::computed).map(Holiday::name);
  }

  /** Whether movable holidays are known for that year, or there are none in any. */
  public boolean knows(int year) {
    return years.isEmpty() || years.contains(year);
  }
}
