package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Files from partners' servers: taken once, answered, moved; and servers that keep us out. */
@ExtendWith(OutputCaptureExtension.class)
class SftpIT extends InProcessHub {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void aFileIsPostedAnsweredAndMoved() {
    SERVER.put("sortie/ventes-sftp.csv", file(invoice("SFTP-1", 2)));
    Acknowledgement answer = answer("ventes-sftp.csv.ack.xlsx");

    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(invoicesOf("ventes-sftp.csv")).containsExactly("SFTP-1");
    assertThat(submission("ventes-sftp.csv"))
        .containsEntry("channel", "SFTP")
        .containsEntry("folder", "invoices");
    awaitMoved("done", "ventes-sftp.csv");
    assertThat(SERVER.names("reponses")).noneMatch(name -> name.endsWith(".part"));
    assertThat(door("acme").get("last_polled_at")).isNotNull();
  }

  @Test
  void aFolderBelowHasADropFolderOfItsOwn() {
    SERVER.put("sortie/commandes/inconnu.csv", "rien\n");
    assertThat(answer("inconnu.csv.ack.xlsx").status()).isEqualTo("REJECTED");
    assertThat(submission("inconnu.csv")).containsEntry("folder", "orders");
  }

  @Test
  void aRefusedFileGoesToTheFolderOfRefusedOnes() {
    SERVER.put("sortie/refusee.csv", file(invoice("SFTP-R", 1).with(0, "TVA %", "21")));
    Acknowledgement answer = answer("refusee.csv.ack.xlsx");
    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(answer.cells(Acknowledgement.CORRECT)).hasSize(2);
    await().atMost(PATIENCE).until(() -> SERVER.names("refus").contains("refusee.csv"));
    assertThat(SERVER.file("sortie/refusee.csv")).doesNotExist();
    assertThat(SERVER.names("sortie/done")).doesNotContain("refusee.csv");
  }

  @Test
  void aFileThatStillGrowsIsNotTaken() {
    String text = file(invoice("SFTP-LENT", 3));
    Path growing = SERVER.put("sortie/lent.csv", text.substring(0, 60));
    AtomicInteger end = new AtomicInteger(60);
    SERVER.beforeListing(
        folder -> {
          if (folder.endsWith("sortie") && end.get() < text.length()) {
            int from = end.getAndAdd(40);
            append(growing, text.substring(from, Math.min(from + 40, text.length())));
          }
        });
    assertThat(answer("lent.csv.ack.xlsx").status()).isEqualTo("POSTED");
    assertThat(number("SELECT count(*) FROM submission WHERE original_name = 'lent.csv'"))
        .isEqualTo(1);
    SERVER.beforeListing(folder -> {});
  }

  /** The drop folders would take it after 200 ms; each server has a time of its own. */
  @Test
  void aWriterThatPausesForLessThanTheServersTimeIsWaitedFor() throws IOException {
    String text = file(invoice("SFTP-PAUSE", 3));
    Path paused = SERVER.put("lente/pause.csv", text.substring(0, 200));
    await()
        .pollDelay(Duration.ofSeconds(1))
        .until(
            () -> number("SELECT count(*) FROM submission WHERE original_name = 'pause.csv'") == 0);
    append(paused, text.substring(200));
    String taken = "SELECT count(*) FROM submission WHERE original_name = 'pause.csv'";
    await().atMost(PATIENCE).until(() -> number(taken + " AND status = 'POSTED'") == 1);
    assertThat(number(taken)).isEqualTo(1);
    assertThat(invoicesOf("pause.csv")).containsExactly("SFTP-PAUSE");
    assertThat(number("SELECT max(rows_read) FROM submission WHERE original_name = 'pause.csv'"))
        .isEqualTo(3);
  }

