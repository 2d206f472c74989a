package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.notices.Letter;
import dz.manchengo.hub.notices.Letter.Enclosure;
import dz.manchengo.hub.notices.Outbox;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters as a real mail server receives them. */
class LettersIT extends InProcessHub {
  @SuppressWarnings("NullAway.Init")
  @Autowired
  Outbox outbox;

  @SuppressWarnings("NullAway.Init")
  @Autowired
  TransactionTemplate transaction;

  @Test
  void anAnswerComesWithItsWorkbookAndIsNotAnsweredByMachines() throws Exception {
    byte[] workbook = "PK workbook".getBytes(StandardCharsets.UTF_8);
    Files.write(HUB.home().resolve("acknowledgements/lettre.xlsx"), workbook);
    send(
        "answer-1",
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

  void send(String key, Letter letter) {
    transaction.executeWithoutResult(status -> outbox.send(key, letter));
  }

  static MimeMessage awaitMail(String address) {
    await("mail to " + address).until(() -> !MailServer.received(address).isEmpty());
    List<MimeMessage> mails = MailServer.received(address);
    assertThat(mails).hasSize(1);
    return mails.get(0);
  }

  static String raw(MimeMessage mail) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    mail.writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
