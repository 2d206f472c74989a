package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;
import static dz.manchengo.hub.scenario.MailScenario.SENDER;
import static dz.manchengo.hub.scenario.MailScenario.attachment;
import static dz.manchengo.hub.scenario.MailScenario.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.platform.Failpoint;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A hub that dies while it reads a mailbox: every attachment counts once. More rounds with {@code
 * -Dhub.kill.rounds=20}, more mails with {@code -Dhub.kill.mails=200}, SMTP down for longer with
 * {@code -Dhub.kill.smtp-down=60}, the same moments with {@code -Dhub.kill.seed=…}.
 */
class MailCrashIT extends DyingHub {
  private static final List<Failpoint> OF_MAILS =
      List.of(
          Failpoint.MAIL_STORED,
          Failpoint.MAIL_KEPT,
          Failpoint.ATTACHMENT_RECEIVED,
          Failpoint.MAIL_TAKEN,
          Failpoint.MAIL_RECEIVED,
          Failpoint.NOTICE_SENT);

  private static final String TRIED_IN_VAIN =
      "notice WHERE kind = 'LETTER' AND sent_at IS NULL AND attempt > 0";

  private final Set<String> invoices = new TreeSet<>();
  private final Set<String> subjects = new TreeSet<>();
  private String address = "";

  private Instant closed = Instant.MAX;
  private String outage = "";
  private int inVain;

  @Test
  void haltedAnywhereEveryAttachmentCountsOnce() {
    address = "halted@manchengo.test";
    MailServer.user(address, MailScenario.PASSWORD);
    for (Failpoint failpoint : OF_MAILS) {
      deliver("A " + failpoint);
      deliver("B " + failpoint);
      try (HubProcess halting = startWithMail("-Dhub.failpoint=" + failpoint)) {
        assertThat(halting.awaitEnd()).as("%s: %s", failpoint, halting.output()).isEqualTo(137);
      }
    }
    checkAll();
    assertThat(answers())
        .as("the letter of the last halt came again")
        .hasSizeGreaterThan(subjects.size());
  }

