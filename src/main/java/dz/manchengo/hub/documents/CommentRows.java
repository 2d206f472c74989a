package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * « Livraison du 3 mars » among the articles: no code, no quantity and no price, or zeros. Where
 * articles have codes, a designation that stands alone is one whatever it says.
 */
final class CommentRows {
  /** How they begin; an article without quantity and price is one that lacks them. */
  private static final Pattern COMMENT =
      Pattern.compile(
          "[^\\p{L}\\p{N}]|(?:commentaire|attention|important|rappel|livraison|livre|livree|selon|suivant|note|nota|nb|remarque|observation"
              + "|commande|bon de|bl|voir|suite|merci|concerne|objet|periode|chantier|reception)\\b");

  private final Set<String> constants;

  CommentRows(Set<String> constants) {
    this.constants = constants;
  }

  /**
   * Whether the row is one.
   *
   * @param named field → header of the sheet
   */
  boolean isOne(DataRow row, Map<String, String> named) {
    Map<String, Object> line = row.line();
    return !line.containsKey("product_code") // as most have
        && line.get("description") instanceof String text
        && line.entrySet().stream().allMatch(this::saysNothing)
        && named.containsKey("qty")
        && named.containsKey("unit_price_ht")
        && row.findings().stream().noneMatch(finding -> finding.severity().rejects())
        && (COMMENT.matcher(Typography.fold(text)).lookingAt() || standsAlone(line, named));
  }

  private boolean standsAlone(Map<String, Object> line, Map<String, String> named) {
    return named.containsKey("product_code")
        && line.keySet().stream().allMatch(f -> f.equals("description") || constants.contains(f));
  }

  private boolean saysNothing(Map.Entry<String, Object> value) {
    return value.getKey().equals("description")
        || constants.contains(value.getKey())
        || (value.getValue() instanceof BigDecimal number && number.signum() == 0);
  }

  /** What the acknowledgement says of it. */
  static Finding told(DataRow row) {
    String text = String.valueOf(row.line().get("description"));
    return RuleBook.finding("FIL-034", row.place(), text, "row", row.place().row(), "text", text);
  }
}
