package dz.manchengo.hub.documents;

import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prices by a unit that their header names: {@code PU HT/kg}, {@code Prix (DA/carton)}. The
 * quantity is taken in that unit: 500 g at 850 by the kilogram are 0.5 kg. Where nothing converts,
 * or where pieces are counted beside a weight, only the line's amount could prove what is meant
 * (FMT-034).
 */
final class PriceUnits {
  /** Fields of what one of a line costs. */
  static final Set<String> PRICES = Set.of("unit_price_ht", "unit_price_net_ht", "unit_price_ttc");

  private static final Set<String> AMOUNTS =
      Set.of("line_ht", "line_ttc", "total_ht", "total_ttc", BareAmount.FIELD);

  /** They count pieces and packs. */
  private static final Pattern COUNTED =
      Pattern.compile("(?:nombre|nbre|nb|pieces?|colis|cartons?|unites?)\\b.*");

  private static final Pattern WEIGHT = Pattern.compile(".*\\b(?:poids|weight|masse)\\b.*");

  private final @Nullable QuantityUnit unit;
  private final String field;
  private final String header;
  private final boolean asks;
  private final boolean proved;

  private PriceUnits(
      @Nullable QuantityUnit unit, String field, String header, boolean asks, boolean proved) {
    this.unit = unit;
    this.field = field;
    this.header = header;
    this.asks = asks;
    this.proved = proved;
  }

  /** Those of a sheet. */
  static PriceUnits of(Layout layout, Map<String, ColumnSurvey> byField) {
    String field =
        PRICES.stream()
            .filter(byField::containsKey)
            .filter(one -> unit(column(byField, one)) != null)
            .findFirst()
            .orElse(null);
    ColumnSurvey quantity = byField.get("qty");
    if (field == null || quantity == null) {
      return new PriceUnits(null, "", "", false, false);
    }
    Layout.Column price = column(byField, field);
    boolean asks = weight(layout) != null || isCounted(quantity.column());
    return new PriceUnits(unit(price), field, price.header(), asks, areProved(byField));
  }

  /** A column of weights that is no quantity; null where there is none. */
  static Layout.@Nullable Column weight(Layout layout) {
    return layout.ownColumns().stream()
        .filter(column -> column.match().isUnknown())
        .filter(column -> WEIGHT.matcher(HeaderName.normalise(column.header())).matches())
        .findFirst()
        .orElse(null);
  }

  static boolean isCounted(Layout.Column quantity) {
    return COUNTED.matcher(HeaderName.normalise(quantity.header())).matches();
  }

  /** Whether amounts show what prices are multiplied with. */
  static boolean areProved(Map<String, ColumnSurvey> byField) {
    return AMOUNTS.stream().anyMatch(byField::containsKey);
  }

  private static Layout.Column column(Map<String, ColumnSurvey> byField, String field) {
    return Objects.requireNonNull(byField.get(field)).column();
  }

  /** The unit that a column of prices names; null where it names none, or has none. */
  static @Nullable QuantityUnit unitOf(Layout.Column column) {
    return PRICES.stream().anyMatch(column::means) ? unit(column) : null;
  }

  private static @Nullable QuantityUnit unit(Layout.Column column) {
    String hint = column.match().hint();
    if (hint == null) {
      return null;
    }
    List<String> words = List.of(hint.split(" ", -1));
    return QuantityUnit.of(words.get(words.size() - 1));
  }

  /** Gives the row, which has been read, its quantity in the unit of its price. */
  void settle(DataRow row) {
    BigDecimal quantity = row.number("qty");
    if (unit == null || quantity == null) {
      return;
    }
    String said = row.text("uom");
    if (said == null && !asks) {
      row.put("uom", unit.word());
      return;
    }
    QuantityUnit own = said == null ? null : QuantityUnit.of(said);
    if (said != null && own == null) {
      return; // a word that nobody knows is told by the units' own rule
    }
    BigDecimal converted = own == null ? null : own.in(unit, quantity);
    if (converted == null && proved) {
      return; // the amount tells whether price and quantity fit
    }
    if (converted == null) {
      String shown = said == null ? "?" : said;
      BigDecimal price = row.number(field);
      row.add(
          RuleBook.finding(
              "FMT-034",
              row.place().at(header),
              price == null ? null : Figures.of(price),
              "field",
              header.strip(),
              "a",
              unit.word(),
              "b",
              shown));
    } else {
      row.put("qty", converted);
      row.put("uom", unit.word());
    }
  }
}
