package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.MailScenario.SENDER;
import static dz.manchengo.hub.scenario.MailScenario.attachment;
import static dz.manchengo.hub.scenario.MailScenario.deliver;
import static dz.manchengo.hub.scenario.MailScenario.mail;
import static dz.manchengo.hub.scenario.MailScenario.place;
import static dz.manchengo.hub.scenario.MailScenario.subjects;
import static dz.manchengo.hub.scenario.MailScenario.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails from a real mailbox into the tables, and where they go afterwards. */
class MailIT extends InProcessHub {
  private static final String HEADER =
      "N° facture;Date facture;Code client;Client;Désignation;Qté;P.U. HT;TVA %\n";

  /** A Message-ID as the hub writes them. */
  private static final String LETTER =
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef@manchengo.test";

  private static String invoice(String number) {
    return HEADER + number + ";05/10/2026;ML-1;Client ML;Brie ML;3;100,00;19\n";
  }

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
    await().until(() -> states("Factures octobre").equals(List.of("POSTED", "POSTED")));
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
    await().until(() -> states(subject).equals(List.of("POSTED")));
    assertThat(subjects("Elsewhere")).isEmpty();
    assertThat(subjects("INBOX")).doesNotContain(subject);
  }

  @Test
  void aMessageIdThatCameBeforeSuppressesNothing() {
    String first = mail(SENDER, "Meme id", attachment("id1.csv", invoice("ML-I1")));
    deliver(first);
    deliver(first.replace("id1.csv", "id2.csv").replace("Meme id\n", "Autre mail\n"));
    await().until(() -> subjects("Processed").containsAll(List.of("Meme id", "Autre mail")));
    await().until(() -> states("Autre mail").equals(List.of("DUPLICATE")));
  }

  @Test
  void aMailWithoutAFileIsAnsweredWithOneSentence() {
    deliver(mail(SENDER, "Bonjour", text("voici")));
    await().until(() -> subjects("Rejected").contains("Bonjour"));
    assertThat(sentences("Bonjour"))
        .containsExactly(
            "FIL-036 Le message ne contient aucune pièce jointe à lire (objet : « Bonjour »)");
  }

  @Test
  void anEncryptedMailIsAnsweredWithOneSentence() {
    deliver(
        "From: "
            + SENDER
            + "\nSubject: Secret\nContent-Type: application/pkcs7-mime;"
            + " smime-type=enveloped-data; name=smime.p7m\nContent-Transfer-Encoding: base64\n\nAAAA\n");
    await().until(() -> subjects("Rejected").contains("Secret"));
    assertThat(sentences("Secret"))
        .containsExactly(
            "FIL-037 Contenu chiffré, ou dans une enveloppe S/MIME ou PGP : il ne peut pas être lu (« Secret »)");
  }

  @Test
  void whatIsEncryptedBesideAFileIsToldToo() {
    deliver(
        mail(
            SENDER,
            "Moitié secrète",
            attachment("clair.csv", invoice("ML-E1")),
            attachment("secret.csv.gpg", "xxxx")));
    await().until(() -> states("Moitié secrète").equals(List.of("POSTED", "REJECTED")));
    assertThat(sentences("Moitié secrète"))
        .contains(
            "FIL-037 Contenu chiffré, ou dans une enveloppe S/MIME ou PGP : il ne peut pas être lu"
                + " (« secret.csv.gpg »)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From: MAILER-DAEMON@fournisseur.test\nSubject: Retour 1",
        "From: lila@fournisseur.test\nSubject: Réponse automatique : Re: factures",
        "From: lila@fournisseur.test\nSubject: Re: Retour 3\nIn-Reply-To: <" + LETTER + ">"
      })
  void whatOnlyAnswersUsIsNotAnswered(String headers) {
    String subject = headers.replaceAll("(?s).*Subject: ([^\n]+).*", "$1");
    deliver(headers + "\nContent-Type: text/plain; charset=utf-8\n\nMerci\n");
    await().until(() -> subjects("Rejected").contains(subject));
    assertThat(
            db.sql("SELECT status FROM mail WHERE subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .list())
        .containsExactly("ECHO");
  }

  @Test
  void aMailThatIsTooLargeIsNotReadAndNotHeldUp() {
    deliver(mail(SENDER, "Enorme", attachment("gros.csv", new byte[2 << 20])));
    deliver(mail(SENDER, "Apres", attachment("apres.csv", invoice("ML-L1"))));
    await().until(() -> subjects("Rejected").contains("Enorme"));
    await().until(() -> states("Apres").equals(List.of("POSTED")));
    assertThat(
            db.sql(
                    "SELECT f.message FROM finding f JOIN submission s ON s.id = f.submission_id"
                        + " JOIN mail_part p USING (delivery) JOIN mail m ON m.id = p.mail_id"
                        + " WHERE f.rule_code = 'FIL-011' AND m.sha256 IS NULL AND m.status = 'REFUSED'")
                .query(String.class)
                .list())
        .containsExactly("Fichier trop volumineux : taille en Mo = 3 (max 2)");
  }

  @Test
  void moreAttachmentsThanOneMailMayHaveAreToldOf() {
    String[] parts = new String[5];
    for (int n = 0; n < parts.length; n++) {
      parts[n] = attachment("p" + n + ".csv", invoice("ML-P" + n));
    }
    deliver(mail(SENDER, "Cinq", parts));
    await().until(() -> subjects("Processed").contains("Cinq"));
    assertThat(sentences("Cinq"))
        .contains("FIL-039 Le message a 5 pièces jointes ; seules les 4 premières ont été lues");
    assertThat(states("Cinq")).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Auto-Submitted: auto-replied", "Return-Path: <>"})
  void anEchoBringsNothing(String header) {
    String subject = "Echo " + header.charAt(0);
    place(header + "\n" + mail(SENDER, subject, attachment("echo.csv", invoice("ML-E1"))));
    await().until(() -> subjects("Rejected").contains(subject));
    assertThat(states(subject)).isEmpty();
    assertThat(
            number(
                "SELECT count(*) FROM mail WHERE status = 'ECHO' AND subject = '" + subject + "'"))
        .isEqualTo(1);
  }

  @Test
  void subjectAndSenderDecideWhereItGoes() {
    deliver(mail(SENDER, "Un essai", attachment("essai.csv", invoice("ML-T1"))));
    deliver(mail("achats@client.test", "BC", attachment("bc.csv", "x;y\n1;2\n")));
    await().until(() -> states("Un essai").equals(List.of("POSTED")));
    await().until(() -> states("BC").equals(List.of("REJECTED")));
    assertThat(submission("essai.csv")).containsEntry("preview", true);
    assertThat(number("SELECT count(*) FROM invoice WHERE invoice_no = 'ML-T1'")).isZero();
    assertThat(submission("bc.csv")).containsEntry("folder", "orders");
  }

  @Test
  void itsSenderGetsOneAnswerWithTheWorkbooksOfAllFiles() throws Exception {
    deliver(
        "References: <avant@fournisseur.test>\n"
            + mail(
                "Sonia <sonia@fournisseur.test>",
                "<b>Deux</b> fichiers",
                attachment("bon <1>.csv", invoice("ML-R1")),
                attachment(
                    "mauvais.csv", HEADER + "ML-R2;05/10/2026;ML-1;Client ML;Brie ML;x;1;19\n")));
    await().until(() -> MailServer.received("sonia@fournisseur.test").size() == 1);
    MimeMessage answer = MailServer.received("sonia@fournisseur.test").get(0);
    assertThat(answer.getSubject()).isEqualTo("Re: <b>Deux</b> fichiers");
    assertThat(answer.getHeader("In-Reply-To")).containsExactly("<bDeuxbfichiers@test>");
    assertThat(answer.getHeader("References", null).replaceAll("\\s+", " "))
        .isEqualTo("<avant@fournisseur.test> <bDeuxbfichiers@test>");
    assertThat(answer.getHeader("Auto-Submitted")).containsExactly("auto-replied");
    List<String> parts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    flatten(answer, parts, names);
    assertThat(parts.get(0))
        .contains("bon <1>.csv\n  Fichier comptabilisé : 1 document(s) créé(s)")
        .contains("mauvais.csv\n  Fichier refusé");
    assertThat(parts.get(1)).contains("bon &lt;1&gt;.csv").doesNotContain("<1>");
    assertThat(names).containsExactly("bon _1_.csv.ack.xlsx", "mauvais.csv.ack.xlsx");
  }

  @Test
  void aMachineIsTakenSeriouslyButNotAnswered() {
    deliver(
        "Auto-Submitted: auto-generated\n"
            + mail("erp@fournisseur.test", "Export", attachment("erp.csv", invoice("ML-M1"))));
    await().until(() -> states("Export").equals(List.of("POSTED")));
    await()
        .until(
            () ->
                number(
                        "SELECT count(*) FROM mail_part JOIN mail m ON m.id = mail_id"
                            + " WHERE m.subject = 'Export' AND answer IS NOT NULL")
                    == 1);
    assertThat(number("SELECT count(*) FROM mail WHERE subject = 'Export' AND answerable"))
        .isZero();
    assertThat(
            number(
                "SELECT count(*) FROM notice WHERE dedupe_key = 'letter:mail:'"
                    + " || (SELECT id FROM mail WHERE subject = 'Export')"))
        .isZero();
  }

  @Test
  void theCorrectedWorkbookComesBackByMail() throws Exception {
    deliver(
        mail(
            SENDER,
            "Prix faux",
            attachment(
                "faux.csv", HEADER + "ML-C1;05/10/2026;ML-1;Client ML;Brie ML;2;douze;19\n")));
    Acknowledgement answer = HUB.awaitAcknowledgement("faux.csv");
    answer.correction().getRow(1).getCell(6).setCellValue("12,00");
    deliver(mail(SENDER, "Re: Prix faux", attachment("faux.csv.ack.xlsx", answer.bytes())));
    await().until(() -> states("Re: Prix faux").equals(List.of("POSTED")));
    assertThat(number("SELECT count(*) FROM invoice WHERE invoice_no = 'ML-C1'")).isEqualTo(1);
  }

  private static void flatten(Part part, List<String> texts, List<String> names) throws Exception {
    if (part.getContent() instanceof Multipart parts) {
      for (int n = 0; n < parts.getCount(); n++) {
        flatten(parts.getBodyPart(n), texts, names);
      }
    } else if (part.getFileName() != null) {
      names.add(MimeUtility.decodeText(part.getFileName()));
    } else {
      texts.add(String.valueOf(part.getContent()).replace("\r\n", "\n"));
    }
  }

  /** States of the submissions that a mail of that subject brought. */
  private List<String> states(String subject) {
    return db.sql(
            "SELECT s.status FROM submission s JOIN mail_part p USING (delivery)"
                + " JOIN mail m ON m.id = p.mail_id WHERE m.subject = :subject ORDER BY p.delivery")
        .param("subject", subject)
        .query(String.class)
        .list();
  }

  private List<String> sentences(String subject) {
    return db.sql(
            "SELECT rule_code || ' ' || message FROM finding JOIN submission s ON s.id = submission_id"
                + " JOIN mail_part p USING (delivery) JOIN mail m ON m.id = p.mail_id"
                + " WHERE m.subject = :subject ORDER BY 1")
        .param("subject", subject)
        .query(String.class)
        .list();
  }
}
