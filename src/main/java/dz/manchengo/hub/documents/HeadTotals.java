package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.List;

/** Labels of totals above a form's table with their figure, which stands beside or below them. */
final class HeadTotals {
  private HeadTotals() {}

  /** From the top; what has no figure of its own is none. */
  static List<Titles.Title> of(Layout table) {
    int header = table.headerRows().get(0).number();
    List<SourceRow> rows =
        table.sheet().head().stream().filter(row -> row.number() < header).toList();
    List<Titles.Title> totals = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      SourceRow row = rows.get(i);
      for (Titles.Title title : Titles.in(row)) {
        if (isTotal(title.label()) && isFigure(title.value())) {
          totals.add(title);
        }
      }
      SourceRow next = i + 1 < rows.size() ? rows.get(i + 1) : row;
      if (next.number() == row.number() + 1) {
        totals.addAll(above(row, next));
      }
    }
    return totals;
  }

  /** « Total HT | TVA | Net à payer » above their figures. */
  private static List<Titles.Title> above(SourceRow row, SourceRow next) {
    List<Titles.Title> totals = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      String label = Titles.bare(row.cell(i));
      boolean beside = isFigure(row.cell(i + 1));
      if (!beside && isTotal(label) && isFigure(next.cell(i))) {
        totals.add(new Titles.Title(label, next.cell(i), next.number()));
      }
    }
    return totals;
  }

  private static boolean isTotal(String label) {
    String name = HeaderName.normalise(TotalSpelling.usual(label));
    return AmountLabel.of(TotalRows.spelledOut(name)) != null;
  }

  private static boolean isFigure(Cell cell) {
    return !cell.isBlank() && CellValue.number(cell) != NumberReading.NOT_A_NUMBER;
  }
}
