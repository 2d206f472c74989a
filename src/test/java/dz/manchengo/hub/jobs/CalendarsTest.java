package dz.manchengo.hub.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.platform.HubHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class CalendarsTest {
  private static final LocalDate MAY_4 = LocalDate.of(2026, 5, 4);
  private static final String OWN =
      """
      calendar: dz
      description: Le calendrier de la maison
      weekend: [friday, saturday]
      fixed: {"05-04": Inventaire}
      """;

  @TempDir Path folder;
  private int writes;

  @Test
  void aFileOfTheHomeReplacesThePackagedOneAndGoesAgain() throws IOException {
    Calendars calendars = calendars();
    assertThat(works(calendars, MAY_4)).isTrue();

    write("dz", OWN);
    assertThat(works(calendars, MAY_4)).isFalse();
    assertThat(works(calendars, LocalDate.of(2026, 5, 1))).as("a Friday").isFalse();
    assertThat(works(calendars, LocalDate.of(2025, 5, 1))).as("not its holiday").isTrue();

    write("dz", OWN.replace("05-04", "05-05"));
    assertThat(works(calendars, MAY_4)).isTrue();

    Files.delete(file("dz"));
    assertThat(works(calendars, LocalDate.of(2025, 5, 1))).isFalse();
  }

  @Test
  void aBadFileIsRefusedWithItsReasonAndTheFormerOneStays(CapturedOutput log) throws IOException {
    Calendars calendars = calendars();
    write("dz", OWN);
    assertThat(works(calendars, MAY_4)).isFalse();

    write("dz", OWN.replace("friday", "vendredi"));
    assertThat(works(calendars, MAY_4)).isFalse();
    assertThat(works(calendars, MAY_4)).isFalse();

    assertThat(log.getAll())
        .containsOnlyOnce("calendar file refused, the former one stays in force: dz.yaml: ")
        .contains("/weekend/0");
  }

  @Test
  void anotherCalendarIsKnownByItsName() throws IOException {
    Calendars calendars = calendars();
    assertThat(calendars.named("fr", MAY_4)).isEmpty();
    write("fr", "calendar: fr\ndescription: Le siège en France\nweekend: [saturday, sunday]\n");
    assertThat(calendars.named("fr", MAY_4)).isPresent();
  }

  @Test
  void aYearWithoutMovableHolidaysIsToldOnceAndBeforeItBegins(CapturedOutput log)
      throws IOException {
    Calendars calendars = calendars();
    calendars.named("dz", LocalDate.of(2027, 11, 1));
    assertThat(log.getAll()).doesNotContain("movable");
    calendars.named("dz", LocalDate.of(2027, 12, 1));
    calendars.named("dz", LocalDate.of(2028, 1, 1));
    assertThat(log.getAll()).containsOnlyOnce("dz has no movable holidays for 2028");
  }

  private Calendars calendars() throws IOException {
    return new Calendars(new HubHome(folder));
  }

  private static boolean works(Calendars calendars, LocalDate day) {
    return calendars.named("dz", day).orElseThrow().isWorkingDay(day);
  }

  private Path file(String name) {
    return folder.resolve("config/calendars/" + name + ".yaml");
  }

  private void write(String name, String yaml) throws IOException {
    Files.writeString(file(name), yaml);
    Instant time = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(writes++);
    Files.setLastModifiedTime(file(name), FileTime.from(time));
  }
}
