package dz.manchengo.hub.documents;

import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * « Nb pièces » beside « Poids (kg) »: where the row's own amount is weight × price and not pieces
 * × price, the weight is what is sold, which is told once a sheet (FMT-038).
 */
final class WeighedRows {
  private static final List<String> PRICES = List.of("unit_price_ht", "unit_price_net_ht");
  private static final List<String> AMOUNTS = List.of("line_ht", "total_ht");

  /** Dinars, what a printed amount is rounded by. */
  private static final BigDecimal ROUNDING = new BigDecimal("0.01");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Layout.Column weight;
  private final QuantityUnit unit;
  private final String pieces;
  private final boolean byMass;
  private boolean told;

  private WeighedRows(Layout.Column weight, String pieces, boolean byMass) {
    this.weight = weight;
    this.byMass = byMass;
    this.unit =
        HeaderUnit.of(HeaderName.normalise(weight.header())).stream()
            .map(said -> QuantityUnit.of(said.unit()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(QuantityUnit.KG);
    this.pieces = pieces.strip();
  }

  /** Those of a sheet; null where it has no such columns. */
  static @Nullable WeighedRows in(Layout layout, Map<String, ColumnSurvey> byField) {
    ColumnSurvey quantity = byField.get("qty");
    Layout.Column weight = PriceUnits.weight(layout);
    return quantity == null || weight == null || !PriceUnits.areProved(byField)
        ? null
        : new WeighedRows(
            weight,
            quantity.column().header(),
            byField.values().stream()
                .map(one -> PriceUnits.unitOf(one.column()))
                .anyMatch(QuantityUnit.KG::equals));
  }

  /** Gives the row, whose numbers have been read, its weight as its quantity. */
  void settle(SourceRow source, DataRow row) {
    BigDecimal quantity = row.number("qty");
    BigDecimal price = first(row, PRICES);
    BigDecimal amount = first(row, AMOUNTS);
    if (quantity == null || price == null || amount == null) {
      return;
    }
    if (gives(quantity, price, amount, row)) {
      if (byMass
          && weights(source.cell(weight.index())).anyMatch(w -> w.compareTo(quantity) == 0)) {
        row.put("uom", QuantityUnit.KG.word()); // as many kilograms as pieces
      }
      return;
    }
    weights(source.cell(weight.index()))
        .filter(kilos -> gives(kilos, price, amount, row))
        .findFirst()
        .ifPresent(kilos -> take(kilos, row));
  }

  private void take(BigDecimal kilos, DataRow row) {
    row.put("qty", kilos);
    row.put("uom", QuantityUnit.KG.word());
    if (!told) {
      told = true;
      String shown = Figures.of(kilos);
      String header = weight.header().strip();
      row.add(
          RuleBook.finding(
              "FMT-038",
              row.place().at(weight.header()),
              shown,
              "weight",
              header,
              "value",
              shown,
              "pieces",
              pieces));
    }
  }

  /** Whether that much at the price, less the row's discount, is its amount. */
  private static boolean gives(
      BigDecimal quantity, BigDecimal price, BigDecimal amount, DataRow row) {
    BigDecimal discount = row.number(DiscountUnit.PERCENT.field());
    BigDecimal gross = quantity.multiply(price);
    BigDecimal net =
        discount == null
            ? gross
            : gross.multiply(HUNDRED.subtract(discount)).divide(HUNDRED); // ends: two digits
    return net.subtract(amount).abs().compareTo(ROUNDING) <= 0;
  }

  /** In kilograms; « 42,350 » by either mark. */
  private Stream<BigDecimal> weights(Cell cell) {
    Stream<BigDecimal> read =
        CellValue.number(cell) instanceof NumberReading.Ambiguous two
            ? Stream.of(two.value(','), two.value('.'))
            : Stream.ofNullable(CellValue.exact(cell));
    return read.map(value -> unit.in(QuantityUnit.KG, value)).filter(Objects::nonNull);
  }

  private static @Nullable BigDecimal first(DataRow row, List<String> fields) {
    return fields.stream().map(row::number).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
