package dz.manchengo.hub.documents;

import dz.manchengo.hub.catalog.ProductCodes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How one sheet is to be read, decided after a survey of all its rows; and the reading itself, row
 * by row.
 */
final class SheetReading {
  private static final String MONEY_UNIT = "money_unit";
  private final Layout layout;
  private final Feed feed;
  private final Grouping grouping;
  private final int rows;
  private final boolean totals;
  private final List<Layout.Column> known;
  private final CellFaults faults;
  private final NumberColumns numbers;
  private final QuantityUnits units = new QuantityUnits();
  private final PackFactors packs;
  private final PriceUnits prices;
  private final CancelledWords cancelled;
  private final CreditNumbers creditNumbers;
  private final RatesOfLines rates;
  private final Map<String, DateColumn> dates = new LinkedHashMap<>();
  private final Map<String, TextColumn> texts = new LinkedHashMap<>();
  private final @Nullable DiscountColumn discount;
  private final DiscountShares shares;
  private final Map<String, Object> constants = new LinkedHashMap<>();
  private final List<Finding> findings;
  private final Map<String, String> detected = new LinkedHashMap<>();
  private final Map<Integer, String> decisions = new LinkedHashMap<>();
  private final ReadingNote note;
  private final List<String> words = new ArrayList<>(0);
  private final Map<String, String> headers = new LinkedHashMap<>();

  private SheetReading(
      Layout layout,
      Feed feed,
      Grouping grouping,
      SheetSurvey survey,
      ReadingNote note,
      @Nullable Character mark,
      ProductCodes products)
      throws UnreadableFile, IOException {
    this.layout = layout;
    this.feed = feed;
    this.grouping = grouping;
    this.note = note;
    this.rows = survey.rows();
    this.totals = survey.hasTotals();
    this.findings = new ArrayList<>(survey.findings());
    findings.addAll(SeriesNumber.findings(layout));
    ColumnMeanings meanings = ColumnMeanings.decide(survey, feed, note, products);
    this.known =
        survey.columns().stream()
            .map(ColumnSurvey::column)
            .filter(column -> !meanings.unread().contains(column))
            .toList();
    this.faults = new CellFaults(known, layout);
    meanings.unread().forEach(column -> findings.add(unread(column)));
    decisions.putAll(meanings.decisions());
    detected.putAll(meanings.detected());
    meanings.byField().forEach((field, one) -> headers.put(field, one.column().header()));
    UnreadVat.in(layout).ifPresent(header -> headers.put(RawDocument.UNREAD_VAT, header));
    if (layout.isOfServices()) {
      words.add(ReadingNote.SERVICES);
      headers.put(RawDocument.SERVICES, headers.getOrDefault("description", ""));
    }
    this.creditNumbers = survey.numbers();
    String creditHeader = headers.get(CreditNumbers.FIELD);
    if (creditHeader != null) {
      headers.putIfAbsent(grouping.number(), creditHeader);
    }
    this.cancelled = new CancelledWords(layout, feed, survey.credits());
    ForeignCurrency.check(layout);
    this.numbers = new NumberColumns(meanings, feed, note.decimalMark(), mark);
    meanings.byField().forEach((field, one) -> units.add(field, one.column()));
    this.packs = new PackFactors(layout, feed, meanings.byField());
    this.prices = PriceUnits.of(layout, meanings.byField());
    this.rates = RatesOfLines.of(meanings, survey.isJournal());
    for (Map.Entry<String, ColumnSurvey> one : meanings.byField().entrySet()) {
      addColumn(one.getKey(), meanings.type(one.getKey()), one.getValue());
    }
    this.discount = discount(meanings.byField());
    this.shares = DiscountShares.of(meanings.byField());
    constants.putAll(FeedConstants.of(feed).values());
    if (layout.details() != null && !layout.details().word().isEmpty()) {
      words.add(layout.details().word());
    }
    takeKindOfTitle();
    if (feed.direction() == Invoice.Direction.PURCHASE
        && new Statement(layout, "").purchase().isPresent()) {
      words.add(ReadingNote.PURCHASES);
    }
  }

  /**
   * Surveys a sheet and decides.
   *
   * @param products tells article codes from other references
   * @throws UnreadableFile FIL-004, FIL-006, FMT-008
   */
  static SheetReading of(
      Layout layout,
      Feed feed,
      Grouping grouping,
      ScatteredDocuments scattered,
      ProductCodes products)
      throws UnreadableFile, IOException {
    ReadingNote note = ReadingNote.in(layout);
    GrossPrices.Found prices = GrossPrices.of(layout, feed, grouping, note);
    SheetSurvey survey = SheetSurvey.of(prices.layout(), feed, grouping, scattered);
    Character delimiter = layout.sheet().delimiter();
    Character mark = delimiter == null ? null : DecimalWitnesses.besideDelimiter(delimiter);
    if (mark == null && delimiter == null && layout.sheet().isMade()) {
      mark = '.'; // texts in JSON write numbers as JSON does
    }
    SheetReading reading =
        new SheetReading(prices.layout(), feed, grouping, survey, note, mark, products);
    reading.decisions.putAll(prices.decisions());
    reading.findings.addAll(prices.findings());
    return reading;
  }

  private Finding unread(Layout.Column column) {
    String header = column.header().strip();
    Place place = Place.row(layout.sheet().name(), layout.headerRow().number());
    return RuleBook.finding("FIL-005", place.at(column.header()), header, "column", header);
  }

