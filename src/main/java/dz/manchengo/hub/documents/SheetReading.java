package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One sheet read through its layout: every data row with its values, every column by its type. */
final class SheetReading {
  private final Layout layout;
  private final Feed feed;
  private final @Nullable Character delimiterMark;
  private @Nullable Character mark;
  private final List<SourceRow> rows = new ArrayList<>();
  private final List<DataRow> data = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, String> detected = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  private SheetReading(Layout layout, Feed feed, @Nullable Character delimiter) {
    this.layout = layout;
    this.feed = feed;
    Character told = DecimalMarkNote.in(layout);
    this.delimiterMark =
        told != null || delimiter == null ? told : DecimalWitnesses.besideDelimiter(delimiter);
  }

  /** The decimal mark of the sheet, null when nothing shows it. */
  @Nullable Character mark() {
    return mark;
  }

  /**
   * Reads a sheet.
   *
   * @param delimiter of a CSV file, a witness for its decimal mark; null for a workbook
   * @throws UnreadableFile FIL-006, FMT-008
   */
  static SheetReading of(Layout layout, Feed feed, @Nullable Character delimiter)
      throws UnreadableFile {
    SheetReading reading = new SheetReading(layout, feed, delimiter);
    reading.chooseRows();
    reading.read();
    return reading;
  }

  List<DataRow> data() {
    return data;
  }

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

  private void chooseRows() {
    boolean summary = false;
    int blanks = 0;
    boolean totalSeen = false;
    for (SourceRow row : layout.dataRows()) {
      SourceRow own = withoutHubColumns(row);
      if (own.isBlank()) {
        blanks++;
        continue;
      }
      boolean afterTable = totalSeen || blanks >= 2;
      blanks = 0;
      summary |= TotalRows.opensSummary(row);
      boolean total = TotalRows.isTotal(row);
      totalSeen |= total;
      // below the table people sign and date: one lone text is no document
      boolean remark = afterTable && own.cells().stream().filter(c -> !c.isBlank()).count() == 1;
      if (summary || total || remark) {
        findings.add(skipped(row));
      } else {
        rows.add(row);
        data.add(new DataRow(Place.row(layout.sheet().name(), row.number())));
      }
    }
  }

  /** The notes of an earlier acknowledgement are no data. */
  private SourceRow withoutHubColumns(SourceRow row) {
    return new SourceRow(
        row.number(), layout.columns().stream().map(c -> row.cell(c.index())).toList());
  }

  private Finding skipped(SourceRow row) {
    String text = TotalRows.firstText(row);
    Place place = Place.row(layout.sheet().name(), row.number());
    return RuleBook.finding("FIL-012", place, null, "row", row.number(), "text", text);
  }

  private void read() throws UnreadableFile {
    List<Layout.Column> known =
        layout.columns().stream().filter(c -> !c.match().isUnknown()).toList();
    checkCells(known);
    ColumnMeanings meanings = ColumnMeanings.decide(known, feed, rows);
    detected.putAll(meanings.detected());
    meanings.byField().forEach((field, column) -> headers.put(field, column.header()));
    meanings.checkDoubles(rows);
    NumberColumns numbers = new NumberColumns(meanings, feed, rows, delimiterMark);
    mark = numbers.mark();
    for (Map.Entry<String, Layout.Column> one : meanings.byField().entrySet()) {
      if (one.getKey().equals(DiscountColumn.FIELD)) {
        readDiscount(one.getValue(), known, numbers);
      } else {
        readColumn(one.getKey(), meanings.type(one.getKey()), one.getValue(), numbers);
      }
    }
    addConstants(meanings);
  }

  private void readColumn(
      String field, Aliases.Type type, Layout.Column column, NumberColumns numbers)
      throws UnreadableFile {
    if (NumberColumns.isNumber(type)) {
      for (int i = 0; i < data.size(); i++) {
        put(i, field, numbers.value(field, type, i, data.get(i)));
      }
    } else if (type == Aliases.Type.DATE || type == Aliases.Type.DATETIME) {
      DateColumn dates = new DateColumn(column, feed, rows);
      for (int i = 0; i < data.size(); i++) {
        put(i, field, dates.value(i, data.get(i)));
      }
      if (!dates.shown().isEmpty()) {
        detected.put("Dates « " + column.header().strip() + " »", dates.shown());
      }
    } else {
      TextColumn texts = new TextColumn(column, field, type, feed);
      for (int i = 0; i < data.size(); i++) {
        put(i, field, texts.value(rows.get(i).cell(column.index()), data.get(i)));
      }
    }
  }

  private void readDiscount(
      Layout.Column column, List<Layout.Column> known, NumberColumns numbers) {
    DiscountColumn discounts =
        new DiscountColumn(
            column, rows, new LineAmounts(known, rows, new DocumentGroups(known, rows)));
    for (int i = 0; i < data.size(); i++) {
      DiscountUnit unit = discounts.unit(i, data.get(i));
      if (unit != null) {
        put(i, unit.field(), numbers.value(DiscountColumn.FIELD, unit.type(), i, data.get(i)));
      }
    }
    for (DiscountUnit unit : DiscountUnit.values()) {
      headers.putIfAbsent(unit.field(), column.header());
    }
    if (!discounts.used().isEmpty()) {
      detected.put(
          "« " + column.header().strip() + " »",
          discounts.used().stream().map(DiscountUnit::label).collect(Collectors.joining(", ")));
    }
  }

  private void put(int row, String field, @Nullable Object value) {
    if (value != null) {
      data.get(row).values().put(field, value);
    }
  }

  /** Errors and formulas that were never calculated are no values (FMT-012, FIL-016). */
  private void checkCells(List<Layout.Column> columns) {
    for (int i = 0; i < rows.size(); i++) {
      for (Layout.Column column : columns) {
        Cell cell = rows.get(i).cell(column.index());
        Place place = data.get(i).place().at(column.header());
        String at = CellAddress.of(column.index(), rows.get(i).number());
        if (cell instanceof Cell.Fault fault) {
          data.get(i)
              .add(
                  RuleBook.finding(
                      "FMT-012", place, fault.text(), "value", fault.text(), "cell", at));
        } else if (cell instanceof Cell.Uncalculated formula) {
          data.get(i).add(RuleBook.finding("FIL-016", place, formula.text(), "cell", at));
        }
      }
    }
  }

  private void addConstants(ColumnMeanings meanings) {
    feed.constants()
        .forEach(
            (field, text) -> {
              Object value = meanings.constant(field, text);
              data.forEach(row -> row.values().putIfAbsent(field, value));
            });
  }
}
