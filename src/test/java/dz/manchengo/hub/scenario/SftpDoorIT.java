package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;
import static dz.manchengo.hub.scenario.SftpScenario.PATIENCE;
import static dz.manchengo.hub.scenario.SftpScenario.answer;
import static dz.manchengo.hub.scenario.SftpScenario.awaitFailure;
import static dz.manchengo.hub.scenario.SftpScenario.awaitMoved;
import static dz.manchengo.hub.scenario.SftpScenario.door;
import static dz.manchengo.hub.scenario.SftpScenario.looks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Partners' servers that keep us out, or do not let a file be moved. */
class SftpDoorIT extends InProcessHub {
  private final HubLog log = HubLog.open();

  @AfterEach
  void closeLog() {
    log.close();
  }

  @Test
  void aFileThatMayNotBeMovedCountsOnceAndTheDoorSaysSo() {
    SERVER.setMovable(false);
    SERVER.put("sortie/fixe.csv", file(invoice("SFTP-FIXE", 1)));
    awaitFailure(db, "acme", "fixe.csv");
    looks(3);
    SERVER.setMovable(true);
    await().atMost(PATIENCE).until(() -> door(db, "acme").get("failure") == null);
    awaitMoved("done", "fixe.csv");
    assertThat(answer("fixe.csv.ack.xlsx").status()).isEqualTo("POSTED");
    assertThat(number("SELECT count(*) FROM submission WHERE original_name = 'fixe.csv'"))
        .isEqualTo(1);
  }

  @Test
  void aChangedPasswordFailsTheDoorUntilItIsRightAgain() {
    String right = SERVER.password();
    SERVER.changePassword("autre");
    awaitFailure(db, "acme", "refuse l'identifiant");
    SERVER.put("sortie/apres.csv", file(invoice("SFTP-APRES", 1)));
    SERVER.changePassword(right);
    await().atMost(PATIENCE).until(() -> door(db, "acme").get("failure") == null);
    assertThat(answer("apres.csv.ack.xlsx").status()).isEqualTo("POSTED");
    assertThat(log.text()).contains("refuse l'identifiant").doesNotContain(right);
    assertThat(log.text()).doesNotContain(PartnerServer.PASSPHRASE);
    assertThat(log.text()).doesNotContain("\tat org.apache.camel.component.file");
  }

  @Test
  void aKeyThatIsGoneOrDoesNotOpenIsToldAsSuch() throws IOException {
    Path key = SERVER.privateKey();
    Path aside = key.resolveSibling("aside");
    Files.writeString(SERVER.passphrase(), "autre chose\n");
    SERVER.hangUp();
    awaitFailure(db, "beta", "la clé privée " + key + " ne s'ouvre pas avec le mot de passe");
    Files.writeString(SERVER.passphrase(), PartnerServer.PASSPHRASE + "\n");
    await().atMost(PATIENCE).until(() -> door(db, "beta").get("failure") == null);

    Files.move(key, aside);
    SERVER.hangUp();
    awaitFailure(db, "beta", "la clé privée " + key + " est absente ou illisible");
    Files.move(aside, key);
    await().atMost(PATIENCE).until(() -> door(db, "beta").get("failure") == null);

    Path secret = SERVER.passphrase();
    Files.move(secret, aside);
    SERVER.hangUp();
    awaitFailure(db, "beta", "un fichier de mot de passe ou de clé est illisible");
    Files.move(aside, secret);
    await().atMost(PATIENCE).until(() -> door(db, "beta").get("failure") == null);
    assertThat(log.text())
        .doesNotContain("autre chose")
        .doesNotContain("\tat com.jcraft")
        .doesNotContain("\tat org.apache.camel.component.file");
  }

  @Test
  void anUnknownOrChangedHostKeyReadsNothing() {
    SERVER.forgetHosts();
    SERVER.hangUp();
    awaitFailure(db, "acme", "n'est pas dans");
    SERVER.put("sortie/piege.csv", file(invoice("SFTP-PIEGE", 1)));
    SERVER.beKnown();
    SERVER.changeHostKey();
    awaitFailure(db, "acme", "n'est plus celle");
    assertThat(SERVER.opened()).doesNotContain("piege.csv");
    SERVER.beKnown();
    await().atMost(PATIENCE).until(() -> door(db, "acme").get("failure") == null);
    assertThat(answer("piege.csv.ack.xlsx").status()).isEqualTo("POSTED");
  }

  @Test
  void aFolderThatIsGoneFailsTheDoor() throws IOException {
    Files.move(SERVER.file("sortie"), SERVER.file("ailleurs"));
    awaitFailure(db, "acme", "« sortie » est absent");
    Files.move(SERVER.file("ailleurs"), SERVER.file("sortie"));
    Files.move(SERVER.file("sortie/commandes"), SERVER.file("commandes"));
    awaitFailure(db, "acme", "« sortie/commandes » est absent");
    Files.move(SERVER.file("commandes"), SERVER.file("sortie/commandes"));
    await().atMost(PATIENCE).until(() -> door(db, "acme").get("failure") == null);
  }
}
