package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.MailScenario.INVOICES;
import static dz.manchengo.hub.scenario.MailScenario.SENDER;
import static dz.manchengo.hub.scenario.MailScenario.attachment;
import static dz.manchengo.hub.scenario.MailScenario.deliver;
import static dz.manchengo.hub.scenario.MailScenario.invoice;
import static dz.manchengo.hub.scenario.MailScenario.isSubscribed;
import static dz.manchengo.hub.scenario.MailScenario.mail;
import static dz.manchengo.hub.scenario.MailScenario.sentences;
import static dz.manchengo.hub.scenario.MailScenario.states;
import static dz.manchengo.hub.scenario.MailScenario.subjects;
import static dz.manchengo.hub.scenario.MailScenario.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Mails from a real mailbox into the tables, and where they go afterwards. */
class MailIT extends InProcessHub {
  @SuppressWarnings("NullAway.Init") // Spring sets it
  @Autowired
  MeterRegistry metrics;

  @Test
  void everyAttachmentIsASubmissionOfItsOwnAndTheMailIsKeptAndMoved() throws Exception {
    deliver(
        mail(
            "Ali <" + SENDER + ">",
            "Factures octobre",
            text("N° facture;Date\nX;1"),
            attachment("octobre.csv", invoice("ML-A1")),
            attachment("octobre.csv", invoice("ML-A2"))));
    await().until(() -> subjects("Processed").contains("Factures octobre"));
    await().until(() -> states(db, "Factures octobre").equals(List.of("POSTED", "POSTED")));
    assertThat(number("SELECT count(*) FROM invoice WHERE invoice_no IN ('ML-A1', 'ML-A2')"))
        .isEqualTo(2);
    assertThat(subjects("INBOX")).doesNotContain("Factures octobre");
    Map<String, Object> kept =
        db.sql(
                "SELECT path, m.* FROM mail m JOIN content USING (sha256) WHERE subject = 'Factures octobre'")
            .query()
            .singleRow();
    assertThat(kept)
        .containsEntry("status", "TAKEN")
        .containsEntry("sender", SENDER)
        .containsEntry("message_id", "<Facturesoctobre@test>");
    assertThat(new String(HUB.archived(String.valueOf(kept.get("path"))), UTF_8))
        .contains("Subject: Factures octobre");
  }

  @Test
  void aStrangersMailIsPutAsideWithoutAnAnswer() {
    deliver(mail("evil@fournisseur.test.evil.example", "Etranger", attachment("e.csv", "a;b")));
    await().until(() -> subjects("Rejected").contains("Etranger"));
    assertThat(
            db.sql(
                    "SELECT count(*) FROM mail WHERE status = 'STRANGER' AND sha256 IS NULL"
                        + " AND sender = 'evil@fournisseur.test.evil.example'")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(number("SELECT count(*) FROM submission WHERE original_name = 'e.csv'")).isZero();
    assertThat(
            metrics
                .get("hub.mailbox.messages")
                .tag("mailbox", "factures")
                .tag("outcome", "STRANGER")
                .counter()
                .count())
        .isGreaterThanOrEqualTo(1);
    assertThat(number("SELECT count(*) FROM notice WHERE payload::text LIKE '%evil.example%'"))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete: true",
        "moveTo: Elsewhere",
        "copyTo: Elsewhere",
        "CamelFileName: ../../evil.csv",
        "CamelSqlQuery: DROP TABLE invoice",
        "CAmelBeanMethodName: close",
        "CamelMailMoveTo: Elsewhere",
        "org.apache.camel.x: y",
        "mail.smtp.host: evil.example",
        "mail.imap.host: evil.example",
        "CamelHttpUri: http://evil.example",
        "breadcrumbId: x",
        "Message-ID: <Factures1@test>"
      })
  void noHeaderOfAMailSteersTheHub(String header) {
    String name = "h" + Integer.toHexString(header.hashCode());
    String subject = "Entete " + name;
    deliver(
        header + "\n" + mail(SENDER, subject, attachment(name + ".csv", invoice("ML-H" + name))));
    await().until(() -> subjects("Processed").contains(subject));
    await().until(() -> states(db, subject).equals(List.of("POSTED")));
    assertThat(subjects("Elsewhere")).isEmpty();
    assertThat(subjects("INBOX")).doesNotContain(subject);
  }

  @Test
  void twoHalvesOfOneMailAreOneSubmissionAndALoneOneIsToldWhatItLacks() {
    String headers = "N° facture;Date facture;Code client;Client\n";
    String lines = "N° facture;Désignation;Qté;P.U. HT;TVA %\n";
    deliver(
        mail(
            SENDER,
            "Moities",
            attachment("moities_lignes.csv", lines + "MOIT-1;Brie ML;3;100,00;19\n"),
            attachment("autre.csv", invoice("MOIT-2")),
            attachment("moities_entete.csv", headers + "MOIT-1;05/10/2026;ML-1;Client ML\n"),
            attachment("seule_lignes.csv", lines + "MOIT-3;Brie ML;3;100,00;19\n")));
    await().until(() -> states(db, "Moities").equals(List.of("POSTED", "POSTED", "REJECTED")));
    assertThat(invoicesOf("moities_entete.csv + moities_lignes.csv")).containsExactly("MOIT-1");
    assertThat(invoicesOf("autre.csv")).containsExactly("MOIT-2");
    assertThat(sentences(db, "Moities")).anyMatch(words -> words.startsWith("FIL-014"));
    await().until(() -> MailServer.received(SENDER).stream().anyMatch(this::isAnswerToHalves));
  }

