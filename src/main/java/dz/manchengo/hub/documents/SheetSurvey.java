package dz.manchengo.hub.documents;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first look at all rows of a sheet: what its columns show, how many rows there are, which
 * documents are in pieces. Nothing is kept of the rows themselves.
 */
final class SheetSurvey {
  /** A report with a sub-total for each document would fill the answer. */
  private static final int MOST_TOLD = 50;

  private static final Set<String> OTHERS = Set.of("reason.skipped.below", "reason.skipped.header");

  private final Layout layout;
  private final Grouping grouping;
  private final Feed feed;
  private final ScatteredDocuments scattered;
  private final RowChoice choice;
  private final List<ColumnSurvey> columns = new ArrayList<>();
  private final List<ColumnPair> pairs;
  private final List<Finding> skipped = new ArrayList<>();
  private final StrayValues stray;
  private final UncountedValues uncounted;
  private final @Nullable BigDecimal[] values;
  private final CreditNumbers numbers;
  private final int quantity;
  private final int price;
  private final int discountPct;
  private final int discountAmount;
  private final int totalHt;
  private final int totalVat;
  private final int totalTtc;
  private final int stamp;
  private final boolean weighed;
  private final boolean journal;
  private final BetweenRows between;
  private String document = "";
  private String norm = "";
  private int documents;
  private int rows;
  private boolean totals;

  private SheetSurvey(Layout layout, Feed feed, Grouping grouping, ScatteredDocuments scattered) {
    this.layout = layout;
    this.feed = feed;
    this.grouping = grouping;
    this.scattered = scattered;
    this.choice = new RowChoice(layout);
    this.stray = new StrayValues(layout);
    this.uncounted = new UncountedValues(layout, feed);
    for (Layout.Column column : layout.columns()) {
      if (!column.match().isUnknown()) {
        columns.add(new ColumnSurvey(column));
      }
    }
    this.pairs = ColumnPair.among(columns.stream().map(ColumnSurvey::column).toList());
    this.values = new BigDecimal[columns.size()];
    this.numbers = new CreditNumbers(layout.columns(), grouping.number());
    this.quantity = index("qty");
    this.price = index("unit_price_ht");
    this.discountPct = index("discount_pct");
    this.discountAmount = index("discount_amount");
    this.totalHt = index("total_ht");
    this.totalVat = index("total_vat");
    this.totalTtc = index("total_ttc");
    this.stamp = index("stamp");
    this.between = new BetweenRows(layout);
    this.journal = layout.isJournal();
    this.weighed = columns.stream().anyMatch(ColumnSurvey::weighs);
  }

  /** Reads the sheet once. */
  static SheetSurvey of(Layout layout, Feed feed, Grouping grouping, ScatteredDocuments scattered)
      throws UnreadableFile, IOException {
    SheetSurvey survey = new SheetSurvey(layout, feed, grouping, scattered);
    layout.sheet().read(survey::row);
    survey.columns.forEach(ColumnSurvey::end);
    return survey;
  }

  int rows() {
    return rows;
  }

  /** Whether the sheet sums itself up anywhere. */
  boolean hasTotals() {
    return totals;
  }

  List<ColumnSurvey> columns() {
    return columns;
  }

  /** Whether nothing on the sheet but the number is a whole document's. */
  boolean isOfDetails() {
    return layout.details() != null;
  }

  /** Whether a form has the totals of its document, or a discount, below the table. */
  boolean isBesideTotals(Layout.Column column) {
    int from = layout.titles().from();
    String field = column.match().fields().get(0).name();
    return column.index() < from
        && layout.columns().stream()
            .filter(other -> other.index() >= from)
            .anyMatch(
                other ->
                    other.means(field)
                        || other.means("global_discount")
                        || other.means("global_discount_pct"));
  }

  /** Whether its documents have totals only. */
  boolean isJournal() {
    return layout.isJournal();
  }

  /** The columns that number the documents, as the rows showed them. */
  CreditNumbers numbers() {
    return numbers;
  }

  /** FIL-012, FIL-018. */
  List<Finding> findings() {
    List<Finding> all = new ArrayList<>(skipped);
    all.addAll(stray.findings());
    return all;
  }

  /** Whether the two columns say different things on some row. */
  boolean differ(Layout.Column a, Layout.Column b) {
    return pairs.stream().anyMatch(pair -> pair.isOf(a, b) && pair.differ());
  }

