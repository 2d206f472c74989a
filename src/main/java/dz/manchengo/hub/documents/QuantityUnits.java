package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The units that a sheet's quantities have by their header or in their cells. They count like those
 * of a column « Unité »; two that contradict each other refuse the row (FMT-025). Weights and
 * volumes of a fixed unit are converted into it.
 */
final class QuantityUnits {
  private static final Map<String, String> UNIT_FIELDS =
      Map.of(
          "qty", "uom",
          "qty_in", "uom",
          "qty_out", "uom",
          "counted_qty", "uom",
          "counted_qty_2", "uom",
          "counted_qty_3", "uom",
          "book_qty", "uom",
          "qty_produced", "uom",
          "qty_used", "input_uom");

  private static final Map<String, QuantityUnit> FIXED =
      Map.of(
          "milk_litres", QuantityUnit.L,
          "output_kg", QuantityUnit.KG,
          "loss_kg", QuantityUnit.KG);

  private static final Pattern BRACKETS =
      Pattern.compile(".*[(\\[]\\s*([\\p{L}.]{1,12}[23²³]?)\\s*[)\\]]\\s*");

  private final List<Quantity> quantities = new ArrayList<>();

  /** A column with quantities. */
  private record Quantity(String field, Layout.Column column, @Nullable QuantityUnit ofHeader) {}

  /** Whether its cells may name a unit beside the number. */
  static boolean mayName(String field) {
    return UNIT_FIELDS.containsKey(field) || FIXED.containsKey(field);
  }

  void add(String field, Layout.Column column) {
    if (mayName(field)) {
      quantities.add(new Quantity(field, column, ofHeader(column)));
    }
  }

  private static @Nullable QuantityUnit ofHeader(Layout.Column column) {
    boolean rate = column.match().by() == Aliases.By.ALIAS_AND_RATE;
    String hint = rate ? null : column.match().hint();
    QuantityUnit unit = hint == null ? null : QuantityUnit.of(hint);
    Matcher brackets = BRACKETS.matcher(column.header());
    return unit == null && brackets.matches() ? QuantityUnit.of(brackets.group(1)) : unit;
  }

  /** Gives the quantities of a row, which have been read, their units. */
  void settle(SourceRow source, DataRow row) {
    for (Quantity quantity : quantities) {
      BigDecimal value = row.number(quantity.field());
      Cell cell = source.cell(quantity.column().index());
      if (value != null && quantity.column().header().indexOf('%') >= 0) {
        row.add(finding("FMT-020", quantity, cell, row, "unit", "%"));
        continue;
      }
      QuantityUnit unit = value == null ? null : unit(quantity, cell);
      if (unit != null && value != null) {
        settle(quantity, cell, value, unit, row);
      }
    }
  }

  private static @Nullable QuantityUnit unit(Quantity quantity, Cell cell) {
    if (cell instanceof Cell.Measured measured) {
      return measured.unit();
    }
    MeasuredText text = MeasuredText.of(cell);
    return text == null ? quantity.ofHeader() : text.unit();
  }

  private static void settle(
      Quantity quantity, Cell cell, BigDecimal value, QuantityUnit unit, DataRow row) {
    QuantityUnit fixed = FIXED.get(quantity.field());
    if (fixed != null) {
      BigDecimal converted = unit.in(fixed, value);
      if (converted == null) {
        row.add(finding("FMT-020", quantity, cell, row, "unit", unit.word()));
      } else {
        row.put(quantity.field(), converted);
      }
      return;
    }
    String field = String.valueOf(UNIT_FIELDS.get(quantity.field()));
    String said = row.text(field);
    if (said == null) {
      row.put(field, unit.word());
    } else if (QuantityUnit.of(said) != unit) {
      row.add(finding("FMT-025", quantity, cell, row, "a", unit.word(), "b", said));
    }
  }

  private static Finding finding(
      String rule, Quantity quantity, Cell cell, DataRow row, String key, String... more) {
    String header = quantity.column().header();
    List<Object> params = new ArrayList<>(List.of("value", cell.text(), "field", header.strip()));
    params.add(key);
    params.addAll(List.of(more));
    return RuleBook.finding(rule, row.place().at(header), cell.text(), params.toArray());
  }
}
