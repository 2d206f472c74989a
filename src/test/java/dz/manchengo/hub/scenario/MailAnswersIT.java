package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.MailScenario.INVOICES;
import static dz.manchengo.hub.scenario.MailScenario.SENDER;
import static dz.manchengo.hub.scenario.MailScenario.attachment;
import static dz.manchengo.hub.scenario.MailScenario.deliver;
import static dz.manchengo.hub.scenario.MailScenario.invoice;
import static dz.manchengo.hub.scenario.MailScenario.mail;
import static dz.manchengo.hub.scenario.MailScenario.place;
import static dz.manchengo.hub.scenario.MailScenario.states;
import static dz.manchengo.hub.scenario.MailScenario.subjects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets an answer to a mail, and what it says. */
class MailAnswersIT extends InProcessHub {
  /** A Message-ID as the hub writes them. */
  private static final String LETTER =
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef@manchengo.test";

  @Test
  void itsSenderGetsOneAnswerWithTheWorkbooksOfAllFiles() throws Exception {
    deliver(
        "References: <avant@fournisseur.test>\n"
            + mail(
                "Sonia <sonia@fournisseur.test>",
                "<b>Deux</b> fichiers",
                attachment("bon <1>.csv", invoice("ML-R1")),
                attachment(
                    "mauvais.csv", INVOICES + "ML-R2;05/10/2026;ML-1;Client ML;Brie ML;x;1;19\n")));
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
        .contains("mauvais.csv\n  Fichier refusé")
        .contains("enregistrez ce classeur et renvoyez-le en pièce jointe")
        .doesNotContain("éposez");
    assertThat(parts.get(1)).contains("bon &lt;1&gt;.csv").doesNotContain("<1>");
    assertThat(names).containsExactly("bon _1_.csv.ack.xlsx", "mauvais.csv.ack.xlsx");
  }

  @Test
  void ofAMailThatIsTooLargeTheAnswerNamesWhichAndBelongsToItsThread() throws Exception {
    String sender = "rachid@fournisseur.test";
    deliver(mail(sender, "Tres gros", attachment("gros.csv", new byte[2 << 20])));
    await().until(() -> MailServer.received(sender).size() == 1);
    MimeMessage answer = MailServer.received(sender).get(0);
    assertThat(answer.getSubject()).isEqualTo("Re: Tres gros");
    assertThat(answer.getHeader("In-Reply-To")).containsExactly("<Tresgros@test>");
    List<String> parts = new ArrayList<>();
    flatten(answer, parts, new ArrayList<>());
    assertThat(parts.get(0))
        .contains("Votre message « Tres gros », reçu le ")
        .contains("Message refusé, rien n'a été comptabilisé. Fichier trop volumineux")
        .doesNotContain("message.eml")
        .doesNotContain("À corriger");
  }

  @Test
  void ofTooManyAttachmentsTheAnswerNamesThoseThatWereNotRead() throws Exception {
    String sender = "nadia@fournisseur.test";
    String[] files = new String[6];
    for (int n = 0; n < files.length; n++) {
      files[n] = attachment(n < 2 ? "meme.csv" : "q" + n + ".csv", invoice("ML-Q" + n));
    }
    deliver(mail(sender, "Six", files));
    await().until(() -> MailServer.received(sender).size() == 1);
    List<String> parts = new ArrayList<>();
    flatten(MailServer.received(sender).get(0), parts, new ArrayList<>());
    assertThat(parts.get(0))
        .contains(
            "Votre message « Six », reçu le ",
            "\n  Le message a 6 pièces jointes ; seules les 4 premières ont été lues."
                + " Non lues : q4.csv, q5.csv. Renvoyez ce qui manque dans un autre message.")
        .contains("- meme.csv (meme.csv.ack.xlsx)\n", "- meme.csv (meme.csv.2.ack.xlsx)\n")
        .doesNotContain("rien n'a été comptabilisé");
  }

  @Test
  void aMachineIsTakenSeriouslyButNotAnswered() {
    deliver(
        "Auto-Submitted: auto-generated\n"
            + mail("erp@fournisseur.test", "Export", attachment("erp.csv", invoice("ML-M1"))));
    await().until(() -> states(db, "Export").equals(List.of("POSTED")));
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From: MAILER-DAEMON@fournisseur.test\nSubject: Retour 1",
        "From: lila@fournisseur.test\nSubject: Automatic reply: factures",
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

  @ParameterizedTest
  @ValueSource(strings = {"Auto-Submitted: auto-replied", "Return-Path: <>"})
  void anEchoBringsNothing(String header) {
    String subject = "Echo " + header.charAt(0);
    place(header + "\n" + mail(SENDER, subject, attachment("echo.csv", invoice("ML-Y1"))));
    await().until(() -> subjects("Rejected").contains(subject));
    assertThat(states(db, subject)).isEmpty();
    assertThat(
            number(
                "SELECT count(*) FROM mail WHERE status = 'ECHO' AND subject = '" + subject + "'"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hub@manchengo.test", "HUB@Manchengo.test"})
  void aMailFromTheHubItselfIsNeverAnsweredAndBringsNothing(String own) {
    String subject = "Moi " + own;
    MailScenario.deliver(
        MailScenario.ANYBODY,
        mail("Hub <" + own + ">", subject, attachment("moi.csv", invoice("ML-MOI"))));
    await()
        .until(
            () ->
                db.sql(
                        "SELECT status FROM mail WHERE subject = :subject AND NOT answerable"
                            + " AND filed_at IS NOT NULL")
                    .param("subject", subject)
                    .query(String.class)
                    .list(),
            List.of("ECHO")::equals);
    assertThat(states(db, subject)).isEmpty();
    assertThat(number("SELECT count(*) FROM notice WHERE payload::text LIKE '%Re: Moi %'"))
        .isZero();
  }

  /** A mailbox that the hub reads may be a person's, who writes to another one. */
  @Test
  void whoseMailboxIsReadMayWriteToo() {
    MailScenario.deliver(
        MailScenario.ANYBODY,
        mail(MailScenario.ADDRESS, "Moi aussi", attachment("aussi.csv", invoice("ML-YO"))));
    await().until(() -> states(db, "Moi aussi").size() == 1);
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
}
