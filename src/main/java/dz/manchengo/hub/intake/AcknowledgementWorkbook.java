package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.Interpretation;
import dz.manchengo.hub.documents.UnreadableFile;
import dz.manchengo.hub.platform.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one submission: summary, rows to correct, all findings; of an undo what became of
 * each record.
 */
final class AcknowledgementWorkbook {
  /**
   * Rows to correct up to which texts are shared, as Excel does it: programs that change one cell
   * may leave a text of its own (inlineStr) behind. Sharing costs memory.
   */
  private static final int SHARED_TEXTS = 5_000;

  private final Answer answer;
  private final Evidence evidence;
  private final OriginalRows original;
  private final Detected detected;
  private final UndoneRecords undone;
  private final Texts texts;
  private final ZoneId zone;

  AcknowledgementWorkbook(
      Answer answer,
      Evidence evidence,
      OriginalRows original,
      Detected detected,
      UndoneRecords undone,
      Locale language,
      ZoneId zone) {
    this.answer = answer;
    this.evidence = evidence;
    this.original = original;
    this.detected = detected;
    this.undone = undone;
    this.texts = new Texts(language);
    this.zone = zone;
  }

  /** The texts of a sheet's header. */
  record SheetHeader(String sheet, List<String> texts) {}

  /**
   * What the reading left for the acknowledgement, kept as JSON in {@code submission.detected}.
   *
   * @param headers in the order of the sheets
   * @param headerRows of a former version, as are charset, delimiter and joined headers
   */
  record Detected(
      Map<String, String> detected,
      List<SheetHeader> headers,
      Map<String, Integer> headerRows,
      Map<String, String> readingNotes,
      @Nullable String charset,
      @Nullable Character delimiter,
      @Nullable Character decimalMark,
      Map<String, Character> decimalMarks,
      Map<String, List<String>> joinedHeaders,
      Map<String, Map<String, String>> titles) {
    @SuppressWarnings("NullAway") // a file refused before it was read leaves an empty object
    Detected {
      detected = Objects.requireNonNullElse(detected, Map.of());
      titles = Objects.requireNonNullElse(titles, Map.of());
      joinedHeaders = Objects.requireNonNullElse(joinedHeaders, Map.of());
      headers = Objects.requireNonNullElse(headers, List.of());
      headerRows = Objects.requireNonNullElse(headerRows, Map.of());
      readingNotes = Objects.requireNonNullElse(readingNotes, Map.of());
      decimalMarks = Objects.requireNonNullElse(decimalMarks, Map.of());
    }

    /** What is kept from now on. */
    static Detected of(Interpretation file) {
      return new Detected(
          file.detected(),
          file.headers().entrySet().stream()
              .map(header -> new SheetHeader(header.getKey(), header.getValue()))
              .toList(),
          Map.of(),
          file.readingNotes(),
          null,
          null,
          file.decimalMark(),
          file.decimalMarks(),
          Map.of(),
          file.titles());
    }

    /** The sheet's own, which another one cannot give it; null where nothing tells. */
    @Nullable Character decimalMark(String sheet) {
      return decimalMarks.isEmpty() ? decimalMark : decimalMarks.get(sheet);
    }
  }

  /**
   * The library's own place is one folder for all users of a machine, which belongs to whoever came
   * first. What a killed hub left there is removed: nobody else uses this home.
   */
  static void writeTemporaryFilesTo(Path folder) throws IOException {
    try (Stream<Path> leftovers = Files.list(folder)) {
      for (Path leftover : leftovers.toList()) {
        Files.deleteIfExists(leftover);
      }
    }
    TempFile.setTempFileCreationStrategy(new DefaultTempFileCreationStrategy(folder.toFile()));
  }

  void writeTo(OutputStream out) throws UnreadableFile, IOException {
    boolean shared = evidence.refusedRows() <= SHARED_TEXTS;
    try (SXSSFWorkbook book = new SXSSFWorkbook(null, 200, false, shared)) {
      SheetStyles styles = new SheetStyles(book);
      new SummarySheet(answer, evidence, detected, undone, texts, zone)
          .write(new SheetPen(sheet(book, "ack.sheet.summary"), styles), styles);
      if (answer.isUndo()) {
        new UndoSheet(undone, texts)
            .write(new SheetPen(sheet(book, "ack.sheet.undo"), styles), styles);
      } else {
        new CorrectionSheets(evidence, original, detected, texts).write(book, styles);
      }
      new FindingsSheet(evidence, texts)
          .write(new SheetPen(sheet(book, "ack.sheet.findings"), styles), styles);
      book.write(out);
    }
  }

  private Sheet sheet(SXSSFWorkbook book, String key) {
    return SheetFrame.printable(book.createSheet(texts.get(key)));
  }
}