  /** Who looks first reads it; the other one does not file it a second time. */
  @Test
  void ofTwoHubsOnOneDatabaseOneAtATimeLooksIntoAMailbox(@TempDir Path other) throws Exception {
    address = "shared@manchengo.test";
    MailServer.user(address, MailScenario.PASSWORD);
    HubFolder second = new HubFolder(other.toRealPath());
    try (HubProcess one = startWithMail().awaitReady();
        HubProcess two =
            HubProcess.warm(
                    second,
                    withMail(
                        "-Dspring.datasource.url=" + one.databaseUrl(),
                        "-Dspring.datasource.username=hub",
                        "-Dspring.datasource.password=" + hub.databasePassword()))
                .awaitReady()) {
      for (int n = 0; n < 30; n++) {
        deliver("S " + n);
      }
      JdbcClient db = one.database(hub);
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> count(db, "submission WHERE status = 'POSTED'") == invoices.size());
      await().until(() -> MailScenario.count(address, "INBOX") == 0);
      assertThat(MailScenario.subjects(address, "Processed")).hasSize(30).doesNotHaveDuplicates();
      assertThat(one.output() + two.output()).doesNotContain("rangé dans");
    } finally {
      second.endServers();
    }
  }

  /** In the middle of the mailbox; for a while no mail server takes the answers. */
  @Test
  void killedAtRandomEveryAttachmentCountsOnce() throws Exception {
    address = "killed@manchengo.test";
    MailServer.user(address, MailScenario.PASSWORD);
    long seed = Long.getLong("hub.kill.seed", System.nanoTime());
    Random random = new Random(seed);
    int rounds = Integer.getInteger("hub.kill.rounds", 2);
    int mails = Integer.getInteger("hub.kill.mails", 40);
    Duration down = Duration.ofSeconds(Integer.getInteger("hub.kill.smtp-down", 2));
    deliver(mails);
    List<Integer> taken = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      if (round == rounds / 2) {
        closeSmtp();
      }
      taken.add(killInTheMiddle(random, rounds - round));
      for (int more = 0; taken.get(taken.size() - 1) == subjects.size(); more++) {
        assertThat(more).as("times that a quick hub had emptied the mailbox").isLessThan(5);
        deliver(2 * subjects.size());
        taken.add(killInTheMiddle(random, rounds - round));
      }
      if (isDownFor(down) && inVain > 0) {
        openSmtp(taken.size());
      }
    }
    if (isDownFor(Duration.ZERO)) {
      liveWithoutSmtp(down);
      openSmtp(taken.size());
    }
    checkAll();
    System.out.printf(
        "hub.kill.seed=%d: of %d mails taken when the hub was killed: %s; %s; in Processed %d,"
            + " answers %d, of them sent twice %d%n",
        seed,
        subjects.size(),
        taken,
        outage,
        MailScenario.count(address, "Processed"),
        answers().size(),
        answers().size() - subjects.size());
  }

  private void closeSmtp() {
    MailServer.smtpOpen(false);
    closed = Instant.now();
    outage = answers().size() + " answers before SMTP went down";
  }

  private void openSmtp(int deaths) {
    outage +=
        ", back after %d s and %d deaths in all, %d letters tried in vain"
            .formatted(Duration.between(closed, Instant.now()).toSeconds(), deaths, inVain);
    MailServer.smtpOpen(true);
    closed = Instant.MAX;
  }

  private boolean isDownFor(Duration time) {
    return Duration.between(closed, Instant.now()).compareTo(time) >= 0;
  }

  /** How many mails were taken by then; some are left for each of the lives that follow. */
  private int killInTheMiddle(Random random, int lives) {
    try (HubProcess killed = startWithMail().awaitReady()) {
      JdbcClient db = killed.database(hub);
      int before = taken(db);
      int left = subjects.size() - before;
      int until = before + random.nextInt(Math.max(1, 2 * left / (lives + 1)));
      await()
          .pollInterval(Duration.ofMillis(1 + random.nextInt(50)))
          .atMost(Duration.ofMinutes(2))
          .until(() -> taken(db) > until || left == 0);
      inVain = Math.max(inVain, count(db, TRIED_IN_VAIN));
      int taken = taken(db);
      killed.kill();
      return taken;
    }
  }

  /** The rest of the time in which no letter goes out; they wait, and the mails are read. */
  private void liveWithoutSmtp(Duration down) {
    try (HubProcess hubProcess = startWithMail().awaitReady()) {
      JdbcClient db = hubProcess.database(hub);
      await()
          .atMost(down.plusMinutes(2))
          .until(() -> isDownFor(down) && count(db, TRIED_IN_VAIN) > 0);
      inVain = count(db, TRIED_IN_VAIN);
    }
  }

  private static int taken(JdbcClient db) {
    return count(db, "mail WHERE status = 'TAKEN'");
  }

  private void deliver(int mails) {
    for (int n = 0; n < mails; n++) {
      deliver("K " + subjects.size());
    }
  }

  private void deliver(String subject) {
    String number = subject.replace(' ', '-').replace('_', '-');
    subjects.add(subject);
    invoices.add(number + "-1");
    invoices.add(number + "-2");
    MailScenario.deliver(
        address,
        mail(
            SENDER,
            subject,
            attachment("f.csv", file(invoice(number + "-1", 2))),
            attachment("f.csv", file(invoice(number + "-2", 3)))));
  }

  private HubProcess startWithMail(String... more) {
    return start(withMail(more));
  }

  private String[] withMail(String... more) {
    String box = "-Dhub.mail.mailboxes.box.";
    List<String> settings = new ArrayList<>(List.of(more));
    settings.addAll(
        List.of(
            "-Dhub.mail.poll=100",
            box + "host=127.0.0.1",
            box + "port=" + MailServer.imapPort(),
            box + "security=none",
            box + "username=" + address,
            box + "password=" + MailScenario.PASSWORD,
            box + "allowed-senders=" + SENDER,
            box + "into=invoices",
            "-Dhub.notices.poll=100",
            "-Dhub.smtp.host=127.0.0.1",
            "-Dhub.smtp.port=" + MailServer.smtpPort(),
            "-Dhub.smtp.security=none",
            "-Dhub.smtp.from=" + address));
    return settings.toArray(String[]::new);
  }

  private void checkAll() {
    try (HubProcess last = startWithMail().awaitReady()) {
      JdbcClient db = last.database(hub);
      await().atMost(Duration.ofMinutes(2)).until(() -> MailScenario.count(address, "INBOX") == 0);
      await() // the pauses between tries grow with the time that SMTP was down
          .atMost(Duration.ofMinutes(5))
          .until(
              () ->
                  count(db, "notice WHERE kind = 'LETTER' AND sent_at IS NOT NULL")
                      == subjects.size());
      assertThat(new TreeSet<>(MailScenario.subjects(address, "Processed"))).isEqualTo(subjects);
      assertThat(db.sql("SELECT invoice_no FROM invoice ORDER BY 1").query(String.class).list())
          .containsExactlyElementsOf(invoices);
      assertThat(count(db, "submission")).isEqualTo(invoices.size());
      assertThat(count(db, "submission WHERE status = 'POSTED'")).isEqualTo(invoices.size());
      assertThat(count(db, "mail WHERE status = 'TAKEN'")).isEqualTo(subjects.size());
      // one letter may come twice: then it is the same, to its date and identity
      assertThat(answers().stream().map(mail -> said(mail::getMessageID)).distinct())
          .hasSize(subjects.size());
      assertThat(
              answers().stream()
                  .map(mail -> said(() -> mail.getMessageID() + mail.getSentDate()))
                  .distinct())
          .hasSize(subjects.size());
    }
  }

  private static int count(JdbcClient db, String rows) {
    return db.sql("SELECT count(*) FROM " + rows).query(Integer.class).single();
  }

  private List<MimeMessage> answers() {
    return MailServer.received(SENDER).stream()
        .filter(mail -> subjects.contains(said(mail::getSubject).replace("Re: ", "")))
        .toList();
  }

  private interface Word {
    String get() throws MessagingException;
  }

  private static String said(Word word) {
    try {
      return word.get();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }
}
