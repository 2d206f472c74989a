package dz.manchengo.hub.documents;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass over typed rows: each line comes out with the cells of the header above it. A row of a
 * type that nobody declared, or a line that belongs to no header, is refused by itself (FMT-021).
 */
final class TypedRowReading {
  private static final int SHOWN = 60;

  private final TypedRows types;
  private final List<String> names;
  private final SourceSheet.RowReader reader;
  private @Nullable SourceRow header;
  private boolean alone;
  private boolean wanted;

  TypedRowReading(TypedRows types, SourceSheet.RowReader reader)
      throws UnreadableFile, IOException {
    this.types = types;
    this.names = types.names();
    this.reader = reader;
    List<Cell> titles = new ArrayList<>(List.of(new Cell.Text(FlatTable.LINE)));
    names.forEach(name -> titles.add(new Cell.Text(name)));
    wanted = reader.row(new SourceRow(0, titles));
  }

  /** Takes the next row of the file; false when no more are wanted. */
  boolean row(SourceRow row) throws UnreadableFile, IOException {
    if (!wanted || row.isBlank() || types.isIgnored(row)) {
      return wanted;
    }
    if (types.header().isOf(row)) {
      header(row);
    } else if (types.line().isOf(row)) {
      line(row);
    } else {
      broken(row, "reason.typed.unknown");
    }
    return wanted;
  }

  /** No more rows come. */
  void end() throws UnreadableFile, IOException {
    SourceRow last = header;
    if (wanted && alone && last != null) {
      give(cells(last.number(), last, null));
    }
    alone = false;
  }

  private void header(SourceRow row) throws UnreadableFile, IOException {
    end();
    boolean heads = !types.header().isNames(row);
    header = heads ? row : null;
    alone = heads;
  }

  private void line(SourceRow row) throws UnreadableFile, IOException {
    SourceRow above = header;
    if (types.line().isNames(row)) {
      return;
    }
    if (above == null) {
      broken(row, "reason.typed.no-header");
    } else if (contradicts(above, row)) {
      broken(row, "reason.typed.other-header");
    } else {
      alone = false;
      give(cells(row.number(), above, row));
    }
  }

  /** Whether it repeats a value of its header otherwise. */
  private boolean contradicts(SourceRow above, SourceRow row) {
    for (String name : types.line().columns()) {
      int of = types.header().columns().indexOf(name);
      if (of >= 0 && !Texts.isBlank(name)) {
        String said = row.cell(types.line().columns().indexOf(name) + 1).text().strip();
        if (!said.isEmpty() && !said.equals(above.cell(of + 1).text().strip())) {
          return true;
        }
      }
    }
    return false;
  }

  private SourceRow cells(int number, SourceRow above, @Nullable SourceRow row) {
    List<Cell> cells = new ArrayList<>(blank(new Cell.Numeric(BigDecimal.valueOf(number))));
    take(types.header(), above, cells);
    if (row != null) {
      take(types.line(), row, cells);
      for (int i = types.line().columns().size() + 1; i < row.cells().size(); i++) {
        cells.add(row.cell(i)); // too many: the table's reader says so (FIL-019)
      }
    }
    return new SourceRow(number, cells);
  }

  private void take(TypedRows.RowType type, SourceRow row, List<Cell> cells) {
    for (int i = 0; i < type.columns().size(); i++) {
      int column = names.indexOf(type.columns().get(i)) + 1;
      if (column > 0 && !row.cell(i + 1).isBlank()) {
        cells.set(column, row.cell(i + 1));
      }
    }
  }

  private List<Cell> blank(Cell first) {
    Cell[] cells = new Cell[names.size() + 1];
    Arrays.fill(cells, Cell.blank());
    cells[0] = first;
    return List.of(cells);
  }

  private void broken(SourceRow row, String reason) throws UnreadableFile, IOException {
    String text = String.join(" ; ", row.cells().stream().map(Cell::text).toList()).strip();
    String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    String type = row.cell(0).text().strip();
    give(
        new SourceRow(
            row.number(), blank(new Cell.Broken(row.number(), shown, reason, type, true))));
  }

  private void give(SourceRow row) throws UnreadableFile, IOException {
    wanted = reader.row(row);
  }
}
