package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Set;

/** « Facturé », which is answered by yes and no, is no « Facture », which is numbered. */
final class BilledColumn {
  private static final Set<String> HEADERS = Set.of("facture", "facturee", "factures", "invoiced");

  private static final Set<String> ANSWERS =
      Set.of("oui", "non", "o", "n", "x", "vrai", "faux", "yes", "no", "y", "true", "false");

  private BilledColumn() {}

  /** The column as its values mean it. */
  static Layout.Column settled(Layout.Column column, SourceSheet sheet, int header) {
    return HEADERS.contains(HeaderName.normalise(column.header()))
            && column.match().by() != Aliases.By.FEED
            && holdsAnswers(column.firstCells(sheet, header))
        ? column.unknown()
        : column;
  }

  private static boolean holdsAnswers(List<Cell> cells) {
    return !cells.isEmpty()
        && cells.stream()
            .map(cell -> Typography.fold(cell.text()).strip())
            .allMatch(ANSWERS::contains);
  }
}
