package dz.manchengo.hub.documents;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/**
 * The tables of an OpenDocument spreadsheet. A cell or row that is said to stand there a million
 * times costs nothing while it is empty, and is counted before it is written out when it is not.
 */
final class OdsContent extends PartXml implements Closeable {
  private static final String VOCABULARY = "urn:oasis:names:tc:opendocument:xmlns:";
  private static final String TABLE = VOCABULARY + "table:1.0";
  private static final String TEXT = VOCABULARY + "text:1.0";
  private static final String STYLE = VOCABULARY + "style:1.0";
  private static final String OFFICE = VOCABULARY + "office:1.0";
  private static final String SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet";

  private final Worksheets worksheets;
  private final OdsCell cell = new OdsCell();
  private final Set<String> hiddenStyles = new HashSet<>();
  private String style = "";
  private @Nullable Worksheet sheet;
  private boolean hidden;
  private boolean ours;
  private boolean isSpreadsheet;
  private int passedOver;
  private int row;
  private int rowTimes;
  private int column;
  private int cellTimes;
  private boolean inCell;

  OdsContent(Worksheets worksheets) {
    this.worksheets = worksheets;
  }

  /** The text is an OpenDocument, but no spreadsheet. */
  static final class OtherDocument extends UnreadableFile {
    private static final long serialVersionUID = 1L;

    OtherDocument() {
      super(Refusal.damagedWorkbook().finding());
    }
  }

  @Override
  boolean isOwn(String namespace) {
    return namespace.equals(TABLE)
        || namespace.equals(TEXT)
        || namespace.equals(STYLE)
        || namespace.equals(OFFICE);
  }

  @Override
  void open(String element, Attributes a) throws UnreadableFile, IOException {
    if (passedOver > 0) {
      passedOver++;
    } else if (inCell) {
      openInCell(element, a);
    } else {
      openAround(element, a);
    }
  }

  private void openAround(String element, Attributes a) throws UnreadableFile, IOException {
    switch (element) {
      case "document" -> checkType(a);
      case "spreadsheet" -> isSpreadsheet = true;
      case "style" -> style = value(a, STYLE, "name");
      case "table-properties" -> {
        if (value(a, TABLE, "display").equals("false")) {
          hiddenStyles.add(style);
        }
      }
      case "table" -> table(a);
      case "table-source" -> ours = false; // what another file held when it was last looked at
      case "table-column" -> columns(a);
      case "table-row" -> row(a);
      case "table-cell", "covered-table-cell" -> cell(element, a);
      // drawings, former versions and copies of other files' tables
      case "shapes", "tracked-changes", "dde-links" -> passedOver = 1;
      default -> {}
    }
  }

  private static void checkType(Attributes a) throws OtherDocument {
    if (!value(a, OFFICE, "mimetype").startsWith(SPREADSHEET)) {
      throw new OtherDocument();
    }
  }

  private void table(Attributes a) throws UnreadableFile, IOException {
    if (!isSpreadsheet || sheet != null) {
      throw Refusal.damagedWorkbook();
    }
    sheet = worksheets.begin(value(a, TABLE, "name"));
    hidden = hiddenStyles.contains(value(a, TABLE, "style-name"));
    ours = true;
    row = 0;
    rowTimes = 1;
    column = 1;
  }

  private Worksheet sheet() throws UnreadableFile {
    if (sheet == null) {
      throw Refusal.damagedWorkbook();
    }
    return sheet;
  }

  private void columns(Attributes a) throws UnreadableFile {
    int times = times(a, "number-columns-repeated");
    if (isHidden(a)) {
      sheet().hideColumns(column, capped(column, times) - 1);
    }
    column = capped(column, times);
  }

  private void row(Attributes a) throws UnreadableFile {
    row = row == 0 ? 1 : capped(row, rowTimes);
    rowTimes = times(a, "number-rows-repeated");
    column = 1;
    if (row <= CellRange.LAST_ROW) {
      sheet().row(row);
      if (isHidden(a)) {
        sheet().hideRows(row, rowTimes);
      }
    }
  }

