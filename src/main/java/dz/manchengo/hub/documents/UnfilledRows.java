package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Rows that were prepared and not filled in: a formula that was dragged down gives an amount of 0,
 * a rate of VAT stands there by default, a form numbers its lines beforehand. They say nothing.
 */
final class UnfilledRows {
  private static final Set<String> COUNTERS =
      Set.of("no", "n", "num", "ligne", "no ligne", "item", "pos", "rang", "ordre", "no ordre");

  private final List<Layout.Column> columns;
  private final boolean form;
  private final boolean lines;

  UnfilledRows(List<Layout.Column> columns, boolean form) {
    this.columns = columns;
    this.form = form;
    this.lines = columns.stream().anyMatch(column -> column.means("qty"));
  }

  boolean isOne(SourceRow row) {
    if (!lines) {
      return false;
    }
    boolean any = false;
    for (Layout.Column column : columns) {
      Cell cell = row.cell(column.index());
      if (!cell.isBlank()) {
        if (!saysNothing(column, cell)) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  private boolean saysNothing(Layout.Column column, Cell cell) {
    BigDecimal number = CellValue.exact(cell);
    if (number == null) {
      return false;
    }
    if (column.match().isUnknown() || column.means("line_no")) {
      return form && COUNTERS.contains(HeaderName.normalise(column.header()));
    }
    boolean rate = VatWords.FIELDS.stream().anyMatch(column::means) && VatEvidence.isRate(number);
    boolean amount = column.match().fields().get(0).type() == Aliases.Type.MONEY;
    return rate || (amount && number.signum() == 0);
  }
}
