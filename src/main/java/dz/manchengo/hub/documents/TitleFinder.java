package dz.manchengo.hub.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
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

  /** What may stand below its label, as the label's neighbour has its own value below. */
  private static final Set<String> BELOW =
      Set.of(
          "doc_no", CreditNumbers.FIELD, "doc_date", "party_name", "party_code", "payment_method");

  /**
   * What people write into one cell behind the customer's name. No {@code \b} behind é: from Java
   * 19 on it knows ASCII alone.
   */
  private static final Pattern BEHIND_NAME =
      Pattern.compile(
          "(?:[\\s,;/|–-]+(?:(?:n\\s?[°º]\\s*)?(?:nif|nis|rc|r\\.c\\.?|ai|n\\.i\\.f\\.?)\\s*(?:[:°º.]|n\\s?[°º]|\\d)"
              + "|(?:adresse|t[ée]l(?:[ée]phone)?|fax|mobile|e-?mail)\\b\\.?\\s*(?:[:.]|[+\\d(]))"
              + "|\\s*[,;/|–-]\\s*(?:\\d+\\s*,?\\s*)?(?:rue|avenue|boulevard|cit[ée]|lotissement|route|bp)(?![\\p{L}\\p{N}_])).*",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern RATE = Pattern.compile("\\s*\\d+(?:[.,]\\d+)?\\s*%\\s*$");

  private static final Set<String> NUMBERS = Set.of("doc_no", CreditNumbers.FIELD);
  private static final Set<String> NUMBERED = Set.of("doc_no", CreditNumbers.FIELD, "party_code");

  private final Aliases aliases;
  private final String scope;
  private final Layout table;
  private final TwiceSaid twice;
  private final DayAbove day;

  /**
   * Around one table.
   *
   * @param names of its sheet and file, as far as they may tell the day
   */
  TitleFinder(Aliases aliases, String scope, Layout table, List<String> names) {
    this.aliases = aliases;
    this.scope = scope;
    this.table = table;
    this.twice = new TwiceSaid(table.sheet().name());
    this.day = new DayAbove(scope, table, names, twice);
  }

  Layout titled() throws UnreadableFile, IOException {
    Map<Aliases.Field, Titles.Title> found = above();
    if (found.isEmpty()) {
      return table;
    }
    Set<Integer> trailers = new HashSet<>();
    Map<Integer, SourceRow> lines = Map.of();
    if (isForm(found)) {
      String status = KnownHeaders.header(scope, "status").orElse("");
      Optional<Titles.Title> stamp = FormStamp.in(table, status);
      stamp.ifPresent(title -> put(title, found));
      stamp.ifPresent(title -> trailers.add(title.row()));
      FormTotals totals = new FormTotals(aliases, scope, this::field);
      lines = totals.below(table, found, trailers);
      totals.above(table, found, twice);
    }
    FormTotals.dropGross(found);
    return widened(found, trailers, lines);
  }

  private Map<Aliases.Field, Titles.Title> above() {
    Map<Aliases.Field, Titles.Title> found = new LinkedHashMap<>();
    TitleNumber number = new TitleNumber(scope);
    int end = table.headerRows().get(0).number();
    List<SourceRow> rows = table.sheet().head().stream().filter(row -> row.number() < end).toList();
    String name = KnownHeaders.header(scope, "party_name").orElse("");
    String code = KnownHeaders.header(scope, "party_code").orElse("");
    PartyBlock boxes = new PartyBlock(rows, name, code);
    List<Titles.Title> titles =
        boxes.titles(text -> isParty(text, "party_name"), text -> isParty(text, "party_code"));
    for (int i = 0; i < rows.size(); i++) {
      SourceRow row = rows.get(i);
      day.look(row);
      boolean follows = i + 1 < rows.size() && rows.get(i + 1).number() == row.number() + 1;
      SourceRow next = follows ? rows.get(i + 1) : new SourceRow(row.number() + 1, List.of());
      number.look(row, next, this::isLabel);
      Titles.in(row).stream()
          .filter(title -> !isOfNeighbour(title, row, next))
          .forEach(titles::add);
      titles.addAll(TitleNumber.in(row));
      titles.addAll(Titles.above(row, next, labels(row)));
    }
    titles.stream().filter(title -> !isBareNumber(title)).forEach(title -> put(title, found));
    putNumber(number, found);
    titles.stream().filter(this::isBareNumber).forEach(title -> put(title, found));
    day.settle(found, isForm(found), this::field);
    return found;
  }

  /** « FACTURE » with something beside it, which is the number only if nothing else is. */
  private boolean isBareNumber(Titles.Title title) {
    Aliases.Field field = field(title.label());
    return field != null && NUMBERS.contains(field.name()) && !TitleNumber.isSigned(title);
  }

  /** « Facturé à | Livré à » above two names: what stands beside a customer's label is another. */
  private boolean isOfNeighbour(Titles.Title title, SourceRow row, SourceRow next) {
    Aliases.Field field = field(title.label());
    return field != null
        && BELOW.contains(field.name())
        && (isLabel(Titles.bare(title.value()))
            || (NUMBERED.contains(field.name()) && TitleNumber.isOfOther(title.value().text()))
            || (Titles.isRowOfLabels(row, this::isLabel)
                && Titles.areSideBySide(title, row, next, this::isLabel)));
  }

  /** « Facture | Du » above their values: beside another label a bare one is a label too. */
  private Predicate<String> labels(SourceRow row) {
    Predicate<String> all = text -> isLabel(text) || TitleNumber.isOfOther(text);
    boolean beside = row.cells().stream().map(Titles::bare).anyMatch(this::isLabel);
    return beside ? all.or(text -> isBareNumber(new Titles.Title(text, Cell.blank(), 0))) : all;
  }

  private boolean isParty(String text, String name) {
    Aliases.Field field = field(text);
    return field != null
        && field.name().equals(name)
        && OTHER_PARTY.matcher(HeaderName.normalise(text)).matches();
  }

  private boolean isLabel(String text) {
    if (FormLabels.isOne(text)) {
      return true;
    }
    Aliases.Field field = field(text);
    boolean named = field != null && !NumberColumns.isNumber(field.type());
    return named && !isBareNumber(new Titles.Title(text, Cell.blank(), 0));
  }

  private void put(Titles.Title title, Map<Aliases.Field, Titles.Title> found) {
    Aliases.Field field = field(title.label());
    if (field != null && isTitle(field, title)) {
      boolean own = NUMBERS.contains(field.name());
      boolean number = own || field.name().endsWith("_no");
      Titles.Title settled =
          own ? TitleNumber.settled(title) : number ? reference(title) : named(field, title);
      if (settled != null) {
        Titles.Title before = found.putIfAbsent(field, settled);
        if (before != null) {
          twice.compare(field, before, settled);
        }
      }
    }
  }

  /** « N° BL | Commercial » are two labels, and their values stand below. */
  private static Titles.@Nullable Title reference(Titles.Title title) {
    Titles.Title bare = FormDate.withoutDay(title);
    return bare.value().text().chars().anyMatch(Character::isDigit) ? bare : null;
  }

  /** « Crèmerie Soummam NIF : 0012… Tél. 021… » is the name of the first two words. */
  private static Titles.Title named(Aliases.Field field, Titles.Title title) {
    Matcher more = BEHIND_NAME.matcher(title.value().text());
    return field.name().equals("party_name") && more.find() && more.start() > 0
        ? new Titles.Title(
            title.label(),
            new Cell.Text(title.value().text().substring(0, more.start())),
            title.row())
        : title;
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

  private boolean isTitle(Aliases.Field field, Titles.Title title) {
    String label = HeaderName.normalise(title.label());
    boolean itsOwn = field.name().startsWith("party_") && !OTHER_PARTY.matcher(label).matches();
    boolean isLabel = field(title.value().text().strip()) != null; // FACTURE | N° facture | 12
    return !NumberColumns.isNumber(field.type())
        && !itsOwn
        && !isLabel
        && (!VAGUE.contains(label) || isStatus(field, title))
        && !table.has(field.name())
        && !field.name().equals("currency");
  }

  /** « État : Brouillon »; « État : 15 » may be anything. */
  private boolean isStatus(Aliases.Field field, Titles.Title title) {
    return field.name().equals("status")
        && Enumerations.status(scope).read(title.value().text().strip()) != null;
  }

  private Aliases.@Nullable Field field(String label) {
    if (label.isEmpty() || label.length() > 60) {
      return null;
    }
    Aliases.Match match = aliases.exactly(PaperLabel.usual(label, scope, aliases), List.of(scope));
    if (match.isUnknown()) { // « Droit de timbre 1% »
      String bare = RATE.matcher(label).replaceFirst("");
      match = bare.equals(label) ? match : aliases.exactly(bare, List.of(scope));
    }
    return match.isUnknown() ? null : match.fields().get(0);
  }

  private Layout widened(
      Map<Aliases.Field, Titles.Title> found, Set<Integer> trailers, Map<Integer, SourceRow> lines)
      throws UnreadableFile, IOException {
    List<Titles.Title> titles = List.copyOf(found.values());
    int from = table.headerRow().cells().size() + GAP;
    List<Layout.Column> columns = new ArrayList<>(table.columns());
    int index = from;
    for (Map.Entry<Aliases.Field, Titles.Title> one : found.entrySet()) {
      String label = one.getValue().label();
      columns.add(new Layout.Column(index++, label, match(label, one.getKey())));
    }
    List<Cell> labels = titles.stream().map(t -> (Cell) new Cell.Text(t.label())).toList();
    return new Layout(
        Titles.widened(table.sheet(), table.headerRow(), from, titles, trailers, lines),
        table.headerIndex(),
        Titles.widened(table.headerRow(), from, labels),
        columns,
        table.score() + titles.size(),
        table.details(),
        table.isJoined(),
        new Titles(
            from, Titles.shown(titles), Set.copyOf(trailers), lines, day.named(), twice.finding()));
  }

  /** « TVA 19 % » names the rate of its lines too. */
  private Aliases.Match match(String label, Aliases.Field field) {
    Aliases.Match exact = aliases.exactly(label, List.of(scope));
    return field.name().equals("total_vat") && exact.by() == Aliases.By.ALIAS_AND_RATE
        ? exact
        : new Aliases.Match(List.of(field), Aliases.By.ALIAS, null);
  }
}
