package dz.manchengo.hub.documents;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks around a table for what holds for all of its rows: the date, the customer or the warehouse
 * above it; where the document's number stands there too, the sheet is a form and has its totals
 * below.
 */
final class TitleFinder {
  /** Whose name or identifier it is must be said: the sender's own stand above every table. */
  private static final Pattern OTHER_PARTY =
      Pattern.compile(
          ".*(client|fournisseur|tiers|doit|destinataire|acheteur|maitre ouvrage|(?:facture|vendu) a|customer|supplier|vendor|bill to).*");

  /** Too common in titles to mean the document's. */
  private static final Set<String> VAGUE =
      Set.of("code", "reference", "ref", "type", "nature", "note", "etat");

  /** Columns between the table's own and the titles, for rows that are longer than the header. */
  private static final int GAP = 5;

  private static final String TOGETHER = "Total TVA";

  private static final Pattern DISCOUNT =
      Pattern.compile(
          "(?:remise|rabais|ristourne|escompte|discount)(?: (?:globale|commerciale|exceptionnelle))?"
              + "(?: \\d+(?: \\d+)?)?(?: pct)?");

  private static final Pattern VAT =
      Pattern.compile("(?:(?:total|montant) )?(?:tva|taxes?|vat)(?: \\d+(?: \\d+)?)?(?: pct)?");

  private static final Pattern RATE = Pattern.compile("\\s*\\d+(?:[.,]\\d+)?\\s*%\\s*$");

  private static final Pattern OF_WHICH =
      Pattern.compile("^dont (?:la )?(?=tva|taxe|timbre|droit)", Pattern.CASE_INSENSITIVE);

  private static final Pattern NET =
      Pattern.compile("\\bnet\\b.*\\b(?:ht|commercial|financier)\\b");

  private static final Set<String> NUMBERS = Set.of("doc_no", CreditNumbers.FIELD);

  private final Aliases aliases;
  private final String scope;
  private final Layout table;
  private final List<String> names;
  private Titles.@Nullable Title named;

  /**
   * Around one table.
   *
   * @param names of its sheet and file, as far as they may tell the day
   */
  TitleFinder(Aliases aliases, String scope, Layout table, List<String> names) {
    this.aliases = aliases;
    this.scope = scope;
    this.table = table;
    this.names = names;
  }

  Layout titled() throws UnreadableFile, IOException {
    Map<Aliases.Field, Titles.Title> found = above();
    if (found.isEmpty()) {
      return table;
    }
    Set<Integer> trailers = new HashSet<>();
    if (isForm(found)) {
      below(found, trailers);
    }
    dropGross(found);
    return widened(found, trailers);
  }

