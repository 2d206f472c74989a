package dz.manchengo.hub.documents;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a sheet's rows, as its columns were decided. */
final class RowReading {
  private static final String MONEY_UNIT = "money_unit";
  private final Layout layout;
  private final OriginParts parts;
  private final Grouping grouping;
  private final CellFaults faults;
  private final NumberColumns numbers;
  private final QuantityUnits units = new QuantityUnits();
  private final PackFactors packs;
  private final PriceUnits prices;
  private final @Nullable PiecesOrWeight pieces;
  private final @Nullable WeighedRows weighed;
  private final CancelledWords cancelled;
  private final CreditNumbers creditNumbers;
  private final RatesOfLines rates;
  private final Map<String, DateColumn> dates = new LinkedHashMap<>();
  private final Map<String, TextColumn> texts = new LinkedHashMap<>();
  private final Map<String, TextColumn> whereEmpty = new LinkedHashMap<>(0);
  private final List<CodeWithName> named;
  private final @Nullable DiscountColumn discount;
  private final DiscountShares shares;
  private final @Nullable String perhapsCredit;
  private final Map<String, Object> constants = new LinkedHashMap<>();
  private final SheetDecisions decisions;

  /**
   * Made once for a sheet, after its survey.
   *
   * @param mark the decimal mark that the format of the file leaves; null where it leaves several
   */
  RowReading(
      Layout layout,
      Feed feed,
      Grouping grouping,
      SheetSurvey survey,
      ColumnMeanings meanings,
      SheetDecisions decisions,
      @Nullable Character mark)
      throws UnreadableFile, IOException {
    this.layout = layout;
    this.grouping = grouping;
    this.decisions = decisions;
    this.parts = new OriginParts(layout);
    ReadingNote note = ReadingNote.in(layout);
    List<Layout.Column> known =
        survey.columns().stream()
            .map(ColumnSurvey::column)
            .filter(column -> !meanings.unread().contains(column))
            .toList();
    this.faults = new CellFaults(known, layout);
    this.creditNumbers = survey.numbers();
    this.cancelled = new CancelledWords(layout, feed, survey.credits());
    this.numbers =
        new NumberColumns(meanings, feed, note.decimalMark(), mark, new CorrectedCells(layout));
    Map<String, ColumnSurvey> byField = meanings.byField();
    byField.forEach((field, one) -> units.add(field, one.column()));
    this.packs = new PackFactors(layout, feed, byField);
    this.prices = PriceUnits.of(layout, byField);
    this.pieces = PiecesOrWeight.in(layout, byField);
    this.weighed = WeighedRows.in(layout, byField);
    this.rates = RatesOfLines.of(meanings, survey.isJournal());
    for (Map.Entry<String, ColumnSurvey> one : byField.entrySet()) {
      addColumn(one.getKey(), meanings.type(one.getKey()), one.getValue(), feed, note);
    }
    meanings
        .whereEmpty()
        .forEach(
            (field, one) ->
                whereEmpty.put(
                    field, new TextColumn(one.column(), field, meanings.type(field), feed)));
    LineAmounts amounts = new LineAmounts(byField, known, grouping.number());
    this.named = CodeWithName.in(feed, byField);
    this.discount = DiscountColumn.of(byField, layout, grouping, amounts, note);
    if (discount != null) {
      decisions.takeDiscount(discount);
    }
    this.shares = DiscountShares.of(byField);
    constants.putAll(FeedConstants.of(feed).values());
    decisions.takeWords(feed, constants);
    this.perhapsCredit = decisions.perhapsCredit();
  }

  private void addColumn(
      String field, Aliases.Type type, ColumnSurvey one, Feed feed, ReadingNote note)
      throws UnreadableFile {
    if (type == Aliases.Type.DATE || type == Aliases.Type.DATETIME) {
      DateColumn column = new DateColumn(one, type, feed, note);
      dates.put(field, column);
      decisions.takeDates(column, one.column(), feed);
    } else if (!NumberColumns.isNumber(type)) {
      texts.put(field, new TextColumn(one.column(), field, type, feed));
    }
  }

  NumberColumns numbers() {
    return numbers;
  }

  /**
   * One row.
   *
   * @param position counts the data rows from 0
   */
  DataRow data(SourceRow row, int position) {
    Place place = Place.row(layout.sheet().name(), row.number());
    DataRow data = new DataRow(place, layout.own(row).cells(), parts.of(row), grouping);
    faults.check(row, data);
    TextColumn unitOfMoney = texts.get(MONEY_UNIT);
    Object money = unitOfMoney == null ? null : unitOfMoney.value(row, data);
    data.setMoneyUnit((Feed.MoneyUnit) (money == null ? constants.get(MONEY_UNIT) : money));
    faults.checkSurplus(row, data);
    numbers.read(row, data);
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
    rates.settle(data);
    named.forEach(column -> column.settle(row, data));
    units.settle(row, data);
    packs.check(row, data);
    if (weighed != null) {
      weighed.settle(row, data);
    }
    prices.settle(data);
    if (pieces != null) {
      pieces.check(data);
    }
    creditNumbers.settle(data);
    cancelled.settle(row, data, decisions.headers());
    constants.forEach(data::putIfAbsent);
    if (perhapsCredit != null) {
      data.header().putIfAbsent(RawDocument.SAID_CREDIT, perhapsCredit);
    }
    TimesOfDay.settle(data);
    data.dropShifted();
    return data;
  }

  private void putText(String field, TextColumn column, SourceRow row, DataRow data) {
    if (field.equals(MONEY_UNIT)) { // read before the amounts
      return;
    }
    Object value = column.value(row, data);
    TextColumn other = value == null ? whereEmpty.get(field) : null;
    data.put(field, other == null ? value : other.value(row, data));
  }
}
