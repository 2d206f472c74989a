package dz.manchengo.hub.documents;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a form says below its table: « Total HT », « TVA 19 % », « Remise », « Net à payer ». */
final class FormTotals {
  private static final String TOGETHER = "Total TVA";

  private static final Pattern DISCOUNT =
      Pattern.compile(
          "(?:remise|rabais|ristourne|escompte|discount)(?: (?:globale|commerciale|exceptionnelle|accordee|consentie))?"
              + "(?: \\d+(?: \\d+)?)?(?: pct)?");

  private static final Pattern VAT =
      Pattern.compile("(?:(?:total|montant) )?(?:tva|taxes?|vat)(?: \\d+(?: \\d+)?)?(?: pct)?");

  private static final Pattern NET =
      Pattern.compile("\\bnet\\b.*\\b(?:ht|commercial|financier)\\b");

  private static final Pattern TAXED = Pattern.compile("(?i)\\bt\\.?t\\.?c\\b");
  private static final String BEFORE_TAX = "Total HT";

  private static final Set<String> BESIDE =
      Set.of("total_ht", "total_vat", "total_ttc", "net_to_pay", "stamp");

  /** What the head of a form may give as well. */
  private static final Set<String> ABOVE =
      Set.of("total_ht", "total_vat", "total_ttc", "net_to_pay");

  private final Advances advances = new Advances();
  private final Aliases aliases;
  private final String scope;
  private final Function<String, Aliases.@Nullable Field> field;

  /**
   * Of a form.
   *
   * @param field of a label; null where it names none
   */
  FormTotals(Aliases aliases, String scope, Function<String, Aliases.@Nullable Field> field) {
    this.aliases = aliases;
    this.scope = scope;
    this.field = field;
  }

  /** « Total HT » above a discount is what the lines come to and not the invoice. */
  static void dropGross(Map<Aliases.Field, Titles.Title> found) {
    Integer discount =
        found.entrySet().stream()
            .filter(one -> one.getKey().name().startsWith("global_discount"))
            .map(one -> one.getValue().row())
            .findFirst()
            .orElse(null);
    found
        .entrySet()
        .removeIf(
            one ->
                discount != null
                    && one.getKey().name().equals("total_ht")
                    && one.getValue().row() < discount
                    && !isNet(one.getValue()));
  }

  /**
   * Rows below the table with a total's label and one number: « Timbre | 12,00 ».
   *
   * @param trailers takes their numbers in
   * @return number of a row → the line that it is, as those of the table are
   */
  Map<Integer, SourceRow> below(
      Layout table, Map<Aliases.Field, Titles.Title> found, Set<Integer> trailers)
      throws UnreadableFile, IOException {
    int header = table.headerRow().number();
    FormCharges charges = new FormCharges(table);
    table
        .sheet()
        .read(
            written -> {
              if (written.number() > header) {
                SourceRow row = totals(written);
                advances.look(row);
                charges.look(row, found);
                look(row, found, trailers);
              }
              return true;
            });
    advances.settle(found);
    return charges.settle(found);
  }

  /**
   * Totals above the table, « Net à payer » in a box beside the number: of those that stand below
   * as well both have to say the same.
   */
  void above(Layout table, Map<Aliases.Field, Titles.Title> found, TwiceSaid twice) {
    Map<Aliases.Field, Titles.Title> head = new LinkedHashMap<>();
    boolean discounted = isDiscounted(found);
    for (Titles.Title title : HeadTotals.of(table)) {
      List<Cell> cells = List.of(new Cell.Text(title.label()), title.value());
      look(new SourceRow(title.row(), cells), head, new HashSet<>());
    }
    head.keySet()
        .removeIf(
            one ->
                !ABOVE.contains(one.name())
                    || (discounted && one.name().equals("total_ht"))
                    || (advances.areAny() && one.name().equals("net_to_pay")));
    head.forEach(
        (one, title) -> {
          Titles.Title below = found.putIfAbsent(one, title);
          if (below != null) {
            twice.compare(one, title, below);
          }
        });
  }

  private static boolean isDiscounted(Map<Aliases.Field, Titles.Title> found) {
    return found.keySet().stream().anyMatch(one -> one.name().startsWith("global_discount"));
  }

