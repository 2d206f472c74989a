package dz.manchengo.hub.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an XLS workbook of Excel 5.0 to 2003 (BIFF5, BIFF8) record by record. Older ones are told
 * what they are.
 */
final class XlsFile {
  private final BiffStream records;
  private final XlsBook book;
  private final Worksheets worksheets;
  private int sheets;
  private int worksheetsRead;

  private XlsFile(BiffStream records, XlsBook book, Worksheets worksheets) {
    this.records = records;
    this.book = book;
    this.worksheets = worksheets;
  }

  /**
   * Reads a workbook.
   *
   * @param records its stream; one that cannot be read to its end throws {@link
   *     StreamCorruptedException}
   * @param name as its sender named it
   */
  static SourceFile read(InputStream records, String name, Worksheets worksheets)
      throws UnreadableFile, IOException {
    try (records) {
      BiffStream stream = new BiffStream(records);
      XlsBook book = new XlsBook(stream, name, worksheets.volume(), worksheets.textLimits());
      return new XlsFile(stream, book, worksheets).read();
    } catch (StreamCorruptedException e) {
      throw Refusal.damagedWorkbook();
    }
  }

  private SourceFile read() throws UnreadableFile, IOException {
    book.read();
    while (records.next()) {
      if (records.id() == XlsBook.BOF) {
        sheet();
      }
    }
    if (worksheetsRead < book.sheets().stream().filter(XlsBook.Sheet::worksheet).count()) {
      throw Refusal.damagedWorkbook(); // its end is missing
    }
    return worksheets.file("XLS", book.styles().date1904());
  }

  private void sheet() throws UnreadableFile, IOException {
    XlsBook.Sheet sheet = listed(records.offset());
    sheets++;
    if (sheet != null && sheet.worksheet()) {
      worksheetsRead++;
      worksheets.add(
          sheet.name(), sheet.hidden(), into -> new XlsSheet(records, book, into).read());
    } else {
      XlsSheet.skip(records);
    }
  }

  /** By its place, or where the list knows no such place, by its number. */
  private XlsBook.@Nullable Sheet listed(long offset) {
    List<XlsBook.Sheet> all = book.sheets();
    return all.stream()
        .filter(s -> s.offset() == offset)
        .findFirst()
        .orElse(sheets < all.size() ? all.get(sheets) : null);
  }
}
