package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import dz.manchengo.hub.HubApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One hub for all tests that need no process of its own: numbers and codes must differ. */
@SpringBootTest(
    classes = HubApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "management.server.port=0",
      "server.tomcat.connection-timeout=2s",
      "hub.embedded.postgres.port=0",
      "hub.embedded.redis.port=0",
      "hub.inbox.settle=200ms",
      "hub.inbox.poll=50",
      "hub.inbox.companion=5s",
      "hub.posting.poll=50",
      "hub.posting.progress=1ms",
      "hub.notices.poll=50",
      "hub.reports.poll=50",
      "hub.watch.cron=* * * * * ?",
      "hub.watch.canary=0/20 * * * * ?",
      "hub.watch.start-delay=5000",
      "hub.api.keep.every=200",
      "hub.api.webhooks.networks=127.0.0.1/32",
      "hub.smtp.host=127.0.0.1",
      "hub.smtp.security=none",
      "hub.smtp.from=Hub <hub@manchengo.test>",
      "hub.notices.timeout=2s",
      "hub.webhooks.witness.secret=" + WebhookWitness.SECRET,
      "hub.webhooks.witness.events=submission.finished,incident.opened,incident.closed,test.done",
      "hub.webhooks.slow.secret=" + WebhookWitness.SECRET,
      "hub.webhooks.slow.events=test.slow",
      "hub.mail.poll=200",
      "hub.mail.timeout=3s",
      "hub.mail.message-limit=2MB",
      "hub.mail.attachment-limit=4"
    })
abstract class InProcessHub {
  static final HubFolder HUB = newHome();

  /** The server of two partners: {@code acme} has a password and folders, {@code beta} a key. */
  static final PartnerServer SERVER = new PartnerServer(HUB.home().resolve("partner"));

  /** Where workbooks of jobs go that name {@code office}. */
  static final MoodyBucket BUCKET = BucketSettings.open();

  @SuppressWarnings("NullAway.Init") // Spring sets it
  @Autowired
  JdbcClient db;

  @DynamicPropertySource
  static void home(DynamicPropertyRegistry registry) {
    // tests leave it out unless told
    registry.add("management.prometheus.metrics.export.enabled", () -> "true");
    registry.add("hub.home", () -> HUB.home().toString());
    registry.add("hub.smtp.port", MailServer::smtpPort);
    registry.add("hub.webhooks.witness.url", () -> WebhookWitness.url("/witness"));
    registry.add("hub.webhooks.slow.url", () -> WebhookWitness.url("/slow"));
    Mailboxes.settings(registry);
    BucketSettings.of(BUCKET, "hub.reports.buckets.office.", "reports", "hub")
        .forEach((key, value) -> registry.add(key, () -> value));
    registerPartners(registry);
  }

  /** A name in the next class is of an article of its own: two codes of one name are ambiguous. */
  @AfterAll
  static void setArticlesAside(@Autowired JdbcClient db) {
    db.sql(
            "UPDATE product SET name_norm = name_norm || ' ' || product_id"
                + " WHERE submission_id IS NOT NULL")
        .update();
  }

  private static void registerPartners(DynamicPropertyRegistry registry) {
    Map<String, String> settings =
        SERVER.settings(
            "acme",
            "folder=sortie",
            "into=invoices",
            "folders.commandes=orders",
            "refused-folder=refus",
            "answers-folder=reponses",
            "reports-folder=rapports");
    settings.putAll(SERVER.settings("banque", "take=false", "reports-folder=banque"));
    settings.putAll(
        SERVER.settings(
            "beta",
            "folder=/beta",
            "into=invoices",
            "done-folder=",
            "private-key-file=" + SERVER.privateKey(),
            "passphrase-file=" + SERVER.passphrase()));
    settings.putAll(SERVER.settings("lente", "folder=lente", "into=invoices", "settle=3s"));
    settings.forEach((key, value) -> registry.add(key, () -> value));
  }

  private static HubFolder newHome() {
    try {
      HubFolder hub = new HubFolder(Files.createTempDirectory("hub").toRealPath());
      hub.removeAtExit();
      return hub;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The latest submission of a file of that name. */
  Map<String, @Nullable Object> submission(String name) {
    return db.sql("SELECT * FROM submission WHERE original_name = :name ORDER BY id DESC LIMIT 1")
        .param("name", name)
        .query()
        .singleRow();
  }

  long idOf(String name) {
    return db.sql("SELECT max(id) FROM submission WHERE original_name = :name")
        .param("name", name)
        .query(Long.class)
        .single();
  }

  /** The answer to a text in the folder of invoices. */
  static Acknowledgement dropInvoices(String name, String text) throws IOException {
    HUB.drop("invoices", name, text.getBytes(UTF_8));
    return HUB.awaitAcknowledgement("invoices", name);
  }

  /** Numbers of the current invoices that came with the latest file of that name. */
  List<String> invoicesOf(String name) {
    return db.sql("SELECT invoice_no FROM invoice WHERE submission_id = :id ORDER BY invoice_no")
        .param("id", idOf(name))
        .query(String.class)
        .list();
  }

  List<String> rulesOf(String name) {
    return db.sql("SELECT rule_code FROM finding WHERE submission_id = :id ORDER BY id")
        .param("id", idOf(name))
        .query(String.class)
        .list();
  }

  byte[] archived(String name) throws IOException {
    return HUB.archived(
        db.sql("SELECT path FROM content JOIN submission USING (sha256) WHERE id = :id")
            .param("id", idOf(name))
            .query(String.class)
            .single());
  }

  int number(String sql) {
    return db.sql(sql).query(Integer.class).single();
  }

  BigDecimal amount(String sql) {
    return db.sql(sql).query(BigDecimal.class).single();
  }
}
