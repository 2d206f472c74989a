package dz.manchengo.hub.documents;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a price that is called « PU » or « Prix » and no more includes the tax: it does where
 * that, and nothing else, gives the amounts of the lines or of the documents whose headers do say
 * it (domain notes §7.3). Where rows contradict each other it is without tax, and each document
 * says what does not agree.
 */
final class PriceTax {
  private static final String PRICE = "unit_price_ht";
  private static final String TAXED = "unit_price_ttc";
  private static final Set<String> NOTE = Set.of(TAXED);
  private static final Set<String> UNTAXED_AMOUNTS = Set.of("line_ht", "total_ht");
  private static final Set<String> TAXED_AMOUNTS = Set.of("line_ttc", "total_ttc");
  private static final Set<String> OTHER_PRICES = Set.of(TAXED, "unit_price_net_ht");

  /** As a share of the amount: more than rounding leaves, and far less than any rate. */
  private static final BigDecimal CLOSE = new BigDecimal("0.005");

  /** So many rows without tax, and none with it, are all alike. */
  private static final int ENOUGH = 500;

  private final Layout layout;
  private final RowChoice choice;
  private final CountedDocuments counted;
  private final List<ColumnSurvey> columns;
  private final RowFigures asUntaxed;
  private final RowFigures asTaxed;
  private final int[] declaredUntaxed;
  private final int[] declaredTaxed;
  private final List<Declared> document = new ArrayList<>();
  private int without;
  private int with;

  /**
   * A row's figures.
   *
   * @param amounts by column; null where the cell holds none
   * @param untaxed what the row comes to where its price is without tax
   * @param taxed the same where it includes it
   */
  private record Declared(List<@Nullable BigDecimal> amounts, RowAmount untaxed, RowAmount taxed) {}

  /** The layout as it is meant, and the price that turned out to include the tax. */
  record Found(Layout layout, Layout.@Nullable Column taxed) {}

  private PriceTax(Layout layout, Feed feed, Grouping grouping, Layout.Column price) {
    this.layout = layout;
    this.choice = new RowChoice(layout, grouping);
    CreditNumbers numbers = new CreditNumbers(layout.columns(), grouping.number());
    this.counted = new CountedDocuments(layout, grouping, feed, numbers, null);
    this.columns = surveyed(layout);
    this.asUntaxed = new RowFigures(columns, false);
    this.asTaxed = new RowFigures(surveyed(withTax(layout, price)), false);
    this.declaredUntaxed = declared(UNTAXED_AMOUNTS);
    this.declaredTaxed = declared(TAXED_AMOUNTS);
  }

  /** Looks at the rows, where the headers leave it open. */
  static Found of(Layout layout, Feed feed, Grouping grouping, ReadingNote note)
      throws UnreadableFile, IOException {
    Found nothing = new Found(layout, null);
    List<Layout.Column> prices = layout.columns().stream().filter(c -> c.means(PRICE)).toList();
    if (prices.size() != 1
        || PriceWords.isSaid(prices.get(0))
        || OTHER_PRICES.stream().anyMatch(layout::has)) {
      return nothing;
    }
    Layout.Column price = prices.get(0);
    boolean taxed = note.field(price, NOTE) != null;
    if (!taxed && !note.isOfAnswer() && layout.has("qty") && !layout.isJournal()) {
      taxed = new PriceTax(layout, feed, grouping, price).isTaxed();
    }
    return taxed ? new Found(withTax(layout, price), price) : nothing;
  }

  private boolean isTaxed() throws UnreadableFile, IOException {
    if (declaredUntaxed.length + declaredTaxed.length == 0) {
      return false;
    }
    layout.sheet().read(this::row);
    end();
    return with > 0 && without == 0;
  }