  /** The time stamp stays ancient, as cp -p and tar make it. */
  private static void append(Path file, String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.APPEND);
      Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aNameThatComesAgainIsAnotherFileAndTheFormerOneStays() throws IOException {
    SERVER.put("sortie/encore.csv", file(invoice("SFTP-E1", 1)));
    answer("encore.csv.ack.xlsx");
    awaitMoved("done", "encore.csv");
    byte[] first = Files.readAllBytes(SERVER.file("sortie/done/encore.csv"));

    SERVER.put("sortie/encore.csv", file(invoice("SFTP-E2", 2)));
    assertThat(answer("encore.csv.2.ack.xlsx").status()).isEqualTo("POSTED");
    awaitMoved("done", idOf("encore.csv") + "-encore.csv");
    assertThat(SERVER.file("sortie/done/encore.csv")).hasBinaryContent(first);
    assertThat(invoicesOf("encore.csv")).containsExactly("SFTP-E2");
  }

  @Test
  void twentyFilesAtOnceAreTakenOnceEach() {
    for (int i = 0; i < 20; i++) {
      SERVER.put("sortie/vingt-" + i + ".csv", file(invoice("SFTP-V" + i, 1)));
    }
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                SERVER.names("reponses").stream().filter(n -> n.startsWith("vingt-")).count()
                    == 20);
    assertThat(number("SELECT count(*) FROM invoice WHERE invoice_no LIKE 'SFTP-V%'"))
        .isEqualTo(20);
    assertThat(number("SELECT count(*) FROM submission WHERE original_name LIKE 'vingt-%.csv'"))
        .isEqualTo(20);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                SERVER.names("sortie/done").stream().filter(n -> n.startsWith("vingt-")).count()
                    == 20);
  }

  @Test
  void hostileNamesMeanNothingButThemselves() throws IOException {
    List<String> names = List.of("*.csv", "a?b.csv", "l'été [1]{2}.csv", "-rf ~.csv");
    SERVER.put("sortie/ligne\nsuivante.csv", file(invoice("SFTP-LIGNE", 1)));
    Path outside = SERVER.put("climb-target.csv", "x\n");
    SERVER.put("sortie/" + PartnerServer.CLIMBER, file(invoice("SFTP-CLIMB", 1)));
    SERVER.put("sortie/.hidden.csv", file(invoice("SFTP-HIDE", 1)));
    SERVER.put("sortie/half.csv.filepart", file(invoice("SFTP-HALF", 1)));
    for (int i = 0; i < names.size(); i++) {
      SERVER.put("sortie/" + names.get(i), file(invoice("SFTP-N" + i, 1)));
    }
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      int no = i;
      await(name)
          .atMost(PATIENCE)
          .ignoreExceptions() // there is no such submission yet
          .untilAsserted(() -> assertThat(invoicesOf(name)).containsExactly("SFTP-N" + no));
    }
    for (String moved : List.of("_.csv", "a_b.csv", "-rf ~.csv")) {
      awaitMoved("done", moved);
    }
    answer("_.csv.ack.xlsx");
    assertThat(answer("ligne_suivante.csv.ack.xlsx").status()).isEqualTo("REJECTED");
    await().atMost(PATIENCE).until(() -> SERVER.names("refus").contains("ligne_suivante.csv"));
    assertThat(
            number(
                "SELECT count(*) FROM invoice WHERE invoice_no IN ('SFTP-CLIMB', 'SFTP-HIDE', 'SFTP-HALF')"))
        .isZero();
    assertThat(outside).hasContent("x");
    assertThat(SERVER.opened()).doesNotContain(PartnerServer.CLIMBER, "climb-target.csv");
  }

  /**
   * Latin letters of an old server where UTF-8 was agreed: the door stays well, the file is
   * answered.
   */
  @Test
  void aNameInOtherLettersThanAgreedIsToldOnceAndNeverAskedFor() throws IOException {
    Path latin = SERVER.put("sortie/" + PartnerServer.LATIN, file(invoice("SFTP-LATIN", 1)));
    Acknowledgement answer = answer("v\uFFFDlo.csv.ack.xlsx");
    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(
            db.sql("SELECT message FROM finding WHERE submission_id = :id")
                .param("id", idOf("v\uFFFDlo.csv"))
                .query(String.class)
                .list())
        .singleElement()
        .asString()
        .contains("n'est pas écrit comme convenu", "« name-encoding »");
    looks(3);
    assertThat(door("acme").get("failure")).isNull();
    assertThat(number("SELECT count(*) FROM submission WHERE original_name = 'v\uFFFDlo.csv'"))
        .isOne();
    Files.delete(latin);
  }

  @Test
  void linksAreNotFollowedAndWhatIsTooLargeIsNotFetched() throws IOException {
    SERVER.put("secret.txt", file(invoice("SFTP-LINK", 1)));
    Files.createSymbolicLink(SERVER.file("sortie/lien.csv"), SERVER.file("secret.txt"));
    Path huge = SERVER.file("sortie/enorme.csv");
    try (var channel =
        Files.newByteChannel(
            SERVER.file(".huge"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.position(600L << 20);
      channel.write(java.nio.ByteBuffer.wrap(new byte[] {10})); // takes no room
    }
    Files.move(SERVER.file(".huge"), huge);

    assertThat(answer("lien.csv.ack.xlsx").status()).isEqualTo("REJECTED");
    assertThat(answer("enorme.csv.ack.xlsx").status()).isEqualTo("REJECTED");
    assertThat(rulesOf("lien.csv")).containsExactly("FIL-010");
    assertThat(rulesOf("enorme.csv")).containsExactly("FIL-011");
    assertThat(SERVER.opened()).doesNotContain("lien.csv", "enorme.csv", "secret.txt");
    await().atMost(PATIENCE).until(() -> SERVER.names("refus").contains("enorme.csv"));
    assertThat(SERVER.names("sortie")).contains("lien.csv");
    Files.delete(SERVER.file("sortie/lien.csv"));
  }

  @Test
  void aFileThatMayNotBeMovedCountsOnceAndTheDoorSaysSo() {
    SERVER.setMovable(false);
    SERVER.put("sortie/fixe.csv", file(invoice("SFTP-FIXE", 1)));
    awaitFailure("acme", "fixe.csv");
    looks(3);
    SERVER.setMovable(true);
    await().atMost(PATIENCE).until(() -> door("acme").get("failure") == null);
    awaitMoved("done", "fixe.csv");
    assertThat(answer("fixe.csv.ack.xlsx").status()).isEqualTo("POSTED");
    assertThat(number("SELECT count(*) FROM submission WHERE original_name = 'fixe.csv'"))
        .isEqualTo(1);
  }

  @Test
  void withAKeyAndWithoutAFolderForReadFilesTheyStayAndCountOnce() {
    SERVER.put("beta/reste.csv", file(invoice("SFTP-BETA", 1)));
    HUB.awaitAcknowledgement("reste.csv");
    long opened = SERVER.opened().stream().filter("reste.csv"::equals).count();
    looks(3);
    assertThat(SERVER.file("beta/reste.csv")).exists();
    assertThat(SERVER.opened().stream().filter("reste.csv"::equals)).hasSize((int) opened);
    assertThat(number("SELECT count(*) FROM submission WHERE original_name = 'reste.csv'"))
        .isEqualTo(1);
  }

  @Test
  void aChangedPasswordFailsTheDoorUntilItIsRightAgain(CapturedOutput log) {
    String right = SERVER.password();
    SERVER.changePassword("autre");
    awaitFailure("acme", "refuse l'identifiant");
    SERVER.put("sortie/apres.csv", file(invoice("SFTP-APRES", 1)));
    SERVER.changePassword(right);
    await().atMost(PATIENCE).until(() -> door("acme").get("failure") == null);
    assertThat(answer("apres.csv.ack.xlsx").status()).isEqualTo("POSTED");
    assertThat(log.getAll()).contains("refuse l'identifiant").doesNotContain(right);
    assertThat(log.getAll()).doesNotContain(PartnerServer.PASSPHRASE);
    assertThat(log.getAll()).doesNotContain("\tat org.apache.camel.component.file");
  }

  @Test
  void aKeyThatIsGoneOrDoesNotOpenIsToldAsSuch(CapturedOutput log) throws IOException {
    Path key = SERVER.privateKey();
    Path aside = key.resolveSibling("aside");
    Files.writeString(SERVER.passphrase(), "autre chose\n");
    SERVER.hangUp();
    awaitFailure("beta", "la clé privée " + key + " ne s'ouvre pas avec le mot de passe");
    Files.writeString(SERVER.passphrase(), PartnerServer.PASSPHRASE + "\n");
    await().atMost(PATIENCE).until(() -> door("beta").get("failure") == null);

    Files.move(key, aside);
    SERVER.hangUp();
    awaitFailure("beta", "la clé privée " + key + " est absente ou illisible");
    Files.move(aside, key);
    await().atMost(PATIENCE).until(() -> door("beta").get("failure") == null);

    Path secret = SERVER.passphrase();
    Files.move(secret, aside);
    SERVER.hangUp();
    awaitFailure("beta", "un fichier de mot de passe ou de clé est illisible");
    Files.move(aside, secret);
    await().atMost(PATIENCE).until(() -> door("beta").get("failure") == null);
    assertThat(log.getAll())
        .doesNotContain("autre chose")
        .doesNotContain("\tat com.jcraft")
        .doesNotContain("\tat org.apache.camel.component.file");
  }

  @Test
  void anUnknownOrChangedHostKeyReadsNothing() {
    SERVER.forgetHosts();
    SERVER.hangUp();
    awaitFailure("acme", "n'est pas dans");
    SERVER.put("sortie/piege.csv", file(invoice("SFTP-PIEGE", 1)));
    SERVER.beKnown();
    SERVER.changeHostKey();
    awaitFailure("acme", "n'est plus celle");
    assertThat(SERVER.opened()).doesNotContain("piege.csv");
    SERVER.beKnown();
    await().atMost(PATIENCE).until(() -> door("acme").get("failure") == null);
    assertThat(answer("piege.csv.ack.xlsx").status()).isEqualTo("POSTED");
  }

  @Test
  void aFolderThatIsGoneFailsTheDoor() throws IOException {
    Files.move(SERVER.file("sortie"), SERVER.file("ailleurs"));
    awaitFailure("acme", "« sortie » est absent");
    Files.move(SERVER.file("ailleurs"), SERVER.file("sortie"));
    Files.move(SERVER.file("sortie/commandes"), SERVER.file("commandes"));
    awaitFailure("acme", "« sortie/commandes » est absent");
    Files.move(SERVER.file("commandes"), SERVER.file("sortie/commandes"));
    await().atMost(PATIENCE).until(() -> door("acme").get("failure") == null);
  }

  private static Acknowledgement answer(String name) {
    Path answer = SERVER.file("reponses/" + name);
    await("answer " + name).atMost(PATIENCE).until(() -> Files.exists(answer));
    return Acknowledgement.read(answer);
  }

  private static void awaitMoved(String folder, String name) {
    await(name + " in " + folder)
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(SERVER.names("sortie/" + folder)).contains(name));
  }

  private Map<String, @Nullable Object> door(String partner) {
    return db.sql("SELECT * FROM v_door WHERE kind = 'SFTP' AND name = :name")
        .param("name", "sftp:" + partner)
        .query()
        .singleRow();
  }

  private void awaitFailure(String partner, String words) {
    await("failure of " + partner)
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(String.valueOf(door(partner).get("failure"))).contains(words));
  }

  /** Waits until both servers were listed that often. */
  private static void looks(int times) {
    int before = SERVER.listings();
    await().atMost(PATIENCE).until(() -> SERVER.listings() >= before + 3 * times + 1);
  }
}
