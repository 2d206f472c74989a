package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers of the row that is surveyed, and what they tell each other's columns. */
final class SurveyedFigures {
  private final List<ColumnSurvey> columns;
  private final RowFigures figures;
  private final boolean journal;
  private final boolean first;
  private final boolean weighed;
  private boolean exempt;

  /** Less of the amount than any rate: a part of it, or all, bears no tax. */
  private static final BigDecimal LESS_THAN_A_RATE = new BigDecimal("0.068");

  /** Those that are beyond doubt, whatever the other rows show. */
  private final @Nullable BigDecimal[] exact;

  private final @Nullable BigDecimal[] values;

  /**
   * Of the columns of a sheet.
   *
   * @param first whether no survey has shown decimal marks before
   */
  SurveyedFigures(List<ColumnSurvey> columns, boolean journal, boolean first) {
    this.columns = columns;
    this.figures = new RowFigures(columns, journal);
    this.journal = journal;
    this.first = first;
    this.weighed = columns.stream().anyMatch(ColumnSurvey::weighs);
    this.exact = new BigDecimal[columns.size()];
    this.values = new BigDecimal[columns.size()];
  }

  /** Whether any column is compared with quantity × price. */
  boolean areWeighed() {
    return weighed;
  }

  void read(SourceRow row) {
    for (int i = 0; i < values.length; i++) {
      ColumnSurvey column = columns.get(i);
      Cell cell = row.cell(column.column().index());
      exact[i] = column.number(cell, row.number());
      values[i] = exact[i] == null && !first ? column.mended(cell) : exact[i];
    }
  }

  boolean areNone() {
    for (BigDecimal value : values) {
      if (value != null) {
        return false;
      }
    }
    return true;
  }

  /** Whether any document of a journal has a part without tax, as its totals show. */
  boolean haveExempt() {
    return exempt;
  }

  @Nullable BigDecimal of(ColumnSurvey column) {
    return values[columns.indexOf(column)];
  }

  /** What the row comes to by its other columns. */
  @Nullable RowAmount amount() {
    return figures.amount(values);
  }

  /**
   * Gives the columns what the row, which has been read, shows of them.
   *
   * @param document counts the documents
   */
  void tell(SourceRow row, int document) {
    BigDecimal gross = weighed ? figures.gross(values) : null;
    BigDecimal taxed = gross == null && journal ? figures.taxedHt(values) : gross;
    for (int i = 0; i < values.length; i++) {
      ColumnSurvey column = columns.get(i);
      column.add(row.cell(column.column().index()), values[i], document, gross, taxed);
    }
    if (weighed) {
      compareWithLines(row, document, first ? gross : figures.gross(exact));
    }
    addSum();
  }

  /** « 1,235 » alone is two numbers: with which mark it gives the amount, all rows show. */
  private void compareWithLines(SourceRow row, int document, @Nullable BigDecimal gross) {
    List<@Nullable BigDecimal> both =
        gross != null
            ? List.of(gross, gross)
            : Arrays.asList(figures.gross(marked(row, ',')), figures.gross(marked(row, '.')));
    for (int i = 0; i < values.length; i++) {
      BigDecimal value = values[i]; // as the row will be read: « 300.475 » beside « 1011.5 » too
      if (value != null) {
        columns.get(i).compare(document, value, both);
      }
    }
  }

  /** The row's numbers where those that can be read in two ways have that decimal mark. */
  private @Nullable BigDecimal[] marked(SourceRow row, char mark) {
    @Nullable BigDecimal[] marked = exact.clone();
    for (int i = 0; i < marked.length; i++) {
      Layout.Column column = columns.get(i).column();
      if (marked[i] == null
          && CellValue.number(row.cell(column.index())) instanceof NumberReading.Ambiguous open) {
        marked[i] = open.value(mark);
      }
    }
    return marked;
  }

  private void addSum() {
    BigDecimal vat = figures.totalVat(values);
    BigDecimal ht = figures.totalHt(values);
    BigDecimal ttc = figures.totalTtc(values);
    BigDecimal tax = vat == null && ht != null && ttc != null ? ttc.subtract(ht) : vat;
    exempt |=
        journal
            && tax != null
            && ht != null
            && tax.abs().compareTo(ht.abs().multiply(LESS_THAN_A_RATE)) < 0;
    if (vat != null && ht != null && ttc != null) {
      BigDecimal duty = figures.stamp(values);
      ColumnSurvey column = columns.get(figures.indexOfVat());
      column.addSum(vat, ht, duty == null ? ttc : ttc.subtract(duty));
      column.addSum(vat, ht, ttc);
    }
  }
}
