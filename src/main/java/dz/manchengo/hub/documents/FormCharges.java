package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * « Transport | 500,00 » above the VAT of a form: a charge that is taxed as the lines are, and is
 * read as one of them (FIL-055). « Total HT » above it is then what the other lines come to, and no
 * amount of the invoice.
 */
final class FormCharges {
  private static final Pattern NAME =
      Pattern.compile(
          "(?:frais\\b.*|(?:transport|port|livraison|expedition|emballages?|manutention|fret)\\b.*)");

  /** Below the VAT somebody may also have rounded. */
  private static final Pattern BELOW = Pattern.compile(NAME.pattern() + "|arrondis?\\b.*");

  private static final String BASE = "total_ht";

  /** What a column « Montant » or « Montant HT » of the lines may mean. */
  private static final Set<String> AMOUNTS = Set.of("line_ht", BASE, BareAmount.FIELD);

  private final Layout table;
  private final Layout.@Nullable Column name;
  private final Layout.@Nullable Column quantity;
  private final Layout.@Nullable Column price;
  private final Map<Integer, SourceRow> lines = new TreeMap<>();
  private boolean belowBase;

  FormCharges(Layout table) {
    this.table = table;
    this.name = column("description");
    this.quantity = column("qty");
    this.price = column("unit_price_ht");
  }

  private Layout.@Nullable Column column(String field) {
    return table.ownColumns().stream().filter(c -> c.means(field)).findFirst().orElse(null);
  }

  /**
   * A row below the table.
   *
   * @param found the totals above it
   */
  void look(SourceRow row, Map<Aliases.Field, Titles.Title> found) {
    if (name == null
        || quantity == null
        || price == null
        || !NAME.matcher(TotalRows.firstText(row)).matches()
        || stands(found, "total_vat")
        || stands(found, "total_ttc")) {
      return;
    }
    Cell value = TotalLabel.of(row).value();
    BigDecimal amount = value == null ? null : CellValue.exact(value);
    if (value != null && amount != null && amount.signum() > 0) {
      List<Cell> cells = new ArrayList<>(Collections.nCopies(width(), Cell.blank()));
      cells.set(name.index(), new Cell.Text(TotalRows.label(row).strip()));
      cells.set(quantity.index(), new Cell.Numeric(BigDecimal.ONE));
      cells.set(price.index(), value);
      table.ownColumns().stream()
          .filter(column -> AMOUNTS.stream().anyMatch(column::means))
          .forEach(column -> cells.set(column.index(), value));
      belowBase |= stands(found, BASE);
      lines.put(row.number(), new SourceRow(row.number(), cells, row.part()));
    }
  }

  private int width() {
    return table.ownColumns().stream().mapToInt(Layout.Column::index).max().orElse(0) + 1;
  }

  private static boolean stands(Map<Aliases.Field, Titles.Title> found, String field) {
    return found.keySet().stream().anyMatch(one -> one.name().equals(field));
  }

  /** Number of the row → its line; none beside a discount in per cent: of which of them is it? */
  Map<Integer, SourceRow> settle(Map<Aliases.Field, Titles.Title> found) {
    boolean percent =
        found.entrySet().stream()
            .anyMatch(
                one ->
                    one.getKey().name().startsWith("global_discount")
                        && one.getValue().value() instanceof Cell.Percent);
    if (lines.isEmpty() || percent) {
      return Map.of();
    }
    found
        .entrySet()
        .removeIf(
            one ->
                belowBase && one.getKey().name().equals(BASE) && !FormTotals.isNet(one.getValue()));
    return lines;
  }

  /** Whether a row below the VAT is called like one. */
  static boolean isBelow(String label) {
    return BELOW.matcher(label).matches();
  }

  /** FIL-062: no line, and in none of the totals that the lines come to. */
  static Finding below(Layout layout, SourceRow row) {
    String text = TotalRows.shown(row);
    Place place = Place.row(layout.sheet().name(), row.number());
    return RuleBook.finding("FIL-062", place, text, "row", row.number(), "text", text);
  }

  /** FIL-055 for each. */
  static List<Finding> findings(Layout layout) {
    return layout.titles().lines().values().stream()
        .map(
            row -> {
              String text = TotalRows.shown(row);
              Place place = Place.row(layout.sheet().name(), row.number());
              return RuleBook.finding("FIL-055", place, text, "row", row.number(), "text", text);
            })
        .toList();
  }
}
