package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.FileReader.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/** Gathers the rows of one worksheet in a spool, in any order, within the limits. */
final class SheetRows {
  /** Rows that do not come in order are sorted in memory; no program writes many such. */
  private static final int MOST_TO_SORT = 50_000;

  private final String sheet;
  private final RowLimits bounds;
  private final Volume volume;
  private final Path folder;
  private RowSpool spool;
  private final BitSet filledRows = new BitSet();
  private final BitSet filledColumns = new BitSet();
  private int last;
  private boolean inOrder = true;

  SheetRows(String sheet, Limits limits, Volume volume, Path folder) throws IOException {
    this.sheet = sheet;
    this.bounds = new RowLimits(sheet, limits);
    this.volume = volume;
    this.folder = folder;
    this.spool = new RowSpool(folder);
  }

  void checkCharacters(int row, int characters) throws UnreadableFile {
    bounds.checkCharacters(row, characters);
  }

  void checkWidth(int row, int columns) throws UnreadableFile {
    bounds.checkWidth(row, columns);
  }

  /**
   * Takes a row in.
   *
   * @param number 1-based
   * @param cells of which the first {@code width} count; the last of them is not blank
   */
  void put(int number, Cell[] cells, int width) throws UnreadableFile, IOException {
    bounds.checkWidth(number, width);
    volume.addRows(Place.row(sheet, number), Math.max(0, number - last));
    inOrder &= number > last;
    last = Math.max(last, number);
    filledRows.set(number);
    for (int i = 0; i < width; i++) {
      if (!cells[i].isBlank()) {
        filledColumns.set(i + 1);
      }
    }
    volume.addSpooled(Place.row(sheet, number), width);
    spool.append(number, cells, width);
  }

  boolean hasRow(int number) {
    return filledRows.get(number);
  }

  /** Whether any row has a value there (1-based). */
  boolean hasColumn(int number) {
    return filledColumns.get(number);
  }

  int width() {
    return filledColumns.length() - 1;
  }

  int last() {
    return last;
  }

  boolean isEmpty() {
    return last == 0;
  }

  /** What was gathered, in order; nothing more is taken in. */
  RowSpool ended() throws UnreadableFile, IOException {
    spool.end();
    if (!inOrder) {
      RowSpool sorted = sorted();
      spool.close();
      spool = sorted;
    }
    return spool;
  }

  void discard() throws IOException {
    spool.close();
  }

  private RowSpool sorted() throws UnreadableFile, IOException {
    Map<Integer, Cell[]> rows = new TreeMap<>();
    spool.read(
        row -> {
          Cell[] cells = row.cells().toArray(Cell[]::new);
          Cell[] before = rows.get(row.number());
          rows.put(row.number(), before == null ? cells : joined(before, cells, row.number()));
          if (rows.size() > MOST_TO_SORT) {
            throw Refusal.damagedWorkbook();
          }
          return true;
        });
    RowSpool sorted = new RowSpool(folder);
    for (Map.Entry<Integer, Cell[]> row : rows.entrySet()) {
      sorted.append(row.getKey(), row.getValue(), row.getValue().length);
    }
    sorted.end();
    return sorted;
  }

  /** The same row twice is borne as long as no cell comes twice. */
  private Cell[] joined(Cell[] before, Cell[] after, int number) throws UnreadableFile {
    Cell[] joined = padded(before, Math.max(before.length, after.length));
    for (int i = 0; i < after.length; i++) {
      if (!joined[i].isBlank() && !after[i].isBlank()) {
        throw Refusal.unreadable(Place.row(sheet, number), "reason.cell-twice", "row", number);
      }
      joined[i] = joined[i].isBlank() ? after[i] : joined[i];
    }
    return joined;
  }

  static Cell[] padded(Cell[] cells, int length) {
    if (cells.length >= length) {
      return cells;
    }
    Cell[] padded = Arrays.copyOf(cells, length);
    Arrays.fill(padded, cells.length, length, Cell.blank());
    return padded;
  }
}
