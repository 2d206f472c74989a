package dz.manchengo.hub.documents;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One row as the file has it.
 *
 * @param number 1-based, as Excel shows it: blank rows count, a quoted line break does not
 * @param cells from column A on; may be shorter than the header
 * @param part counts the documents of a structured file that are written whole, each with its
 *     lines; 0 where rows are all that there is
 */
public record SourceRow(int number, List<Cell> cells, int part) {
  private static final int SHOWN_CELLS = 6;
  private static final int SHOWN = 80;

  public SourceRow(int number, List<Cell> cells) {
    this(number, cells, 0);
  }

  SourceRow(int number, Cell[] cells) {
    this(number, List.of(cells));
  }

  public Cell cell(int index) {
    return index < cells.size() ? cells.get(index) : Cell.blank();
  }

  public boolean isBlank() {
    for (Cell cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** Whether so many cells and one more have a value. */
  boolean hasMoreThan(int count) {
    int filled = 0;
    for (Cell cell : cells) {
      filled += cell.isBlank() ? 0 : 1;
      if (filled > count) {
        return true;
      }
    }
    return false;
  }

  /** Its first texts, for a sentence. */
  String shown() {
    String text =
        cells.stream()
            .filter(cell -> !cell.isBlank())
            .limit(SHOWN_CELLS)
            .map(cell -> cell.text().strip())
            .collect(Collectors.joining(" ; "));
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
