package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.platform.Failpoint;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hub that is halted between the mail server's consent and its own record of it. */
class NoticeCrashIT extends DyingHub {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String RECIPIENT = "deux-fois@client.test";
  private static final String LETTER =
      """
      {"to": ["%s"], "subject": "Avis", "text": "Bonjour", "html": "<p>Bonjour</p>",
       "inReplyTo": null, "references": [], "enclosures": []}
      """
          .formatted(RECIPIENT);

  @Test
  void theLetterComesAgainUnderTheSameId() throws Exception {
    try (HubProcess halting = start("-Dhub.failpoint=" + Failpoint.NOTICE_SENT).awaitReady()) {
      write(halting.database(hub));
      assertThat(halting.awaitEnd()).as(halting.output()).isEqualTo(137);
    }
    assertThat(MailServer.received(RECIPIENT)).hasSize(1);
    try (HubProcess last = start().awaitReady()) {
      JdbcClient db = last.database(hub);
      await().atMost(PATIENCE).until(() -> sent(db) == 1);
      List<MimeMessage> mails = MailServer.received(RECIPIENT);
      assertThat(mails).hasSize(2);
      assertThat(mails.get(1).getMessageID()).isEqualTo(mails.get(0).getMessageID());
      assertThat(mails.get(1).getSentDate()).isEqualTo(mails.get(0).getSentDate());
    }
  }

  @Override
  HubProcess start(String... settings) {
    return super.start(
        Stream.concat(
                Stream.of(
                    "-Dhub.smtp.host=127.0.0.1",
                    "-Dhub.smtp.port=" + MailServer.smtpPort(),
                    "-Dhub.smtp.security=none",
                    "-Dhub.smtp.from=hub@manchengo.test"),
                Stream.of(settings))
            .toArray(String[]::new));
  }

  private void write(JdbcClient db) throws IOException {
    db.sql(
            "INSERT INTO notice (dedupe_key, kind, target, payload, node)"
                + " VALUES ('letter:deux:' || :to, 'LETTER', :to, cast(:letter AS jsonb), :node)")
        .param("to", RECIPIENT)
        .param("letter", LETTER)
        .param("node", Files.readString(hub.home().resolve("node-id")).strip())
        .update();
  }

  private static int sent(JdbcClient db) {
    return db.sql("SELECT count(*) FROM notice WHERE sent_at IS NOT NULL")
        .query(Integer.class)
        .single();
  }
}
