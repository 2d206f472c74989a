package dz.manchengo.hub.documents;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A price and a discount beside another price: « Prix public 100 ; Remise 10 ; PU 90 ». Where the
 * rows with a discount show that the price is the other one less the discount, it is net and the
 * discount is taken no second time (FIL-050). Where a column that is called after a gross price
 * shows neither that nor the contrary, nobody knows what the discount is taken from (FIL-031).
 */
final class GrossPrices {
  private static final String PRICE = "unit_price_ht";
  private static final String NET = "unit_price_net_ht";
  private static final Set<String> NOTE = Set.of(NET);
  private static final Set<String> DOCUMENTS = Set.of("invoices", "orders");
  private static final Pattern GROSS =
      Pattern.compile(
          "\\b(?:bruts?|public|publics|catalogue|tarifs?|avant remise|base|gross|list price)\\b");
  private static final Pattern PRICED =
      Pattern.compile("\\b(?:prix|pu|p u|pv|p v|tarifs?|prices?)\\b");

  private final Layout layout;
  private final Layout.Column price;
  private final List<Layout.Column> discounts;
  private final List<GrossPrice> candidates = new ArrayList<>();
  private final RowChoice choice;

  /** What was found. */
  record Found(Layout layout, Map<Integer, String> decisions, List<Finding> findings) {}

  private GrossPrices(
      Layout layout, Grouping grouping, Layout.Column price, List<Layout.Column> discounts) {
    this.layout = layout;
    this.price = price;
    this.discounts = discounts;
    this.choice = new RowChoice(layout, grouping);
    for (Layout.Column column : layout.columns()) {
      if (!column.equals(price) && (column.match().isUnknown() || column.means(PRICE))) {
        String name = HeaderName.normalise(column.header());
        boolean priced = PRICED.matcher(name).find() || column.means(PRICE);
        boolean called = PRICED.matcher(name).find() && GROSS.matcher(name).find();
        candidates.add(new GrossPrice(column, priced, called && column.match().isUnknown()));
      }
    }
  }

  /**
   * Looks at the rows, where the headers leave it open.
   *
   * @throws UnreadableFile FIL-031
   */
  static Found of(Layout layout, Feed feed, Grouping grouping, ReadingNote note)
      throws UnreadableFile, IOException {
    List<Layout.Column> discounts =
        layout.columns().stream()
            .filter(
                c ->
                    c.means(DiscountColumn.FIELD)
                        || DiscountUnit.FIELDS.stream().anyMatch(c::means))
            .toList();
    List<Layout.Column> prices = layout.columns().stream().filter(c -> c.means(PRICE)).toList();
    Found nothing = new Found(layout, Map.of(), List.of());
    if (prices.isEmpty() || discounts.isEmpty() || layout.has(NET) || !matters(feed)) {
      return nothing;
    }
    for (Layout.Column one : prices) {
      if (note.field(one, NOTE) != null) {
        return new Found(asNet(layout, one), Map.of(one.index(), NET), List.of());
      }
    }
    for (Layout.Column one : prices) {
      GrossPrices of = new GrossPrices(layout, grouping, one, discounts);
      GrossPrice gross = of.candidates.isEmpty() ? null : of.proved();
      if (gross != null) {
        return new Found(asNet(layout, one), Map.of(one.index(), NET), List.of(of.told(gross)));
      }
      if (prices.size() == 1) {
        of.refuse();
      }
    }
    return nothing;
  }

  private static boolean matters(Feed feed) {
    return DOCUMENTS.contains(feed.document());
  }

  private @Nullable GrossPrice proved() throws UnreadableFile, IOException {
    layout.sheet().read(this::row);
    return candidates.stream().filter(GrossPrice::isProved).findFirst().orElse(null);
  }

  private boolean row(SourceRow row) {
    BigDecimal net = value(row, price);
    if (choice.of(row) != RowChoice.Kind.DATA || net == null) {
      return true;
    }
    for (Layout.Column discount : discounts) {
      BigDecimal off = value(row, discount);
      if (off != null && off.signum() != 0) {
        for (GrossPrice one : candidates) {
          BigDecimal gross = value(row, one.column());
          if (gross != null) {
            one.add(row, gross, net, off, discount);
          }
        }
      }
    }
    return true;
  }

  /** Its values alone may say that a column without a known header holds a gross price. */
  private void refuse() throws UnreadableFile {
    if (UncountedValues.TOTALS.stream().anyMatch(layout::has)) {
      return; // the amounts show it, or that something is wrong
    }
    for (GrossPrice one : candidates) {
      SourceRow open = one.open();
      if (one.isCalledSo() && open != null) {
        String header = one.column().header().strip();
        String text = open.cell(one.column().index()).text();
        Place place = Place.row(layout.sheet().name(), open.number()).at(one.column().header());
        throw new UnreadableFile(
            RuleBook.finding(
                    "FIL-031",
                    place,
                    text,
                    "column",
                    header,
                    "value",
                    text.strip(),
                    "price",
                    price.header().strip(),
                    "discount",
                    discounts.get(0).header().strip())
                .withHint("hint.gross-price"));
      }
    }
  }

  private Finding told(GrossPrice gross) {
    String header = price.header().strip();
    Place place = Place.row(layout.sheet().name(), layout.headerRow().number()).at(price.header());
    SourceRow first = gross.firstRow();
    return RuleBook.finding(
        "FIL-050",
        place,
        header,
        "column",
        header,
        "gross",
        gross.column().header().strip(),
        "discount",
        discounts.get(0).header().strip(),
        "row",
        first.number(),
        "a",
        first.cell(gross.column().index()).text().strip(),
        "b",
        first.cell(price.index()).text().strip());
  }

  private static Layout asNet(Layout layout, Layout.Column price) {
    return layout.with(price, price.as(PRICE, NET));
  }

  private static @Nullable BigDecimal value(SourceRow row, Layout.Column column) {
    return CellValue.exact(row.cell(column.index()));
  }
}
