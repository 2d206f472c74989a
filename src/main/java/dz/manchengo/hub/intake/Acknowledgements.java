package dz.manchengo.hub.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import dz.manchengo.hub.documents.FileReader;
import dz.manchengo.hub.documents.FileReader.ReadingHints;
import dz.manchengo.hub.documents.SourceFile;
import dz.manchengo.hub.documents.UnreadableFile;
import dz.manchengo.hub.intake.AcknowledgementWorkbook.Detected;
import dz.manchengo.hub.notices.Outbox;
import dz.manchengo.hub.notices.Outbox.Notice;
import dz.manchengo.hub.platform.Durable;
import dz.manchengo.hub.platform.Failpoint;
import dz.manchengo.hub.platform.HubHome;
import dz.manchengo.hub.platform.Sql;
import dz.manchengo.hub.platform.Texts;
import dz.manchengo.hub.tracing.Step;
import dz.manchengo.hub.tracing.Traces;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import javax.sql.DataSource;
import org.apache.camel.Body;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the answer beside the file. It is made of what the tables hold alone, so writing it again
 * after a crash gives the same answer in the same place.
 */
@Component("acknowledgements")
public class Acknowledgements {
  private static final Logger log = LoggerFactory.getLogger(Acknowledgements.class);

  /** Findings and refused rows that are in memory together. */
  private static final int PORTION = 500;

  private static final String FOLDER = "acknowledgements";

  private final Path folder;
  private final Path temporary;
  private final ContentStore store;
  private final FileReader reader;
  private final Outbox outbox;
  private final IntakeMetrics metrics;
  private final JdbcClient db;
  private final JdbcClient cursors;
  private final TransactionTemplate look;
  private final TransactionTemplate change;
  private final ApplicationEventPublisher events;
  private final Traces traces;
  private final ObjectMapper json;
  private final Locale language;
  private final ZoneId zone;

  Acknowledgements(
      HubHome home,
      ContentStore store,
      FileReader reader,
      Outbox outbox,
      IntakeMetrics metrics,
      JdbcClient db,
      DataSource source,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events,
      Traces traces,
      ObjectMapper json,
      @Value("${hub.language}") Locale language,
      @Value("${hub.zone}") ZoneId zone)
      throws IOException {
    this.folder = home.resolve(FOLDER);
    this.store = store;
    this.reader = reader;
    this.outbox = outbox;
    this.metrics = metrics;
    this.db = db;
    JdbcTemplate inPortions = new JdbcTemplate(source);
    inPortions.setFetchSize(PORTION);
    this.cursors = JdbcClient.create(inPortions);
    this.look = new TransactionTemplate(transactions);
    this.look.setReadOnly(true);
    this.change = new TransactionTemplate(transactions);
    this.events = events;
    this.traces = traces;
    this.json = json;
    this.language = language;
    this.zone = zone;
    Files.createDirectories(folder);
    this.temporary = home.folder("temporary");
    AcknowledgementWorkbook.writeTemporaryFilesTo(temporary);
  }

  /** Writes the workbook of one notice; should that fail it is due again later. */
  void send(@Body Notice notice) {
    try (Step step = traces.goOn("intake-acknowledge", notice)) {
      send(notice, step);
    }
  }

  private void send(Notice notice, Step step) {
    try {
      Answer answer = answer(notice.submissionId());
      inOneLook(() -> write(answer));
      Failpoint.ACKNOWLEDGEMENT_IN_PLACE.reach();
      change.executeWithoutResult(status -> record(notice, answer));
      Failpoint.ACKNOWLEDGEMENT_RECORDED.reach();
      metrics.acknowledged(Duration.between(answer.receivedAt(), OffsetDateTime.now(zone)));
      log.info("{}", sentence(answer));
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      step.failed(e);
      tell(notice, e);
      outbox.postpone(notice);
    }
  }