  /** A list of credit notes says so once, above (FIL-030). */
  private void takeKindOfTitle() {
    if (!feed.document().equals("invoices") || constants.containsKey("doc_kind")) {
      return;
    }
    new Statement(layout, "")
        .credit()
        .ifPresent(
            said -> {
              constants.put("doc_kind", Invoice.Kind.CREDIT_NOTE);
              words.add(ReadingNote.CREDITS);
              Place place = Place.row(layout.sheet().name(), layout.headerRow().number());
              findings.add(RuleBook.finding("FIL-030", place, said, "value", said));
            });
  }

  private void addColumn(String field, Aliases.Type type, ColumnSurvey one) throws UnreadableFile {
    if (type == Aliases.Type.DATE || type == Aliases.Type.DATETIME) {
      DateColumn column = new DateColumn(one, type, feed, note.order(one.column()));
      dates.put(field, column);
      DateOrder order = column.order();
      if (order != null && order != feed.dateOrder()) {
        decisions.put(one.column().index(), order.name());
      }
      if (!column.shown().isEmpty()) {
        detected.put("{reason.read.dates} (" + one.column().header().strip() + ")", column.shown());
      }
    } else if (!NumberColumns.isNumber(type)) {
      texts.put(field, new TextColumn(one.column(), field, type, feed));
    }
  }

  private @Nullable DiscountColumn discount(Map<String, ColumnSurvey> byField)
      throws UnreadableFile, IOException {
    ColumnSurvey one = byField.get(DiscountColumn.FIELD);
    if (one == null) {
      return null;
    }
    Layout.Column column = one.column();
    LineAmounts amounts = new LineAmounts(byField, known, grouping.number());
    DiscountColumn bare =
        new DiscountColumn(
            column,
            DiscountEvidence.of(layout, grouping, column, amounts),
            DiscountUnit.of(note.field(column, DiscountUnit.FIELDS)));
    if (bare.ofColumn() != null) {
      decisions.put(column.index(), bare.ofColumn().field());
    }
    for (DiscountUnit unit : DiscountUnit.values()) {
      headers.putIfAbsent(unit.field(), column.header());
    }
    String used = bare.used().stream().map(DiscountUnit::label).collect(Collectors.joining(", "));
    if (!used.isEmpty()) {
      detected.put("{reason.read.column} (" + column.header().strip() + ")", used);
    }
    return bare;
  }

  /** Data rows: neither header, nor blank, nor totals. */
  int rows() {
    return rows;
  }

  /** The decimal mark of the sheet, null when nothing shows it. */
  @Nullable Character mark() {
    return numbers.mark();
  }

  /** What was decided of its columns, for a sheet that no longer shows why. */
  String readingNote() {
    return ReadingNote.text(decisions, words);
  }

  /** Of the sheet: FIL-012. */
  List<Finding> findings() {
    return findings;
  }

  Map<String, String> detected() {
    return detected;
  }

  /** Field → header of the column that gives it. */
  Map<String, String> headers() {
    return headers;
  }

  /** Takes data rows one after the other. */
  @FunctionalInterface
  interface DataReader {
    void row(DataRow row) throws UnreadableFile, IOException;
  }

  /**
   * Reads the sheet with what was decided.
   *
   * @return how its rows compare with its own totals; null when it has none
   */
  @Nullable ControlTotals read(DataReader reader) throws UnreadableFile, IOException {
    ControlTotals control = totals ? new ControlTotals(layout, grouping, numbers) : null;
    RowChoice choice = new RowChoice(layout, grouping);
    EmptyRows empty = new EmptyRows();
    int[] position = {0};
    layout
        .sheet()
        .read(
            row -> {
              RowChoice.Kind kind = choice.of(row);
              if (kind == RowChoice.Kind.DATA) {
                DataRow data = data(row, position[0]++);
                data.setBelowEmpty(empty.above(row.number()));
                RowDoubt doubt = choice.doubt();
                if (doubt != null) {
                  data.add(doubt.finding(data.place(), row));
                }
                if (control != null) {
                  control.add(data);
                }
                reader.row(data);
                return true;
              }
              empty.pass(kind);
              if (control != null) {
                control.compare(row, kind);
              }
              return true;
            });
    return control;
  }

  private DataRow data(SourceRow row, int position) {
    Place place = Place.row(layout.sheet().name(), row.number());
    DataRow data = new DataRow(place, layout.own(row).cells(), row.part(), grouping);
    faults.check(row, data);
    TextColumn unitOfMoney = texts.get(MONEY_UNIT);
    Object money = unitOfMoney == null ? null : unitOfMoney.value(row, data);
    data.setMoneyUnit((Feed.MoneyUnit) (money == null ? constants.get(MONEY_UNIT) : money));
    faults.checkSurplus(row, data);
    numbers.read(row, data);
    rates.settle(data);
    if (discount != null) {
      boolean share = shares.isOne(row, data);
      DiscountUnit unit = share ? DiscountUnit.PERCENT : discount.unit(position, row, data);
      if (unit != null) {
        data.put(unit.field(), numbers.discount(unit, row, data));
      }
    }
    shares.settle(row, data);
    dates.forEach((field, column) -> data.put(field, column.value(row, data)));
    texts.forEach((field, column) -> putText(field, column, row, data));
    units.settle(row, data);
    packs.check(row, data);
    prices.settle(data);
    creditNumbers.settle(data);
    cancelled.settle(row, data, headers);
    constants.forEach(data::putIfAbsent);
    TimesOfDay.settle(data);
    data.dropShifted();
    return data;
  }

  private static void putText(String field, TextColumn column, SourceRow row, DataRow data) {
    if (!field.equals(MONEY_UNIT)) { // read before the amounts
      data.put(field, column.value(row, data));
    }
  }
}
