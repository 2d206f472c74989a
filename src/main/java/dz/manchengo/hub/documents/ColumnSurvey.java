package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the cells of one column show, gathered row by row. */
final class ColumnSurvey {
  private static final BigDecimal CLOSE = new BigDecimal("0.02");
  private static final List<BigDecimal> TODAY = List.of(new BigDecimal(19), new BigDecimal(9));
  private static final Set<BigDecimal> RATES =
      Set.of(
          new BigDecimal("0"),
          new BigDecimal("7"),
          new BigDecimal("9"),
          new BigDecimal("17"),
          new BigDecimal("19"),
          new BigDecimal("0.07"),
          new BigDecimal("0.09"),
          new BigDecimal("0.17"),
          new BigDecimal("0.19"));

  private final Layout.Column column;
  private final boolean number;
  private final boolean date;
  private final boolean mayBeRate;
  private final DecimalEvidence marks = new DecimalEvidence();
  private final DateOrderEvidence order = new DateOrderEvidence();
  private final LineEvidence lines = new LineEvidence();
  private int rates;
  private int others;
  private int amounts;
  private boolean positive;

  ColumnSurvey(Layout.Column column) {
    this.column = column;
    Aliases.Field first = column.match().fields().get(0);
    this.number = NumberColumns.isNumber(first.type());
    this.date = first.type() == Aliases.Type.DATE || first.type() == Aliases.Type.DATETIME;
    this.mayBeRate = first.name().equals("total_vat");
  }

  Layout.Column column() {
    return column;
  }

  /** The cell as a number when that is beyond doubt; evidence of its mark is kept. */
  @Nullable BigDecimal number(Cell cell) {
    if (!number || cell.isBlank() || CellValue.fault(cell) != null) {
      return null;
    }
    NumberReading reading = CellValue.number(cell);
    marks.add(reading);
    return reading instanceof NumberReading.Exact exact ? exact.value() : null;
  }

  /**
   * Takes the row's cell in.
   *
   * @param value as {@link #number} gave it
   * @param gross the row's quantity × price; null when it is not known
   * @param document counts the documents, a row of the same one has the same
   */
  void add(Cell cell, @Nullable BigDecimal value, int document, @Nullable BigDecimal gross) {
    if (date && !cell.isBlank() && CellValue.fault(cell) == null) {
      order.add(cell, CellValue.date(cell));
    }
    if (value == null) {
      return;
    }
    if (mayBeRate) {
      addRate(value, gross);
    }
    if (LineEvidence.matters(column)) {
      lines.add(document, value, gross);
    }
  }

  private void addRate(BigDecimal value, @Nullable BigDecimal gross) {
    BigDecimal plain = value.stripTrailingZeros();
    boolean rate = RATES.contains(plain.scale() < 0 ? plain.setScale(0) : plain);
    rates += rate ? 1 : 0;
    others += rate ? 0 : 1;
    amounts += !rate && gross != null && isVat(value, gross) ? 1 : 0;
    positive |= value.signum() > 0;
  }

  /** Whether it is the VAT on that amount at a rate of today. */
  private static boolean isVat(BigDecimal value, BigDecimal gross) {
    return TODAY.stream()
        .map(rate -> gross.multiply(rate).movePointLeft(2).subtract(value).abs())
        .anyMatch(gap -> gap.compareTo(CLOSE) <= 0);
  }

  void end() {
    lines.end();
  }

  DecimalEvidence marks() {
    return marks;
  }

  DateOrderEvidence order() {
    return order;
  }

  /**
   * Rates of VAT: all values are, or most of them and no other one is the VAT on its line: then it
   * is a slip, to be told at its cell (INV-016).
   */
  boolean holdsRates() {
    boolean slips = others > 0 && amounts == 0 && rates > others;
    return positive && rates > 0 && (others == 0 || slips);
  }

  /** The values belong to the lines and not to their document. */
  boolean isOfLine() {
    return lines.isOfLine(column.means("total_ht"));
  }
}
