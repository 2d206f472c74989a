package dz.manchengo.hub.jobs;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/** When runs of a schedule were due, in the hub's zone and on the working days of its calendar. */
final class DueTimes {
  /** So far back a run that was missed is made up for. */
  private static final int DAYS_BACK = 35;

  private final Calendars calendars;
  private final ZoneId zone;

  DueTimes(Calendars calendars, ZoneId zone) {
    this.calendars = calendars;
    this.zone = zone;
  }

  /** When a run was due, and for which day. */
  record Due(LocalDate day, Instant at) {}

  /**
   * The last time at or before that moment, or where none is to be missed all of the last weeks, in
   * their order; empty when there was none.
   */
  List<Due> of(JobDefinition.Schedule schedule, Instant now) {
    boolean all = schedule.missed() == JobDefinition.Missed.ALL;
    List<Due> due = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(now, zone);
    WorkCalendar calendar =
        Optional.ofNullable(schedule.calendar())
            .flatMap(name -> calendars.named(name, today))
            .orElse(WorkCalendar.none(""));
    CronExpression cron = cron(schedule.cron());
    for (int back = 0; back < DAYS_BACK; back++) {
      LocalDate day = today.minusDays(back);
      Instant at = first(cron, day);
      if (calendar.isWorkingDay(day) && at != null && !at.isAfter(now)) {
        due.add(0, new Due(day, at));
        if (!all) {
          return due;
        }
      }
    }
    return due;
  }

  private CronExpression cron(String text) {
    try {
      CronExpression cron = new CronExpression(text);
      cron.setTimeZone(TimeZone.getTimeZone(zone));
      return cron;
    } catch (ParseException e) {
      throw new IllegalArgumentException(text, e); // the file was not read then
    }
  }

  /** The first time of a day; null when it has none. */
  private @Nullable Instant first(CronExpression cron, LocalDate day) {
    Instant begin = day.atStartOfDay(zone).toInstant();
    Date next = cron.getTimeAfter(Date.from(begin.minusMillis(1)));
    return next != null && LocalDate.ofInstant(next.toInstant(), zone).equals(day)
        ? next.toInstant()
        : null;
  }
}