  private boolean row(SourceRow row) throws UnreadableFile {
    if (choice.of(row) != RowChoice.Kind.DATA || CellFaults.isShifted(row, layout)) {
      return true;
    }
    int before = counted.documents();
    counted.next(row);
    if (counted.documents() != before) {
      end();
    }
    @Nullable BigDecimal[] values = new BigDecimal[columns.size()];
    for (int i = 0; i < values.length; i++) {
      ColumnSurvey column = columns.get(i);
      values[i] = column.number(row.cell(column.column().index()), row.number());
    }
    RowAmount untaxed = asUntaxed.amount(values);
    RowAmount taxed = asTaxed.amount(values);
    if (untaxed != null && taxed != null) {
      Declared one = new Declared(Arrays.asList(values), untaxed, taxed);
      document.add(one);
      weigh(one);
    }
    return with > 0 || without < ENOUGH;
  }

  /** The document is over: what all its lines say alike may be what they come to together. */
  private void end() {
    if (document.size() > 1) {
      RowAmount untaxed = sum(document.stream().map(Declared::untaxed).toList());
      RowAmount taxed = sum(document.stream().map(Declared::taxed).toList());
      if (untaxed != null && taxed != null) {
        @Nullable BigDecimal[] alike = new BigDecimal[columns.size()];
        for (int i = 0; i < alike.length; i++) {
          alike[i] = alike(i);
        }
        weigh(new Declared(Arrays.asList(alike), untaxed, taxed));
      }
    }
    document.clear();
  }

  private static @Nullable RowAmount sum(List<RowAmount> amounts) {
    RowAmount sum = amounts.get(0);
    for (RowAmount one : amounts.subList(1, amounts.size())) {
      sum = sum == null ? null : sum.plus(one);
    }
    return sum;
  }

  /** The only value of a column in the document; null where there are none or several. */
  private @Nullable BigDecimal alike(int column) {
    Set<BigDecimal> values = new HashSet<>();
    for (Declared row : document) {
      BigDecimal value = row.amounts().get(column);
      if (value != null) {
        values.add(value.stripTrailingZeros());
      }
    }
    return values.size() == 1 ? values.iterator().next() : null;
  }

  private void weigh(Declared row) {
    for (int i : declaredUntaxed) {
      weigh(row.amounts().get(i), row.untaxed().ht(), row.taxed().ht());
    }
    for (int i : declaredTaxed) {
      weigh(row.amounts().get(i), row.untaxed().ttc(), row.taxed().ttc());
    }
  }

  private void weigh(
      @Nullable BigDecimal said, List<BigDecimal> ofUntaxed, List<BigDecimal> ofTaxed) {
    if (said != null && said.signum() != 0) {
      boolean isUntaxed = isOne(said, ofUntaxed);
      boolean isTaxed = isOne(said, ofTaxed);
      without += isUntaxed && !isTaxed ? 1 : 0;
      with += isTaxed && !isUntaxed ? 1 : 0;
    }
  }

  private static boolean isOne(BigDecimal said, List<BigDecimal> amounts) {
    BigDecimal close = said.abs().multiply(CLOSE);
    return amounts.stream()
        .anyMatch(one -> one.abs().subtract(said.abs()).abs().compareTo(close) <= 0);
  }

  private static List<ColumnSurvey> surveyed(Layout layout) {
    return layout.columns().stream()
        .filter(column -> !column.match().isUnknown())
        .map(ColumnSurvey::new)
        .toList();
  }

  /** Whole amounts of which the header says whether they hold the tax. */
  private int[] declared(Set<String> fields) {
    return IntStream.range(0, columns.size())
        .filter(i -> fields.stream().anyMatch(columns.get(i).column()::means))
        .filter(i -> !BareAmount.isOne(columns.get(i).column()))
        .filter(i -> columns.get(i).column().match().by() != Aliases.By.ALIAS_AND_RATE)
        .toArray();
  }

  private static Layout withTax(Layout layout, Layout.Column price) {
    return layout.with(price, price.as(PRICE, TAXED));
  }

  /** For the acknowledgement, and for the refused rows that come back alone. */
  static void tell(Found found, SheetDecisions decisions) {
    Layout.Column price = found.taxed();
    if (price != null) {
      decisions.takeColumn(price, TAXED, "{reason.read.price-taxed}");
    }
  }
}
