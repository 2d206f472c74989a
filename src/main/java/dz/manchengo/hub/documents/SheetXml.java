package dz.manchengo.hub.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.xml.sax.Attributes;

/** One worksheet: its cells, merged ranges, and what of it is hidden. */
final class SheetXml extends SpreadsheetPart {
  private static final int MOST_MERGES = 200_000;

  private final String sheet;
  private final Volume volume;
  private final SheetRows rows;
  private final List<CellRange> merges = new ArrayList<>();
  private final BitSet hiddenRows = new BitSet();
  private final BitSet hiddenColumns = new BitSet();

  private int row;
  private int column;
  private Cell[] cells = new Cell[64];
  private int width;

  private final CellXml cell;
  private boolean inCell;
  private boolean inText;
  private boolean inPhonetics;
  private boolean inRuns;
  private boolean isSheet;

  SheetXml(String sheet, CellXml.Book book, SheetRows rows) {
    this.sheet = sheet;
    this.cell = new CellXml(book);
    this.rows = rows;
    this.volume = book.volume();
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
      case "mergeCell" -> mergedRange(a);
      default -> {}
    }
  }

  private void column(Attributes a) throws UnreadableFile {
    int from = number(a, "min", 1);
    int to = Math.min(number(a, "max", from), CellRange.LAST_COLUMN);
    if ((isTrue(a, "hidden") || PackageParts.value(a, "width").equals("0")) && from <= to) {
      hiddenColumns.set(Math.max(1, from), to + 1);
    }
  }

  private void mergedRange(Attributes a) throws UnreadableFile {
    if (merges.size() == MOST_MERGES) {
      throw Refusal.damagedWorkbook();
    }
    merges.add(CellRange.of(PackageParts.value(a, "ref")));
  }

  private void row(Attributes a) throws UnreadableFile {
    row = number(a, "r", row + 1);
    column = 0;
    width = 0;
    Arrays.fill(cells, Cell.blank());
    if (row < 1 || row > CellRange.LAST_ROW) {
      throw Refusal.damagedWorkbook();
    }
    if (isTrue(a, "hidden") || PackageParts.value(a, "ht").equals("0")) {
      hiddenRows.set(row);
    }
  }

  private void cell(Attributes a) throws UnreadableFile {
    String reference = PackageParts.value(a, "r");
    column = reference.isEmpty() ? column + 1 : referenced(reference);
    if (row == 0 || column > CellRange.LAST_COLUMN) {
      throw Refusal.damagedWorkbook();
    }
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
      case "c" -> closeCell();
      case "row" -> closeRow();
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
    rows.checkCharacters(row, length);
  }

  private void closeCell() throws UnreadableFile {
    inCell = false;
    Cell content = cell.content(row, column);
    if (content.isBlank()) {
      return;
    }
    if (column > cells.length) {
      int before = cells.length;
      cells = Arrays.copyOf(cells, Math.max(column, before * 2));
      Arrays.fill(cells, before, cells.length, Cell.blank());
    }
    if (!cells[column - 1].isBlank()) {
      throw Refusal.unreadable(Place.row(sheet, row), "reason.cell-twice", "row", row);
    }
    cells[column - 1] = content;
    width = Math.max(width, column);
  }

  private void closeRow() throws UnreadableFile, IOException {
    if (width > 0) {
      rows.put(row, cells, width);
    }
  }

  /**
   * After the whole part: hidden places are told, and which values spread over their neighbours.
   */
  MergedRanges finish(HiddenPlaces hidden) throws UnreadableFile {
    if (!isSheet) {
      throw Refusal.damagedWorkbook();
    }
    hiddenRows.stream().filter(rows::hasRow).forEach(number -> hidden.row(sheet, number));
    hiddenColumns.stream()
        .takeWhile(number -> number <= rows.width())
        .filter(rows::hasColumn)
        .forEach(number -> hidden.column(sheet, number));
    for (CellRange merge : merges) {
      long height = Math.min(merge.bottom(), rows.last()) - merge.top() + 1L;
      long width = Math.min(merge.right(), rows.width()) - merge.left() + 1L;
      volume.addCells(Place.row(sheet, merge.top()), Math.max(0, height) * Math.max(0, width));
    }
    return new MergedRanges(merges, rows.last(), rows.width());
  }
}
