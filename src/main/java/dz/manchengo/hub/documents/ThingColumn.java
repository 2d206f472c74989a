package dz.manchengo.hub.documents;

import java.util.Set;

/** « Produit », which names an article, and beside its name holds its code. */
final class ThingColumn {
  private static final String NAME = "description";
  private static final Set<String> HEADERS = Set.of("produit", "product", "item");

  private ThingColumn() {}

  static boolean isOne(Layout.Column column) {
    return column.match().by() != Aliases.By.FEED
        && column.means(NAME)
        && HEADERS.contains(HeaderName.normalise(column.header()));
  }

  /** « Produit » beside « Désignation », and no other column for a code. */
  static boolean isBesideName(SheetSurvey survey) {
    return survey.columns().stream().noneMatch(c -> c.column().means("product_code"))
        && survey.columns().stream()
            .map(ColumnSurvey::column)
            .anyMatch(c -> c.means(NAME) && !isOne(c));
  }
}
