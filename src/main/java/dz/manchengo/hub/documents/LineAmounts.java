package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a row says of its own amount, and of its document's. */
final class LineAmounts {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Map<String, ColumnSurvey> byField;
  private final CreditNumbers numbers;
  private final @Nullable ColumnSurvey qty;
  private final @Nullable ColumnSurvey price;
  private final @Nullable ColumnSurvey netPrice;
  private final @Nullable ColumnSurvey net;
  private final @Nullable ColumnSurvey totalHt;
  private final @Nullable ColumnSurvey totalTtc;
  private final @Nullable ColumnSurvey vatRate;

  /**
   * One row's.
   *
   * @param document text of its number; empty when the row does not say it
   * @param gross quantity × price
   * @param net the line's amount after its discount, by itself or by its net price
   * @param totalHt of the document
   * @param totalTtc of the document
   * @param vatRate as a percentage
   */
  record Row(
      String document,
      @Nullable BigDecimal gross,
      @Nullable BigDecimal net,
      @Nullable BigDecimal totalHt,
      @Nullable BigDecimal totalTtc,
      @Nullable BigDecimal vatRate) {}

  /**
   * The amounts of a sheet.
   *
   * @param byField the columns by what they turned out to be
   */
  LineAmounts(Map<String, ColumnSurvey> byField, List<Layout.Column> columns, String numberField) {
    this.byField = byField;
    this.numbers = new CreditNumbers(columns, numberField);
    this.qty = column("qty");
    this.price = column("unit_price_ht");
    this.netPrice = column("unit_price_net_ht");
    this.vatRate = column("vat_rate");
    this.net = column("line_ht");
    this.totalHt = column("total_ht");
    this.totalTtc = column("total_ttc");
  }

  Row of(SourceRow row) {
    BigDecimal quantity = value(row, qty);
    BigDecimal amount = value(row, net);
    return new Row(
        numbers.text(row).strip(),
        product(quantity, value(row, price)),
        amount != null ? amount : product(quantity, value(row, netPrice)),
        value(row, totalHt),
        value(row, totalTtc),
        asPercentage(value(row, vatRate)));
  }

  /** True if the price is given after discount only: the discount changes nothing then. */
  boolean isNetOnly() {
    return price == null && netPrice != null;
  }

  boolean has(String field) {
    return column(field) != null;
  }

  private static @Nullable BigDecimal asPercentage(@Nullable BigDecimal rate) {
    boolean fraction = rate != null && rate.compareTo(BigDecimal.ONE) < 0;
    return rate != null && fraction ? rate.multiply(HUNDRED) : rate;
  }

  private static @Nullable BigDecimal product(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null ? null : a.multiply(b);
  }

  private static @Nullable BigDecimal value(SourceRow row, @Nullable ColumnSurvey column) {
    return column == null ? null : column.settled(row.cell(column.column().index()));
  }

  private @Nullable ColumnSurvey column(String field) {
    return byField.get(field);
  }
}
