package dz.manchengo.hub.documents;

import dz.manchengo.hub.platform.Figures;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet shows of the unit of its discounts: by a sign, by its amounts, by what cannot be.
 * Gathered in a pass of its own, a document at a time.
 */
final class DiscountEvidence {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Of a longer document, or rows without a number, only so many are looked at together. */
  private static final int LONGEST = 5_000;

  private final Layout.Column column;
  private final LineAmounts amounts;
  private final RowChoice choice;
  private final boolean totals;
  private final List<SourceRow> rows = new ArrayList<>();
  private final List<DiscountSums.Line> document = new ArrayList<>();
  private String number = "";
  private int position;

  private final Map<DiscountUnit, BitSet> proved = new EnumMap<>(DiscountUnit.class);
  private final Map<Kind, Integer> balance = new EnumMap<>(Kind.class);
  private final Map<Kind, Map<DiscountUnit, Witness>> witnesses = new EnumMap<>(Kind.class);
  private final Set<DiscountUnit> shown = EnumSet.noneOf(DiscountUnit.class);
  private boolean open;

  /** How a row shows its unit, the surest way first. */
  private enum Kind {
    NAMED,
    PROVED,
    ONLY_POSSIBLE
  }

  /** A row that shows a unit: its text and number. */
  record Witness(String text, int row) {}

  private DiscountEvidence(
      Layout layout, Grouping grouping, Layout.Column column, LineAmounts amounts) {
    this.column = column;
    this.amounts = amounts;
    this.choice = new RowChoice(layout, grouping);
    this.totals = layout.isJournal();
    for (DiscountUnit unit : DiscountUnit.values()) {
      proved.put(unit, new BitSet());
    }
    for (Kind kind : Kind.values()) {
      witnesses.put(kind, new EnumMap<>(DiscountUnit.class));
    }
  }

  static DiscountEvidence of(
      Layout layout, Grouping grouping, Layout.Column column, LineAmounts amounts)
      throws UnreadableFile, IOException {
    DiscountEvidence evidence = new DiscountEvidence(layout, grouping, column, amounts);
    layout.sheet().read(evidence::row);
    evidence.endDocument();
    return evidence;
  }

  private boolean row(SourceRow row) {
    if (choice.of(row) == RowChoice.Kind.DATA) {
      LineAmounts.Row amount = amounts.of(row);
      boolean next = !amount.document().isEmpty() && !amount.document().equals(number);
      if (next || document.size() == LONGEST) {
        endDocument();
        number = next ? amount.document() : number;
      }
      rows.add(row);
      document.add(new DiscountSums.Line(amount, discount(row), named(row)));
    }
    return true;
  }

  private void endDocument() {
    @Nullable DiscountUnit[] units = DiscountSums.proved(document);
    for (int i = 0; i < units.length; i++) {
      DiscountUnit unit = units[i];
      if (unit != null) {
        set(unit);
      }
      if (document.get(i).discount() != null) {
        count(rows.get(i), document.get(i), unit);
      }
      if (isNumber(rows.get(i)) && matters(rows.get(i))) {
        open |= unit == null;
        if (unit != null) {
          shown.add(unit);
        }
      }
      position++;
    }
    rows.clear();
    document.clear();
  }

  private void set(DiscountUnit unit) {
    BitSet positions = proved.get(unit);
    if (positions != null) {
      positions.set(position);
    }
  }

  private void count(SourceRow row, DiscountSums.Line line, @Nullable DiscountUnit unit) {
    count(Kind.NAMED, row, line.named());
    count(Kind.PROVED, row, unit);
    count(Kind.ONLY_POSSIBLE, row, onlyPossible(row));
  }

  private void count(Kind kind, SourceRow row, @Nullable DiscountUnit unit) {
    Map<DiscountUnit, Witness> seen = witnesses.get(kind);
    if (unit != null && seen != null) {
      balance.merge(kind, unit == DiscountUnit.PERCENT ? 1 : -1, Integer::sum);
      seen.putIfAbsent(unit, new Witness(shown(row), row.number()));
    }
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
    for (Kind kind : Kind.values()) {
      int more = balance.getOrDefault(kind, 0);
      if (more != 0) {
        return more > 0 ? DiscountUnit.PERCENT : DiscountUnit.DINAR;
      }
    }
    return null;
  }

  /** Whether the rows are totals, from which no discount is taken any more. */
  boolean isOfTotals() {
    return totals;
  }

  /** Units that rows show by themselves, where they matter. */
  Set<DiscountUnit> shown() {
    return shown;
  }

  /** Whether there are rows that matter and show no unit. */
  boolean isOpen() {
    return open;
  }

  /** By the cell's own sign. */
  @Nullable DiscountUnit named(SourceRow row) {
    return DiscountUnit.named(text(row));
  }

  /**
   * By the amounts of the line or the document, unless the cell names another.
   *
   * @param dataRow counts the data rows from 0
   */
  @Nullable DiscountUnit proved(int dataRow) {
    for (Map.Entry<DiscountUnit, BitSet> one : proved.entrySet()) {
      if (one.getValue().get(dataRow)) {
        return one.getKey();
      }
    }
    return null;
  }

  /** The one unit that is left: 150 is no percentage, and 60 DA are not taken from 50 DA. */
  @Nullable DiscountUnit onlyPossible(SourceRow row) {
    BigDecimal discount = discount(row);
    if (discount == null) {
      return null;
    }
    BigDecimal gross = amounts.of(row).gross();
    boolean overHundred = discount.abs().compareTo(HUNDRED) > 0;
    boolean overLine =
        gross != null && gross.signum() != 0 && discount.abs().compareTo(gross.abs()) > 0;
    if (overHundred == overLine) {
      return null;
    }
    return overHundred ? DiscountUnit.DINAR : DiscountUnit.PERCENT;
  }

  /** Also one that can be read in two ways: which, the other columns tell. */
  boolean isNumber(SourceRow row) {
    return discount(row) != null || CellValue.number(cell(row)) instanceof NumberReading.Ambiguous;
  }

  /** False where there is nothing to decide: both units take the same from the line. */
  boolean matters(SourceRow row) {
    BigDecimal discount = discount(row);
    BigDecimal gross = amounts.of(row).gross();
    return (discount == null || discount.signum() != 0)
        && (gross == null || gross.compareTo(HUNDRED) != 0);
  }

  /** The first row that shows that unit; null when none does. */
  @Nullable Witness witness(DiscountUnit unit) {
    for (Map<DiscountUnit, Witness> seen : witnesses.values()) {
      if (seen.containsKey(unit)) {
        return seen.get(unit);
      }
    }
    return null;
  }

  /** For a sentence: with a comma, which a spreadsheet's own number has not. */
  String shown(SourceRow row) {
    return cell(row) instanceof Cell.Numeric number ? Figures.of(number.value()) : text(row);
  }

  String text(SourceRow row) {
    return cell(row).text().strip();
  }

  private @Nullable BigDecimal discount(SourceRow row) {
    return CellValue.exact(cell(row));
  }

  private Cell cell(SourceRow row) {
    return row.cell(column.index());
  }
}
