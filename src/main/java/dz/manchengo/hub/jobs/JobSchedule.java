package dz.manchengo.hub.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Wants the runs that are due. Every hub of a database looks, and the table lets one of them have
 * each run (decision 0040); so it does not matter which hub was up at the hour, nor how often it
 * looks.
 */
@Component("jobSchedule")
class JobSchedule {
  private static final Logger log = LoggerFactory.getLogger(JobSchedule.class);

  /** A hub that runs looks each minute; what is older was missed. */
  private static final Duration ON_TIME = Duration.ofMinutes(10);

  private final JobCatalogue catalogue;
  private final DueTimes times;
  private final JobRuns runs;
  private final JdbcClient db;
  private final Clock clock;

  JobSchedule(
      JobCatalogue catalogue, Calendars calendars, JobRuns runs, JdbcClient db, Clock clock) {
    this.catalogue = catalogue;
    this.times = new DueTimes(calendars, clock.getZone());
    this.runs = runs;
    this.db = db;
    this.clock = clock;
  }

  /** Wants what is due of every job. */
  void wantDue() {
    Instant now = clock.instant();
    for (JobDefinition job : catalogue.all()) {
      JobDefinition.Schedule schedule = job.schedule();
      if (schedule != null) {
        times.of(schedule, now).stream()
            .filter(due -> schedule.missed() != JobDefinition.Missed.NONE || isOnTime(due, now))
            .filter(due -> isOnTime(due, now) || installed().isBefore(due.at()))
            .filter(due -> !isKnown(job.name(), due.day()))
            .toList() // a run that is wanted would make those before it known
            .forEach(due -> want(job.name(), due.day()));
      }
    }
  }

  private static boolean isOnTime(DueTimes.Due due, Instant now) {
    return due.at().plus(ON_TIME).isAfter(now);
  }

  /** What was due before there was a hub, nobody missed. */
  private Instant installed() {
    return db.sql(
            "SELECT min(installed_on) AT TIME ZONE current_setting('TimeZone') FROM flyway_schema_history")
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  private boolean isKnown(String job, LocalDate day) {
    return db.sql(
                "SELECT count(*) FROM job_run WHERE job = :job AND business_date >= :day AND asked = '{}'")
            .param("job", job)
            .param("day", day)
            .query(Long.class)
            .single()
        > 0;
  }

  private void want(String job, LocalDate day) {
    try {
      long id = runs.want(job, Optional.of(day), Map.of(), false, "schedule");
      log.info("job {} of {} is due, run {}", job, day, id);
    } catch (JobRefused refused) {
      log.debug("job {} of {}: {}", job, day, refused.getMessage()); // another hub was first
    }
  }
}
