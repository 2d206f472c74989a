package dz.manchengo.hub.documents;

import dz.manchengo.hub.catalog.ProductCodes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one sheet is to be read, decided after a survey of all its rows; and the reading itself, row
 * by row.
 */
final class SheetReading {
  private final Layout layout;
  private final Grouping grouping;
  private final int rows;
  private final boolean totals;
  private final boolean repeatsNumbers;
  private final Set<String> titled;
  private final SheetDecisions decisions;
  private final RowReading reading;
  private final List<SourceRow> totalsAbove;

  private SheetReading(
      Layout layout,
      Grouping grouping,
      SheetSurvey survey,
      SheetDecisions decisions,
      Set<String> titled,
      RowReading reading) {
    this.layout = layout;
    this.grouping = grouping;
    this.rows = survey.rows();
    this.totals = survey.hasTotals();
    this.repeatsNumbers = survey.repeatsNumbers();
    this.titled = titled;
    this.decisions = decisions;
    this.reading = reading;
    this.totalsAbove = totalsAbove(layout);
  }

  /** As people put them over a list that they filter; a form's are those of its document. */
  private static List<SourceRow> totalsAbove(Layout layout) {
    if (layout.isForm()) {
      return List.of();
    }
    int header = layout.headerRows().get(0).number();
    Stream<SourceRow> inColumns =
        layout.sheet().head().stream()
            .filter(row -> row.number() < header && TotalLabel.of(row).sumsUpAll());
    Stream<SourceRow> labelled =
        HeadTotals.of(layout).stream()
            .map(
                total ->
                    new SourceRow(
                        total.row(), List.of(new Cell.Text(total.label()), total.value())));
    return Stream.concat(inColumns, labelled).toList();
  }

  /**
   * Surveys a sheet and decides.
   *
   * @param products tells article codes from other references
   * @param name of the file
   * @throws UnreadableFile FIL-004, FIL-006, FMT-008
   */
  static SheetReading of(
      Layout sheet,
      Feed feed,
      Grouping grouping,
      ScatteredDocuments scattered,
      ProductCodes products,
      String name)
      throws UnreadableFile, IOException {
    ReadingNote note = ReadingNote.in(sheet);
    GrossPrices.Found prices = GrossPrices.of(sheet, feed, grouping, note);
    PriceTax.Found tax = PriceTax.of(prices.layout(), feed, grouping, note);
    Layout layout = tax.layout();
    SheetSurvey survey =
        SheetSurvey.of(
            layout, feed, grouping, scattered, note.decimalMark(), markOfFormat(layout.sheet()));
    ColumnMeanings meanings = ColumnMeanings.decide(survey, feed, note, products);
    ForeignCurrency.check(layout);
    SheetDecisions decisions = new SheetDecisions(layout, name, survey, meanings);
    RowReading reading =
        new RowReading(
            layout, feed, grouping, survey, meanings, decisions, markOfFormat(layout.sheet()));
    decisions.takeNumber(grouping.number());
    decisions.takePrices(prices);
    PriceTax.tell(tax, decisions);
    return new SheetReading(layout, grouping, survey, decisions, titled(layout, meanings), reading);
  }

  private static Set<String> titled(Layout layout, ColumnMeanings meanings) {
    return meanings.byField().entrySet().stream()
        .filter(one -> one.getValue().column().index() >= layout.titles().from())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable Character markOfFormat(SourceSheet sheet) {
    Character delimiter = sheet.delimiter();
    if (delimiter != null) {
      return DecimalWitnesses.besideDelimiter(delimiter);
    }
    return sheet.isMade() ? '.' : null; // texts in JSON write numbers as JSON does
  }

  /** Data rows: neither header, nor blank, nor totals. */
  int rows() {
    return rows;
  }

  /** The decimal mark of the sheet, null when nothing shows it. */
  @Nullable Character mark() {
    return reading.numbers().mark();
  }

  /** What was decided of its columns, for a sheet that no longer shows why. */
  String readingNote() {
    return decisions.note();
  }

  /** Of the sheet: FIL-012. */
  List<Finding> findings() {
    return decisions.findings();
  }

  Map<String, String> detected() {
    return decisions.detected();
  }

  /** Field → header of the column that gives it. */
  Map<String, String> headers() {
    return decisions.headers();
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
    boolean compared = totals || !totalsAbove.isEmpty();
    ControlTotals control =
        compared ? new ControlTotals(layout, grouping, reading.numbers()) : null;
    RowChoice choice = new RowChoice(layout, grouping);
    EmptyRows empty = new EmptyRows();
    int[] position = {0};
    layout
        .sheet()
        .read(
            row -> {
              RowChoice.Kind kind = choice.of(row);
              if (kind == RowChoice.Kind.DATA) {
                DataRow data = reading.data(row, position[0]++);
                data.setBelowEmpty(empty.above(row.number()));
                data.setOfRepeating(repeatsNumbers);
                data.setTitled(titled);
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
    if (control != null) {
      totalsAbove.forEach(row -> control.compare(row, RowChoice.Kind.TOTAL));
    }
    return control;
  }
}
