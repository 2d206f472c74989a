package dz.manchengo.hub.jobs;

import com.fasterxml.jackson.annotation.JsonProperty;
import dz.manchengo.hub.platform.SchemaYaml;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads one calendar, after {@code config/schemas/calendar.schema.json}. */
record CalendarFile(
    String calendar,
    String description,
    List<String> weekend,
    Map<String, String> fixed,
    Map<Integer, List<Movable>> movable) {
  private static final SchemaYaml CALENDARS =
      new SchemaYaml("/config/schemas/calendar.schema.json");

  /** A key that a calendar leaves out arrives here as null. */
  @SuppressWarnings("NullAway")
  CalendarFile {
    fixed = Objects.requireNonNullElse(fixed, Map.of());
    movable = Objects.requireNonNullElse(movable, Map.of());
  }

  record Movable(String name, @JsonProperty("from") LocalDate first, int days, boolean computed) {
    /** The one day that is meant where no number is given arrives here as 0. */
    LocalDate end() {
      return first.plusDays(Math.max(1, days));
    }
  }

  /**
   * The calendar in that YAML.
   *
   * @param fileName {@code <calendar>.yaml}, which the calendar must repeat
   * @throws IllegalArgumentException with everything that is wrong with it
   */
  static WorkCalendar parse(String fileName, String yaml) {
    CalendarFile file = CALENDARS.read(fileName, yaml, CalendarFile.class);
    SchemaYaml.refuse(fileName, file.complaints(fileName));
    return file.calendarOfDays();
  }

  private List<String> complaints(String fileName) {
    List<String> complaints = new ArrayList<>();
    if (!fileName.equals(calendar + ".yaml")) {
      complaints.add("the file and calendar names differ (" + calendar + ")");
    }
    for (String day : fixed.keySet()) {
      if (!isDay(day)) {
        complaints.add("fixed: there is no day " + day);
      }
    }
    movable.forEach(
        (year, holidays) ->
            holidays.stream()
                .filter(holiday -> holiday.first().getYear() != year)
                .map(h -> "movable: " + h.name() + " " + h.first() + " is not in " + year)
                .forEach(complaints::add));
    return complaints;
  }

  private static boolean isDay(String monthAndDay) {
    try {
      MonthDay.parse("--" + monthAndDay);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private WorkCalendar calendarOfDays() {
    Set<DayOfWeek> off = EnumSet.noneOf(DayOfWeek.class);
    weekend.forEach(day -> off.add(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT))));
    Map<MonthDay, String> everyYear = new HashMap<>();
    fixed.forEach((day, name) -> everyYear.put(MonthDay.parse("--" + day), name));
    return new WorkCalendar(
        calendar, Set.copyOf(off), everyYear, dated(), Set.copyOf(movable.keySet()));
  }

  private Map<LocalDate, WorkCalendar.Holiday> dated() {
    Map<LocalDate, WorkCalendar.Holiday> days = new HashMap<>();
    for (List<Movable> ofYear : movable.values()) {
      for (Movable each : ofYear) {
        each.first()
            .datesUntil(each.end())
            .forEach(day -> days.put(day, new WorkCalendar.Holiday(each.name(), each.computed())));
      }
    }
    return days;
  }
}
