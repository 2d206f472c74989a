package dz.manchengo.hub.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The foot of a form that is a table of its own: « Total HT | TVA 19 % | Total TTC | Net à payer »
 * with the figures in the row below. Each is read as if it stood in a row of its own, the label
 * beside the figure.
 */
final class TotalsFoot {
  private static final int FEWEST = 2;

  /** What stands among the totals and is none. */
  private static final Pattern OTHER =
      Pattern.compile(
          "(?:droits? )?timbre(?: fiscal)?|remise(?: globale)?|rabais|escompte|(?:frais )?(?:port|transport)");

  private final int header;
  private final int last;
  private final SourceSheet.RowReader reader;
  private @Nullable SourceRow labels;

  private TotalsFoot(Layout table, SourceSheet.RowReader reader) {
    this.header = table.headerRow().number();
    this.last =
        Math.max(1, table.columns().stream().mapToInt(Layout.Column::index).max().orElse(1));
    this.reader = reader;
  }

  /** The table as a form reads it; one that numbers its rows is none. */
  static Layout unfolded(Layout table) {
    return table.columns().stream().anyMatch(column -> column.means("doc_no"))
        ? table
        : table.on(
            table
                .sheet()
                .rewritten(
                    (rows, reader) -> {
                      TotalsFoot foot = new TotalsFoot(table, reader);
                      rows.read(foot::row);
                      foot.end();
                    }));
  }

  private boolean row(SourceRow row) throws UnreadableFile, IOException {
    SourceRow above = labels;
    labels = null;
    if (above != null && areFigures(row, above)) {
      return unfold(above, row);
    }
    if (above != null && !reader.row(above)) {
      return false;
    }
    if (row.number() > header && areLabels(row)) {
      labels = row;
      return true;
    }
    return reader.row(row);
  }

  private void end() throws UnreadableFile, IOException {
    if (labels != null) {
      reader.row(Objects.requireNonNull(labels));
    }
  }

  private static boolean areLabels(SourceRow row) {
    int filled = 0;
    for (Cell cell : row.cells()) {
      if (!cell.isBlank()) {
        if (!(cell instanceof Cell.Text) || !isLabel(cell.text())) {
          return false;
        }
        filled++;
      }
    }
    return filled >= FEWEST;
  }

  private static boolean isLabel(String text) {
    String name = TotalRows.spelledOut(HeaderName.normalise(text));
    return AmountLabel.of(name) != null || OTHER.matcher(name).matches();
  }

  private static boolean areFigures(SourceRow row, SourceRow labels) {
    boolean any = false;
    for (int i = 0; i < row.cells().size(); i++) {
      Cell cell = row.cell(i);
      if (!cell.isBlank()) {
        if (labels.cell(i).isBlank() || CellValue.number(cell) == NumberReading.NOT_A_NUMBER) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  private boolean unfold(SourceRow names, SourceRow figures) throws UnreadableFile, IOException {
    for (int i = 0; i < names.cells().size(); i++) {
      if (!names.cell(i).isBlank() && !figures.cell(i).isBlank()) {
        List<Cell> cells = new ArrayList<>();
        while (cells.size() < last - 1) {
          cells.add(Cell.blank());
        }
        cells.add(names.cell(i));
        cells.add(figures.cell(i));
        if (!reader.row(new SourceRow(figures.number(), cells, figures.part()))) {
          return false;
        }
      }
    }
    return true;
  }
}
