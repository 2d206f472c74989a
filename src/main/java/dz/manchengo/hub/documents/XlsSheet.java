package dz.manchengo.hub.documents;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One worksheet of an XLS workbook. */
final class XlsSheet {
  private static final int ROW = 0x208;
  private static final int COLUMNS = 0x7D;
  private static final int MERGED = 0xE5;
  private static final int NUMBER = 0x203;
  private static final int RK = 0x27E;
  private static final int RKS = 0xBD;
  private static final int FORMULA = 0x06;
  private static final int STRING = 0x207;
  private static final int LABEL = 0x204;
  private static final int RICH_LABEL = 0xD6;
  private static final int SHARED_LABEL = 0xFD;
  private static final int TRUTH_OR_FAULT = 0x205;

  private static final int ROW_HIDDEN = 0x20;
  private static final int CALCULATE_ALWAYS = 1;
  private static final int CALCULATE_ON_LOAD = 2;

  private static final Map<Integer, String> FAULTS =
      Map.of(
          0x00, "#NULL!", 0x07, "#DIV/0!", 0x0F, "#VALUE!", 0x17, "#REF!", 0x1D, "#NAME?", 0x24,
          "#NUM!", 0x2A, "#N/A");

  private final BiffStream records;
  private final XlsBook book;
  private final Worksheet sheet;
  private int row;
  private int column;

  /** The column of a formula whose text comes in a record of its own; 0 when there is none. */
  private int awaiting;

  XlsSheet(BiffStream records, XlsBook book, Worksheet sheet) {
    this.records = records;
    this.book = book;
    this.sheet = sheet;
  }

  /** Passes over the rest of a sheet that is none of ours, charts inside it included. */
  static void skip(BiffStream records) throws UnreadableFile, IOException {
    for (int depth = 1; depth > 0; ) {
      if (!records.next()) {
        throw Refusal.damagedWorkbook();
      }
      depth += records.id() == XlsBook.BOF ? 1 : 0;
      depth -= records.id() == XlsBook.EOF ? 1 : 0;
    }
  }

  void read() throws UnreadableFile, IOException {
    while (next()) {
      record();
    }
    sheet.endRow(1);
  }

  /** False at the sheet's end; half a sheet is none. */
  private boolean next() throws UnreadableFile, IOException {
    if (!records.next()) {
      throw Refusal.damagedWorkbook();
    }
    return records.id() != XlsBook.EOF;
  }

  private void record() throws UnreadableFile, IOException {
    switch (records.id()) {
      case XlsBook.BOF -> skip(records); // a chart
      case ROW -> row();
      case COLUMNS -> columns();
      case MERGED -> merged();
      case NUMBER -> put(at(), real(Double.longBitsToDouble(records.i64())));
      case RK -> put(at(), compressed(records.i32()));
      case RKS -> compressedRow();
      case FORMULA -> formula();
      case STRING -> formulaText();
      case LABEL, RICH_LABEL -> {
        at();
        sheet.put(column, book.text(book.longText()));
      }
      case SHARED_LABEL -> {
        at();
        sheet.put(column, book.shared(records.u32()));
      }
      case TRUTH_OR_FAULT -> {
        at();
        int value = records.u8();
        sheet.put(column, records.u8() == 0 ? new Cell.Truth(value != 0) : fault(value));
      }
      default -> {}
    }
  }

  /** Where the cell stands; gives its style. */
  private int at() throws UnreadableFile, IOException {
    int number = records.u16() + 1;
    if (number != row) {
      sheet.endRow(1);
      sheet.row(number);
      row = number;
    }
    column = records.u16() + 1;
    awaiting = 0;
    return records.u16();
  }

  private void row() throws UnreadableFile, IOException {
    int number = records.u16() + 1;
    records.skip(10);
    if ((records.u16() & ROW_HIDDEN) != 0) {
      sheet.hideRows(number, 1);
    }
  }

  private void columns() throws UnreadableFile, IOException {
    int from = records.u16() + 1;
    int to = records.u16() + 1;
    int width = records.u16();
    records.u16();
    if ((records.u16() & 1) != 0 || width == 0) {
      sheet.hideColumns(from, to);
    }
  }

  private void merged() throws UnreadableFile, IOException {
    for (int count = records.u16(); count > 0; count--) {
      int top = records.u16() + 1;
      int bottom = records.u16() + 1;
      int left = records.u16() + 1;
      int right = records.u16() + 1;
      if (bottom < top || right < left) {
        throw Refusal.damagedWorkbook();
      }
      sheet.merge(new CellRange(top, left, bottom, right));
    }
  }

  private void put(int style, @Nullable BigDecimal number) throws UnreadableFile {
    sheet.put(column, number == null ? fault(0x24) : book.styles().cell(number, style));
  }

  private static @Nullable BigDecimal real(double value) {
    return ExcelNumber.parsed(Double.toString(value));
  }

  /** 30 bits of a whole or a real number, of which the last two digits may be decimals. */
  private static @Nullable BigDecimal compressed(int bits) {
    boolean hundredths = (bits & 1) != 0;
    if ((bits & 2) != 0) {
      BigDecimal whole = BigDecimal.valueOf(bits >> 2, hundredths ? 2 : 0);
      return ExcelNumber.parsed(whole.toPlainString());
    }
    double value = Double.longBitsToDouble((bits & 0xFFFFFFFCL) << 32);
    return real(hundredths ? value / 100 : value);
  }

  private void compressedRow() throws UnreadableFile, IOException {
    int style = at();
    while (records.left() > 2) {
      put(style, compressed(records.i32()));
      column++;
      style = records.u16(); // behind the last one stands the last column
    }
  }

  private void formula() throws UnreadableFile, IOException {
    int style = at();
    long result = records.i64();
    int flags = records.u16();
    if (result >>> 48 != 0xFFFF) {
      number(style, result, flags);
      return;
    }
    int value = (int) (result >>> 16) & 0xFF;
    switch ((int) result & 0xFF) {
      case 0 -> awaiting = column;
      case 1 -> sheet.put(column, new Cell.Truth(value != 0));
      case 2 -> sheet.put(column, fault(value));
      default -> {} // an empty text
    }
  }

  /** A program that does not calculate leaves 0 and the wish that Excel may do it. */
  private void number(int style, long result, int flags) throws UnreadableFile {
    if (result == 0 && (flags & (CALCULATE_ALWAYS | CALCULATE_ON_LOAD)) == CALCULATE_ON_LOAD) {
      sheet.put(column, new Cell.Uncalculated(CellRange.columnName(column) + row));
    } else {
      put(style, real(Double.longBitsToDouble(result)));
    }
  }

  private void formulaText() throws UnreadableFile, IOException {
    if (awaiting > 0) {
      sheet.put(awaiting, book.text(book.longText()));
      awaiting = 0;
    }
  }

  private static Cell fault(int code) {
    return new Cell.Fault(FAULTS.getOrDefault(code, "#N/A"));
  }
}
