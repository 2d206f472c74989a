package dz.manchengo.hub.documents;

import java.util.List;

/**
 * « Classe 3 : Comptes de stocks » above the accounts of a trial balance: a text and no account.
 */
final class AccountHeadings {
  private final List<Layout.Column> columns;
  private final boolean balances;

  AccountHeadings(List<Layout.Column> columns) {
    this.columns = columns;
    this.balances = columns.stream().anyMatch(column -> column.means("account"));
  }

  boolean isOne(SourceRow row) {
    if (!balances) {
      return false;
    }
    List<Cell> filled =
        columns.stream()
            .map(column -> row.cell(column.index()))
            .filter(cell -> !cell.isBlank())
            .toList();
    return filled.size() == 1
        && filled.get(0) instanceof Cell.Text text
        && Character.isLetter(text.text().strip().charAt(0));
  }
}
