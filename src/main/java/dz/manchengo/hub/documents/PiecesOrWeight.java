package dz.manchengo.hub.documents;

import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * « Nb pièces » beside « Poids (kg) », a price of neither and no amount that would show of which it
 * is: each row is asked about (FMT-036).
 */
final class PiecesOrWeight {
  private final String pieces;
  private final String weight;

  private PiecesOrWeight(String pieces, String weight) {
    this.pieces = pieces;
    this.weight = weight;
  }

  /** Those of a sheet; null where nothing is in doubt. */
  static @Nullable PiecesOrWeight in(Layout layout, Map<String, ColumnSurvey> byField) {
    ColumnSurvey quantity = byField.get("qty");
    Layout.Column weight = PriceUnits.weight(layout);
    boolean said =
        byField.containsKey("uom")
            || PriceUnits.areProved(byField)
            || byField.values().stream().anyMatch(one -> PriceUnits.unitOf(one.column()) != null);
    return said || quantity == null || weight == null || !PriceUnits.isCounted(quantity.column())
        ? null
        : new PiecesOrWeight(quantity.column().header(), weight.header());
  }

  void check(DataRow row) {
    BigDecimal quantity = row.number("qty");
    if (quantity != null) {
      row.add(
          RuleBook.finding(
              "FMT-036",
              row.place().at(pieces),
              Figures.of(quantity),
              "pieces",
              pieces.strip(),
              "weight",
              weight.strip()));
    }
  }
}
