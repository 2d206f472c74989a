package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.notices.Letter;
import dz.manchengo.hub.notices.Letter.Enclosure;
import dz.manchengo.hub.notices.NoticesCommand;
import dz.manchengo.hub.notices.Outbox;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters as a real mail server receives them. */
class LettersIT extends InProcessHub {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @SuppressWarnings("NullAway.Init")
  @Autowired
  Outbox outbox;

  @SuppressWarnings("NullAway.Init")
  @Autowired
  TransactionTemplate transaction;

  @SuppressWarnings("NullAway.Init")
  @Autowired
  ProducerTemplate camel;

  @Test
  void anAnswerComesWithItsWorkbookAndIsNotAnsweredByMachines() throws Exception {
    byte[] workbook = "PK workbook".getBytes(StandardCharsets.UTF_8);
    Files.write(HUB.home().resolve("acknowledgements/lettre.xlsx"), workbook);
    send(
        new Letter(
            List.of("compta@client.test"),
            "Réponse : été 2026",
            "Bonjour,\nreçu.",
            "<p>Reçu.</p>",
            "<1@client.test>",
            List.of("<0@client.test>", "<1@client.test>"),
            List.of(new Enclosure("été & ventes.csv.ack.xlsx", "acknowledgements/lettre.xlsx"))));
    MimeMessage mail = awaitMail("compta@client.test");
    assertThat(mail.getSubject()).isEqualTo("Réponse : été 2026");
    assertThat(mail.getFrom()[0]).hasToString("Hub <hub@manchengo.test>");
    assertThat(mail.getHeader("In-Reply-To")).containsExactly("<1@client.test>");
    assertThat(mail.getHeader("References", " "))
        .contains("<0@client.test>")
        .contains("<1@client.test>");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-replied");
    assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
    assertThat(mail.getMessageID()).matches("<[0-9a-f]{64}@manchengo\\.test>");
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    MimeMultipart words = (MimeMultipart) parts.getBodyPart(0).getContent();
    assertThat(words.getContentType()).startsWith("multipart/alternative");
    assertThat(words.getBodyPart(0).getContent().toString())
        .isEqualToNormalizingNewlines("Bonjour,\nreçu.");
    assertThat(words.getBodyPart(1).getContent()).isEqualTo("<p>Reçu.</p>");
    assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("été & ventes.csv.ack.xlsx");
    assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(workbook);
  }

  @Test
  void aLetterComesOnceWhenTheServerIsBack() throws Exception {
    MailServer.smtpOpen(false);
    try {
      send(plain("retour@client.test"));
      send(plain("retour@client.test"));
      await().atMost(PATIENCE).until(() -> attempts("retour@client.test") > 1);
      assertThat(notice("retour@client.test"))
          .containsEntry("parked_at", null)
          .extractingByKey("failure")
          .asString()
          .isNotBlank();
      assertThat(MailServer.received("retour@client.test")).isEmpty();
    } finally {
      MailServer.smtpOpen(true);
    }
    assertThat(awaitMail("retour@client.test").getHeader("Auto-Submitted"))
        .containsExactly("auto-generated");
    await().atMost(PATIENCE).until(() -> notice("retour@client.test").get("sent_at") != null);
  }

