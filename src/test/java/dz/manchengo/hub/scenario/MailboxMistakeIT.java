package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a wrong line among the settings of mailboxes does to the start. */
class MailboxMistakeIT {
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  Path home;

  @Test
  void aDropFolderThatIsNoneStopsTheStartWithASentence() {
    assertThat(start("allowed-senders=*", "into=factures"))
        .contains(
            "Le réglage hub.mail.mailboxes.m5.into nomme un dossier de dépôt qui n'existe pas :"
                + " « factures ». Les dossiers de dépôt sont : invoices, ledger-balances, orders")
        .doesNotContain("\tat ")
        .doesNotContain("ignored");
  }

  @Test
  void aMisspeltSettingStopsTheStartWithASentence() {
    assertThat(start("allowed-senders=*", "rules[0].form=@star.dz", "rules[0].into=orders"))
        .contains("Le réglage hub.mail.mailboxes.m5.rules[0].form n'existe pas")
        .doesNotContain("\tat ");
  }

  @Test
  void aMisspeltSectionStopsTheStartBeforeAnythingIsStarted() {
    assertThat(start("allowed-senders=*", "hub.wacth.mail=chef@hub.dz"))
        .contains("Le réglage hub.wacth.mail n'existe pas")
        .doesNotContain("PostgreSQL", "\tat ");
  }

  @Test
  void whatIsNoNumberStopsTheStartWithASentence() {
    assertThat(start("allowed-senders=*", "port=abc"))
        .contains(
            "Le réglage hub.mail.mailboxes.m5.port ne peut pas être « abc » : il faut un nombre")
        .doesNotContain("\tat ");
  }

  /** Camel would look every half second instead. */
  @Test
  void aPauseThatIsNoNumberStopsTheStartWithASentence() {
    assertThat(start("allowed-senders=*", "hub.mail.poll=abc"))
        .contains("Le réglage hub.mail.poll ne peut pas être « abc » : il faut un nombre de 1")
        .doesNotContain("\tat ");
  }

  private String start(String... settings) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--hub.home=" + home,
                "--server.port=0",
                "--management.server.port=0",
                "--hub.embedded.postgres.port=0",
                "--hub.embedded.redis.port=0",
                "--hub.warm-up=false",
                "--hub.mail.mailboxes.m5.host=127.0.0.1",
                "--hub.mail.mailboxes.m5.username=m5@example.dz",
                "--hub.mail.mailboxes.m5.password=x"));
    for (String setting : settings) {
      all.add((setting.startsWith("hub.") ? "--" : "--hub.mail.mailboxes.m5.") + setting);
    }
    String said = HubProcess.refusal(all.toArray(String[]::new));
    assertThat(said).endsWith("exit 1");
    return said;
  }
}
