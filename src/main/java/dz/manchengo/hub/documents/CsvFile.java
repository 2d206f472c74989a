package dz.manchengo.hub.documents;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dz.manchengo.hub.documents.FileReader.Limits;
import dz.manchengo.hub.documents.FileReader.ReadingHints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV text: its charset, its delimiter and the shape of every record are looked at first,
 * so that what is refused is refused before anything is made of it. Its cells are read from the
 * text again each time.
 */
final class CsvFile {
  private final CsvText text;
  private final CsvDialect dialect;
  private final Limits limits;
  private final Volume volume;
  private int mended;
  private int glued;

  private CsvFile(CsvText text, CsvDialect dialect, Limits limits, Volume volume) {
    this.text = text;
    this.dialect = dialect;
    this.limits = limits;
    this.volume = volume;
  }

  static SourceFile read(Path content, ReadingHints hints, Limits limits, Volume volume)
      throws UnreadableFile, IOException {
    try {
      CsvText text = CsvText.of(content, hints.charset());
      CsvDialect dialect = CsvDialect.of(text, hints.delimiter());
      return new CsvFile(text, dialect, limits, volume).read();
    } catch (UncheckedIOException e) { // out of an iterator
      throw e.getCause();
    }
  }

  private SourceFile read() throws UnreadableFile, IOException {
    boolean lenient = isLenient();
    SourceSheet sheet = new SourceSheet("", dialect.delimiter(), reader -> cells(lenient, reader));
    List<Finding> findings = new ArrayList<>(0);
    if (mended > 0) {
      findings.add(RuleBook.finding("FIL-009", Place.FILE, null, "n", mended));
    }
    if (glued > 0) {
      findings.add(RuleBook.finding("FIL-056", Place.FILE, null, "n", glued));
    }
    return new SourceFile("CSV", detected(), List.of(sheet), findings);
  }

  private Map<String, String> detected() {
    Map<String, String> detected = new LinkedHashMap<>();
    detected.put("Format", "CSV");
    detected.put("{reason.read.encoding}", text.label());
    detected.put("{reason.read.separator}", dialect.label());
    return detected;
  }

  /**
   * Strictly first. Where that fails, text after a closing quote is taken as Excel takes it, unless
   * a quoted field spans lines: then a lost quote may have swallowed rows.
   */
  private boolean isLenient() throws UnreadableFile, IOException {
    int[] reached = {0};
    try {
      checkShapes(reached, null);
      return false;
    } catch (CsvParseException strayQuote) {
      checkShapes(reached, reached[0] + 1);
      return true;
    }
  }

  private void checkShapes(int[] reached, @Nullable Integer strayQuote)
      throws UnreadableFile, IOException {
    RowLimits bounds = new RowLimits("", limits);
    boolean lenient = strayQuote != null;
    int rows = 0;
    try (CsvReader<CsvRecords.Line> lines =
        CsvRecords.shapes(text.open(), dialect.delimiter(), lenient)) {
      CsvRecords.Line last = null;
      for (CsvRecords.Line line : lines) {
        reached[0] = line.number();
        if (last != null && !isAside(last)) {
          bounds.check(last.number(), last.width(), last.longest());
          rows = last.number();
        }
        if (strayQuote != null && line.multiline()) {
          throw refusal("reason.quote-stray", strayQuote);
        }
        last = line;
      }
      if (last == null || !last.end()) {
        throw refusal("reason.quote-open", reached[0]);
      }
      mended = last.mended();
      glued = last.glued();
      volume.addRows(Place.FILE, rows);
    }
  }

  private static UnreadableFile refusal(String reason, int row) {
    return Refusal.unreadable(Place.row("", row), reason, "row", row);
  }

  private boolean isAside(CsvRecords.Line line) {
    return line.width() == 0 || (line.number() == 1 && dialect.declared());
  }

  private void cells(boolean lenient, SourceSheet.RowReader reader)
      throws UnreadableFile, IOException {
    try (CsvReader<CsvRecords.Line> lines =
        CsvRecords.cells(text.open(), dialect.delimiter(), lenient)) {
      CsvRecords.Line before = null; // the last one is the mark behind the text
      for (CsvRecords.Line line : lines) {
        if (before != null
            && !isAside(before)
            && !reader.row(new SourceRow(before.number(), before.cells()))) {
          return;
        }
        before = line;
      }
    } catch (UncheckedIOException e) { // out of the iterator
      throw e.getCause();
    }
  }
}
