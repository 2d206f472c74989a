package dz.manchengo.hub.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The merged ranges of one worksheet. The value of a range belongs to every cell that it covers
 * (domain notes §7.1.6), as far as the sheet has rows and columns at all.
 */
final class MergedRanges {
  private final List<CellRange> ranges;
  private final int lastRow;
  private final int lastColumn;

  MergedRanges(List<CellRange> ranges, int lastRow, int lastColumn) {
    this.ranges =
        ranges.stream()
            .filter(r -> r.top() <= lastRow && r.left() <= lastColumn)
            .sorted(Comparator.comparingInt(CellRange::top))
            .toList();
    this.lastRow = lastRow;
    this.lastColumn = lastColumn;
  }

  /** The rows of the spool with the ranges filled in. */
  void read(RowSpool spool, SourceSheet.RowReader reader) throws UnreadableFile, IOException {
    if (ranges.isEmpty()) {
      spool.read(reader);
      return;
    }
    Filling filling = new Filling(reader);
    spool.read(filling::row);
    filling.rowsUntil(lastRow + 1);
  }

  /** The value of a range that reaches down to here. */
  private record Open(CellRange range, Cell value) {}

  /** One pass over the rows. */
  private final class Filling {
    private final SourceSheet.RowReader reader;
    private final List<Open> open = new ArrayList<>();
    private int next;
    private int number;
    private boolean wanted = true;

    private Filling(SourceSheet.RowReader reader) {
      this.reader = reader;
    }

    private boolean row(SourceRow row) throws UnreadableFile, IOException {
      rowsUntil(row.number());
      return give(row.number(), row.cells().toArray(Cell[]::new));
    }

    /** Rows that have values by their ranges only. */
    private void rowsUntil(int end) throws UnreadableFile, IOException {
      while (wanted && number + 1 < end) {
        open.removeIf(o -> o.range().bottom() <= number);
        if (open.isEmpty()) {
          return;
        }
        give(number + 1, new Cell[0]);
      }
    }

    private boolean give(int row, Cell[] cells) throws UnreadableFile, IOException {
      if (!wanted) {
        return false;
      }
      number = row;
      open.removeIf(o -> o.range().bottom() < row);
      Cell[] filled = cells;
      for (; next < ranges.size() && ranges.get(next).top() <= row; next++) {
        begin(ranges.get(next), row, cells);
      }
      for (Open one : open) {
        filled = fill(filled, one.range(), one.value());
      }
      wanted = reader.row(new SourceRow(row, filled));
      return wanted;
    }

    private void begin(CellRange range, int row, Cell[] cells) {
      Cell value =
          range.top() == row && range.left() <= cells.length
              ? cells[range.left() - 1]
              : Cell.blank();
      if (!value.isBlank() && range.bottom() >= row) {
        open.add(new Open(range, value));
      }
    }

    private Cell[] fill(Cell[] cells, CellRange range, Cell value) {
      int right = Math.min(range.right(), lastColumn);
      Cell[] filled = SheetRows.padded(cells, right);
      Arrays.fill(filled, range.left() - 1, right, value);
      return filled;
    }
  }
}
