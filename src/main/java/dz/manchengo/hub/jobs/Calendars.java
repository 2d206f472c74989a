package dz.manchengo.hub.jobs;

import dz.manchengo.hub.platform.Definitions;
import dz.manchengo.hub.platform.HubHome;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The calendars of the jar, and those in {@code <hub.home>/config/calendars/}. */
@Component
public class Calendars {
  private static final Logger log = LoggerFactory.getLogger(Calendars.class);

  /** The holidays of a year are asked for so long before it begins. */
  private static final int DAYS_AHEAD = 45;

  private final Definitions<WorkCalendar> calendars;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  Calendars(HubHome home) throws IOException {
    this.calendars = new Definitions<>("calendar", home, "config/calendars", CalendarFile::parse);
  }

  /**
   * The calendar of that name, empty when there is none.
   *
   * @param today for the warning that movable holidays of this year, or of the one that comes, are
   *     missing in it
   */
  public Optional<WorkCalendar> named(String name, LocalDate today) {
    Optional<WorkCalendar> calendar = Optional.ofNullable(calendars.inForce().get(name));
    calendar.ifPresent(
        found ->
            Stream.of(today, today.plusDays(DAYS_AHEAD))
                .map(LocalDate::getYear)
                .forEach(year -> askFor(found, year)));
    return calendar;
  }

  /** The home's files that are no calendars as they stand, by their paths below it. */
  public Map<String, Definitions.Refused> refused() {
    return calendars.refused();
  }

  private void askFor(WorkCalendar calendar, int year) {
    String gap = calendar.name() + " " + year;
    if (calendar.knows(year)) {
      told.remove(gap);
    } else if (told.add(gap)) {
      log.warn(
          "calendar {} has no movable holidays for {}: working days of that year are guessed"
              + " without them",
          calendar.name(),
          year);
    }
  }
}
