package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.MailScenario.deliver;
import static dz.manchengo.hub.scenario.MailScenario.mail;
import static dz.manchengo.hub.scenario.MailScenario.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether a mailbox can be looked into, as the watch sees it. */
class MailboxDoorIT extends InProcessHub {
  /** A mail that the server did not give is asked for again after ten seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @Test
  void aPasswordThatIsChangedUnderTheHubIsToldAndTheNewOneIsTakenWithoutARestart()
      throws IOException {
    await().until(() -> door("careful").get("last_polled_at") != null);

    MailServer.user(MailScenario.CAREFUL, "secret-2");
    await().until(() -> door("careful").get("failing_since") != null);
    assertThat(String.valueOf(door("careful").get("failure")))
        .contains("le serveur refuse l'identifiant ou le mot de passe")
        .doesNotContain("secret");
    db.sql("UPDATE door SET failing_since = now() - interval '2 min' WHERE name = 'careful'")
        .update();
    await().until(() -> openIncidents("careful").size() == 1);
    assertThat(openIncidents("careful").get(0))
        .startsWith("La boîte aux lettres careful ne marche plus comme il faut depuis le ")
        .contains("le serveur refuse l'identifiant ou le mot de passe");

    Files.writeString(MailScenario.PASSWORD_FILE, "secret-2\n");
    await().until(() -> door("careful").get("failing_since") == null);
    await().until(() -> openIncidents("careful").isEmpty());
    assertThat(door("careful").get("failure")).isNull();

    Files.writeString(MailScenario.PASSWORD_FILE, MailScenario.PASSWORD + "\n");
    MailServer.user(MailScenario.CAREFUL, MailScenario.PASSWORD);
    await().until(() -> door("careful").get("failing_since") == null);
  }

  /** And keeps no other mailbox from being opened: these two come before all others. */
  @Test
  void aSecretThatIsNotThereAtTheStartIsToldAndTakenWithoutARestartWhenItComes()
      throws IOException {
    await().until(() -> failure("later").contains("le mot de passe ou le jeton ne peut pas être"));
    await().until(() -> failure("tokenless").contains("ne peut pas être joint"));
    assertThat(door("later").get("last_polled_at")).isNull();
    await().until(() -> door("anybody").get("last_polled_at") != null);

    Files.writeString(MailScenario.LATER_FILE, MailScenario.PASSWORD + "\n");
    await().until(() -> door("later").get("failing_since") == null);
    assertThat(door("later").get("last_polled_at")).isNotNull();
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), MailScenario.TOKEN_PORT), 0);
    server.createContext("/token", MailScenario.token(MailScenario.PASSWORD)::to);
    server.start();
    try {
      await().until(() -> door("tokenless").get("failing_since") == null);
      assertThat(door("tokenless").get("last_polled_at")).isNotNull();
    } finally {
      server.stop(0);
    }
  }

  /** Camel logs it and goes on as if the folder were empty. */
  @Test
  void aFolderThatCannotBeOpenedIsNoEmptyOne() {
    MailServer.refuse("SELECT");
    try {
      await().until(() -> door("careful").get("failing_since") != null);
      assertThat(String.valueOf(door("careful").get("failure")))
          .contains("le serveur n'ouvre pas le dossier « INBOX »")
          .doesNotContain("locked");
    } finally {
      MailServer.refuse("");
    }
    await().until(() -> door("careful").get("failing_since") == null);
  }

  @Test
  void aMailThatCannotBeMovedIsTold() {
    MailServer.refuse("COPY|MOVE");
    try {
      deliver(MailScenario.CAREFUL, mail("ali@client.test", "Reste", text("rien")));
      await().until(() -> door("careful").get("failing_since") != null);
      Map<String, @Nullable Object> first = door("careful");
      assertThat(String.valueOf(first.get("failure")))
          .contains("ne peut pas être rangé dans « Processed » ou « Rejected »");
      await()
          .until(
              () ->
                  !Objects.equals(
                      door("careful").get("last_polled_at"), first.get("last_polled_at")));
      assertThat(door("careful").get("failing_since")).isEqualTo(first.get("failing_since"));
    } finally {
      MailServer.refuse("");
    }
    await().until(() -> door("careful").get("failing_since") == null);
  }

  /** As on a full disk: the mailbox lets us in, and nothing can be kept of what it holds. */
  @Test
  void aHubThatCanKeepNothingSaysSo() throws IOException {
    Path archive = HUB.home().resolve("archive");
    Path away = HUB.home().resolve("archive-away");
    Files.move(archive, away);
    Files.createFile(archive);
    try {
      deliver(MailScenario.CAREFUL, mail("ali@client.test", "Disque plein", text("rien")));
      await().until(() -> failure("careful").contains("le hub ne peut pas garder les messages"));
    } finally {
      Files.delete(archive);
      Files.move(away, archive);
    }
    await().until(() -> filed("Disque plein"));
    await().until(() -> door("careful").get("failing_since") == null);
  }

  @Test
  void aServerThatTakesTheCallAndSaysNothingIsNotWaitedForForEver() {
    MailServer.imapSilent(true);
    try {
      await().until(() -> failure("careful").contains("le serveur ne répond plus"));
    } finally {
      MailServer.imapSilent(false);
    }
    deliver(MailScenario.CAREFUL, mail("ali@client.test", "Apres le silence", text("rien")));
    await().until(() -> filed("Apres le silence"));
    await().until(() -> door("careful").get("failing_since") == null);
  }

  @Test
  void aMailInWhichTheConnectionBreaksIsTakenLaterWholeAndOnce() {
    byte[] large = MailScenario.invoice("ML-CUT").getBytes(UTF_8);
    String note = "x".repeat(76) + "\n";
    MailServer.cutImapAfter(300_000);
    deliver(
        MailScenario.CAREFUL,
        mail(
            "ali@client.test",
            "Coupure",
            text(note.repeat(10_000)),
            MailScenario.attachment("coupure.csv", large)));
    deliver(
        MailScenario.CAREFUL,
        mail(
            "ali@client.test",
            "Apres la coupure",
            MailScenario.attachment("apres-coupure.csv", MailScenario.invoice("ML-CUT2"))));
    await().until(() -> failure("careful").contains("la liaison avec le serveur a été coupée"));
    assertThat(MailServer.isImapCutAhead()).isFalse();
    await().atMost(PATIENCE).until(() -> filed("Coupure") && filed("Apres la coupure"));
    await().until(() -> MailScenario.states(db, "Coupure").equals(List.of("POSTED")));
    await().until(() -> MailScenario.states(db, "Apres la coupure").equals(List.of("POSTED")));
    assertThat(number("SELECT count(*) FROM mail WHERE subject LIKE '%oupure'")).isEqualTo(2);
    await().until(() -> door("careful").get("failing_since") == null);
  }

  /** As two hubs on one database see it, one of which died before it had taken the mail. */
  @Test
  void aMailThatAnotherHubKeptInItsOwnHomeIsReadAgain() throws MessagingException {
    MailServer.refuse("SELECT");
    try {
      await().until(() -> door("careful").get("failing_since") != null);
      deliver(
          MailScenario.CAREFUL,
          mail(
              "ali@client.test",
              "Autre hub",
              MailScenario.attachment("autre-hub.csv", MailScenario.invoice("ML-HUB"))));
      db.sql("INSERT INTO content (sha256, path, byte_size) VALUES (:hash, 'elsewhere.eml', 1)")
          .param("hash", "f".repeat(64))
          .update();
      MailScenario.Numbered number = MailScenario.latest(MailScenario.CAREFUL);
      db.sql(
              "INSERT INTO mail (mailbox, account, uid_validity, uid, node, status, sender, sha256)"
                  + " VALUES ('careful', :account, :validity, :uid, 'another', 'STORED',"
                  + " 'ali@client.test', :hash)")
          .param("account", MailScenario.CAREFUL + "@127.0.0.1/INBOX")
          .param("validity", number.validity())
          .param("uid", number.uid())
          .param("hash", "f".repeat(64))
          .update();
    } finally {
      MailServer.refuse("");
    }
    await().until(() -> MailScenario.states(db, "Autre hub").equals(List.of("POSTED")));
    await().until(() -> filed("Autre hub"));
  }

  @Test
  void aCertificateThatIsNoLongerTrustedIsToldAndTheNewOneNeedsNoRestart() throws IOException {
    Path trusted = MailScenario.TRUSTED;
    byte[] right = Files.readAllBytes(trusted);
    Files.writeString(trusted, "none");
    await().until(() -> failure("guarded").contains("des certificats reconnus est absent"));
    Files.write(trusted, right);
    await().until(() -> door("guarded").get("failing_since") == null);
  }

  @Test
  void overTlsWithATokenThatIsAskedForAgainWhenTheServerRefusesIt() {
    deliver(MailScenario.GUARDED, mail("ali@client.test", "Avec jeton", text("rien")));
    await().until(() -> filed("Avec jeton"));
    assertThat(WebhookWitness.calls(MailScenario.CLIENT))
        .singleElement()
        .satisfies(
            call ->
                assertThat(call.body())
                    .isEqualTo(
                        "grant_type=client_credentials&client_id="
                            + MailScenario.CLIENT
                            + "&client_secret=s%26cret&scope=imap"));

    MailServer.user(MailScenario.GUARDED, "token-2");
    deliver(MailScenario.GUARDED, mail("ali@client.test", "Autre jeton", text("rien")));
    await().until(() -> filed("Autre jeton"));
    assertThat(WebhookWitness.calls(MailScenario.CLIENT)).hasSize(2);
    await().until(() -> door("guarded").get("failing_since") == null);
  }

  private boolean filed(String subject) {
    return db.sql("SELECT count(*) FROM mail WHERE subject = :subject AND filed_at IS NOT NULL")
            .param("subject", subject)
            .query(Integer.class)
            .single()
        == 1;
  }

  private List<String> openIncidents(String name) {
    return db.sql("SELECT sentence FROM v_incident WHERE subject = :name AND is_open")
        .param("name", name)
        .query(String.class)
        .list();
  }

  private String failure(String name) {
    return String.valueOf(door(name).get("failure"));
  }

  private Map<String, @Nullable Object> door(String name) {
    return db.sql("SELECT * FROM v_door WHERE name = :name")
        .param("name", name)
        .query()
        .singleRow();
  }
}
