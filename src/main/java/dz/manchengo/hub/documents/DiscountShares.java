package dz.manchengo.hub.documents;

import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * « 0,1 » where 10 % is meant: the amounts of the row show it, or its rates of VAT, which are
 * written so too (« 0,19 »). That is told (FMT-019).
 */
final class DiscountShares {
  private static final BigDecimal CLOSE = new BigDecimal("0.05");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String PERCENT = DiscountUnit.PERCENT.field();
  private static final String RATE = "vat_rate";

  private final boolean sheet;
  private final Layout.@Nullable Column bare;
  private final Layout.@Nullable Column column;
  private final Layout.@Nullable Column rate;

  private DiscountShares(
      boolean sheet,
      Layout.@Nullable Column bare,
      Layout.@Nullable Column column,
      Layout.@Nullable Column rate) {
    this.sheet = sheet;
    this.bare = bare;
    this.column = column;
    this.rate = rate;
  }

  static DiscountShares of(Map<String, ColumnSurvey> byField) {
    ColumnSurvey bare = byField.get(DiscountColumn.FIELD);
    ColumnSurvey percent = byField.get(PERCENT);
    ColumnSurvey discount = bare == null ? percent : bare;
    ColumnSurvey rate = byField.get(RATE);
    return new DiscountShares(
        discount != null && discount.holdsShares() && rate != null && rate.holdsShares(),
        bare == null ? null : bare.column(),
        discount == null ? null : discount.column(),
        rate == null ? null : rate.column());
  }

  /** Whether a discount without a unit is a percentage written so. */
  boolean isOne(SourceRow source, DataRow row) {
    BigDecimal value = bare == null ? null : CellValue.exact(source.cell(bare.index()));
    return value != null && shown(source, row, value) != null;
  }

  /** Makes a percentage of it. */
  void settle(SourceRow source, DataRow row) {
    BigDecimal value = row.number(PERCENT);
    List<Object> why = value == null ? null : shown(source, row, value);
    if (column == null || value == null || why == null) {
      return;
    }
    row.put(PERCENT, value.multiply(HUNDRED));
    List<Object> params =
        new ArrayList<>(
            List.of(
                "value",
                Figures.of(value),
                "field",
                column.header().strip(),
                "unit",
                Figures.of(value.multiply(HUNDRED)) + " %"));
    params.addAll(why);
    String text = source.cell(column.index()).text().strip();
    row.add(RuleBook.finding("FMT-019", row.place().at(column.header()), text, params.toArray()));
  }

  /** Why it is one, for the sentence; null where nothing shows it. */
  private @Nullable List<Object> shown(SourceRow source, DataRow row, BigDecimal value) {
    Cell cell = column == null ? null : source.cell(column.index());
    boolean share = value.signum() > 0 && value.compareTo(BigDecimal.ONE) < 0;
    if (cell == null || !share || DiscountUnit.named(cell.text()) != null) {
      return null;
    }
    for (String field : List.of("line_ht", "total_ht", "line_ttc", "total_ttc")) {
      BigDecimal amount = row.number(field);
      BigDecimal net = amount == null ? null : net(row, field.endsWith("ttc"));
      if (amount != null
          && net != null
          && isClose(amount, net.multiply(BigDecimal.ONE.subtract(value)))) {
        return List.of("why", "reason.discount.amount", "other", Figures.of(amount));
      }
      if (amount != null
          && net != null
          && (isClose(amount, net.subtract(net.multiply(value).movePointLeft(2)))
              || isClose(amount, net.subtract(value)))) {
        return null; // it is what it says
      }
    }
    BigDecimal vat = rate == null ? null : CellValue.exact(source.cell(rate.index()));
    return sheet && vat != null
        ? List.of("why", "reason.discount.shares", "other", Figures.of(vat))
        : null;
  }

  private static boolean isClose(BigDecimal amount, BigDecimal other) {
    return amount.subtract(other).abs().compareTo(CLOSE) <= 0;
  }

  /** The line before its discount, with tax where that is asked. */
  private static @Nullable BigDecimal net(DataRow row, boolean taxed) {
    BigDecimal quantity = row.number("qty");
    BigDecimal price = row.number("unit_price_ht");
    BigDecimal vat = taxed ? row.number(RATE) : BigDecimal.ZERO;
    if (quantity == null || price == null || vat == null) {
      return null;
    }
    BigDecimal share = vat.compareTo(BigDecimal.ONE) < 0 ? vat : vat.movePointLeft(2);
    return quantity.multiply(price).multiply(BigDecimal.ONE.add(share));
  }
}
