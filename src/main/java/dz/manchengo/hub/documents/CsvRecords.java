package dz.manchengo.hub.documents;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV text, blank lines included. What follows the last line is one more record,
 * of nothing but {@link #END}: where it is missing, a quote was still open.
 */
final class CsvRecords extends AbstractBaseCsvCallbackHandler<CsvRecords.Line> {
  static final char END = '\uFFFF';

  private final @Nullable Texts texts;
  private final char delimiter;
  private final List<Cell> cells = new ArrayList<>();
  private int number;
  private int count;
  private int width;
  private int longest;
  private boolean multiline;
  private boolean end;
  private int mended;
  private int headerCount;
  private int glued;
  private @Nullable String whole;

  private CsvRecords(@Nullable Texts texts, char delimiter) {
    this.texts = texts;
    this.delimiter = delimiter;
  }

  /**
   * One record.
   *
   * @param cells up to the last one that is not blank; none where only the shape is looked at
   * @param count how many fields there are
   * @param width how many there are up to the last one that is not blank
   * @param longest characters of the longest field
   * @param multiline whether a quoted field goes over several lines
   * @param end whether this is the mark behind the last line
   * @param mended fields of the records so far whose accents were mended (FIL-009)
   * @param glued records so far that were one field and held all of theirs (FIL-056)
   */
  record Line(
      int number,
      List<Cell> cells,
      int count,
      int width,
      int longest,
      boolean multiline,
      boolean end,
      int mended,
      int glued) {}

  /**
   * The shapes of the records, without their cells.
   *
   * @param lenient whether characters after a closing quote are taken as Excel takes them
   */
  static CsvReader<Line> shapes(Reader text, char delimiter, boolean lenient) {
    return of(text, delimiter, lenient, null);
  }

  /** The records with their cells. */
  static CsvReader<Line> cells(Reader text, char delimiter, boolean lenient) {
    return of(text, delimiter, lenient, new Texts());
  }

  private static CsvReader<Line> of(
      Reader text, char delimiter, boolean lenient, @Nullable Texts texts) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowExtraCharsAfterClosingQuote(lenient)
        .maxBufferSize(1 << 30)
        .build(new CsvRecords(texts, delimiter), new Ended(text));
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    number++;
    cells.clear();
    count = 0;
    width = 0;
    longest = 0;
    multiline = false;
    end = false;
    whole = null;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    count = index + 1;
    longest = Math.max(longest, length);
    end = index == 0 && length == 1 && buffer[offset] == END;
    boolean blank = Texts.isBlank(buffer, offset, length);
    width = blank ? width : count;
    multiline |= quoted && hasLineBreak(buffer, offset, length);
    whole = index == 0 && quoted && headerCount > 1 ? whole(buffer, offset, length) : null;
    if (texts != null) {
      cells.add(blank ? Cell.blank() : cell(texts, buffer, offset, length));
    } else if (Mojibake.isSuspect(buffer, offset, length)) {
      mended(new String(buffer, offset, length));
    }
  }

  private Cell cell(Texts cells, char[] buffer, int offset, int length) {
    if (FormulaText.isOne(buffer, offset, length)) {
      String text = FormulaText.text(buffer, offset, length);
      return text.isBlank() ? Cell.blank() : cells.cell(mended(text));
    }
    return Mojibake.isSuspect(buffer, offset, length)
        ? cells.cell(mended(new String(buffer, offset, length)))
        : cells.cell(buffer, offset, length);
  }

  private String mended(String field) {
    String meant = Mojibake.mended(field);
    mended += meant.equals(field) ? 0 : 1;
    return meant;
  }

  /** The field, if it may be a whole line; null where nothing in it separates. */
  private @Nullable String whole(char[] buffer, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (buffer[i] == delimiter) {
        return new String(buffer, offset, length);
      }
    }
    return null;
  }

  /** The fields of a line that is one field; the shape is the line's own then. */
  private void open(String line) {
    List<String> fields = GluedLine.fields(line, delimiter, headerCount);
    if (fields == null) {
      return;
    }
    glued++;
    count = fields.size();
    width = 0;
    cells.clear();
    for (int i = 0; i < fields.size(); i++) {
      width = fields.get(i).isBlank() ? width : i + 1;
      if (texts != null) {
        cells.add(fields.get(i).isBlank() ? Cell.blank() : texts.cell(mended(fields.get(i))));
      }
    }
  }

  @Override
  protected Line buildRecord() {
    if (whole != null && count == 1) {
      open(whole);
    }
    headerCount = Math.max(headerCount, count);
    List<Cell> kept =
        texts == null ? List.of() : List.of(cells.subList(0, width).toArray(Cell[]::new));
    return new Line(number, kept, count, width, longest, multiline, end, mended, glued);
  }

  private static boolean hasLineBreak(char[] buffer, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (buffer[i] == '\n' || buffer[i] == '\r') {
        return true;
      }
    }
    return false;
  }

  /** Adds the end mark on a line of its own. */
  private static final class Ended extends FilterReader {
    private final String mark = "\n" + END;
    private int given;
    private boolean drained;

    private Ended(Reader in) {
      super(in);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int read = drained ? -1 : super.read(buffer, offset, length);
      drained = read == -1;
      if (!drained || given == mark.length()) {
        return read;
      }
      buffer[offset] = mark.charAt(given++);
      return 1;
    }
  }
}
