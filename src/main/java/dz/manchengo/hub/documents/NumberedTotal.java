package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * « Sous-total » or « Total facture FV-12 » where the article stands, with the number of its
 * document before it: read as any other total, without what stands before its label. A row with a
 * quantity, a code or a rate of its own is a line.
 */
final class NumberedTotal {
  private static final Set<String> NAMES = Set.of("description", "product_name");

  private static final Set<String> OF_LINES = Set.of("qty", "vat_rate", "product_code", "uom");

  private final Layout layout;
  private final List<Layout.Column> names;
  private final List<Layout.Column> lines;

  NumberedTotal(Layout layout) {
    this.layout = layout;
    this.names = columns(NAMES);
    this.lines = columns(OF_LINES);
  }

  private List<Layout.Column> columns(Set<String> fields) {
    return layout.ownColumns().stream()
        .filter(c -> !c.match().isUnknown())
        .filter(c -> fields.contains(c.match().fields().get(0).name()))
        .toList();
  }

  /** The row as the table has it, from the label on where it is such a total. */
  SourceRow own(SourceRow row) {
    SourceRow own = layout.own(row);
    for (Layout.Column name : names) {
      if (announces(row.cell(name.index())) && lines.stream().allMatch(c -> isBlank(row, c))) {
        List<Cell> cells = new ArrayList<>(own.cells());
        for (int i = 0; i < name.index() && i < cells.size(); i++) {
          cells.set(i, Cell.blank());
        }
        return new SourceRow(own.number(), cells, own.part());
      }
    }
    return own;
  }

  private static boolean isBlank(SourceRow row, Layout.Column column) {
    return row.cell(column.index()).isBlank();
  }

  private static boolean announces(Cell cell) {
    SourceRow alone = new SourceRow(0, List.of(cell));
    return TotalRows.announcesTotal(alone) && NamedTotal.isOfGroup(TotalRows.firstText(alone));
  }
}