  /**
   * The workbook of a submission that is done: the file that lies there, or where there is none,
   * one made for this reader. No notice is written.
   */
  public InputStream open(long submission) throws IOException {
    Answer answer = answer(submission);
    Path file = folder.resolve(answer.acknowledgement());
    if (Files.isRegularFile(file)) {
      return Files.newInputStream(file);
    }
    Path made = Files.createTempFile(temporary, "ack-", ".xlsx");
    try {
      inOneLook(() -> write(answer, made));
      return Files.newInputStream(made, StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(made);
      throw e;
    }
  }

  private void record(Notice notice, Answer answer) {
    String delivery =
        db.sql("UPDATE submission SET acknowledged_at = now() WHERE id = :id RETURNING delivery")
            .param("id", answer.id())
            .query(String.class)
            .single();
    outbox.sent(notice);
    String place = FOLDER + "/" + answer.acknowledgement();
    if (answer.isFinal()) {
      outbox.publish(
          "submission:" + answer.id(), "submission.finished", answer.tenant(), answer.told(place));
    }
    events.publishEvent(
        new Acknowledged(
            answer.id(),
            answer.channel(),
            delivery,
            answer.status(),
            () -> verdict(answer),
            place));
  }

  private String verdict(Answer answer) {
    return new VerdictSentence(
            answer,
            new StoredEvidence(db, answer.id()).rules(),
            new UndoneRecords(db, answer.id()),
            new Texts(language),
            zone)
        .text();
  }

  /** A disk that is full or not writable needs a sentence, a mistake of the program its place. */
  private static void tell(Notice notice, Throwable failure) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
    log.error(
        "acknowledgement of submission {} is postponed: {}",
        notice.submissionId(),
        cause.toString(),
        cause instanceof IOException ? null : failure);
  }

  private interface Writing {
    void write() throws IOException;
  }

  /**
   * Cursors live as long as their transaction. The rows are so young that the server has no
   * statistics of them: it would take thousands for one and compare each with each.
   */
  private void inOneLook(Writing writing) throws IOException {
    try {
      look.executeWithoutResult(
          status -> {
            db.sql("SET LOCAL enable_nestloop = off").update();
            try {
              writing.write();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Answer answer(long submission) {
    return db.sql(Sql.file("intake/answer.sql"))
        .param("id", submission)
        .query(Answer.class)
        .single();
  }

  private void write(Answer answer) throws IOException {
    int slash = answer.acknowledgement().lastIndexOf('/');
    Path place = folder.resolve(answer.acknowledgement().substring(0, Math.max(slash, 0)));
    Files.createDirectories(place);
    Path part = FileName.in(place, ".ack-" + answer.id() + ".part");
    write(answer, part);
    Durable.sync(part);
    Failpoint.ACKNOWLEDGEMENT_WRITTEN.reach();
    Files.move(
        part,
        FileName.in(place, answer.acknowledgement().substring(slash + 1)),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    Durable.sync(place);
  }

  private void write(Answer answer, Path file) throws IOException {
    Evidence evidence = new StoredEvidence(cursors, answer.id());
    Detected detected = json.readValue(answer.detected(), Detected.class);
    try (SourceFile archived = archived(answer, evidence, detected);
        OutputStream out = Files.newOutputStream(file)) {
      new AcknowledgementWorkbook(
              answer,
              evidence,
              archived == null
                  ? new KeptRows(evidence, detected.headers())
                  : new ArchivedRows(evidence, archived, detected),
              detected,
              new UndoneRecords(db, answer.id()),
              language,
              zone)
          .writeTo(out);
    } catch (UnreadableFile e) {
      throw new IllegalStateException("the archive no longer holds what was read", e);
    }
  }

  /** The file again, for rows that a former version refused; null where their cells are kept. */
  private @Nullable SourceFile archived(Answer answer, Evidence evidence, Detected detected)
      throws UnreadableFile, IOException {
    if (answer.path() == null || !detected.headers().isEmpty() || evidence.refusedRows() == 0) {
      return null;
    }
    return reader.read(
        store.locate(answer.path()),
        answer.originalName(),
        new ReadingHints(detected.charset(), detected.delimiter()));
  }

  private static String sentence(Answer answer) {
    return "submission %d %s: %s, %d rows read, %d refused, documents %d created %d revised %d unchanged %d rejected"
        .formatted(
            answer.id(),
            FileName.safe(answer.originalName()),
            answer.status(),
            answer.rowsRead(),
            answer.rowsRefused(),
            answer.documentsCreated(),
            answer.documentsRevised(),
            answer.documentsUnchanged(),
            answer.documentsRejected());
  }
}