  @Test
  void whoIsRefusedIsParkedAndTheOthersReceive() throws Exception {
    send(plain("refused@client.test", "ni nom ni domaine", "admis@client.test"));
    assertThat(awaitMail("admis@client.test").getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("refused@client.test", "admis@client.test");
    await().atMost(PATIENCE).until(() -> notice("refused@client.test").get("parked_at") != null);
    assertThat(notice("refused@client.test").get("failure"))
        .asString()
        .startsWith("le serveur de messagerie refuse ce destinataire ; le serveur dit : « ")
        .contains("550 5.1.1");
    await().atMost(PATIENCE).until(() -> notice("ni nom ni domaine").get("parked_at") != null);
    Object id = notice("refused@client.test").get("id");
    assertThat(parked(id)).isEqualTo(1);
    assertThat(replayed(id)).isTrue();
    await().atMost(PATIENCE).until(() -> parked(id) == 1);
    assertThat(notice("refused@client.test")).containsEntry("attempt", 1);
    assertThat(replayed(notice("admis@client.test").get("id"))).isFalse();
  }

  @Test
  void theCommandShowsWhatIsParkedAndHasItSentAgain() {
    send(plain("refused-2@client.test"));
    await().atMost(PATIENCE).until(() -> notice("refused-2@client.test").get("parked_at") != null);
    Object id = notice("refused-2@client.test").get("id");
    String parkedAt =
        db.sql(
                "SELECT to_char(parked_at AT TIME ZONE 'Africa/Algiers', 'DD/MM/YYYY HH24:MI')"
                    + " FROM notice WHERE id = :id")
            .param("id", id)
            .query(String.class)
            .single();
    assertThat(command("notices"))
        .contains("N° " + id + ", message à refused-2@client.test : écrit le ")
        .contains(", abandonné le " + parkedAt + " après ")
        .contains(
            "après 1 essai(s) : le serveur de messagerie refuse ce destinataire ; le serveur dit :"
                + " « 550 5.1.1 no such user »")
        .contains("Envois abandonnés : ")
        .endsWith("exit 0");
    redirect(id, "admis-2@client.test");
    assertThat(command("notices", "replay", String.valueOf(id)))
        .isEqualTo("N° " + id + " : sera envoyé de nouveau\nexit 0");
    awaitMail("admis-2@client.test");
    assertThat(command("notices", "replay", String.valueOf(id))).endsWith("exit 2");
    assertThat(command("notices", "replay", "x")).contains("Usage").endsWith("exit 2");
    assertThat(command("notices", "--hub.home=/nowhere")).contains("/nowhere").endsWith("exit 2");
    assertThat(command("notices", "--hub.language=en")).contains("Given up: ");
  }

  static String command(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words).subList(1, words.length));
    if (arguments.stream().noneMatch(a -> a.startsWith("--hub.home="))) {
      arguments.add("--hub.home=" + HUB.home());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit =
        new NoticesCommand()
            .run(arguments, Map.of(), new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8) + "exit " + exit;
  }

  @Test
  void afterThreeDaysOfFailuresNobodyTriesAndNobodyWasHeldUp() throws Exception {
    send(plain("busy@client.test"));
    send(plain("derriere@client.test"));
    awaitMail("derriere@client.test");
    await().atMost(PATIENCE).until(() -> notice("busy@client.test").get("trying_since") != null);
    age("busy@client.test", "71 hours");
    int before = attempts("busy@client.test");
    await().atMost(PATIENCE).until(() -> attempts("busy@client.test") > before);
    assertThat(notice("busy@client.test").get("parked_at")).isNull();
    age("busy@client.test", "73 hours");
    await().atMost(PATIENCE).until(() -> notice("busy@client.test").get("parked_at") != null);
    assertThat(notice("busy@client.test").get("failure"))
        .asString()
        .startsWith(
            "le serveur de messagerie n'a pas pris ce message pour l'instant ; le serveur dit")
        .contains("451 4.7.1");
    Object id = notice("busy@client.test").get("id");
    assertThat(parked(id)).isEqualTo(1);
    redirect(id, "admis-3@client.test");
    assertThat(replayed(id)).isTrue();
    awaitMail("admis-3@client.test");
  }

  /** At the door that refuses nobody it would go out. */
  private void redirect(@Nullable Object id, String to) {
    db.sql("UPDATE notice SET target = ? WHERE id = ?").params(to, id).update();
  }

