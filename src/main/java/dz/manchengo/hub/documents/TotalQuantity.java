package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Set;

/**
 * « Qté totale », « Total pièces » beside « Nb colis » and a price: what is priced, and no sum
 * below other rows. Without a price it may be a whole document's.
 */
final class TotalQuantity {
  private static final Set<String> HEADERS =
      Set.of(
          "qte totale",
          "quantite totale",
          "total qte",
          "total quantite",
          "total pieces",
          "total unites",
          "total pcs",
          "qte tot",
          "total qty",
          "total quantity");

  private static final String FIELD = "qty";
  private final List<Aliases.Field> quantities;

  TotalQuantity(List<String> scopes, Aliases aliases) {
    this.quantities =
        scopes.stream()
            .flatMap(scope -> aliases.fields(scope).stream())
            .filter(field -> field.name().equals(FIELD))
            .toList();
  }

  /** The column as those beside it mean it. */
  Layout.Column named(Layout.Column column, List<Layout.Column> all) {
    return !quantities.isEmpty()
            && column.match().by() != Aliases.By.FEED
            && HEADERS.contains(HeaderName.normalise(column.header()))
            && all.stream().anyMatch(other -> PriceUnits.PRICES.stream().anyMatch(other::means))
        ? new Layout.Column(
            column.index(), column.header(), new Aliases.Match(quantities, Aliases.By.ALIAS, null))
        : column;
  }
}