  /** Whether the values of a column of totals belong to the lines. */
  boolean isOfLine(Layout.Column column) {
    return columns.stream()
        .anyMatch(c -> c.column().equals(column) && (c.isOfLine() || isHtOfLines(c)));
  }

  /**
   * Whether a bare « Total » is the only amount of the lines, quantity × price on each: without tax
   * as the price is, unless that is called TTC.
   */
  boolean isHtOfLines(ColumnSurvey one) {
    return HeaderName.normalise(one.column().header()).equals("total")
        && one.isGross()
        && price >= 0
        && !List.of(HeaderName.normalise(columns.get(price).column().header()).split(" "))
            .contains("ttc")
        && columns.stream().map(ColumnSurvey::column).noneMatch(SheetSurvey::isHt);
  }

  private static boolean isHt(Layout.Column column) {
    return column.means("line_ht") || column.means("total_ht");
  }

  private boolean row(SourceRow row) throws UnreadableFile {
    switch (choice.of(row)) {
      case DATA -> data(row);
      case TOTAL -> skip(row, "reason.skipped.total");
      case SUMMARY -> skip(row, "reason.skipped.summary");
      case ASIDE -> {
        between.aside(row);
        skip(row, "reason.skipped.below");
      }
      case HEADER -> skip(row, "reason.skipped.header");
      case BLANK -> {}
    }
    return true;
  }

  private void skip(SourceRow row, String as) {
    totals |= !OTHERS.contains(as);
    if (skipped.size() < MOST_TOLD) {
      Place place = Place.row(layout.sheet().name(), row.number());
      skipped.add(
          RuleBook.finding(
              "FIL-012", place, null, "row", row.number(), "text", TotalRows.shown(row), "as", as));
    }
  }

  private void data(SourceRow row) throws UnreadableFile {
    rows++;
    stray.look(row);
    uncounted.look(row);
    countDocuments(row);
    for (int i = 0; i < values.length; i++) {
      ColumnSurvey column = columns.get(i);
      values[i] = column.number(row.cell(column.column().index()));
    }
    between.data(row, numberless());
    BigDecimal gross = weighed ? gross() : null;
    BigDecimal taxed = gross == null && journal ? value(totalHt) : gross;
    for (int i = 0; i < values.length; i++) {
      ColumnSurvey column = columns.get(i);
      column.add(row.cell(column.column().index()), values[i], documents, gross, taxed);
    }
    addSum();
    for (ColumnPair pair : pairs) {
      pair.compare(row);
    }
  }

  private boolean numberless() {
    for (BigDecimal value : values) {
      if (value != null) {
        return false;
      }
    }
    return true;
  }

  private void addSum() {
    BigDecimal vat = value(totalVat);
    BigDecimal ht = value(totalHt);
    BigDecimal ttc = value(totalTtc);
    if (vat != null && ht != null && ttc != null) {
      BigDecimal duty = value(stamp);
      columns.get(totalVat).addSum(vat, ht, duty == null ? ttc : ttc.subtract(duty));
      columns.get(totalVat).addSum(vat, ht, ttc);
    }
  }

  private void countDocuments(SourceRow row) {
    if (grouping.eachRow() || !numbers.isNumbered()) {
      documents++;
      return;
    }
    String text = numbers.text(row);
    if (Texts.isBlank(text)) {
      scattered.add("");
      return;
    }
    if (!text.equals(document)) {
      document = text;
      norm = DocumentNumber.norm(feed.stripped(grouping.number(), text));
      documents++;
    }
    scattered.add(norm);
  }

  /** Quantity × price, less the line's discount. */
  private @Nullable BigDecimal gross() {
    BigDecimal q = value(quantity);
    BigDecimal p = value(price);
    if (q == null || p == null) {
      return null;
    }
    BigDecimal gross = q.multiply(p);
    BigDecimal pct = value(discountPct);
    BigDecimal off = value(discountAmount);
    if (off == null) {
      return pct == null ? gross : gross.subtract(gross.multiply(pct).movePointLeft(2));
    }
    return gross.subtract(off);
  }

  private @Nullable BigDecimal value(int column) {
    return column < 0 ? null : values[column];
  }

  private int index(String field) {
    Optional<ColumnSurvey> first =
        columns.stream().filter(c -> c.column().means(field)).findFirst();
    return first.map(columns::indexOf).orElse(-1);
  }
}
