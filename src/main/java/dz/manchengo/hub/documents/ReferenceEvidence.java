package dz.manchengo.hub.documents;

import dz.manchengo.hub.catalog.ProductCodes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether a column that is called « Référence » and no more holds article codes: four of five of
 * its values are such (domain notes §7.3).
 */
final class ReferenceEvidence {
  private static final Set<String> BARE =
      Set.of("reference", "references", "ref", "refs", "ref no", "reference no", "no reference");

  /** They show what the column is; a file of a million has no other in the rest. */
  private static final int MOST = 2_000;

  private static final double SHARE = 0.8;

  private final Map<String, Integer> values = new HashMap<>();

  /** Whether only the values of such a column tell what they refer to. */
  static boolean isBare(Layout.Column column) {
    return column.match().by() != Aliases.By.FEED
        && (column.means("item_ref") || column.means("ref_no"))
        && BARE.contains(HeaderName.normalise(column.header()));
  }

  void add(Cell cell) {
    String value = CellValue.text(cell).toUpperCase(Locale.ROOT);
    if (!value.isEmpty() && (values.size() < MOST || values.containsKey(value))) {
      values.merge(value, 1, Integer::sum);
    }
  }

  boolean isOfProducts(ProductCodes products) {
    if (values.isEmpty()) {
      return false;
    }
    Set<String> codes = products.among(values.keySet());
    int known = codes.stream().mapToInt(code -> values.getOrDefault(code, 0)).sum();
    return known >= SHARE * values.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** FIL-004: a movement is known again by the number of its document. */
  static UnreadableFile missing(Layout.Column column) {
    Finding finding =
        RuleBook.finding("FIL-004", Place.FILE, null, "columns", "N° pièce")
            .with("hint_column", column.header().strip())
            .withHint("hint.reference-is-article");
    return new UnreadableFile(finding);
  }
}