  @Test
  void wordsOfStrangersBecomeNoHeaders() throws Exception {
    String evil = "x\r\nBcc: evil@client.test\r\n\r\n<script>\0\ud800";
    send(
        new Letter(
            List.of("sain@client.test", "a@client.test\r\nBcc: evil@client.test"),
            evil,
            evil,
            "<p>sain</p>",
            "<1@client.test>\r\nBcc: evil@client.test",
            List.of("<2@client.test>\nBcc: evil@client.test", "<3@client.test>"),
            List.of(new Enclosure("a\"\r\nBcc: evil@client.test", "../../etc/passwd"))));
    MimeMessage mail = awaitMail("sain@client.test");
    assertThat(Collections.list(mail.getAllHeaders()))
        .extracting(header -> header.getName().toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("bcc", "in-reply-to")
        .filteredOn(name -> !name.equals("received")) // each server on the way writes one
        .doesNotHaveDuplicates();
    assertThat(mail.getHeader("References")).containsExactly("<3@client.test>");
    assertThat(mail.getAllRecipients()).hasSize(1);
    MimeMultipart words = (MimeMultipart) mail.getContent();
    assertThat(words.getContentType()).startsWith("multipart/alternative"); // nothing enclosed
    assertThat(words.getBodyPart(1).getContent().toString())
        .contains("qui devait être joint")
        .contains("a&quot;  Bcc: evil@client.test");
    assertThat(MailServer.received("evil@client.test")).isEmpty();
  }

  /** Camel's mail producer takes settings of the server, and mail headers, from an exchange. */
  @Test
  void headersOfAnExchangeChooseNoServerAndNoRecipient() throws Exception {
    try (ServerSocket evil = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      evil.setSoTimeout(1);
      transaction.executeWithoutResult(
          status -> {
            outbox.send("attack", plain("cible@client.test"));
            db.sql("UPDATE notice SET due_at = now() + interval '1 day' WHERE target = :target")
                .param("target", "cible@client.test")
                .update();
          });
      Object id = notice("cible@client.test").get("id");
      Map<String, Object> headers =
          Map.of(
              "mail.smtp.host", "127.0.0.1",
              "mail.smtp.port", String.valueOf(evil.getLocalPort()),
              "mail.smtp.from", "evil@client.test",
              "mail.smtp.socks.host", "127.0.0.1",
              "Mail.Smtp.Host", "127.0.0.1",
              "To", "evil@client.test",
              "Bcc", "evil@client.test",
              "Subject", "evil",
              "CamelMailMessageId", "<evil@client.test>",
              "CamelBeanMethodName", "failed");
      camel.sendBodyAndHeaders("direct:notice-send-letter", id, headers);
      MimeMessage mail = awaitMail("cible@client.test");
      assertThat(mail.getSubject()).isEqualTo("Avis");
      assertThat(mail.getHeader("Return-Path")).containsExactly("<hub@manchengo.test>");
      org.junit.jupiter.api.Assertions.assertThrows(
          java.net.SocketTimeoutException.class, evil::accept);
    }
    assertThat(MailServer.received("evil@client.test")).isEmpty();
  }

  private static Letter plain(String... to) {
    return Letter.plain(List.of(to), "Avis", "Bonjour", "<p>Bonjour</p>");
  }

  private void send(Letter letter) {
    transaction.executeWithoutResult(status -> outbox.send(letter.to().get(0), letter));
  }

  private Map<String, @Nullable Object> notice(String recipient) {
    return db.sql("SELECT * FROM notice WHERE target = :target")
        .param("target", recipient)
        .query()
        .singleRow();
  }

  private int attempts(String recipient) {
    return db.sql("SELECT attempt FROM notice WHERE target = :target")
        .param("target", recipient)
        .query(Integer.class)
        .single();
  }

  private void age(String recipient, String interval) {
    db.sql(
            "UPDATE notice SET due_at = now(),"
                + " trying_since = now() - cast(:age AS interval) WHERE target = :target")
        .param("age", interval)
        .param("target", recipient)
        .update();
  }

  private int parked(@Nullable Object id) {
    return number("SELECT count(*) FROM v_parked_notice WHERE id = " + id);
  }

  private boolean replayed(@Nullable Object id) {
    return db.sql("SELECT replay_notice(:id)").param("id", id).query(Boolean.class).single();
  }

  private static MimeMessage awaitMail(String address) {
    await("mail to " + address)
        .atMost(PATIENCE)
        .until(() -> !MailServer.received(address).isEmpty());
    List<MimeMessage> mails = MailServer.received(address);
    assertThat(mails).hasSize(1);
    return mails.get(0);
  }
}
