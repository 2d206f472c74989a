package dz.manchengo.hub.documents;

import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;

/**
 * A figure with which a file sums itself up, beside what was read of the rows it is about.
 *
 * @param row of the sheet, from 1
 * @param label the row's own words, as « Total général »
 * @param column header of the column that is summed; for a count the label again
 * @param declared DA, a quantity or a count, as the file has it
 * @param read of all rows, refused ones too
 * @param agrees whether rounding explains what lies between them
 */
public record ControlFigure(
    String sheet,
    int row,
    String label,
    String column,
    BigDecimal declared,
    BigDecimal read,
    boolean agrees) {
  private static final BigDecimal MOST = BigDecimal.ONE;
  private static final BigDecimal LEAST = new BigDecimal("0.02");

  /** A sum of that many rows, each of which may have been rounded by a centime; never a dinar. */
  static boolean isClose(BigDecimal declared, BigDecimal read, int rows) {
    BigDecimal tolerance = BigDecimal.valueOf(rows, 2).max(LEAST).min(MOST);
    return declared.subtract(read).abs().compareTo(tolerance) <= 0;
  }

  /** FIL-020 for a figure that differs. */
  Finding finding() {
    return RuleBook.finding(
        "FIL-020",
        Place.row(sheet, row).at(column),
        Figures.of(declared),
        "row",
        row,
        "text",
        label,
        "column",
        column.strip(),
        "declared",
        Figures.of(declared),
        "read",
        Figures.of(read),
        "delta",
        Figures.of(declared.subtract(read)));
  }
}
