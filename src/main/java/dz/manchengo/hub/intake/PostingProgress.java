package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.UnreadableFile;
import dz.manchengo.hub.platform.Sql;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How far long files are, in table {@code posting_progress} and in the log. It is written in
 * transactions of its own, beside the one that posts, and read back there: an operator stops a file
 * by {@code UPDATE posting_progress SET stop_requested = true}.
 */
@Component
class PostingProgress {
  private static final Logger log = LoggerFactory.getLogger(PostingProgress.class);

  private final JdbcClient db;
  private final TransactionTemplate beside;
  private final Duration pause;
  private final ZoneId zone;

  PostingProgress(
      JdbcClient db,
      PlatformTransactionManager transactions,
      @Value("${hub.posting.progress}") Duration pause,
      @Value("${hub.zone}") ZoneId zone) {
    this.db = db;
    this.beside = new TransactionTemplate(transactions);
    this.beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.pause = pause;
    this.zone = zone;
  }

  /** Begins to watch a file of that many data rows. */
  Watch watch(Submission submission, int rows) {
    return new Watch(submission, rows);
  }

  /** The result is there: nothing more is to be told. */
  void forget(Submission submission) {
    db.sql("DELETE FROM posting_progress WHERE submission_id = :id")
        .param("id", submission.id())
        .update();
  }

  /** One file on its way. */
  final class Watch {
    private final Submission submission;
    private final int total;
    private final OffsetDateTime started = OffsetDateTime.now(zone);
    private OffsetDateTime told = started;
    private int rows;
    private int documents;

    private Watch(Submission submission, int total) {
      this.submission = submission;
      this.total = total;
    }

    /**
     * A portion is done; tells it now and then.
     *
     * @throws UnreadableFile FIL-017 when an operator wants the file stopped
     */
    void done(List<RawDocument> portion) throws UnreadableFile {
      documents += portion.size();
      portion.forEach(document -> rows += document.rows().size());
      OffsetDateTime now = OffsetDateTime.now(zone);
      if (Duration.between(told, now).compareTo(pause) >= 0) {
        told = now;
        if (tell(estimatedEnd(now))) {
          throw new UnreadableFile(RuleBook.finding("FIL-017", Place.FILE, null));
        }
      }
    }

    private @Nullable OffsetDateTime estimatedEnd(OffsetDateTime now) {
      return rows == 0
          ? null
          : started.plus(Duration.between(started, now).multipliedBy(total).dividedBy(rows));
    }

    private boolean tell(@Nullable OffsetDateTime end) {
      log.info(
          "submission {} {}: {} of {} rows, end about {}",
          submission.id(),
          FileName.safe(submission.originalName()),
          rows,
          total,
          end == null ? "?" : end.toLocalTime().withNano(0));
      return Boolean.TRUE.equals(
          beside.execute(
              status ->
                  db.sql(Sql.file("intake/tell_progress.sql"))
                      .param("id", submission.id())
                      .param("total", total)
                      .param("read", rows)
                      .param("documents", documents)
                      .param("started", started)
                      .param("end", end)
                      .query(Boolean.class)
                      .single()));
    }
  }
}
