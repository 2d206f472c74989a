package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.Cell;
import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.DocumentPosting.Posting;
import dz.manchengo.hub.documents.DocumentPosting.Session;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Interpretation;
import dz.manchengo.hub.documents.Interpreter;
import dz.manchengo.hub.documents.KeptCells;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.UnreadableFile;
import dz.manchengo.hub.documents.Verdict;
import dz.manchengo.hub.intake.AcknowledgementWorkbook.Detected;
import dz.manchengo.hub.platform.HubHome;
import dz.manchengo.hub.platform.Tenancy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes the way of a file once before the hub is ready, so that the first sender does not wait for
 * classes to be loaded. Its sample is refused by its dates, and the transaction is a read-only one:
 * nothing is written, counted or announced.
 */
@Component
@ConditionalOnBooleanProperty("hub.warm-up")
class WarmUp {
  private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

  private static final String SAMPLE = "warm-up.csv";

  private static final String FOLDER = "invoices";

  private static final int PORTION = 100;

  private static final DocumentPosting.Answers NOBODY =
      new DocumentPosting.Answers() {
        @Override
        public void verdict(Verdict verdict) {}

        @Override
        public void finding(Finding finding) {}
      };

  private final Interpreter interpreter;
  private final TransactionTemplate readOnly;
  private final JdbcClient db;
  private final Path folder;
  private final Locale language;
  private final ZoneId zone;

  WarmUp(
      Interpreter interpreter,
      PlatformTransactionManager transactions,
      JdbcClient db,
      HubHome home,
      @Value("${hub.language}") Locale language,
      @Value("${hub.zone}") ZoneId zone) {
    this.interpreter = interpreter;
    this.readOnly = new TransactionTemplate(transactions);
    this.readOnly.setReadOnly(true);
    this.db = db;
    this.folder = home.folder("temporary");
    this.language = language;
    this.zone = zone;
  }

  /** A feed of the site's own may read the sample otherwise: that is no reason not to start. */
  @EventListener(ApplicationStartedEvent.class)
  void run() throws IOException {
    Path sample = folder.resolve(SAMPLE);
    Path answer = folder.resolve(SAMPLE + ".ack.xlsx");
    try {
      copySample(sample);
      Detected detected = judge(sample);
      write(answer, sample, detected);
      judge(answer);
    } catch (UnreadableFile | IOException | RuntimeException e) {
      log.info("the warm-up ended early: {}", e.toString());
    } finally {
      Files.deleteIfExists(sample);
      Files.deleteIfExists(answer);
    }
  }

  private static void copySample(Path sample) throws IOException {
    try (InputStream in = WarmUp.class.getResourceAsStream("/" + SAMPLE)) {
      Files.copy(Objects.requireNonNull(in), sample, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Detected judge(Path content) throws UnreadableFile, IOException {
    try (Interpretation file = interpreter.interpret(content, SAMPLE, FOLDER)) {
      readOnly.executeWithoutResult(status -> judge(file));
      return Detected.of(file);
    }
  }

  private static void judge(Interpretation file) {
    Session session = file.posting().open(new Posting(0, file.feed(), false));
    try {
      file.read(PORTION, portion -> session.post(portion, NOBODY));
      session.end(NOBODY);
    } catch (UnreadableFile | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(Path answer, Path sample, Detected detected)
      throws IOException, UnreadableFile {
    Finding finding = RuleBook.finding("FMT-001", Place.row("", 2), SAMPLE, "field", SAMPLE);
    Evidence evidence = new SampleEvidence(said(finding), firstRow(sample));
    try (OutputStream out = Files.newOutputStream(answer)) {
      new AcknowledgementWorkbook(
              answer(),
              evidence,
              new KeptRows(evidence, detected.headers()),
              detected,
              new UndoneRecords(db, 0),
              language,
              zone)
          .writeTo(out);
    }
  }

  private static String firstRow(Path sample) throws IOException {
    String line = Files.readAllLines(sample).get(1);
    return KeptCells.text(
        Stream.of(line.split(";", -1)).map(text -> (Cell) new Cell.Text(text)).toList());
  }

  /** Two refused rows with one finding. */
  private record SampleEvidence(Answer.Said said, String cells) implements Evidence {
    @Override
    public List<RuleCount> rules() {
      return List.of(
          new RuleCount(said.severity(), said.ruleCode(), 1, said.message(), said.sheet()));
    }

    @Override
    public void findings(Consumer<Answer.Said> reader) {
      reader.accept(said);
    }

    @Override
    public List<Answer.Said> ofFile() {
      return List.of();
    }

    @Override
    public List<Answer.Control> controls() {
      return List.of();
    }

    @Override
    public int refusedRows() {
      return 2;
    }

    @Override
    public Set<String> sheetsWithRefusals() {
      return Set.of("");
    }

    @Override
    public Stream<Reason> refused(String sheet) {
      return Stream.of(2, 3)
          .map(
              row ->
                  new Reason(
                      row,
                      cells,
                      said.columnName(),
                      said.ruleCode(),
                      said.value(),
                      said.expected(),
                      said.message(),
                      1));
    }
  }

  private Answer.Said said(Finding finding) {
    return new Answer.Said(
        finding.document(),
        finding.place().sheet(),
        finding.place().row(),
        finding.place().column(),
        finding.rule(),
        finding.severity().name(),
        finding.value(),
        RuleBook.expected(finding, language),
        RuleBook.message(finding, language));
  }

  private Answer answer() {
    OffsetDateTime now = OffsetDateTime.now(zone);
    BigDecimal none = BigDecimal.ZERO;
    return new Answer(
        0,
        "DROP",
        FOLDER,
        SAMPLE,
        null,
        null,
        null,
        "REJECTED",
        false,
        "",
        now,
        now,
        now,
        "",
        4,
        0,
        4,
        0,
        0,
        0,
        0,
        none,
        none,
        none,
        "{}",
        null,
        null,
        null,
        null,
        null,
        null,
        0,
        0,
        null,
        null,
        Tenancy.HOUSE);
  }
}
