package dz.manchengo.hub.reports;

import dz.manchengo.hub.buckets.BucketStore;
import dz.manchengo.hub.intake.Doors;
import dz.manchengo.hub.intake.FileName;
import dz.manchengo.hub.platform.Backoff;
import dz.manchengo.hub.platform.HubHome;
import dz.manchengo.hub.platform.Node;
import dz.manchengo.hub.platform.Sql;
import dz.manchengo.hub.platform.Texts;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.apache.camel.Body;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Workbooks of jobs on their way to buckets. One is owed in the transaction that tells of it and
 * brought at least once; under the same name it replaces itself.
 */
@Component("bucketReports")
class BucketReports {
  private static final Logger log = LoggerFactory.getLogger(BucketReports.class);

  private final ReportBuckets buckets;
  private final Doors doors;
  private final HubHome home;
  private final String node;
  private final Texts texts;
  private final JdbcClient db;

  BucketReports(
      ReportBuckets buckets,
      Doors doors,
      HubHome home,
      Node node,
      @Value("${hub.language}") Locale language,
      JdbcClient db) {
    this.buckets = buckets;
    this.doors = doors;
    this.home = home;
    this.node = node.id();
    this.texts = new Texts(language);
    this.db = db;
  }

  /**
   * One workbook that is owed.
   *
   * @param objectName below the bucket's prefix
   * @param path below the hub's home
   */
  record Owed(long id, String bucket, String objectName, String path, int attempt) {}

  @EventListener(ApplicationStartedEvent.class)
  void open() {
    doors.open(Doors.Kind.BUCKET, buckets.names().stream().map(name -> door(name)).toList());
  }

  /**
   * A workbook goes to its buckets, each job's into a folder of its own.
   *
   * @throws IllegalStateException for a bucket that is not set: the run fails, and its owner is
   *     told
   */
  @EventListener
  void written(WorkbookWritten book) {
    for (String name : book.buckets()) {
      if (buckets.named(name).isEmpty()) {
        throw new IllegalStateException(texts.get("report.bucket.unset", name));
      }
      db.sql(Sql.file("reports/owe_bucket.sql"))
          .param("bucket", name)
          .param("job", book.job())
          .param("date", book.businessDate())
          .param("run", book.run())
          .param("name", book.job() + "/" + book.name())
          .param("path", book.path())
          .param("node", node)
          .update();
    }
  }

  /** The next workbook that is due; null when there is none. */
  @Nullable Owed due() {
    return db.sql(Sql.file("reports/due_bucket.sql"))
        .param("node", node)
        .param("buckets", buckets.names().toArray(String[]::new))
        .query(Owed.class)
        .optional()
        .orElse(null);
  }

  void bring(@Body Owed report) {
    BucketStore store = buckets.named(report.bucket()).orElseThrow();
    try {
      store.put(home.resolve(report.path()), report.objectName());
      db.sql("UPDATE bucket_report SET sent_at = now(), failure = NULL WHERE id = :id")
          .param("id", report.id())
          .update();
    } catch (IOException e) {
      postpone(report, store, FileName.shortened(e.toString().replaceAll("\\p{Cntrl}+", " "), 300));
    }
  }

  private void postpone(Owed report, BucketStore store, String words) {
    if (report.attempt() == 0) {
      log.warn("{}: {} is brought later: {}", store.name(), report.objectName(), words);
    }
    db.sql(Sql.file("reports/postpone_bucket.sql"))
        .param("id", report.id())
        .param("seconds", Backoff.seconds(report.attempt()))
        .param("failure", words)
        .update();
  }

  /** A bucket is known by what is brought to it; the row and the log say why it refuses. */
  void looked() {
    Set<String> refused =
        db.sql(Sql.file("reports/refused_buckets.sql"))
            .param("node", node)
            .query(String.class)
            .set();
    for (String name : buckets.names()) {
      if (refused.contains(name)) {
        doors.failed(door(name), texts.get("report.bucket.refused", name));
      } else {
        doors.polled(door(name));
      }
    }
  }

  private static String door(String bucket) {
    return "bucket:" + bucket;
  }
}
