package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.MailScenario.ADDRESS;
import static dz.manchengo.hub.scenario.MailScenario.SENDER;
import static dz.manchengo.hub.scenario.MailScenario.attachment;
import static dz.manchengo.hub.scenario.MailScenario.deliver;
import static dz.manchengo.hub.scenario.MailScenario.invoice;
import static dz.manchengo.hub.scenario.MailScenario.mail;
import static dz.manchengo.hub.scenario.MailScenario.sentences;
import static dz.manchengo.hub.scenario.MailScenario.states;
import static dz.manchengo.hub.scenario.MailScenario.store;
import static dz.manchengo.hub.scenario.MailScenario.subjects;
import static dz.manchengo.hub.scenario.MailScenario.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Mails that cannot be taken as they are: one sentence each. */
class MailRefusalsIT extends InProcessHub {
  @Test
  void aMailWithoutAFileIsAnsweredWithOneSentence() {
    deliver(mail(SENDER, "Bonjour", text("voici")));
    await().until(() -> subjects("Rejected").contains("Bonjour"));
    assertThat(sentences(db, "Bonjour"))
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
    assertThat(sentences(db, "Secret"))
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
    await().until(() -> states(db, "Moitié secrète").equals(List.of("POSTED", "REJECTED")));
    assertThat(sentences(db, "Moitié secrète"))
        .contains(
            "FIL-037 Contenu chiffré, ou dans une enveloppe S/MIME ou PGP : il ne peut pas être lu"
                + " (« secret.csv.gpg »)");
  }

  @Test
  void aMailThatIsTooLargeIsNotReadAndNotHeldUp() {
    deliver(mail(SENDER, "Enorme", attachment("gros.csv", new byte[2 << 20])));
    deliver(mail(SENDER, "Apres", attachment("apres.csv", invoice("ML-L1"))));
    await().until(() -> subjects("Rejected").contains("Enorme"));
    await().until(() -> states(db, "Apres").equals(List.of("POSTED")));
    assertThat(
            db.sql(
                    "SELECT f.message FROM finding f JOIN submission s ON s.id = f.submission_id"
                        + " JOIN mail_part p USING (delivery) JOIN mail m ON m.id = p.mail_id"
                        + " WHERE f.rule_code = 'FIL-011' AND m.sha256 IS NULL AND m.status = 'REFUSED'"
                        + " AND m.subject = 'Enorme' AND m.message_id = '<Enorme@test>'")
                .query(String.class)
                .list())
        .containsExactly("Fichier trop volumineux : taille en Mo = 3 (max 2)");
  }

  @Test
  void whatIsTheMatterWithAMailThatIsNotDamagedIsSaid() {
    String[] parts = new String[2100];
    Arrays.fill(parts, text("x"));
    deliver(mail(SENDER, "Parties", parts));
    deliver(
        mail(SENDER, "Long apres", text("x"))
            .replaceFirst("\n\n", "\nX-Long: " + "x".repeat(1_100_000) + "\n\n"));
    await()
        .until(() -> !sentences(db, "Parties").isEmpty() && !sentences(db, "Long apres").isEmpty());
    assertThat(sentences(db, "Parties"))
        .containsExactly(
            "FIL-038 Le message ne peut pas être lu en entier : il a plus de 2000 parties");
    assertThat(sentences(db, "Long apres"))
        .containsExactly(
            "FIL-038 Le message ne peut pas être lu en entier : son en-tête est trop long");
  }

  /** What is there is taken; that more may lack is said. */
  @Test
  void aMailThatStopsInAnAttachmentIsReadAsFarAsItGoesAndItsSenderIsTold() throws Exception {
    String sender = "samir@fournisseur.test";
    String whole =
        mail(
            sender,
            "Coupe net",
            attachment("entier.csv", invoice("ML-K1")),
            attachment("coupe.csv", invoice("ML-K2") + "ML-K3;05/10/2026;ML-1;Client ML;Br"));
    deliver(whole.replace("\n--LIMIT--\n", "\n"));
    await().until(() -> states(db, "Coupe net").equals(List.of("REJECTED", "POSTED", "PARTIAL")));
    await().until(() -> subjects("Processed").contains("Coupe net"));
    await().until(() -> MailServer.received(sender).size() == 1);
    assertThat(MailScenario.words(MailServer.received(sender).get(0)).get(0))
        .contains(
            "Le message ne peut pas être lu en entier : il s'arrête avant sa fin, et une pièce"
                + " jointe est peut-être incomplète. Renvoyez ce qui manque dans un autre message.")
        .contains("entier.csv\n  Fichier comptabilisé : 1 document(s)", "- coupe.csv\n");
  }

  @Test
  void moreAttachmentsThanOneMailMayHaveAreToldOf() {
    String[] parts = new String[5];
    for (int n = 0; n < parts.length; n++) {
      parts[n] = attachment("p" + n + ".csv", invoice("ML-P" + n));
    }
    deliver(mail(SENDER, "Cinq", parts));
    await().until(() -> subjects("Processed").contains("Cinq"));
    assertThat(sentences(db, "Cinq"))
        .contains(
            "FIL-039 Le message a 5 pièces jointes ; seules les 4 premières ont été lues."
                + " Non lues : p4.csv");
    assertThat(states(db, "Cinq")).hasSize(5);
    String unread = " WHERE original_name = 'pieces-jointes-non-lues'";
    assertThat(number("SELECT count(*) FROM submission" + unread)).isPositive();
    assertThat(number("SELECT count(*) FROM v_feed_arrival" + unread)).isZero();
  }

  /** Whoever marked it may want it back: it is neither read nor taken away. */
  @Test
  void whatSomebodyElseDeletedIsLeftAlone() throws Exception {
    try (Store store = store(ADDRESS)) {
      MimeMessage mail =
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(
                  mail(SENDER, "Efface par un autre", attachment("f.csv", invoice("ML-EFF")))
                      .getBytes(UTF_8)));
      mail.setFlag(Flags.Flag.DELETED, true);
      store.getFolder("INBOX").appendMessages(new Message[] {mail});
    }
    deliver(mail(SENDER, "Apres le message efface", text("voici")));
    await().until(() -> subjects("Rejected").contains("Apres le message efface"));
    await()
        .untilAsserted(() -> assertThat(subjects("INBOX")).containsExactly("Efface par un autre"));
    try (Store store = store(ADDRESS)) {
      Folder inbox = store.getFolder("INBOX");
      inbox.open(Folder.READ_WRITE);
      inbox.close(true);
    }
  }
}