  /**
   * « Mode de règlement | Chèque | Total HT | 3000,00 »: the end of the row, where the total stands
   * to the right of something else; any other row as it is.
   */
  private SourceRow totals(SourceRow row) {
    int value = row.cells().size() - 1;
    while (value > 0 && !isNumber(row.cell(value))) {
      value--;
    }
    int label = value - 1;
    while (label > 0 && (row.cell(label).isBlank() || isNumber(row.cell(label)))) {
      label--;
    }
    boolean beside = row.cells().stream().limit(Math.max(label, 0)).anyMatch(c -> !c.isBlank());
    Aliases.Field named = beside ? field.apply(row.cell(label).text().strip()) : null;
    return named == null || !BESIDE.contains(named.name())
        ? row
        : new SourceRow(row.number(), row.cells().subList(label, value + 1), row.part());
  }

  private static boolean isNumber(Cell cell) {
    return !cell.isBlank() && CellValue.number(cell) != NumberReading.NOT_A_NUMBER;
  }

  private void look(SourceRow row, Map<Aliases.Field, Titles.Title> found, Set<Integer> trailers) {
    TotalLabel label = TotalLabel.of(row);
    Cell value = label.value();
    if (value == null) {
      return;
    }
    String text = label.withRate(named(row));
    Titles.Title discount = discount(text, value, row.number());
    Aliases.Field of = discount == null ? null : field.apply(discount.label());
    if (discount != null && of != null) { // not every document has one
      found.putIfAbsent(of, discount);
      trailers.add(row.number());
      return;
    }
    Aliases.Field total = field.apply(text);
    if (total == null && VAT.matcher(words(text)).matches()) {
      trailers.add(row.number()); // an order has no field for it
    }
    if (total != null && total.type() == Aliases.Type.MONEY) {
      boolean vat = total.name().equals("total_vat") && hint(text) == null;
      put(total, new Titles.Title(vat ? TOGETHER : text, value, row.number()), found);
      trailers.add(row.number());
    }
  }

  private void put(
      Aliases.Field total, Titles.Title title, Map<Aliases.Field, Titles.Title> found) {
    Titles.Title before = found.get(total);
    Aliases.Field ht = field.apply(BEFORE_TAX);
    if (before == null || ht == null || !isBare(before) || !TAXED.matcher(title.label()).find()) {
      found.merge(total, title, this::together);
      return;
    }
    found.put(total, title);
    found.putIfAbsent(ht, new Titles.Title(BEFORE_TAX, before.value(), before.row()));
  }

  /** « TOTAL » above « TOTAL TTC » is the one without tax. */
  private static boolean isBare(Titles.Title title) {
    return words(title.label()).equals("total");
  }

  /** What a total is of: « Dont TVA 19 % » is the VAT. */
  private static String named(SourceRow row) {
    return TotalSpelling.usual(TotalRows.label(row).replaceFirst("\\s*:.*", ""));
  }

  /** « Remise 10% » among the totals of a form: of the whole document, in DA or in per cent. */
  private static Titles.@Nullable Title discount(String text, Cell value, int row) {
    BigDecimal amount = CellValue.exact(value);
    if (amount == null || amount.signum() == 0 || !DISCOUNT.matcher(words(text)).matches()) {
      return null;
    }
    boolean percent = value instanceof Cell.Percent || value.text().indexOf('%') >= 0;
    Cell positive = percent ? new Cell.Percent(amount.abs()) : new Cell.Numeric(amount.abs());
    return new Titles.Title(percent ? "Remise globale %" : "Remise globale", positive, row);
  }

  static boolean isNet(Titles.Title total) {
    return NET.matcher(words(total.label())).find();
  }

  private static String words(String text) {
    return HeaderName.normalise(text);
  }

  /**
   * « TVA 19% » and « TVA 9% » are the VAT together; « Net HT » is what is left of « Total HT »; of
   * other doubles the first one holds.
   */
  private Titles.Title together(Titles.Title first, Titles.Title next) {
    if (isNet(next) && !isNet(first)) {
      return next;
    }
    BigDecimal a = CellValue.exact(first.value());
    BigDecimal b = CellValue.exact(next.value());
    boolean rates =
        hint(next.label()) != null && !Objects.equals(hint(first.label()), hint(next.label()));
    return a == null || b == null || !rates
        ? first
        : new Titles.Title(TOGETHER, new Cell.Numeric(a.add(b)), first.row());
  }

  private @Nullable String hint(String label) {
    return aliases.exactly(label, List.of(scope)).hint();
  }
}
