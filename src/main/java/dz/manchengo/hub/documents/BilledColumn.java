package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Set;

/** « Facturé », which is answered by yes and no, is no « Facture », which is numbered. */
final class BilledColumn {
  private static final Set<String> HEADERS = Set.of("facture", "facturee", "factures", "invoiced");

  private static final Set<String> ANSWERS =
      Set.of("oui", "non", "o", "n", "x", "vrai", "faux", "yes", "no", "y", "true", "false");

  private static final Aliases.Match NOTHING =
      new Aliases.Match(List.of(), Aliases.By.NOTHING, null);

  private BilledColumn() {}

  /** The column as its values mean it. */
  static Layout.Column settled(Layout.Column column, SourceSheet sheet, int header) {
    return HEADERS.contains(HeaderName.normalise(column.header()))
            && column.match().by() != Aliases.By.FEED
            && holdsAnswers(sheet.head(), header, column.index())
        ? new Layout.Column(column.index(), column.header(), NOTHING)
        : column;
  }

  private static boolean holdsAnswers(List<SourceRow> head, int header, int column) {
    List<String> values =
        head.stream()
            .skip(header + 1L)
            .map(row -> Typography.fold(row.cell(column).text()).strip())
            .filter(value -> !value.isEmpty())
            .toList();
    return !values.isEmpty() && ANSWERS.containsAll(values);
  }
}
