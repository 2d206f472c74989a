package dz.manchengo.hub.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dz.manchengo.hub.notices.SmtpSettings.Security;
import dz.manchengo.hub.notices.Waiting.Failure;
import dz.manchengo.hub.notices.Waiting.Waiter;
import dz.manchengo.hub.platform.ServerCertificate;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** How the connection to a real mail server is protected. */
class SmtpIT {
  private static final ServerSetup[] DOORS = {
    ServerSetup.SMTP.dynamicPort(), ServerSetup.SMTPS.dynamicPort()
  };
  private static final GreenMail SERVER = server();

  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  Path folder;

  private static GreenMail server() {
    System.setProperty("greenmail.tls.keystore.file", ServerCertificate.KEYS.toString());
    System.setProperty("greenmail.tls.keystore.password", ServerCertificate.PASSWORD);
    for (ServerSetup door : DOORS) {
      door.setServerStartupTimeout(30_000); // two seconds are not enough on a machine that is busy
    }
    return new GreenMail(DOORS);
  }

  @BeforeAll
  static void start() {
    SERVER.start();
    SERVER.setUser("hub@manchengo.test", "hub", "secret");
    SERVER.getManagers().getUserManager().setAuthRequired(true);
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @Test
  void aCertificateThatNobodyVouchesForIsNotTrusted() throws Exception {
    assertAway(settings(Security.TLS, true, "secret"), "PKIX");
    send(settings(Security.TLS, false, "secret"), "tls@client.test");
    assertThat(SERVER.getReceivedMessagesForDomain("tls@client.test")).hasSize(1);
  }

  @Test
  void theServersOwnCertificateIsEnoughWhereItIsNamed() throws Exception {
    SmtpSettings named = settings(Security.TLS, true, "secret", ServerCertificate.PEM.toString());
    send(named, "named@client.test");
    assertThat(SERVER.getReceivedMessagesForDomain("named@client.test")).hasSize(1);
  }

  @Test
  void withoutTlsNothingIsSaidToAServerThatShouldHaveIt() {
    assertAway(settings(Security.STARTTLS, true, "secret"), "STARTTLS is required");
  }

  @Test
  void aRefusedLoginIsNoFaultOfTheLetter() throws Exception {
    assertAway(settings(Security.NONE, true, "wrong"), "535");
    assertAway(settings(Security.NONE, true, "file:" + folder.resolve("nowhere")), "nowhere");
    Path file = Files.writeString(folder.resolve("password"), "secret\n");
    send(settings(Security.NONE, true, "file:" + file), "login@client.test");
    assertThat(SERVER.getReceivedMessagesForDomain("login@client.test")).hasSize(1);
  }

  private static void assertAway(SmtpSettings settings, String reason) {
    assertThatThrownBy(() -> send(settings, "nobody@client.test"))
        .isInstanceOfSatisfying(
            Smtp.Away.class,
            away -> {
              Failure failure = new SmtpFailure(Locale.FRENCH).of(away);
              assertThat(failure.reason())
                  .startsWith("le serveur de messagerie ")
                  .contains(" : « ")
                  .contains(reason);
              assertThat(failure.closed()).isTrue();
              assertThat(failure.forGood()).isFalse();
            });
  }

  private static void send(SmtpSettings settings, String to) throws MessagingException {
    Smtp smtp = new Smtp(settings);
    Letter letter = Letter.plain(List.of(to), "Avis", "Bonjour", "<p>Bonjour</p>");
    Waiter waiter =
        new Waiter(
            1, "a1", to, OffsetDateTime.of(2026, 1, 5, 9, 0, 0, 0, ZoneOffset.UTC), "", null, null);
    InternetAddress from = settings.sender();
    smtp.send(new LetterMessage(smtp.getSession(), waiter, letter, from, List.of()));
  }

  private static SmtpSettings settings(Security security, boolean check, String password) {
    return settings(security, check, password, "");
  }

  private static SmtpSettings settings(
      Security security, boolean check, String password, String trusted) {
    boolean file = password.startsWith("file:");
    return new SmtpSettings(
        "127.0.0.1",
        security == Security.TLS ? SERVER.getSmtps().getPort() : SERVER.getSmtp().getPort(),
        security,
        "hub",
        file ? "" : password,
        file ? password.substring(5) : "",
        check,
        trusted,
        "hub@manchengo.test",
        Duration.ofSeconds(20),
        DataSize.ofMegabytes(1));
  }
}
