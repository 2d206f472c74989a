package dz.manchengo.hub.documents;

import dz.manchengo.hub.catalog.ProductCodes;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the cells of one column show, gathered row by row. */
final class ColumnSurvey {
  private final Layout.Column column;
  private final boolean number;
  private final boolean date;
  private final boolean mayBeRate;
  private final boolean vatOnly;
  private final DecimalEvidence marks = new DecimalEvidence();
  private final DateOrderEvidence order = new DateOrderEvidence();
  private final LineEvidence lines;
  private final VatEvidence vat = new VatEvidence();
  private final @Nullable ReferenceEvidence references;
  private final @Nullable Character mark;
  private boolean open;
  private boolean words;
  private boolean numbers;
  private boolean share;
  private boolean minus;
  private boolean overOne;

  ColumnSurvey(Layout.Column column) {
    this(column, null);
  }

  /**
   * One column.
   *
   * @param mark the decimal mark of « 42,350 », where a first survey has shown it
   */
  ColumnSurvey(Layout.Column column, @Nullable Character mark) {
    this.column = column;
    this.mark = mark;
    Aliases.Field first = column.match().fields().get(0);
    this.number = NumberColumns.isNumber(first.type());
    this.date = first.type() == Aliases.Type.DATE || first.type() == Aliases.Type.DATETIME;
    this.lines = new LineEvidence(column);
    this.mayBeRate = first.name().equals("total_vat");
    this.references = ReferenceEvidence.isBare(column) ? new ReferenceEvidence() : null;
    this.vatOnly = VatWords.FIELDS.contains(first.name());
  }

  Layout.Column column() {
    return column;
  }

  /** Whether some of its values are below zero. */
  boolean hasMinus() {
    return minus;
  }

  /** Whether its values are compared with quantity × price. */
  boolean weighs() {
    return mayBeRate || lines.matters();
  }

  /** The cell as a number when that is beyond doubt; evidence of its mark is kept. */
  @Nullable BigDecimal number(Cell cell, int row) {
    if (!number || cell.isBlank() || CellValue.fault(cell) != null) {
      return null;
    }
    NumberReading reading = vatOnly ? VatWords.reading(cell) : CellValue.number(cell);
    if (reading != null) {
      marks.add(reading, cell.text(), row);
    }
    words |= reading == NumberReading.NOT_A_NUMBER;
    numbers |= reading instanceof NumberReading.Exact;
    open |= reading instanceof NumberReading.Ambiguous;
    return reading instanceof NumberReading.Exact exact ? exact.value() : null;
  }

  /**
   * Takes the row's cell in.
   *
   * @param value as {@link #number} gave it
   * @param gross the row's quantity × price; null when it is not known
   * @param taxed what its VAT is on: the same, or a journal's amount excluding tax
   * @param document counts the documents, a row of the same one has the same
   */
  void add(
      Cell cell,
      @Nullable BigDecimal value,
      int document,
      @Nullable BigDecimal gross,
      @Nullable BigDecimal taxed) {
    if (references != null && CellValue.fault(cell) == null) {
      references.add(cell);
    }
    if (date && !cell.isBlank() && CellValue.fault(cell) == null) {
      order.add(cell, CellValue.date(cell));
    }
    if (value == null) {
      return;
    }
    minus |= value.signum() < 0;
    share |= value.signum() > 0 && value.compareTo(BigDecimal.ONE) < 0;
    overOne |= value.compareTo(BigDecimal.ONE) > 0;
    if (mayBeRate) {
      vat.add(cell, value, document, taxed);
    }
  }

  /**
   * Compares the row's value with its quantity × price.
   *
   * @param grosses as both decimal marks have it; alike where nothing is open
   */
  void compare(int document, BigDecimal value, List<@Nullable BigDecimal> grosses) {
    if (lines.matters()) {
      lines.add(document, value, grosses);
    }
  }

  /** The row that comes may be none of its document. */
  void doubt() {
    lines.doubt();
  }

  /** Takes in what the row says of the whole document beside this column « TVA ». */
  void addSum(BigDecimal value, BigDecimal ht, BigDecimal total) {
    vat.addSum(value, ht, total);
  }

  /** « 19 % » in a column that is called after an amount. */
  boolean hasPercentSign() {
    return vat.hasPercentSign();
  }

  /** Whether « 42,350 » stands in it, which is two numbers. */
  boolean isOpen() {
    return open;
  }

  /** « 42,350 » with the mark that the first survey has shown; null for any other cell. */
  @Nullable BigDecimal mended(Cell cell) {
    return mark != null && number && CellValue.number(cell) instanceof NumberReading.Ambiguous two
        ? two.value(mark)
        : null;
  }

  /** The cell as a number, with the mark that the first survey has shown where it needs one. */
  @Nullable BigDecimal settled(Cell cell) {
    BigDecimal exact = vatOnly ? VatWords.exact(cell) : CellValue.exact(cell);
    return exact == null ? mended(cell) : exact;
  }

  /** « Oui » and « non » where amounts could be: nothing but words. */
  boolean holdsWords() {
    return words && !numbers;
  }

  /** Rates written as parts of one: « 0,19 ». */
  boolean holdsShares() {
    return share && !overOne;
  }

  void end() {
    lines.end();
    vat.end();
  }

  DecimalEvidence marks() {
    return marks;
  }

  DateOrderEvidence order() {
    return order;
  }

  /** A value of a column « TVA » that may be a rate as well as an amount; null without doubt. */
  @Nullable BigDecimal doubtfulVat() {
    return vat.doubtful();
  }

  /** Rates of VAT, in a column that is called « TVA » and no more. */
  boolean holdsRates() {
    return vat.holdsRates();
  }

  /** A column « Référence » whose values are article codes. */
  boolean isOfProducts(ProductCodes products) {
    return references != null && references.isOfProducts(products);
  }

  /** The values belong to the lines and not to their document. */
  boolean isOfLine() {
    return lines.isOfLine();
  }

  /** The values are what quantity and price give, nearly everywhere that these are alone. */
  boolean followsLines() {
    return lines.followsLines();
  }
}
