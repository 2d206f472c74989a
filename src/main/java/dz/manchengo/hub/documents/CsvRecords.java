package dz.manchengo.hub.documents;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of a CSV text, blank lines included. What follows the last line is one more record,
 * of nothing but {@link #END}: where it is missing, a quote was still open.
 */
final class CsvRecords extends AbstractBaseCsvCallbackHandler<CsvRecords.Line> {
  static final String END = "\uFFFF";

  private final int columns;
  private int number;
  private List<String> fields = new ArrayList<>();
  private int count;
  private int width;
  private int longest;
  private boolean multiline;

  private CsvRecords(int columns) {
    this.columns = columns;
  }

  /**
   * One record.
   *
   * @param fields the first ones, as many as columns are allowed
   * @param count how many fields there are
   * @param width how many there are up to the last one that is not blank
   * @param longest characters of the longest field
   * @param multiline whether a quoted field goes over several lines
   */
  record Line(
      int number, List<String> fields, int count, int width, int longest, boolean multiline) {
    boolean isEnd() {
      return count == 1 && fields.get(0).equals(END);
    }
  }

  /**
   * The records of that text.
   *
   * @param lenient whether characters after a closing quote are taken as Excel takes them
   */
  static CsvReader<Line> of(Reader text, char delimiter, boolean lenient, int columns) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowExtraCharsAfterClosingQuote(lenient)
        .maxBufferSize(1 << 30)
        .build(new CsvRecords(columns), new Ended(text));
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    number++;
    fields = new ArrayList<>();
    count = 0;
    width = 0;
    longest = 0;
    multiline = false;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    count = index + 1;
    longest = Math.max(longest, length);
    String field = new String(buffer, offset, Math.min(length, 1 << 16));
    if (!Texts.isBlank(field)) {
      width = count;
    }
    if (index < columns) {
      fields.add(field);
    }
    multiline |= quoted && (field.indexOf('\n') >= 0 || field.indexOf('\r') >= 0);
  }

  @Override
  protected Line buildRecord() {
    return new Line(number, fields, count, width, longest, multiline);
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
