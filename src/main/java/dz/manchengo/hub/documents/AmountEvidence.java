package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a column « Montant » or « Total » holds, by the other figures of its rows (decision 0029).
 * Each document speaks for what most of its lines, or all of them together, give; the column is
 * what no document that speaks contradicts. A slip speaks for nothing and is told at its line.
 */
final class AmountEvidence {
  /** What rounding to dinars leaves. */
  private static final BigDecimal CLOSE = new BigDecimal("0.99");

  /** Nearer by less than this is no nearer. */
  private static final BigDecimal ALIKE = new BigDecimal("0.05");

  private final Set<AmountKind> open = EnumSet.allOf(AmountKind.class);
  private int document = -1;
  private int documents;
  private int speaking;

  private int values;
  private int untaxed;
  private int taxed;
  private int either;
  private int rows;
  private boolean varies;
  private @Nullable BigDecimal first;
  private @Nullable RowAmount sum;

  private int rowWithout;
  private int rowWith;
  private int rowNeither;

  /**
   * Adds a row.
   *
   * @param rowsDocument counts the documents
   * @param value null where the cell is empty or no number beyond doubt
   * @param amount what the row's other figures give; null where they give nothing
   */
  void add(int rowsDocument, int row, @Nullable BigDecimal value, @Nullable RowAmount amount) {
    if (rowsDocument != document) {
      end();
      document = rowsDocument;
    }
    sum = rows == 0 ? amount : amount == null || sum == null ? null : sum.plus(amount);
    rows++;
    if (value == null) {
      return;
    }
    values++;
    first = first == null ? value : first;
    varies |= first.compareTo(value) != 0;
    if (amount != null) {
      weigh(row, value, amount);
    }
  }

  private void weigh(int row, BigDecimal value, RowAmount amount) {
    boolean without = fits(value, amount.ht(), amount.ttc(), 1);
    boolean with = fits(value, amount.ttc(), amount.ht(), 1);
    either += without && with ? 1 : 0;
    if (without && !with) {
      untaxed++;
      rowWithout = rowWithout == 0 ? row : rowWithout;
    } else if (with && !without) {
      taxed++;
      rowWith = rowWith == 0 ? row : rowWith;
    } else if (!with) {
      rowNeither = rowNeither == 0 ? row : rowNeither;
    }
  }

  /** Whether it is one of these, and none of the others is nearer. */
  private static boolean fits(
      BigDecimal value, List<BigDecimal> these, List<BigDecimal> others, int lines) {
    BigDecimal gap = gap(value, these);
    return gap.compareTo(CLOSE.multiply(BigDecimal.valueOf(lines))) <= 0
        && gap.subtract(gap(value, others)).compareTo(ALIKE) <= 0;
  }

  private static BigDecimal gap(BigDecimal value, List<BigDecimal> to) {
    return to.stream()
        .map(amount -> amount.abs().subtract(value.abs()).abs())
        .min(BigDecimal::compareTo)
        .orElseThrow();
  }

  /** The document is over. */
  void end() {
    if (values > 0) {
      documents++;
      Set<AmountKind> said = said();
      if (!said.isEmpty()) {
        speaking++;
        open.retainAll(said);
      }
    }
    rows = 0;
    values = 0;
    untaxed = 0;
    taxed = 0;
    either = 0;
    varies = false;
    first = null;
    sum = null;
  }

  private Set<AmountKind> said() {
    Set<AmountKind> said = EnumSet.noneOf(AmountKind.class);
    if (isMost(untaxed, taxed)) {
      said.add(AmountKind.LINE_HT);
    }
    if (isMost(taxed, untaxed)) {
      said.add(AmountKind.LINE_TTC);
    }
    if (!varies && first != null && sum != null) {
      if (fits(first, sum.ht(), sum.ttc(), rows)) {
        said.add(AmountKind.TOTAL_HT);
      }
      if (fits(first, sum.ttc(), sum.ht(), rows)) {
        said.add(AmountKind.TOTAL_TTC);
      }
    }
    return said;
  }

  /** Half of the lines are enough: what is neither is a slip. */
  private boolean isMost(int one, int other) {
    return (one + either) * 2 >= values && one + either > other;
  }

  /**
   * What the column holds; null where nothing, or too little, shows it, or rows contradict.
   *
   * @param among what it may hold
   */
  @Nullable AmountKind kind(Set<AmountKind> among) {
    return speaking == 0 || speaking * 2 < documents
        ? null
        : open.stream().filter(among::contains).findFirst().orElse(null);
  }

  /** Whether any row could be compared with its other figures. */
  boolean isWeighed() {
    return rowWithout + rowWith + rowNeither > 0 || speaking > 0;
  }

  /** A row whose amount holds no tax; 0 where there is none. */
  int rowWithout() {
    return rowWithout;
  }

  /** A row whose amount holds the tax; 0 where there is none. */
  int rowWith() {
    return rowWith;
  }

  /** A row whose amount is neither; 0 where there is none. */
  int rowNeither() {
    return rowNeither;
  }
}
