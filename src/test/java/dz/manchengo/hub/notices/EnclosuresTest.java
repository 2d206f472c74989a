package dz.manchengo.hub.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.notices.Letter.Enclosure;
import dz.manchengo.hub.platform.HubHome;
import dz.manchengo.hub.platform.Tickets;
import jakarta.mail.internet.MimeBodyPart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class EnclosuresTest {
  private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

  @TempDir Path folder;

  private static Letter letter(Enclosure... enclosures) {
    return new Letter(
        List.of("a@client.test"),
        "s",
        "Bonjour",
        "<p>Bonjour</p>",
        null,
        List.of(),
        List.of(enclosures));
  }

  @Test
  void whatIsTooMuchOrGoneIsToldAndTheRestGoes() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home")).toRealPath();
    Files.writeString(folder.resolve("secret.xlsx"), "x");
    Letter letter =
        letter(
            file(home, "un.xlsx", 6),
            file(home, "<deux>.xlsx", 6),
            file(home, "trois.xlsx", 4),
            new Enclosure("quatre.xlsx", "quatre.xlsx"),
            new Enclosure("cinq.xlsx", "../secret.xlsx"),
            new Enclosure("six.xlsx", ""));
    Enclosures.Packed packed = enclosures(home, "").pack(letter);
    assertThat(packed.parts().stream().map(EnclosuresTest::name))
        .containsExactly("un.xlsx", "trois.xlsx");
    assertThat(packed.letter().text())
        .startsWith("Bonjour\n\nThe file \"<deux>.xlsx\" could not be enclosed")
        .contains("\"quatre.xlsx\", which should be enclosed, is no longer")
        .contains("\"cinq.xlsx\", which should be enclosed, is no longer")
        .contains("\"six.xlsx\", which should be enclosed, is no longer");
    assertThat(packed.letter().html()).contains("&lt;deux&gt;.xlsx").doesNotContain("<deux>");
  }

  /** A job's workbook is at the hub's own address, where it has one. */
  @Test
  void whatIsTooLargeIsALink(@TempDir Path home) throws Exception {
    Files.createDirectories(home.resolve("reports/report-sales"));
    Files.write(home.resolve("reports/report-sales/ventes été.xlsx"), new byte[20]);
    Letter letter =
        letter(new Enclosure("ventes été.xlsx", "reports/report-sales/ventes été.xlsx"));
    Letter told = enclosures(home, "https://hub.example.com/").pack(letter).letter();
    Matcher link =
        Pattern.compile("until 31/12/2026 .*(https://hub.example.com/\\S+ticket=(\\S+))")
            .matcher(told.text());
    assertThat(link.find()).as(told.text()).isTrue();
    assertThat(told.html()).contains("<a href=\"" + link.group(1) + "\">");
    assertThat(new Tickets(new HubHome(home)).path(link.group(2), NOW))
        .contains("reports/report-sales/ventes été.xlsx");
    assertThat(enclosures(home, "").pack(letter).letter().text())
        .contains("it is here: reports/report-sales/ventes été.xlsx");
  }

  private static Enclosures enclosures(Path home, String address) {
    HubHome hub = new HubHome(home);
    Clock clock = Clock.fixed(NOW, ZoneId.of("Africa/Algiers"));
    return new Enclosures(hub, settings(10), address, new Tickets(hub), clock, Locale.ENGLISH);
  }

  private static Enclosure file(Path home, String name, int bytes) throws Exception {
    Files.write(home.resolve(name), new byte[bytes]);
    return new Enclosure(name, name);
  }

  private static String name(MimeBodyPart part) {
    try {
      return part.getFileName();
    } catch (jakarta.mail.MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static SmtpSettings settings(int bytes) {
    return new SmtpSettings(
        "",
        25,
        SmtpSettings.Security.NONE,
        "",
        "",
        "",
        true,
        "",
        "",
        Duration.ofSeconds(1),
        DataSize.ofBytes(bytes));
  }
}
