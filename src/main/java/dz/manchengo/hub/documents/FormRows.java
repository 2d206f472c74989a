package dz.manchengo.hub.documents;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows of a form that are no lines, though they stand in its table or below it: « LOT 1 –
 * Maçonnerie », the second line of a designation, « Acompte versé », « Mode de règlement ; Chèque
 * ». A row with figures in its cells is never a text.
 */
final class FormRows {
  private static final Pattern PAID =
      Pattern.compile(
          "(?:montants? |total |deja )*"
              + "(?:(?:avances?|acomptes?|arrhes|versements?|reglements?|paiements?|encaissements?)\\b.*"
              + "|(?:verse|paye|regle|recu|encaisse)e?s?(?: .*)?"
              + "|(?:reste|restant)(?: (?:a|du|net)\\b.*)?|solde\\b.*|reliquat\\b.*"
              + "|(?:ancien|nouveau) solde\\b.*)");

  /** « Avance ; 01/05/2026 ; 100,00 » */
  private static final int MOST_CELLS = 3;

  private final Layout layout;
  private final List<Layout.Column> columns;
  private final boolean form;
  private final boolean priced;

  FormRows(Layout layout) {
    this.layout = layout;
    this.columns = layout.ownColumns();
    this.form =
        layout.columns().stream()
            .filter(column -> column.index() >= layout.titles().from())
            .anyMatch(column -> column.means("doc_no") || column.means(CreditNumbers.FIELD));
    this.priced =
        layout.isOfServices()
            || (columns.stream().anyMatch(column -> is(column, Aliases.Type.QTY))
                && columns.stream().anyMatch(column -> is(column, Aliases.Type.PRICE)));
  }

  /** Whether what numbers the document stands above its table. */
  boolean isForm() {
    return form;
  }

  /** Below the totals: what was paid or is left to be paid, and how. No line can follow. */
  boolean isPaid(SourceRow row) {
    if (!form) {
      return false;
    }
    int cells = 0;
    int numbers = 0;
    for (Cell cell : row.cells()) {
      cells += cell.isBlank() ? 0 : 1;
      numbers += isNumber(cell) ? 1 : 0;
    }
    return cells <= MOST_CELLS && numbers <= 1 && PAID.matcher(TotalRows.firstText(row)).matches();
  }

  /** Below the totals: words, and not the header of another table. */
  boolean isRemark(SourceRow row) {
    return form
        && row.cells().stream().allMatch(cell -> cell.isBlank() || isWords(cell))
        && !OtherTable.begins(row, layout);
  }

  /**
   * Among the lines: one text and nothing else. Only above totals, which tell whether a line was
   * forgotten; merged cells give the same text several times.
   */
  boolean isText(SourceRow row) {
    if (!form || !priced || layout.titles().trailers().isEmpty()) {
      return false;
    }
    List<Cell> filled = row.cells().stream().filter(cell -> !cell.isBlank()).toList();
    String text = filled.isEmpty() ? "" : filled.get(0).text();
    return !filled.isEmpty()
        && filled.stream().allMatch(cell -> isWords(cell) && cell.text().equals(text))
        && (filled.size() > 1 || !isOfFigures(row));
  }

  /** « à voir » alone under « Qté » is a line whose cells went wrong. */
  private boolean isOfFigures(SourceRow row) {
    return columns.stream()
        .anyMatch(
            column ->
                !row.cell(column.index()).isBlank()
                    && !column.match().isUnknown()
                    && NumberColumns.isNumber(column.match().fields().get(0).type()));
  }

  private static boolean isWords(Cell cell) {
    return cell instanceof Cell.Text text && !text.isError() && !isNumber(cell);
  }

  private static boolean isNumber(Cell cell) {
    return !cell.isBlank() && CellValue.number(cell) != NumberReading.NOT_A_NUMBER;
  }

  private static boolean is(Layout.Column column, Aliases.Type type) {
    return !column.match().isUnknown() && column.match().fields().get(0).type() == type;
  }
}