  /** « Total HT » above a discount is what the lines come to and not the invoice. */
  private static void dropGross(Map<Aliases.Field, Titles.Title> found) {
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
                    && !NET.matcher(words(one.getValue().label())).find());
  }

  private Map<Aliases.Field, Titles.Title> above() {
    Map<Aliases.Field, Titles.Title> found = new LinkedHashMap<>();
    TitleDate day = new TitleDate();
    TitleNumber number = new TitleNumber(scope);
    int end = table.headerRows().get(0).number();
    for (SourceRow row : table.sheet().head()) {
      if (row.number() < end) {
        day.look(row);
        number.look(row);
        Titles.in(row).forEach(title -> put(title, found));
        TitleNumber.in(row).forEach(title -> put(title, found));
      }
    }
    putNumber(number, found);
    putDay(day, found);
    return found;
  }

  private void put(Titles.Title title, Map<Aliases.Field, Titles.Title> found) {
    Aliases.Field field = field(title.label());
    if (field != null && isTitle(field, title)) {
      boolean number = field.name().endsWith("_no");
      found.putIfAbsent(field, number ? FormDate.withoutDay(title) : title);
    }
  }

  /** Where no label says of what the number is. */
  private void putNumber(TitleNumber number, Map<Aliases.Field, Titles.Title> found) {
    String label = KnownHeaders.header(scope, "doc_no").orElse("");
    Titles.Title title = number.title(label);
    if (title != null && !isForm(found)) {
      put(title, found);
    }
  }

  private static boolean isForm(Map<Aliases.Field, Titles.Title> found) {
    return NUMBERS.stream().anyMatch(name -> has(found, name));
  }

  private static boolean has(Map<Aliases.Field, Titles.Title> found, String name) {
    return found.keySet().stream().anyMatch(field -> field.name().equals(name));
  }

  /** Where neither a column nor a label gives the date. */
  private void putDay(TitleDate day, Map<Aliases.Field, Titles.Title> found) {
    String name = TitleDate.field(scope);
    if (name == null || table.has(name) || has(found, name)) {
      return;
    }
    String label = KnownHeaders.header(scope, name).orElseThrow();
    Titles.Title title = day.isEmpty() ? named(label) : day.title(label);
    if (FormDate.isOf(scope) && isForm(found)) {
      title = FormDate.above(table, scope, has(found, CreditNumbers.FIELD)).title(label);
    }
    Aliases.Field field = title == null ? null : field(label);
    if (title != null && field != null && field.name().equals(name)) {
      found.put(field, title);
    }
  }

  /** All of a count is of one day, which people put into the name of what they send. */
  private Titles.@Nullable Title named(String label) {
    named =
        names.stream()
            .map(TitleDate::inName)
            .filter(Objects::nonNull)
            .findFirst()
            .map(day -> new Titles.Title(label, new Cell.Text(Objects.requireNonNull(day)), 0))
            .orElse(null);
    return named;
  }

  private boolean isTitle(Aliases.Field field, Titles.Title title) {
    String label = HeaderName.normalise(title.label());
    boolean itsOwn = field.name().startsWith("party_") && !OTHER_PARTY.matcher(label).matches();
    boolean isLabel = field(title.value().text().strip()) != null;
    return !NumberColumns.isNumber(field.type())
        && !itsOwn
        && !isLabel
        && !VAGUE.contains(label)
        && !table.has(field.name())
        && !field.name().equals("currency");
  }

  /** Rows below the table with a total's label and one number: « Timbre | 12,00 ». */
  private void below(Map<Aliases.Field, Titles.Title> found, Set<Integer> trailers)
      throws UnreadableFile, IOException {
    int header = table.headerRow().number();
    Advances advances = new Advances();
    table
        .sheet()
        .read(
            row -> {
              if (row.number() > header) {
                advances.look(row);
                TotalLabel label = TotalLabel.of(row);
                Cell value = label.value();
                String text = label.withRate(named(row));
                Titles.Title discount = value == null ? null : discount(text, value, row.number());
                Aliases.Field of = discount == null ? null : field(discount.label());
                if (discount != null && of != null) { // not every document has one
                  found.putIfAbsent(of, discount);
                  trailers.add(row.number());
                  return true;
                }
                Aliases.Field field = value == null ? null : field(text);
                if (field == null && value != null && VAT.matcher(words(text)).matches()) {
                  trailers.add(row.number()); // an order has no field for it
                }
                if (value != null && field != null && field.type() == Aliases.Type.MONEY) {
                  boolean vat = field.name().equals("total_vat") && hint(text) == null;
                  Titles.Title title = new Titles.Title(vat ? TOGETHER : text, value, row.number());
                  found.merge(field, title, this::together);
                  trailers.add(row.number());
                }
              }
              return true;
            });
    advances.settle(found);
  }

  /** What a total is of: « Dont TVA 19 % » is the VAT. */
  private static String named(SourceRow row) {
    return OF_WHICH.matcher(TotalRows.label(row).replaceFirst("\\s*:.*", "")).replaceFirst("");
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

  private static String words(String text) {
    return HeaderName.normalise(text);
  }

  /**
   * « TVA 19% » and « TVA 9% » are the VAT together; « Net HT » is what is left of « Total HT »; of
   * other doubles the first one holds.
   */
  private Titles.Title together(Titles.Title first, Titles.Title next) {
    if (NET.matcher(words(next.label())).find() && !NET.matcher(words(first.label())).find()) {
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

  private Aliases.@Nullable Field field(String label) {
    if (label.isEmpty() || label.length() > 60) {
      return null;
    }
    Aliases.Match match = aliases.exactly(label, List.of(scope));
    if (match.isUnknown()) { // « Droit de timbre 1% »
      String bare = RATE.matcher(label).replaceFirst("");
      match = bare.equals(label) ? match : aliases.exactly(bare, List.of(scope));
    }
    return match.isUnknown() ? null : match.fields().get(0);
  }

  private Layout widened(Map<Aliases.Field, Titles.Title> found, Set<Integer> trailers)
      throws UnreadableFile, IOException {
    List<Titles.Title> titles = List.copyOf(found.values());
    int from = table.headerRow().cells().size() + GAP;
    List<Layout.Column> columns = new ArrayList<>(table.columns());
    int index = from;
    for (Map.Entry<Aliases.Field, Titles.Title> one : found.entrySet()) {
      columns.add(
          new Layout.Column(
              index++,
              one.getValue().label(),
              new Aliases.Match(List.of(one.getKey()), Aliases.By.ALIAS, null)));
    }
    List<Cell> labels = titles.stream().map(t -> (Cell) new Cell.Text(t.label())).toList();
    return new Layout(
        Titles.widened(table.sheet(), table.headerRow(), from, titles, trailers),
        table.headerIndex(),
        Titles.widened(table.headerRow(), from, labels),
        columns,
        table.score() + titles.size(),
        table.details(),
        table.isJoined(),
        new Titles(from, Titles.shown(titles), Set.copyOf(trailers), named));
  }
}
