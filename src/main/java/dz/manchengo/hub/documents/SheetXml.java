package dz.manchengo.hub.documents;

import java.io.IOException;
import org.xml.sax.Attributes;

/** One worksheet: its cells, merged ranges, and what of it is hidden. */
final class SheetXml extends SpreadsheetPart {
  private final Worksheet sheet;
  private final CellXml cell;
  private int row;
  private int column;
  private boolean inCell;
  private boolean inText;
  private boolean inPhonetics;
  private boolean inRuns;
  private boolean isSheet;

  SheetXml(Worksheet sheet, CellXml.Book book) {
    this.sheet = sheet;
    this.cell = new CellXml(book);
  }

  @Override
  void open(String element, Attributes a) throws UnreadableFile {
    if (inCell) {
      openInCell(element);
      return;
    }
    switch (element) {
      case "worksheet" -> isSheet = true;
      case "col" -> column(a);
      case "row" -> row(a);
      case "c" -> cell(a);
      case "mergeCell" -> sheet.merge(CellRange.of(PackageParts.value(a, "ref")));
      default -> {}
    }
  }

  private void column(Attributes a) throws UnreadableFile {
    int from = number(a, "min", 1);
    if (isTrue(a, "hidden") || PackageParts.value(a, "width").equals("0")) {
      sheet.hideColumns(from, number(a, "max", from));
    }
  }

  private void row(Attributes a) throws UnreadableFile {
    row = number(a, "r", row + 1);
    column = 0;
    sheet.row(row);
    if (isTrue(a, "hidden") || PackageParts.value(a, "ht").equals("0")) {
      sheet.hideRows(row, 1);
    }
  }

  private void cell(Attributes a) throws UnreadableFile {
    String reference = PackageParts.value(a, "r");
    column = reference.isEmpty() ? column + 1 : referenced(reference);
    cell.begin(PackageParts.value(a, "t"), number(a, "s", 0));
    takeText();
    inRuns = false;
    inCell = true;
  }

  private int referenced(String reference) throws UnreadableFile {
    CellRange cell = CellRange.of(reference);
    if (cell.top() != row) {
      throw Refusal.damagedWorkbook();
    }
    return cell.left();
  }

  private void openInCell(String element) {
    if (element.equals("r") && !inRuns) {
      takeText(); // runs replace a plain text before them
      inRuns = true;
    }
    inPhonetics |= element.equals("rPh");
    inText =
        switch (element) {
          case "f", "v" -> true;
          case "t" -> !inPhonetics;
          default -> false;
        };
  }

  @Override
  void close(String element) throws UnreadableFile, IOException {
    inText = false;
    switch (element) {
      case "rPh" -> inPhonetics = false;
      case "c" -> {
        inCell = false;
        sheet.put(column, cell.content(row, column));
      }
      case "row" -> sheet.endRow(1);
      case "f", "v", "is" -> {
        if (inCell) {
          cell.take(element, takeText());
        }
      }
      default -> {}
    }
  }

  @Override
  boolean isText() {
    return inText;
  }

  @Override
  void checkText(int length) throws UnreadableFile {
    sheet.checkCharacters(length);
  }

  /** After the whole part. */
  void checkEnd() throws UnreadableFile {
    if (!isSheet) {
      throw Refusal.damagedWorkbook();
    }
  }
}