  private static boolean isHidden(Attributes a) {
    String visibility = value(a, TABLE, "visibility");
    return visibility.equals("collapse") || visibility.equals("filter");
  }

  private void cell(String element, Attributes a) throws UnreadableFile {
    cellTimes = times(a, "number-columns-repeated");
    cell.begin(element.startsWith("covered") ? null : a);
    inCell = true;
    takeText();
    int across = times(a, "number-columns-spanned");
    int down = times(a, "number-rows-spanned");
    if ((across > 1 || down > 1) && row <= CellRange.LAST_ROW) {
      int right = Math.min(capped(column, across) - 1, CellRange.LAST_COLUMN);
      int bottom = Math.min(capped(row, down) - 1, CellRange.LAST_ROW);
      sheet().merge(new CellRange(row, Math.min(column, right), bottom, right));
    }
  }

  private void openInCell(String element, Attributes a) throws UnreadableFile {
    cell.append(takeText());
    switch (element) {
      case "p" -> cell.paragraph();
      case "s" -> cell.spaces(spaces(a));
      case "tab" -> cell.append("\t");
      case "line-break" -> cell.append("\n");
      // remarks, reading aids, drawings and whatever else lies on the cell
      case "annotation", "note", "ruby-text", "table", "" -> passedOver = 1;
      default -> {}
    }
    sheet().checkCharacters(cell.length());
  }

  private int spaces(Attributes a) throws UnreadableFile {
    int count = number(value(a, TEXT, "c"));
    sheet().checkCharacters(count);
    return count;
  }

  @Override
  void close(String element) throws UnreadableFile, IOException {
    if (passedOver > 0) {
      passedOver--;
      takeText();
      return;
    }
    switch (element) {
      case "p" -> {
        cell.append(takeText());
        cell.endParagraph();
      }
      case "table-cell", "covered-table-cell" -> closeCell();
      case "table-row" -> closeRow();
      case "table" -> closeTable();
      default -> {}
    }
  }

  private void closeCell() throws UnreadableFile {
    inCell = false;
    Cell content = cell.content(row, column);
    if (!content.isBlank()) {
      if (row > CellRange.LAST_ROW) {
        throw Refusal.damagedWorkbook();
      }
      sheet().checkWidth(capped(column, cellTimes) - 1);
      for (int i = 0; i < cellTimes; i++) {
        sheet().put(column + i, content);
      }
    }
    column = capped(column, cellTimes);
  }

  private void closeRow() throws UnreadableFile, IOException {
    if (row <= CellRange.LAST_ROW) {
      sheet().endRow(rowTimes);
    }
  }

  private void closeTable() throws UnreadableFile, IOException {
    if (ours) {
      worksheets.end(sheet(), hidden);
    } else {
      sheet().discard();
    }
    sheet = null;
  }

  @Override
  boolean isText() {
    return inCell && passedOver == 0;
  }

  @Override
  void checkText(int length) throws UnreadableFile {
    sheet().checkCharacters(length);
  }

  void checkEnd() throws UnreadableFile {
    if (!isSpreadsheet) {
      throw Refusal.damagedWorkbook();
    }
  }

  /** Lets go of a table that was not read to its end. */
  @Override
  public void close() throws IOException {
    if (sheet != null) {
      sheet.discard();
    }
  }

  /** Where the next one stands; no number is too large for the file's word. */
  private static int capped(int first, int times) {
    return (int) Math.min((long) first + times, CellRange.LAST_ROW + 1L);
  }

  private static int times(Attributes a, String name) throws UnreadableFile {
    return number(value(a, TABLE, name));
  }

  private static int number(String text) throws UnreadableFile {
    try {
      return text.isEmpty() ? 1 : Math.max(1, Integer.parseInt(text.strip()));
    } catch (NumberFormatException e) {
      throw Refusal.damagedWorkbook();
    }
  }

  private static String value(Attributes a, String namespace, String name) {
    String value = a.getValue(namespace, name);
    return value == null ? "" : value;
  }
}
