package dz.manchengo.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketsTest {
  private static final Instant UNTIL = Instant.parse("2026-12-31T10:00:00Z");

  @TempDir Path home;

  private Tickets tickets() {
    return new Tickets(new HubHome(home));
  }

  @Test
  void aTicketNamesItsPathUntilItsMoment() {
    String ticket = tickets().of("reports/a/été:1.xlsx", UNTIL);
    assertThat(ticket).matches("[A-Za-z0-9_.-]+");
    assertThat(tickets().path(ticket, UNTIL)).contains("reports/a/été:1.xlsx");
    assertThat(tickets().path(ticket, UNTIL.plusSeconds(1))).isEmpty();
  }

  @Test
  void nothingThatIsNotOursLetsIn() throws Exception {
    String ticket = tickets().of("reports/a/b.xlsx", UNTIL);
    String other = tickets().of("reports/a/c.xlsx", UNTIL);
    String forged = other.substring(0, other.indexOf('.')) + ticket.substring(ticket.indexOf('.'));
    for (String shown :
        new String[] {forged, "", ".", "a.b", "é.é", ticket + "A", "x".repeat(2000)}) {
      assertThat(tickets().path(shown, Instant.EPOCH)).as(shown).isEmpty();
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(home.resolve("tickets.key"))))
        .isEqualTo("rw-------");
    Files.delete(home.resolve("tickets.key"));
    assertThat(tickets().path(ticket, Instant.EPOCH)).as("another key").isEmpty();
  }
}
