package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.MailScenario.SENDER;
import static dz.manchengo.hub.scenario.MailScenario.attachment;
import static dz.manchengo.hub.scenario.MailScenario.deliver;
import static dz.manchengo.hub.scenario.MailScenario.invoice;
import static dz.manchengo.hub.scenario.MailScenario.mail;
import static dz.manchengo.hub.scenario.MailScenario.states;
import static dz.manchengo.hub.scenario.MailScenario.subjects;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A mail over which the hub itself fails; a trigger plays the failure. */
class BrokenMailIT extends InProcessHub {
  private static final String BAD_WORDS = "22021";
  private static final String SHUTDOWN = "57P01";

  @AfterEach
  void mend() {
    db.sql("DROP TRIGGER IF EXISTS breaking ON mail_part").update();
    db.sql("DROP TRIGGER IF EXISTS breaking ON mail").update();
  }

  @Test
  void isPutAsideAfterThreeTriesAndHoldsNobodyUp() throws Exception {
    breakOn("mail_part", "name", "casse.csv", BAD_WORDS);
    deliver(
        mail(
            SENDER,
            "Casse",
            attachment("bon.csv", invoice("BKM-1")),
            attachment("casse.csv", invoice("BKM-2")),
            attachment("jamais.csv", invoice("BKM-3"))));
    deliver(mail(SENDER, "Apres la casse", attachment("suite.csv", invoice("BKM-4"))));
    await("the next one").until(() -> states(db, "Apres la casse").equals(List.of("POSTED")));
    assertThat(subjects("INBOX")).contains("Casse");

    await("put aside").until(() -> hurry("Casse") && subjects("Rejected").contains("Casse"));
    assertThat(row("Casse")).containsEntry("status", "REFUSED").containsEntry("attempt", 3);
    assertThat(String.valueOf(row("Casse").get("failure"))).contains("played");
    assertThat(kept("Casse")).contains("Subject: Casse", "jamais.csv");
    await("files").until(() -> states(db, "Casse").equals(List.of("REJECTED", "POSTED")));
    assertThat(
            number(
                "SELECT count(*) FROM finding JOIN submission s ON s.id = submission_id"
                    + " JOIN mail_part p USING (delivery) JOIN mail m ON m.id = p.mail_id"
                    + " WHERE m.subject = 'Casse' AND rule_code = 'FIL-038'"))
        .isOne();
    await("answer").until(() -> answers("Casse") == 1);
  }

  @Test
  void isKeptAndAnsweredWhereNothingOfItCouldBeWrittenDown() {
    breakOn("mail", "subject", "Casse entiere", BAD_WORDS);
    deliver(mail(SENDER, "Casse entiere", attachment("entier.csv", invoice("BKM-5"))));
    await("put aside").until(() -> hurry(null) && subjects("Rejected").contains("Casse entiere"));
    assertThat(
            number(
                "SELECT count(*) FROM mail JOIN content USING (sha256)"
                    + " WHERE status = 'REFUSED' AND attempt = 3 AND subject IS NULL AND answerable"))
        .isOne();
  }

  @Test
  void aDatabaseThatIsAwayIsNoFaultOfTheMail() {
    breakOn("mail_part", "name", "panne.csv", SHUTDOWN);
    deliver(mail(SENDER, "Panne", attachment("panne.csv", invoice("BKM-6"))));
    await("kept").until(() -> number("SELECT count(*) FROM mail WHERE subject = 'Panne'") == 1);
    long before = looks();
    await("tried again").until(() -> looks() >= before + 3);
    assertThat(row("Panne")).containsEntry("status", "STORED").containsEntry("attempt", 0);
    mend();
    await("taken").until(() -> states(db, "Panne").equals(List.of("POSTED")));
    await("filed").until(() -> subjects("Processed").contains("Panne"));
  }

  /** How often something broke: a sequence does not go back with its transaction. */
  private long looks() {
    return db.sql("SELECT last_value FROM breakings").query(Long.class).single();
  }

  private void breakOn(String table, String column, String value, String state) {
    db.sql("CREATE SEQUENCE IF NOT EXISTS breakings").update();
    db.sql(
            """
            CREATE OR REPLACE FUNCTION breaking_%s() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF NEW.%s = '%s' THEN
                PERFORM nextval('breakings');
                RAISE EXCEPTION 'played' USING ERRCODE = '%s';
              END IF;
              RETURN NEW;
            END $$"""
                .formatted(table, column, value, state))
        .update();
    db.sql(
            "CREATE TRIGGER breaking BEFORE INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION breaking_%s()"
                .formatted(table, table))
        .update();
  }

  /** Without the pause before the next try. */
  private boolean hurry(@Nullable String subject) {
    db.sql(
            "UPDATE mail SET retry_at = NULL WHERE retry_at > now()"
                + " AND subject IS NOT DISTINCT FROM CAST(:subject AS text)")
        .param("subject", subject)
        .update();
    return true;
  }

  private Map<String, @Nullable Object> row(String subject) {
    return db.sql("SELECT * FROM mail WHERE subject = :subject")
        .param("subject", subject)
        .query()
        .singleRow();
  }

  private String kept(String subject) throws Exception {
    String path =
        db.sql("SELECT path FROM content JOIN mail USING (sha256) WHERE subject = :subject")
            .param("subject", subject)
            .query(String.class)
            .single();
    return new String(HUB.archived(path), UTF_8);
  }

  private static long answers(String subject) {
    return MailServer.received(SENDER).stream()
        .filter(answer -> subjectOf(answer).equals("Re: " + subject))
        .count();
  }

  private static String subjectOf(MimeMessage mail) {
    try {
      return String.valueOf(mail.getSubject());
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }
}
