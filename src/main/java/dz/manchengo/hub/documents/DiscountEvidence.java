package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file shows of the unit of its discounts: by a sign, by its amounts, by what cannot be. */
final class DiscountEvidence {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Layout.Column column;
  private final List<SourceRow> rows;
  private final LineAmounts amounts;
  private final @Nullable BigDecimal[] discounts;
  private final DiscountSums sums;

  DiscountEvidence(Layout.Column column, List<SourceRow> rows, LineAmounts amounts) {
    this.column = column;
    this.rows = rows;
    this.amounts = amounts;
    this.discounts = new BigDecimal[rows.size()];
    DiscountUnit[] named = new DiscountUnit[rows.size()];
    for (int i = 0; i < discounts.length; i++) {
      discounts[i] = ColumnMeanings.number(cell(i));
      named[i] = named(i);
    }
    this.sums = new DiscountSums(amounts, discounts, named);
  }

  /** By a unit in the header, by the column beside it, or because the price is net anyway. */
  @Nullable DiscountUnit ofHeader() {
    String hint = column.match().hint();
    if (hint != null) {
      return hint.equals("pct") ? DiscountUnit.PERCENT : DiscountUnit.named(hint);
    }
    boolean percentBeside = amounts.has(DiscountUnit.PERCENT.field());
    if (percentBeside != amounts.has(DiscountUnit.DINAR.field())) {
      return percentBeside ? DiscountUnit.DINAR : DiscountUnit.PERCENT;
    }
    return amounts.isNetOnly() ? DiscountUnit.PERCENT : null;
  }

  /** One column has one unit: that of most rows that show theirs, the surest sort of them first. */
  @Nullable DiscountUnit ofMostRows() {
    DiscountUnit unit = most(this::named);
    unit = unit == null ? most(this::proved) : unit;
    return unit == null ? most(this::onlyPossible) : unit;
  }

  /** By the cell's own sign. */
  @Nullable DiscountUnit named(int i) {
    return DiscountUnit.named(text(i));
  }

  /** By the amounts of the line or the document, unless the cell names another. */
  @Nullable DiscountUnit proved(int i) {
    return sums.proved(i);
  }

  /** The one unit that is left: 150 is no percentage, and 60 DA are not taken from 50 DA. */
  @Nullable DiscountUnit onlyPossible(int i) {
    BigDecimal discount = discounts[i];
    if (discount == null) {
      return null;
    }
    BigDecimal gross = amounts.gross(i);
    boolean overHundred = discount.abs().compareTo(HUNDRED) > 0;
    boolean overLine =
        gross != null && gross.signum() != 0 && discount.abs().compareTo(gross.abs()) > 0;
    if (overHundred == overLine) {
      return null;
    }
    return overHundred ? DiscountUnit.DINAR : DiscountUnit.PERCENT;
  }

  /** Also one that can be read in two ways: which, the other columns tell. */
  boolean isNumber(int i) {
    return discounts[i] != null || CellValue.number(cell(i)) instanceof NumberReading.Ambiguous;
  }

  /** False where there is nothing to decide: both units take the same from the line. */
  boolean matters(int i) {
    BigDecimal discount = discounts[i];
    BigDecimal gross = amounts.gross(i);
    return (discount == null || discount.signum() != 0)
        && (gross == null || gross.compareTo(HUNDRED) != 0);
  }

  /** The first row that shows that unit; null when none does. */
  @Nullable Integer witness(DiscountUnit unit) {
    for (Showing showing : List.<Showing>of(this::named, this::proved, this::onlyPossible)) {
      for (int i = 0; i < discounts.length; i++) {
        if (discounts[i] != null && showing.of(i) == unit) {
          return i;
        }
      }
    }
    return null;
  }

  String text(int i) {
    return cell(i).text().strip();
  }

  private interface Showing {
    @Nullable DiscountUnit of(int row);
  }

  private @Nullable DiscountUnit most(Showing showing) {
    int balance = 0;
    for (int i = 0; i < discounts.length; i++) {
      DiscountUnit unit = discounts[i] == null ? null : showing.of(i);
      balance += unit == null ? 0 : unit == DiscountUnit.PERCENT ? 1 : -1;
    }
    return balance == 0 ? null : balance > 0 ? DiscountUnit.PERCENT : DiscountUnit.DINAR;
  }

  private Cell cell(int i) {
    return rows.get(i).cell(column.index());
  }
}
