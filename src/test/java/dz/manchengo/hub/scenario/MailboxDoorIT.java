package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.MailScenario.deliver;
import static dz.manchengo.hub.scenario.MailScenario.mail;
import static dz.manchengo.hub.scenario.MailScenario.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
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

    Files.writeString(MailScenario.PASSWORD_FILE, "secret-2\n");
    await().until(() -> door("careful").get("failing_since") == null);
    assertThat(door("careful").get("failure")).isNull();
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
    MailServer.refuse("COPY");
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

  /** What breaks in the server's threads is what these tests are about. */
  private static ConditionFactory await() {
    return Awaitility.await().dontCatchUncaughtExceptions();
  }

  private boolean filed(String subject) {
    return db.sql("SELECT count(*) FROM mail WHERE subject = :subject AND filed_at IS NOT NULL")
            .param("subject", subject)
            .query(Integer.class)
            .single()
        == 1;
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
