package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows below a list that say again what each customer has come to: « Amel ; 1 190,00 ». They name a
 * customer of the rows above, an amount, and nothing that a document or a line needs (decision
 * 0034).
 */
final class CustomerRecap {
  /** More customers than are summed up, fewer than would fill a memory. */
  private static final int MOST = 1_000;

  private static final Set<String> PARTIES = Set.of("party_name", "party_code");
  private static final Set<String> ARTICLES =
      Set.of("description", "product_code", "product_name", "vat_rate");

  private static final Pattern TITLE =
      Pattern.compile(
          "(?:(?:ventes?|achats?|montants?|ca|chiffre affaires|etat|situation|cumul) )?"
              + "par (?:clients?|fournisseurs?|tiers)");

  private final List<Layout.Column> columns;
  private final List<Layout.Column> parties;
  private final List<Layout.Column> amounts;
  private final Grouping grouping;
  private final boolean lines;
  private final Map<String, Map<Integer, BigDecimal>> byParty = new HashMap<>();

  CustomerRecap(Layout layout, Grouping grouping) {
    this.columns =
        layout.ownColumns().stream().filter(column -> !column.match().isUnknown()).toList();
    this.parties = columns.stream().filter(CustomerRecap::isParty).toList();
    this.grouping = grouping;
    this.lines = !layout.isJournal();
    // a row of lines without article, quantity and price is none: nothing is to be proved
    this.amounts = lines ? List.of() : columns.stream().filter(Layout.Column::isMoney).toList();
  }

  /** A row of a document. */
  void line(SourceRow row) {
    for (Layout.Column column : parties) {
      String party = name(row.cell(column.index()));
      Map<Integer, BigDecimal> sums = party.isEmpty() ? null : byParty.get(party);
      if (sums == null && !party.isEmpty() && byParty.size() < MOST) {
        sums = new HashMap<>(0);
        byParty.put(party, sums);
      }
      if (sums != null) {
        add(sums, row);
      }
    }
  }

  private void add(Map<Integer, BigDecimal> sums, SourceRow row) {
    for (Layout.Column column : amounts) {
      BigDecimal amount = CellValue.exact(row.cell(column.index()));
      if (amount != null) {
        sums.merge(column.index(), amount, BigDecimal::add);
      }
    }
  }

  /** Whether the row sums up a customer of the rows above. */
  boolean isOne(SourceRow row) {
    Cell name = byParty.isEmpty() ? null : onlyText(row);
    Map<Integer, BigDecimal> sums = name == null ? null : byParty.get(name(name));
    if (name == null || sums == null || grouping.eachRow()) {
      return false;
    }
    boolean inItsColumn = parties.stream().anyMatch(c -> row.cell(c.index()) == name);
    if (has(row, name, c -> c.means(grouping.number())) || hasDay(row)) {
      return false;
    }
    return inItsColumn ? isOfAmounts(row, name, sums) : !isPriced(row);
  }

  /** The only cell that is no number, beside at least one that is. */
  private static @Nullable Cell onlyText(SourceRow row) {
    Cell text = null;
    int numbers = 0;
    for (Cell cell : row.cells()) {
      if (!cell.isBlank() && CellValue.number(cell) != NumberReading.NOT_A_NUMBER) {
        numbers++;
      } else if (!cell.isBlank()) {
        if (text != null || !(cell instanceof Cell.Text)) {
          return null;
        }
        text = cell;
      }
    }
    return numbers > 0 ? text : null;
  }

  private boolean isOfAmounts(SourceRow row, Cell name, Map<Integer, BigDecimal> sums) {
    if (lines) {
      return !has(row, name, c -> isOf(c, ARTICLES::contains) || isQuantity(c) || isPrice(c));
    }
    return columns.stream()
        .filter(column -> !isParty(column) && !row.cell(column.index()).isBlank())
        .allMatch(column -> isSum(row.cell(column.index()), sums.get(column.index())));
  }

  private static boolean isSum(Cell cell, @Nullable BigDecimal sum) {
    BigDecimal amount = CellValue.exact(cell);
    return amount != null && sum != null && amount.compareTo(sum) == 0;
  }

  /** An article may be called like a customer. */
  private boolean isPriced(SourceRow row) {
    return has(row, null, CustomerRecap::isQuantity) && has(row, null, CustomerRecap::isPrice);
  }

  private boolean hasDay(SourceRow row) {
    return columns.stream()
        .filter(column -> isType(column, Aliases.Type.DATE))
        .map(column -> row.cell(column.index()))
        .anyMatch(cell -> !cell.isBlank() && CellValue.date(cell) != DateReading.NOT_A_DATE);
  }

  private boolean has(SourceRow row, @Nullable Cell but, Predicate<Layout.Column> of) {
    return columns.stream()
        .filter(of)
        .map(column -> row.cell(column.index()))
        .anyMatch(cell -> !cell.isBlank() && cell != but);
  }

  /** « Par client », and « Client ; Montant » as the header of such rows. */
  boolean isTitle(SourceRow row) {
    if (byParty.isEmpty() || row.hasMoreThan(2)) {
      return false;
    }
    List<Cell> cells = row.cells().stream().filter(cell -> !cell.isBlank()).toList();
    if (cells.isEmpty()) {
      return false;
    }
    String first = TotalRows.firstText(row);
    return cells.size() == 1
        ? TITLE.matcher(first).matches()
        : isHeader(cells.get(0), "party_name")
            && isHeader(cells.get(1), "bare_amount", "total_ttc", "total_ht");
  }

  private static boolean isHeader(Cell cell, String... fields) {
    return cell instanceof Cell.Text
        && !Collections.disjoint(KnownHeaders.fieldsOf(cell.text()), Set.of(fields));
  }

  private static String name(Cell cell) {
    return cell instanceof Cell.Text text ? text.trimmed() : "";
  }

  private static boolean isParty(Layout.Column column) {
    return isOf(column, PARTIES::contains);
  }

  private static boolean isQuantity(Layout.Column column) {
    return isType(column, Aliases.Type.QTY);
  }

  private static boolean isPrice(Layout.Column column) {
    return isType(column, Aliases.Type.PRICE);
  }

  private static boolean isType(Layout.Column column, Aliases.Type type) {
    return column.match().fields().get(0).type() == type;
  }

  private static boolean isOf(Layout.Column column, Predicate<String> field) {
    return field.test(column.match().fields().get(0).name());
  }
}