  private boolean isAnswerToHalves(MimeMessage answer) {
    try {
      return "Re: Moities".equals(answer.getSubject());
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void filesOfOldProgramsAndOfSavedMailsAreRead() {
    String saved = mail("x@y.dz", "Dedans", attachment("dedans.csv", invoice("ML-O2")));
    deliver(
        mail(
            SENDER,
            "Anciens",
            text("Voici\n\n" + uuencoded("ancien.csv", invoice("ML-O1")) + "\nAli"),
            attachment("transfert.eml", saved)));
    await().until(() -> states(db, "Anciens").equals(List.of("POSTED", "POSTED")));
    assertThat(invoicesOf("ancien.csv")).containsExactly("ML-O1");
    assertThat(invoicesOf("dedans.csv")).containsExactly("ML-O2");
  }

  private static String uuencoded(String name, String contents) {
    byte[] bytes = contents.getBytes(UTF_8);
    StringBuilder text = new StringBuilder("begin 644 " + name + "\n");
    for (int at = 0; at < bytes.length; at += 45) {
      byte[] line = Arrays.copyOfRange(bytes, at, Math.min(at + 45, bytes.length));
      text.append((char) (' ' + line.length));
      byte[] padded = Arrays.copyOf(line, (line.length + 2) / 3 * 3);
      for (int n = 0; n < padded.length; n += 3) {
        int three = (padded[n] & 255) << 16 | (padded[n + 1] & 255) << 8 | (padded[n + 2] & 255);
        for (int shift = 18; shift >= 0; shift -= 6) {
          int bits = (three >> shift) & 63;
          text.append(bits == 0 ? '`' : (char) (' ' + bits));
        }
      }
      text.append("\n");
    }
    return text.append("`\nend\n").toString();
  }

  @Test
  void aMessageIdThatCameBeforeSuppressesNothing() {
    String first = mail(SENDER, "Meme id", attachment("id1.csv", invoice("ML-I1")));
    deliver(first);
    deliver(first.replace("id1.csv", "id2.csv").replace("Meme id\n", "Autre mail\n"));
    await().until(() -> subjects("Processed").containsAll(List.of("Meme id", "Autre mail")));
    await().until(() -> states(db, "Autre mail").equals(List.of("DUPLICATE")));
  }

  @Test
  void theFoldersThatTheHubMakesAreSubscribedTo() {
    deliver(mail(SENDER, "Abonnement", attachment("abo.csv", invoice("ML-ABO"))));
    deliver(mail(SENDER, "Abonnement vide", text("voici")));
    await().until(() -> subjects("Processed").contains("Abonnement"));
    await().until(() -> subjects("Rejected").contains("Abonnement vide"));
    assertThat(isSubscribed("Processed")).isTrue();
    assertThat(isSubscribed("Rejected")).isTrue();
  }

  @Test
  void subjectAndSenderDecideWhereItGoes() {
    deliver(mail(SENDER, "Un essai", attachment("essai.csv", invoice("ML-T1"))));
    deliver(mail("achats@client.test", "BC", attachment("bc.csv", "x;y\n1;2\n")));
    await().until(() -> states(db, "Un essai").equals(List.of("POSTED")));
    await().until(() -> states(db, "BC").equals(List.of("REJECTED")));
    assertThat(submission("essai.csv")).containsEntry("preview", true);
    assertThat(number("SELECT count(*) FROM invoice WHERE invoice_no = 'ML-T1'")).isZero();
    assertThat(submission("bc.csv")).containsEntry("folder", "orders");
  }

  @Test
  void theCorrectedWorkbookComesBackByMail() throws Exception {
    deliver(
        mail(
            SENDER,
            "Prix faux",
            attachment(
                "faux.csv", INVOICES + "ML-C1;05/10/2026;ML-1;Client ML;Brie ML;2;douze;19\n")));
    Acknowledgement answer = HUB.awaitAcknowledgement("faux.csv");
    answer.correction().getRow(1).getCell(6).setCellValue("12,00");
    deliver(mail(SENDER, "Re: Prix faux", attachment("faux.csv.ack.xlsx", answer.bytes())));
    await().until(() -> states(db, "Re: Prix faux").equals(List.of("POSTED")));
    assertThat(number("SELECT count(*) FROM invoice WHERE invoice_no = 'ML-C1'")).isEqualTo(1);
  }
}
