package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.MailScenario.deliver;
import static dz.manchengo.hub.scenario.MailScenario.mail;
import static dz.manchengo.hub.scenario.MailScenario.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether a mailbox can be looked into, as the watch sees it. */
class MailboxDoorIT extends InProcessHub {
  @Test
  void aPasswordThatIsChangedUnderTheHubIsToldAndTheNewOneIsTakenWithoutARestart()
      throws IOException {
    await().until(() -> door("careful").get("last_polled_at") != null);

    MailServer.user(MailScenario.CAREFUL, "secret-2");
    await().until(() -> door("careful").get("failing_since") != null);
    assertThat(String.valueOf(door("careful").get("failure")))
        .startsWith("login refused: ")
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
      assertThat(String.valueOf(door("careful").get("failure"))).contains("mailbox is locked");
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

  private Map<String, @Nullable Object> door(String name) {
    return db.sql("SELECT * FROM v_door WHERE name = :name")
        .param("name", name)
        .query()
        .singleRow();
  }
}
