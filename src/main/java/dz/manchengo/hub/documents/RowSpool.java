package dz.manchengo.hub.documents;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of one worksheet in a temporary file. Unpacking and parsing a workbook costs much more
 * than reading its rows back, and they are read two or three times.
 */
final class RowSpool implements Closeable {
  private static final int BLANK = 0;
  private static final int TEXT = 1;
  private static final int TEXT_AGAIN = 2;
  private static final int NUMBER = 3;
  private static final int LONG_NUMBER = 4;
  private static final int MOMENT = 5;
  private static final int TRUE = 6;
  private static final int FALSE = 7;
  private static final int FAULT = 8;
  private static final int UNCALCULATED = 9;
  private static final int PERCENT = 10;
  private static final int BROKEN = 11;
  private static final int CODED = 12;
  private static final int DINARS = 13;
  private static final int MEASURED = 14;

  /** No sheet is as wide (16,384 columns): the bit says that the row's part follows. */
  private static final int OF_PART = 0x8000;

  private final Path file;
  private final SpoolOutput out;
  private final RecentTexts written = new RecentTexts();

  RowSpool(Path folder) throws IOException {
    this.file = Files.createTempFile(folder, "rows", ".spool");
    this.out = new SpoolOutput(file);
  }

  /** Adds a row; {@code cells} up to {@code width}. */
  void append(int number, Cell[] cells, int width) throws IOException {
    append(number, cells, width, 0);
  }

  /** Adds a row of that part of the file. */
  void append(int number, Cell[] cells, int width, int part) throws IOException {
    out.writeInt(number);
    out.writeShort(part == 0 ? width : width | OF_PART);
    if (part != 0) {
      out.writeInt(part);
    }
    for (int i = 0; i < width; i++) {
      write(cells[i]);
    }
  }

  /** No more rows come. */
  void end() throws IOException {
    out.writeInt(0);
    out.close();
  }

  /** The rows in the order in which they were added. */
  void read(SourceSheet.RowReader reader) throws UnreadableFile, IOException {
    RecentTexts read = new RecentTexts();
    try (SpoolInput in = new SpoolInput(file)) {
      for (int number = in.readInt(); number != 0; number = in.readInt()) {
        int width = in.readUnsignedShort();
        int part = (width & OF_PART) == 0 ? 0 : in.readInt();
        Cell[] cells = new Cell[width & ~OF_PART];
        for (int i = 0; i < cells.length; i++) {
          cells[i] = read(in, read);
        }
        if (!reader.row(new SourceRow(number, List.of(cells), part))) {
          return;
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(file);
  }

  private void write(Cell cell) throws IOException {
    if (cell instanceof Cell.Text text) {
      writeText(text);
    } else if (cell instanceof Cell.Numeric number) {
      writeNumber(number.value());
    } else if (cell instanceof Cell.Percent percent) {
      out.writeByte(PERCENT);
      writeChars(percent.value().toString());
    } else if (cell instanceof Cell.Dinars dinars) {
      out.writeByte(DINARS);
      writeChars(dinars.value().toString());
    } else if (cell instanceof Cell.Measured measured) {
      out.writeByte(MEASURED);
      writeChars(measured.value().toString());
      writeChars(measured.unit().name());
    } else if (cell instanceof Cell.Coded code) {
      out.writeByte(CODED);
      writeChars(code.value().toString());
      writeChars(code.text());
    } else if (cell instanceof Cell.Moment moment) {
      out.writeByte(MOMENT);
      out.writeLong(moment.value().toLocalDate().toEpochDay());
      out.writeLong(moment.value().toLocalTime().toNanoOfDay());
    } else if (cell instanceof Cell.Truth truth) {
      out.writeByte(truth.value() ? TRUE : FALSE);
    } else if (cell instanceof Cell.Fault fault) {
      out.writeByte(FAULT);
      writeChars(fault.text());
    } else if (cell instanceof Cell.Uncalculated formula) {
      out.writeByte(UNCALCULATED);
      writeChars(formula.text());
    } else if (cell instanceof Cell.Broken broken) {
      out.writeByte(BROKEN);
      out.writeInt(broken.line());
      writeChars(broken.text());
      writeChars(broken.reason());
      writeChars(broken.detail());
      out.writeByte(broken.whole() ? 1 : 0);
    } else if (cell.isBlank()) {
      out.writeByte(BLANK);
    } else {
      throw new IllegalArgumentException("no way to keep " + cell);
    }
  }

  /** What was written a short while ago is only named. */
  private void writeText(Cell.Text text) throws IOException {
    int slot = written.slot(text);
    if (text.equals(written.at(slot))) {
      out.writeByte(TEXT_AGAIN);
      out.writeShort(slot);
    } else {
      written.put(slot, text);
      out.writeByte(TEXT);
      writeChars(text.text());
    }
  }

  private void writeNumber(BigDecimal number) throws IOException {
    BigInteger digits = number.unscaledValue();
    if (digits.bitLength() < Long.SIZE) {
      out.writeByte(NUMBER);
      out.writeInt(number.scale());
      out.writeLong(digits.longValue());
    } else {
      out.writeByte(LONG_NUMBER);
      writeChars(number.toString());
    }
  }

  private void writeChars(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static Cell read(SpoolInput in, RecentTexts recent) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case BLANK -> Cell.blank();
      case TEXT -> recent.remembered(new Cell.Text(readChars(in)));
      case TEXT_AGAIN -> recent.at(in.readUnsignedShort());
      case NUMBER -> readNumber(in);
      case LONG_NUMBER -> new Cell.Numeric(new BigDecimal(readChars(in)));
      case PERCENT -> new Cell.Percent(new BigDecimal(readChars(in)));
      case DINARS -> new Cell.Dinars(new BigDecimal(readChars(in)));
      case MEASURED ->
          new Cell.Measured(new BigDecimal(readChars(in)), QuantityUnit.valueOf(readChars(in)));
      case CODED -> new Cell.Coded(new BigDecimal(readChars(in)), readChars(in));
      case MOMENT -> readMoment(in);
      case TRUE -> new Cell.Truth(true);
      case FALSE -> new Cell.Truth(false);
      case FAULT -> new Cell.Fault(readChars(in));
      case UNCALCULATED -> new Cell.Uncalculated(readChars(in));
      case BROKEN ->
          new Cell.Broken(
              in.readInt(), readChars(in), readChars(in), readChars(in), in.readByte() == 1);
      default -> throw new IOException("no cell begins with " + kind);
    };
  }

  private static Cell readNumber(SpoolInput in) throws IOException {
    int scale = in.readInt();
    return new Cell.Numeric(BigDecimal.valueOf(in.readLong(), scale));
  }

  private static Cell readMoment(SpoolInput in) throws IOException {
    LocalDate date = LocalDate.ofEpochDay(in.readLong());
    return new Cell.Moment(date.atTime(LocalTime.ofNanoOfDay(in.readLong())));
  }

  private static String readChars(SpoolInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_16BE);
  }

  /** Kept alike by the writer and by each reader. */
  private static final class RecentTexts {
    private final Cell[] texts = new Cell[1 << 13];

    private RecentTexts() {
      Arrays.fill(texts, Cell.blank());
    }

    private int slot(Cell.Text text) {
      return (text.text().hashCode() * 0x9E3779B9) >>> 19;
    }

    private Cell at(int slot) {
      return texts[slot];
    }

    private void put(int slot, Cell.Text text) {
      texts[slot] = text;
    }

    private Cell remembered(Cell.Text text) {
      put(slot(text), text);
      return text;
    }
  }
}
