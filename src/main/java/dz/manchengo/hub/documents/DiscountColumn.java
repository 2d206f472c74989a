package dz.manchengo.hub.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column that is called « Remise » and no more: per cent or dinars? Its header, a sign in the
 * cell and the file's own amounts decide; where only the other rows do, or what the number cannot
 * be, that is told (FMT-019); where nothing does, the row is refused (FMT-018; domain notes §7.3).
 */
final class DiscountColumn {
  static final String FIELD = "discount";

  private static final int MOST_TOLD = 50;

  private final Layout.Column column;
  private final DiscountEvidence evidence;
  private final @Nullable DiscountUnit ofHeader;
  private final @Nullable DiscountUnit asBefore;
  private final @Nullable DiscountUnit ofColumn;
  private int told;

  /**
   * The column.
   *
   * @param asBefore the unit by which it was read before; null where the file itself is asked
   */
  DiscountColumn(Layout.Column column, DiscountEvidence evidence, @Nullable DiscountUnit asBefore) {
    this.column = column;
    this.evidence = evidence;
    this.asBefore = asBefore;
    this.ofHeader = evidence.ofHeader();
    DiscountUnit surest = ofHeader != null ? ofHeader : asBefore;
    this.ofColumn = surest != null ? surest : evidence.ofMostRows();
  }

  /** The sheet's, if it has one that is called no more than that. */
  static @Nullable DiscountColumn of(
      Map<String, ColumnSurvey> byField,
      Layout layout,
      Grouping grouping,
      LineAmounts amounts,
      ReadingNote note)
      throws UnreadableFile, IOException {
    ColumnSurvey one = byField.get(FIELD);
    if (one == null) {
      return null;
    }
    return new DiscountColumn(
        one.column(),
        DiscountEvidence.of(layout, grouping, one.column(), amounts),
        DiscountUnit.of(note.field(one.column(), DiscountUnit.FIELDS)));
  }

  Layout.Column column() {
    return column;
  }

  /** The unit of cells that name none; null where nothing shows it. */
  @Nullable DiscountUnit ofColumn() {
    return ofColumn;
  }

  /** What was decided, for the acknowledgement: both units where the rows differ. */
  String shown() {
    return used().stream().map(DiscountUnit::label).collect(Collectors.joining(", "));
  }

  private Set<DiscountUnit> used() {
    Set<DiscountUnit> used = new TreeSet<>();
    boolean matters = evidence.isOpen() || !evidence.shown().isEmpty();
    if (ofHeader != null) {
      used.addAll(matters ? Set.of(ofHeader) : Set.of());
      return used;
    }
    used.addAll(evidence.shown());
    if (evidence.isOpen() && ofColumn != null) {
      used.add(ofColumn);
    }
    return used;
  }

  /**
   * The unit of the row's value, or a finding in the row; null where it is left open.
   *
   * @param position counts the data rows from 0
   */
  @Nullable DiscountUnit unit(int position, SourceRow source, DataRow row) {
    if (!evidence.isNumber(source)) {
      return DiscountUnit.PERCENT; // whatever it is instead, the reader of numbers says
    }
    return ofHeader != null ? ofHeader : decided(position, source, row);
  }

  private @Nullable DiscountUnit decided(int position, SourceRow source, DataRow row) {
    DiscountUnit named = evidence.named(source);
    DiscountUnit shown = named != null ? named : evidence.proved(position);
    if (shown != null) {
      if (named == null && ofColumn != null && shown != ofColumn) {
        tell(source, row, shown, "reason.discount.sums");
      }
      return shown;
    }
    if (evidence.isOfTotals()) {
      return ofColumn == null ? DiscountUnit.DINAR : ofColumn; // what is net already keeps it
    }
    if (!evidence.matters(source)) {
      return DiscountUnit.PERCENT;
    }
    if (ofColumn == null) {
      row.add(finding("FMT-018", source, row, List.of()));
    } else if (asBefore == null) {
      tellOfColumn(source, row, ofColumn);
    }
    return ofColumn;
  }

  private void tellOfColumn(SourceRow source, DataRow row, DiscountUnit unit) {
    DiscountUnit only = evidence.onlyPossible(source);
    if (only == null) {
      tell(source, row, unit, "reason.discount.column");
    } else if (only == unit) {
      boolean dinars = unit == DiscountUnit.DINAR;
      tell(
          source, row, unit, dinars ? "reason.discount.over-hundred" : "reason.discount.over-line");
    } // else the number cannot be what its column is: INV-008 refuses it
  }

  private void tell(SourceRow source, DataRow row, DiscountUnit unit, String why) {
    if (++told > MOST_TOLD) {
      return;
    }
    List<Object> params = new ArrayList<>(List.of("unit", unit.reason(), "why", why));
    if (told == MOST_TOLD) {
      params.addAll(List.of(Hints.PARAM, "hint.same-below"));
    }
    DiscountEvidence.Witness witness = evidence.witness(unit);
    if (witness != null) {
      params.addAll(List.of("other", witness.text(), "row", witness.row()));
    }
    row.add(finding("FMT-019", source, row, params));
  }

  private Finding finding(String rule, SourceRow source, DataRow row, List<Object> more) {
    String text = evidence.text(source);
    List<Object> params =
        new ArrayList<>(List.of("value", evidence.shown(source), "field", column.header().strip()));
    params.addAll(more);
    return RuleBook.finding(rule, row.place().at(column.header()), text, params.toArray());
  }
}
