package dz.manchengo.hub.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One table of a file. Its rows are not kept: they are read again each time they are asked for, so
 * that memory does not grow with the file. Merged cells are filled in.
 */
public final class SourceSheet {
  /** Where titles and headers are looked for. */
  static final int HEAD = 30;

  private final String name;
  private final @Nullable Character delimiter;
  private final Rows rows;
  private final List<SourceRow> head;

  /** Where the rows come from, in order; wholly blank ones may be left out. */
  interface Rows {
    void read(RowReader reader) throws UnreadableFile, IOException;
  }

  /** Takes rows one after the other. */
  @FunctionalInterface
  public interface RowReader {
    /** False when no more rows are wanted. */
    boolean row(SourceRow row) throws UnreadableFile, IOException;
  }

  SourceSheet(String name, @Nullable Character delimiter, Rows rows)
      throws UnreadableFile, IOException {
    this.name = name;
    this.delimiter = delimiter;
    this.rows = rows;
    this.head = head(rows);
  }

  private SourceSheet(SourceSheet sheet, String name, Rows rows) {
    this.name = name;
    this.delimiter = sheet.delimiter;
    this.rows = rows;
    this.head = sheet.head;
  }

  /** The same sheet under another name. */
  SourceSheet named(String other) {
    return new SourceSheet(this, other, rows);
  }

  /** Reads rows and hands on others. */
  @FunctionalInterface
  interface Rewriting {
    void read(Rows rows, RowReader reader) throws UnreadableFile, IOException;
  }

  /** The same sheet with other rows in the place of some, as it is read; its head stays. */
  SourceSheet rewritten(Rewriting rewriting) {
    return new SourceSheet(this, name, reader -> rewriting.read(rows, reader));
  }

  /**
   * The same sheet with each row made another one as it is read; its head stays as it is.
   *
   * @param changes asked for one each time that the rows are read
   */
  SourceSheet mapped(Supplier<UnaryOperator<SourceRow>> changes) {
    return rewritten(
        (all, reader) -> {
          UnaryOperator<SourceRow> change = changes.get();
          all.read(row -> reader.row(change.apply(row)));
        });
  }

  private static List<SourceRow> head(Rows rows) throws UnreadableFile, IOException {
    List<SourceRow> head = new ArrayList<>();
    rows.read(
        row -> {
          boolean made = row.number() == 0 || isMade(head);
          while (!made && head.size() < Math.min(row.number() - 1, HEAD)) {
            head.add(new SourceRow(head.size() + 1, List.of()));
          }
          if (made || row.number() <= HEAD) {
            head.add(row);
          }
          return made ? head.size() < HEAD : row.number() < HEAD;
        });
    return List.copyOf(head);
  }

  private static boolean isMade(List<SourceRow> head) {
    return !head.isEmpty() && head.get(0).number() == 0;
  }

  /** Whether the header was made for a structured file (XML, JSON); it is the first row then. */
  boolean isMade() {
    return isMade(head);
  }

  /** The sheet's name; empty for a file without sheets (CSV). */
  public String name() {
    return name;
  }

  /** Between the fields of a text; null for a sheet of a workbook. */
  @Nullable Character delimiter() {
    return delimiter;
  }

  /**
   * The first rows. Of a sheet: blank ones included, so that the row with the index i has the
   * number i + 1. Of a structured file: the header, and rows that have values.
   */
  public List<SourceRow> head() {
    return head;
  }

  boolean isEmpty() {
    return head.isEmpty();
  }

  /**
   * Reads the rows from the first one on, in order; wholly blank rows may be left out.
   *
   * @throws UnreadableFile when the file is at fault
   * @throws IOException when our disk is
   */
  public void read(RowReader reader) throws UnreadableFile, IOException {
    rows.read(reader);
  }
}
