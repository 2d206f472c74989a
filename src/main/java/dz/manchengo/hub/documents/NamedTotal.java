package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells an article that is called « Total Quartz 5W40 » or « Sous-total Yaourt » from a sum: an
 * article has a quantity and a price, a rate or a code of its own, a sum has none of these.
 */
final class NamedTotal {
  private static final Set<String> NAMES =
      Set.of("description", "product_code", "product_name", "input_name", "input_code");
  private static final Set<String> CODES =
      Set.of("product_code", "input_code", "lot_code", "input_lot");

  private static final Set<String> RATES = Set.of("vat_rate");

  /** What sums are of: behind « Total » they name no article. */
  private static final Set<String> GROUPS =
      Set.of(
          ("client fournisseur facture factures avoir avoirs commande commandes bon bl "
                  + "famille categorie rayon depot magasin zone wilaya mois jour journee semaine "
                  + "periode annee page tva ht ttc net brut remise remises taxe taxes timbre "
                  + "quantite quantites qte ligne lignes article articles produit produits "
                  + "montant hors general customer supplier invoice invoices order orders month "
                  + "day week vat tax amount quantity items lines nombre nbre nb janvier fevrier "
                  + "mars avril mai juin juillet aout septembre octobre novembre decembre "
                  + "trimestre")
              .split(" ", -1));

  private static final Pattern SUMMING =
      Pattern.compile("^(?:(?:grand|sous|general|totaux|total|subtotal) ?)+");

  private final List<Layout.Column> columns;
  private final List<Layout.Column> names;
  private final KnownArticles articles = new KnownArticles();
  private final boolean priced;

  /** What a row that begins like a total is. */
  enum Says {
    TOTAL,
    ARTICLE,
    /** Nobody can tell: neither is to be taken for granted (FIL-040). */
    EITHER
  }

  NamedTotal(List<Layout.Column> columns) {
    this.columns = columns;
    this.names = columns.stream().filter(column -> means(column, NAMES)).toList();
    this.priced = columns.stream().anyMatch(column -> isOf(column, Aliases.Type.PRICE));
  }

  Says of(SourceRow row) {
    int first = firstColumn(row);
    boolean quantity = has(row, first, Aliases.Type.QTY);
    boolean price = has(row, first, Aliases.Type.PRICE);
    boolean inName = names(first);
    if (!inName) {
      return quantity && price && has(row, first, NAMES) ? Says.ARTICLE : Says.TOTAL;
    }
    boolean code = has(row, first, CODES) || has(row, first, RATES);
    boolean amount = has(row, first, Aliases.Type.MONEY);
    if (isOfGroup(TotalRows.firstText(row))) {
      // people sum the column of prices too, but not that of rates
      return quantity && price && (code || !amount) ? Says.EITHER : Says.TOTAL;
    }
    if ((quantity && (price || code)) || (price && code)) {
      return isOfLines(TotalRows.firstText(row)) ? Says.EITHER : Says.ARTICLE;
    }
    return price || (priced && quantity && !amount) ? Says.EITHER : Says.TOTAL;
  }

  /** « Total » and no more, or the sum of something. */
  static boolean isOfGroup(String label) {
    return TotalRows.isBare(label)
        || GROUPS.contains(behind(label).split(" ", 2)[0])
        || AmountLabel.of(label) != null;
  }

  private static String behind(String label) {
    return SUMMING.matcher(label).replaceFirst("");
  }

  /** « Dont lait », and « Total lait » where lines with « Lait » stand above. */
  private boolean isOfLines(String label) {
    return label.startsWith("dont ") || articles.has(behind(label));
  }

  /** A line of a document: a total below may be of its article. */
  void line(SourceRow row) {
    for (Layout.Column column : names) {
      articles.add(row.cell(column.index()).text());
    }
  }

  private static int firstColumn(SourceRow row) {
    int index = 0;
    while (index < row.cells().size() && row.cell(index).isBlank()) {
      index++;
    }
    return index;
  }

  private boolean names(int index) {
    return columns.stream().anyMatch(column -> column.index() == index && means(column, NAMES));
  }

  private boolean has(SourceRow row, int first, Aliases.Type type) {
    return columns.stream()
        .anyMatch(
            column ->
                column.index() != first
                    && isOf(column, type)
                    && !row.cell(column.index()).isBlank());
  }

  private boolean has(SourceRow row, int first, Set<String> fields) {
    return columns.stream()
        .anyMatch(
            column ->
                column.index() != first
                    && means(column, fields)
                    && !row.cell(column.index()).isBlank());
  }

  private static boolean isOf(Layout.Column column, Aliases.Type type) {
    return !column.match().isUnknown() && column.match().fields().get(0).type() == type;
  }

  private static boolean means(Layout.Column column, Set<String> fields) {
    return !column.match().isUnknown() && fields.contains(column.match().fields().get(0).name());
  }
}
