package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column that is called « Remise » and no more: per cent or dinars? Its header, a sign in the
 * cell and the file's own amounts decide; where only the other rows do, or what the number cannot
 * be, that is told (FMT-019); where nothing does, the row is refused (FMT-018; domain notes §7.3).
 */
final class DiscountColumn {
  static final String FIELD = "discount";

  private final Layout.Column column;
  private final List<SourceRow> rows;
  private final DiscountEvidence evidence;
  private final List<DiscountUnit> used = new ArrayList<>();
  private final @Nullable DiscountUnit ofHeader;
  private final @Nullable DiscountUnit ofColumn;

  DiscountColumn(Layout.Column column, List<SourceRow> rows, LineAmounts amounts) {
    this.column = column;
    this.rows = rows;
    this.evidence = new DiscountEvidence(column, rows, amounts);
    this.ofHeader = evidence.ofHeader();
    this.ofColumn = ofHeader != null ? ofHeader : evidence.ofMostRows();
  }

  /** What was decided, for the acknowledgement: both units where the rows differ. */
  List<DiscountUnit> used() {
    return used.stream().distinct().sorted().toList();
  }

  /** The unit of the row's value, or a finding in the row; null where it is left open. */
  @Nullable DiscountUnit unit(int i, DataRow row) {
    if (!evidence.isNumber(i)) {
      return DiscountUnit.PERCENT; // whatever it is instead, the reader of numbers says
    }
    DiscountUnit unit = ofHeader != null ? ofHeader : decided(i, row);
    if (unit != null && evidence.matters(i)) {
      used.add(unit);
    }
    return unit;
  }

  private @Nullable DiscountUnit decided(int i, DataRow row) {
    DiscountUnit named = evidence.named(i);
    DiscountUnit shown = named != null ? named : evidence.proved(i);
    if (shown != null) {
      if (named == null && ofColumn != null && shown != ofColumn) {
        tell(i, row, shown, "reason.discount.sums");
      }
      return shown;
    }
    if (!evidence.matters(i)) {
      return DiscountUnit.PERCENT;
    }
    if (ofColumn == null) {
      row.add(finding("FMT-018", i, row, List.of()));
    } else {
      tellOfColumn(i, row, ofColumn);
    }
    return ofColumn;
  }

  private void tellOfColumn(int i, DataRow row, DiscountUnit unit) {
    DiscountUnit only = evidence.onlyPossible(i);
    if (only == null) {
      tell(i, row, unit, "reason.discount.column");
    } else if (only == unit) {
      boolean dinars = unit == DiscountUnit.DINAR;
      tell(i, row, unit, dinars ? "reason.discount.over-hundred" : "reason.discount.over-line");
    } // else the number cannot be what its column is: INV-008 refuses it
  }

  private void tell(int i, DataRow row, DiscountUnit unit, String why) {
    List<Object> params = new ArrayList<>(List.of("unit", unit.reason(), "why", why));
    Integer witness = evidence.witness(unit);
    if (witness != null) {
      params.addAll(List.of("other", evidence.text(witness), "row", rows.get(witness).number()));
    }
    row.add(finding("FMT-019", i, row, params));
  }

  private Finding finding(String rule, int i, DataRow row, List<Object> more) {
    String text = evidence.text(i);
    List<Object> params = new ArrayList<>(List.of("value", text, "field", column.header().strip()));
    params.addAll(more);
    return RuleBook.finding(rule, row.place().at(column.header()), text, params.toArray());
  }
}
