package dz.manchengo.hub.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * One worksheet while it is read, whatever its format: rows go to the spool one by one, merged
 * ranges and hidden places are kept. Rows and columns are 1-based.
 */
final class Worksheet {
  private static final int MOST_MERGES = 200_000;

  private final String name;
  private final Volume volume;
  private final SheetRows rows;
  private final List<CellRange> merges = new ArrayList<>();
  private final BitSet hiddenRows = new BitSet();
  private final BitSet hiddenColumns = new BitSet();
  private Cell[] cells = new Cell[64];
  private int row;
  private int width;

  Worksheet(String name, SheetRows rows, Volume volume) {
    this.name = name;
    this.rows = rows;
    this.volume = volume;
    Arrays.fill(cells, Cell.blank());
  }

  String name() {
    return name;
  }

  /** Begins that row; what follows until its end stands in it. */
  void row(int number) throws UnreadableFile {
    if (number < 1 || number > CellRange.LAST_ROW) {
      throw Refusal.damagedWorkbook();
    }
    row = number;
    Arrays.fill(cells, 0, width, Cell.blank());
    width = 0;
  }

  void put(int column, Cell cell) throws UnreadableFile {
    if (row == 0 || column < 1 || column > CellRange.LAST_COLUMN) {
      throw Refusal.damagedWorkbook();
    }
    if (cell.isBlank()) {
      return;
    }
    if (column > cells.length) {
      int before = cells.length;
      cells = Arrays.copyOf(cells, Math.max(column, before * 2));
      Arrays.fill(cells, before, cells.length, Cell.blank());
    }
    if (!cells[column - 1].isBlank()) {
      throw Refusal.unreadable(Place.row(name, row), "reason.cell-twice", "row", row);
    }
    cells[column - 1] = cell;
    width = Math.max(width, column);
  }

  /** Ends the row, which is known to stand there that many times, one below the other. */
  void endRow(int times) throws UnreadableFile, IOException {
    if (width == 0) {
      return;
    }
    volume.addCells(Place.row(name, row), (times - 1L) * width);
    for (int i = 0; i < times; i++) {
      if (row + i > CellRange.LAST_ROW) {
        throw Refusal.damagedWorkbook();
      }
      rows.put(row + i, cells, width);
    }
  }

  void checkWidth(int columns) throws UnreadableFile {
    rows.checkWidth(row, columns);
  }

  void checkCharacters(int length) throws UnreadableFile {
    rows.checkCharacters(row, length);
  }

  void hideRows(int from, int times) {
    hiddenRows.set(from, (int) Math.min(from + (long) times, CellRange.LAST_ROW + 1L));
  }

  /** Hides columns; as many as there are if the file says more. */
  void hideColumns(int from, int to) {
    int last = Math.min(to, CellRange.LAST_COLUMN);
    if (from <= last) {
      hiddenColumns.set(Math.max(1, from), last + 1);
    }
  }

  void merge(CellRange range) throws UnreadableFile {
    if (merges.size() == MOST_MERGES) {
      throw Refusal.damagedWorkbook();
    }
    merges.add(range);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  RowSpool ended() throws UnreadableFile, IOException {
    return rows.ended();
  }

  void discard() throws IOException {
    rows.discard();
  }

  void tellHidden(HiddenPlaces hidden) {
    hiddenRows.stream().filter(rows::hasRow).forEach(number -> hidden.row(name, number));
    hiddenColumns.stream()
        .takeWhile(number -> number <= rows.width())
        .filter(rows::hasColumn)
        .forEach(number -> hidden.column(name, number));
  }

  /** Which values spread over their neighbours. */
  MergedRanges merged() throws UnreadableFile {
    for (CellRange merge : merges) {
      long height = Math.min(merge.bottom(), rows.last()) - merge.top() + 1L;
      long breadth = Math.min(merge.right(), rows.width()) - merge.left() + 1L;
      volume.addCells(Place.row(name, merge.top()), Math.max(0, height) * Math.max(0, breadth));
    }
    return new MergedRanges(merges, rows.last(), rows.width());
  }
}
