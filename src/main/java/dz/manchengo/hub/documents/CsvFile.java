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

/** Reads a CSV file of whatever encoding and delimiter. */
final class CsvFile {
  private final Path content;
  private final ReadingHints hints;
  private final Limits limits;
  private final Texts texts = new Texts();
  private int mended;

  CsvFile(Path content, ReadingHints hints, Limits limits) {
    this.content = content;
    this.hints = hints;
    this.limits = limits;
  }

  SourceFile read() throws UnreadableFile, IOException {
    try {
      return table();
    } catch (UncheckedIOException e) { // out of an iterator
      throw e.getCause();
    }
  }

  private SourceFile table() throws UnreadableFile, IOException {
    CsvText text = CsvText.of(content, hints.charset());
    CsvDialect dialect = CsvDialect.of(text, hints.delimiter());
    SourceSheet sheet = sheet(text, dialect);
    return new SourceFile(
        "CSV", detected(text, dialect), dialect.delimiter(), List.of(sheet), findings());
  }

  private static Map<String, String> detected(CsvText text, CsvDialect dialect) {
    Map<String, String> detected = new LinkedHashMap<>();
    detected.put("Format", "CSV");
    detected.put("Encodage", text.label());
    detected.put("Séparateur", dialect.label());
    return detected;
  }

  private List<Finding> findings() {
    return mended == 0
        ? List.of()
        : List.of(RuleBook.finding("FIL-009", Place.FILE, null, "n", mended));
  }

  /**
   * Strictly first. Where that fails, text after a closing quote is taken as Excel takes it, unless
   * a quoted field spans lines: then a lost quote may have swallowed rows.
   */
  private SourceSheet sheet(CsvText text, CsvDialect dialect) throws UnreadableFile, IOException {
    int[] reached = {0};
    try {
      return sheet(text, dialect, reached, null);
    } catch (CsvParseException strayQuote) {
      mended = 0;
      return sheet(text, dialect, reached, reached[0] + 1);
    }
  }

  private SourceSheet sheet(
      CsvText text, CsvDialect dialect, int[] reached, @Nullable Integer strayQuote)
      throws UnreadableFile, IOException {
    SheetRows rows = new SheetRows("", limits, new Volume(limits));
    boolean lenient = strayQuote != null;
    try (CsvReader<CsvRecords.Line> lines =
        CsvRecords.of(text.open(), dialect.delimiter(), lenient, limits.columns())) {
      CsvRecords.Line last = null;
      for (CsvRecords.Line line : lines) {
        reached[0] = line.number();
        if (last != null) {
          add(last, dialect, rows);
        }
        if (strayQuote != null && line.multiline()) {
          throw refusal("reason.quote-stray", strayQuote);
        }
        last = line;
      }
      if (last == null || !last.isEnd()) {
        throw refusal("reason.quote-open", reached[0]);
      }
    }
    return rows.sheet();
  }

  private static UnreadableFile refusal(String reason, int row) {
    return Refusal.unreadable(Place.row("", row), reason, "row", row);
  }

  private void add(CsvRecords.Line line, CsvDialect dialect, SheetRows rows) throws UnreadableFile {
    if (line.width() == 0 || (line.number() == 1 && dialect.declared())) {
      return;
    }
    rows.checkCharacters(line.number(), line.longest());
    rows.checkWidth(line.number(), line.width());
    List<Cell> cells = new ArrayList<>(line.width());
    for (String field : line.fields().subList(0, line.width())) {
      cells.add(cell(field));
    }
    rows.put(line.number(), cells.toArray(Cell[]::new));
  }

  private Cell cell(String field) {
    String meant = Mojibake.mended(field);
    mended += meant.equals(field) ? 0 : 1;
    return texts.cell(meant);
  }
}
