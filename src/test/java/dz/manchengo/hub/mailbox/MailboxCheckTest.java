package dz.manchengo.hub.mailbox;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.manchengo.hub.platform.SettingRefused;
import dz.manchengo.hub.platform.StartCheck;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class MailboxCheckTest {
  private static final StartCheck CHECK = new StartCheck(Locale.FRENCH);

  @ParameterizedTest
  @CsvSource({
    "imaps://imap.example.dz, 0, x, .host ne peut pas être « imaps://imap.example.dz »",
    "imap.example.dz:993, 0, x, .host ne peut pas être « imap.example.dz:993 »",
    "imap.example.dz, 70000, x, .port ne peut pas être « 70000 »",
    "imap.example.dz, 0, , .password manque"
  })
  void whatCannotBeMeantStopsTheStart(
      String host, int port, @Nullable String password, String told) {
    assertThatThrownBy(
            () -> MailboxCheck.require(CHECK, Map.of("a", box(host, port, password, "INBOX"))))
        .isInstanceOf(SettingRefused.class)
        .hasMessageContaining("hub.mail.mailboxes.a" + told);
  }

  @ParameterizedTest
  @CsvSource({
    "imap.example.dz",
    "127.0.0.1",
    "::1",
    "[2001:db8::7]",
    "messagerie-1",
    "courrier_dz"
  })
  void anyNameOfAServerIsOne(String host) {
    assertThatCode(() -> MailboxCheck.require(CHECK, Map.of("a", box(host, 0, "x", "INBOX"))))
        .doesNotThrowAnyException();
  }

  /** Both would take the same mails at the same time. */
  @Test
  void oneFolderIsReadOnce() {
    Map<String, Mailbox> boxes = new TreeMap<>();
    boxes.put("a", box("imap.example.dz", 0, "x", "INBOX"));
    boxes.put("b", box("imap.example.dz", 993, "x", "Ventes"));
    assertThatCode(() -> MailboxCheck.require(CHECK, boxes)).doesNotThrowAnyException();

    boxes.put("c", box("IMAP.example.dz", 993, "x", "INBOX"));
    assertThatThrownBy(() -> MailboxCheck.require(CHECK, boxes))
        .isInstanceOf(SettingRefused.class)
        .hasMessageContaining("hub.mail.mailboxes.c.folder ne peut pas être « INBOX »");
  }

  @Test
  void somebodyMustBeAbleToWrite() {
    refused(of("imap.example.dz", "Processed", List.of(), null, null), ".allowed-senders manque");
    refused(
        of("imap.example.dz", "Processed", List.of("@client.dz", "nu.dz"), null, null),
        ".allowed-senders[1] ne peut pas être « nu.dz » : il faut une adresse");
  }

  /** As a variable leaves it that is not set: every mail would be a stranger's. */
  @Test
  void whoVouchesForSendersHasAName() {
    refused(
        of("imap.example.dz", "Processed", List.of("*"), " ", null), ".authenticated-by manque");
  }

  @Test
  void mailsAreNotFiledWhereTheyAreTakenFrom() {
    refused(
        of("imap.example.dz", "inbox", List.of("*"), null, null),
        ".processed ne peut pas être « inbox »");
  }

  @Test
  void aTokenComesFromOnePlace() {
    Mailbox.OAuth2 both =
        new Mailbox.OAuth2(
            "/run/token", URI.create("https://t.example"), "c", "s", null, null, null, null);
    refused(
        of("imap.example.dz", "Processed", List.of("*"), null, both),
        ".oauth2.token-file ne peut pas être « /run/token »");
  }

  /** A number alone counts milliseconds, and bytes: nobody means so few. */
  @Test
  void aUnitIsNotForgotten() {
    assertThatThrownBy(() -> bounds(Duration.ofMillis(60), DataSize.ofMegabytes(50)))
        .isInstanceOf(SettingRefused.class)
        .hasMessageContaining("hub.mail.timeout ne peut pas être « 60 »");
    assertThatThrownBy(() -> bounds(Duration.ofSeconds(60), DataSize.ofBytes(50)))
        .isInstanceOf(SettingRefused.class)
        .hasMessageContaining("hub.mail.message-limit ne peut pas être « 50 »");
    assertThatCode(() -> bounds(Duration.ofSeconds(1), DataSize.ofKilobytes(1)))
        .doesNotThrowAnyException();
  }

  private static void bounds(Duration timeout, DataSize limit) {
    MailboxCheck.require(CHECK, new MailSettings(timeout, limit, 50, null));
  }

  private static void refused(Mailbox box, String told) {
    assertThatThrownBy(() -> MailboxCheck.require(CHECK, Map.of("a", box)))
        .isInstanceOf(SettingRefused.class)
        .hasMessageContaining("hub.mail.mailboxes.a" + told);
  }

  private static Mailbox of(
      String host,
      String processed,
      List<String> senders,
      @Nullable String authenticatedBy,
      Mailbox.@Nullable OAuth2 oauth2) {
    return new Mailbox(
        host,
        0,
        Mailbox.Security.TLS,
        null,
        "ali",
        oauth2 == null ? "x" : null,
        null,
        oauth2,
        "INBOX",
        processed,
        "Rejected",
        senders,
        authenticatedBy,
        List.of(),
        "");
  }

  private static Mailbox box(String host, int port, @Nullable String password, String folder) {
    return new Mailbox(
        host,
        port,
        Mailbox.Security.TLS,
        null,
        "ali",
        password,
        null,
        null,
        folder,
        "Processed",
        "Rejected",
        List.of("*"),
        null,
        List.of(),
        "");
  }
}
