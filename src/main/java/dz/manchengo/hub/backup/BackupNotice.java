package dz.manchengo.hub.backup;

import dz.manchengo.hub.jobs.JobDefinition;
import dz.manchengo.hub.notices.Letter;
import dz.manchengo.hub.notices.Outbox;
import dz.manchengo.hub.platform.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/** Says that a backup is proved, in one line: to the log, and to whoever is told of the job. */
@Component
class BackupNotice {
  private static final Logger log = LoggerFactory.getLogger(BackupNotice.class);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Outbox outbox;
  private final TransactionTemplate transaction;
  private final Texts texts;
  private final ZoneId zone;

  BackupNotice(
      Outbox outbox,
      TransactionTemplate transaction,
      @Value("${hub.language}") Locale language,
      @Value("${hub.zone}") ZoneId zone) {
    this.outbox = outbox;
    this.transaction = transaction;
    this.texts = new Texts(language);
    this.zone = zone;
  }

  void tell(JobDefinition job, Night night) {
    Manifest made = night.manifest();
    long seconds = night.millis().values().stream().mapToLong(Long::longValue).sum() / 1000;
    String line =
        texts.get(
            "backup.verified",
            TIME.format(made.snapshotAt().atZone(zone)),
            made.contents().tables().size(),
            made.databaseBytes() / 1e6,
            seconds / 60,
            seconds % 60);
    if (night.missed() > 0) {
      line += texts.get("backup.small", made.bytes(), night.missed());
    }
    log.info("backup {}: {}", made.name(), line);
    List<String> to = job.mail();
    if (!to.isEmpty()) {
      String day = DAY.format(made.snapshotAt().atZone(zone));
      String html = "<p>" + HtmlUtils.htmlEscape(line, "UTF-8") + "</p>";
      Letter letter = Letter.plain(to, texts.get("backup.subject", day), line + "\n", html);
      transaction.executeWithoutResult(status -> outbox.send("backup:" + made.name(), letter));
    }
  }
}
