package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row says of its own amount, and of its document's, before anything is decided. */
final class LineAmounts {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final List<Layout.Column> columns;
  private final List<SourceRow> rows;
  private final DocumentGroups groups;
  private final Layout.@Nullable Column qty;
  private final Layout.@Nullable Column price;
  private final Layout.@Nullable Column netPrice;
  private final Layout.@Nullable Column net;
  private final Layout.@Nullable Column totalHt;
  private final Layout.@Nullable Column totalTtc;
  private final Layout.@Nullable Column vatRate;

  LineAmounts(List<Layout.Column> columns, List<SourceRow> rows, DocumentGroups groups) {
    this.columns = columns;
    this.rows = rows;
    this.groups = groups;
    this.qty = column("qty");
    this.price = column("unit_price_ht");
    this.netPrice = column("unit_price_net_ht");
    this.vatRate = column("vat_rate");
    Layout.Column ht = column("total_ht");
    boolean htOfLine = ht != null && groups.isOfLine(ht);
    Layout.Column ofLine =
        columns.stream()
            .filter(c -> c.means("line_ht") && !c.means("total_ht"))
            .findFirst()
            .orElse(null);
    this.net = ofLine != null || !htOfLine ? ofLine : ht;
    this.totalHt = htOfLine ? null : ht;
    Layout.Column ttc = column("total_ttc");
    this.totalTtc = ttc == null || groups.isOfLine(ttc) ? null : ttc;
  }

  String document(int row) {
    return groups.document(row);
  }

  /** True if the price is given after discount only: the discount changes nothing then. */
  boolean isNetOnly() {
    return price == null && netPrice != null;
  }

  boolean has(String field) {
    return column(field) != null;
  }

  /** Quantity × price. */
  @Nullable BigDecimal gross(int row) {
    return product(value(row, qty), value(row, price));
  }

  /** The line's amount after its discount, by itself or by its net price. */
  @Nullable BigDecimal net(int row) {
    BigDecimal amount = value(row, net);
    return amount != null ? amount : product(value(row, qty), value(row, netPrice));
  }

  @Nullable BigDecimal totalHt(int row) {
    return value(row, totalHt);
  }

  @Nullable BigDecimal totalTtc(int row) {
    return value(row, totalTtc);
  }

  /** As a percentage; null when the row gives none. */
  @Nullable BigDecimal vatRate(int row) {
    BigDecimal rate = value(row, vatRate);
    boolean fraction = rate != null && rate.compareTo(BigDecimal.ONE) < 0;
    return rate != null && fraction ? rate.multiply(HUNDRED) : rate;
  }

  private static @Nullable BigDecimal product(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null ? null : a.multiply(b);
  }

  private @Nullable BigDecimal value(int row, Layout.@Nullable Column column) {
    return column == null ? null : ColumnMeanings.number(rows.get(row).cell(column.index()));
  }

  private Layout.@Nullable Column column(String field) {
    return columns.stream().filter(c -> c.means(field)).findFirst().orElse(null);
  }
}
