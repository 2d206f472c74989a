package dz.manchengo.hub.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.jobs.JobDefinition.Missed;
import dz.manchengo.hub.jobs.JobDefinition.Schedule;
import dz.manchengo.hub.platform.HubHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which runs of a schedule are due; Algiers is an hour ahead of UTC. */
class DueTimesTest {
  private static final String AT_TWO = "0 0 2 * * ?";

  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  Path folder;

  @Test
  void theLastOneIsDueFromItsTimeOn() throws IOException {
    Schedule schedule = new Schedule(AT_TWO, null, Missed.LAST);
    assertThat(days(schedule, "2026-05-04T01:00:00Z")).containsExactly(LocalDate.of(2026, 5, 4));
    assertThat(days(schedule, "2026-05-04T00:59:59Z")).containsExactly(LocalDate.of(2026, 5, 3));
  }

  @Test
  void whereNoneIsToBeMissedEachDayIsDueInItsOrder() throws IOException {
    List<LocalDate> days = days(new Schedule(AT_TWO, null, Missed.ALL), "2026-05-04T12:00:00Z");
    assertThat(days).hasSize(35).isSorted().doesNotHaveDuplicates();
    assertThat(days.get(34)).isEqualTo(LocalDate.of(2026, 5, 4));
  }

  /** Of the working days alone: Friday and Saturday are none, nor is the first of May. */
  @Test
  void aCalendarLeavesDaysOut() throws IOException {
    assertThat(days(new Schedule(AT_TWO, "dz", Missed.ALL), "2026-05-04T12:00:00Z"))
        .contains(LocalDate.of(2026, 4, 30), LocalDate.of(2026, 5, 3), LocalDate.of(2026, 5, 4))
        .doesNotContain(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 2));
  }

  @Test
  void onDaysThatItDoesNotGoNothingIsDue() throws IOException {
    assertThat(days(new Schedule("0 0 2 1 1 ?", null, Missed.ALL), "2026-05-04T12:00:00Z"))
        .isEmpty();
  }

  private List<LocalDate> days(Schedule schedule, String now) throws IOException {
    DueTimes times = new DueTimes(new Calendars(new HubHome(folder)), ZoneId.of("Africa/Algiers"));
    return times.of(schedule, Instant.parse(now)).stream().map(DueTimes.Due::day).toList();
  }
}
