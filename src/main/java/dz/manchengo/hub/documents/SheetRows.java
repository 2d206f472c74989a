package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.FileReader.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the rows of one sheet, in any order, within the limits. */
final class SheetRows {
  private final String sheet;
  private final Limits limits;
  private final Volume volume;
  private final List<Cell @Nullable []> rows = new ArrayList<>();
  private int width;

  SheetRows(String sheet, Limits limits, Volume volume) {
    this.sheet = sheet;
    this.limits = limits;
    this.volume = volume;
  }

  void checkCharacters(int row, int characters) throws UnreadableFile {
    if (characters > limits.cellCharacters()) {
      throw Refusal.tooLarge(
          Place.row(sheet, row),
          "reason.what.cell-characters",
          characters,
          limits.cellCharacters());
    }
  }

  void checkWidth(int row, int columns) throws UnreadableFile {
    if (columns > limits.columns()) {
      throw Refusal.tooLarge(
          Place.row(sheet, row), "reason.what.columns", columns, limits.columns());
    }
  }

  /**
   * Takes a row in.
   *
   * @param number 1-based
   * @param cells up to the last one that is not blank, of which there is at least one
   */
  void put(int number, Cell[] cells) throws UnreadableFile {
    Place place = Place.row(sheet, number);
    checkWidth(number, cells.length);
    volume.addCells(place, Arrays.stream(cells).filter(cell -> !cell.isBlank()).count());
    volume.addRows(place, Math.max(0, number - rows.size()));
    while (rows.size() < number) {
      rows.add(null);
    }
    Cell[] before = rows.get(number - 1);
    rows.set(number - 1, before == null ? cells : joined(before, cells, place));
    width = Math.max(width, cells.length);
  }

  /** The same row twice is borne as long as no cell comes twice. */
  private static Cell[] joined(Cell[] before, Cell[] after, Place place) throws UnreadableFile {
    Cell[] joined = padded(before, Math.max(before.length, after.length));
    for (int i = 0; i < after.length; i++) {
      if (!joined[i].isBlank() && !after[i].isBlank()) {
        throw Refusal.unreadable(place, "reason.cell-twice", "row", place.row());
      }
      joined[i] = joined[i].isBlank() ? after[i] : joined[i];
    }
    return joined;
  }

  /** The value of a merged range belongs to every cell that the range covers (1-based corners). */
  void merge(CellRange range) throws UnreadableFile {
    Cell value = at(range.top(), range.left());
    int bottom = Math.min(range.bottom(), rows.size());
    int right = Math.min(range.right(), width);
    if (value.isBlank()) {
      return;
    }
    Place place = Place.row(sheet, range.top());
    volume.addCells(place, (bottom - range.top() + 1L) * (right - range.left() + 1L));
    for (int row = range.top(); row <= bottom; row++) {
      Cell[] cells = rows.get(row - 1);
      Cell[] filled = padded(cells == null ? new Cell[0] : cells, right);
      Arrays.fill(filled, range.left() - 1, right, value);
      rows.set(row - 1, filled);
    }
  }

  private Cell at(int row, int column) {
    Cell[] cells = row <= rows.size() ? rows.get(row - 1) : null;
    return cells == null || column > cells.length ? Cell.blank() : cells[column - 1];
  }

  boolean hasRow(int number) {
    return number <= rows.size() && rows.get(number - 1) != null;
  }

  /** Whether any row has a value there (1-based). */
  boolean hasColumn(int number) {
    for (Cell[] cells : rows) {
      if (cells != null && cells.length >= number && !cells[number - 1].isBlank()) {
        return true;
      }
    }
    return false;
  }

  int width() {
    return width;
  }

  private static Cell[] padded(Cell[] cells, int length) {
    if (cells.length >= length) {
      return cells;
    }
    Cell[] padded = Arrays.copyOf(cells, length);
    Arrays.fill(padded, cells.length, length, Cell.blank());
    return padded;
  }

  /** The sheet with a row for each row number; what was gathered is handed over. */
  SourceSheet sheet() {
    List<SourceRow> sourceRows = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Cell[] cells = rows.set(i, null);
      sourceRows.add(new SourceRow(i + 1, cells == null ? List.of() : List.of(cells)));
    }
    return new SourceSheet(sheet, sourceRows);
  }
}
