package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;
import static dz.manchengo.hub.scenario.SftpScenario.PATIENCE;
import static dz.manchengo.hub.scenario.SftpScenario.answer;
import static dz.manchengo.hub.scenario.SftpScenario.awaitMoved;
import static dz.manchengo.hub.scenario.SftpScenario.door;
import static dz.manchengo.hub.scenario.SftpScenario.looks;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Files from partners' servers: taken once, answered and moved. */
class SftpIT extends InProcessHub {
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
    assertThat(door(db, "acme").get("last_polled_at")).isNotNull();
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
    List<String> names =
        List.of(
            "*.csv",
            "a?b.csv",
            "l'été [1]{2}.csv",
            "-rf ~.csv",
            "${bean:partnerFiles}{{hub.home}}.csv",
            "$simple{header.x}&delete=true&moveTo=Ailleurs.csv",
            "CamelOverruleFileName=x.csv");
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
    for (String moved : List.of("_.csv", "a_b.csv", "-rf ~.csv", names.get(4))) {
      awaitMoved("done", moved.replace(':', '_'));
    }
    for (String name : names.subList(4, names.size())) {
      answer(name.replace(':', '_') + ".ack.xlsx");
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
    assertThat(door(db, "acme").get("failure")).isNull();
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
}
