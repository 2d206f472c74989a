package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.FileReader.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table that a structured file (XML, JSON) is read as: one row for each line of a document, the
 * names of values as headers. Its header stands on row 0, which no file has; a row has the number
 * of its line in the file, or the next one where several rows stand on one line.
 */
final class FlatTable implements Closeable {
  /** Says on which line of the file a row stands, where its number does not. */
  static final String LINE = "Ligne du fichier";

  private final Limits limits;
  private final RowSpool spool;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private int rows;
  private int last;
  private int parts;
  private int part;
  private boolean shifted;
  private boolean fixed;

  FlatTable(Limits limits, Path folder) throws IOException {
    this.limits = limits;
    this.spool = new RowSpool(folder);
    columns.put(LINE, 0);
  }

  /** Columns in their order, before the first row; others that come are not in the table. */
  void columns(List<String> names) {
    names.forEach(name -> columns.put(name, columns.size()));
    fixed = true;
  }

  /** The rows that follow are a whole document's. */
  void beginDocument() {
    part = ++parts;
  }

  /** The rows that follow are whatever their values say. */
  void endDocument() {
    part = 0;
  }

  /** Adds a row; columns that are new stand behind those that are known. */
  void add(int line, Map<String, Cell> values) throws UnreadableFile, IOException {
    add(line, new Cell.Numeric(BigDecimal.valueOf(line)), values);
  }

  /** Adds what could be read of a line that is broken. */
  void addBroken(int line, Map<String, Cell> values, Cell.Broken broken)
      throws UnreadableFile, IOException {
    shifted = true;
    add(line, broken, values);
  }

  private void add(int line, Cell first, Map<String, Cell> values)
      throws UnreadableFile, IOException {
    int number = Math.max(line, last + 1);
    shifted |= number != line;
    last = number;
    checkRows(number);
    Cell[] cells = new Cell[columns.size() + values.size()];
    java.util.Arrays.fill(cells, Cell.blank());
    cells[0] = first;
    int width = 1;
    for (Map.Entry<String, Cell> value : values.entrySet()) {
      int column = column(number, value.getKey());
      if (column >= 0) {
        cells[column] = value.getValue();
        width = Math.max(width, column + 1);
      }
    }
    spool.append(number, cells, width, part);
  }

  private void checkRows(int number) throws UnreadableFile {
    if (++rows > limits.rows()) {
      throw Refusal.tooLarge(Place.row("", number), "reason.what.rows", rows, limits.rows());
    }
  }

  private int column(int number, String name) throws UnreadableFile {
    Integer known = fixed ? columns.getOrDefault(name, -1) : columns.get(name);
    if (known != null) {
      return known;
    }
    columns.put(name, columns.size());
    if (columns.size() - 1 > limits.columns()) {
      throw Refusal.tooLarge(
          Place.row("", number), "reason.what.columns", columns.size() - 1, limits.columns());
    }
    return columns.size() - 1;
  }

  boolean isEmpty() {
    return rows == 0;
  }

  /** What was added; nothing more is. */
  SourceSheet sheet() throws UnreadableFile, IOException {
    spool.end();
    List<Cell> header = new ArrayList<>();
    columns.keySet().forEach(name -> header.add(new Cell.Text(name)));
    return new SourceSheet(
        "",
        null,
        reader -> {
          if (reader.row(new SourceRow(0, shown(header)))) {
            spool.read(
                row -> reader.row(new SourceRow(row.number(), shown(row.cells()), row.part())));
          }
        });
  }

  private List<Cell> shown(List<Cell> cells) {
    return shifted ? cells : cells.subList(1, cells.size());
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }
}
