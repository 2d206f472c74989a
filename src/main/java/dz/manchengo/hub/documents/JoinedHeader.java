package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A header of two rows: groups above, columns below, as « Client » over « Code » and « Nom ». A
 * group reaches to the right as far as nothing else stands there, merged or not.
 *
 * @param row numbered as the lower one; each cell holds both texts
 * @param upper texts of the groups, by column
 * @param lower texts of the columns
 */
record JoinedHeader(SourceRow row, List<String> upper, List<String> lower) {
  private static final int FEWEST = 3;

  /** They say nothing without their group: « Date » under « Règlement » is not the invoice's. */
  private static final Set<String> NEED_GROUP =
      Set.of("date", "code", "no", "nom", "reference", "ref", "libelle", "type", "mode", "montant");

  /** Below it a tax is the document's, and an amount. */
  private static final Pattern TOTALS = Pattern.compile("\\btota(?:l|ux)\\b");

  /** Under « Article » an amount is the line's. */
  private static final Set<String> ARTICLES = Set.of("product_code", "description", "product_name");

  /** « Taux normal 19% », « Opérations à 9 % »; no discount and no stamp. */
  private static final Pattern RATE =
      Pattern.compile(
          "(?!.*(?:remise|rabais|escompte|ristourne|timbre|discount|acompte)).*?(\\d{1,2}) ?%.*");

  private static final Pattern ONLY_RATE = Pattern.compile("(\\d{1,2}) ?%");

  private static final Set<String> BASES =
      Set.of("base", "ht", "base ht", "montant ht", "assiette", "base imposable", "hors taxe");

  private static final Set<String> TAXES = Set.of("tva", "montant", "montant tva", "taxe", "vat");

  /** Both rows hold nothing but words, and the upper one more than a title. */
  static boolean isPossible(SourceRow upper, SourceRow lower) {
    return words(upper) >= 2
        && words(lower) >= 2
        && lower.cells().stream().filter(cell -> !cell.isBlank()).count() >= FEWEST;
  }

  /** How many different ones; none where a cell is something else. */
  private static int words(SourceRow row) {
    Set<String> words = new LinkedHashSet<>();
    for (Cell cell : row.cells()) {
      if (!cell.isBlank()) {
        boolean rate = ONLY_RATE.matcher(cell.text().strip()).matches();
        boolean word = rate || (cell instanceof Cell.Text && CellValue.exact(cell) == null);
        if (!word || !(CellValue.date(cell) instanceof DateReading.NotADate)) {
          return 0;
        }
        words.add(cell.text().strip());
      }
    }
    return words.size();
  }

  /**
   * Whether they are one header beyond doubt: most of both is the same, as cells are that are
   * merged downwards, or the lower one holds nothing but rates.
   */
  static boolean areOne(SourceRow upper, SourceRow lower) {
    return isPossible(upper, lower) && (onlyRates(lower) || mostlySame(upper, lower));
  }

  private static boolean onlyRates(SourceRow row) {
    return row.cells().stream()
        .filter(cell -> !cell.isBlank())
        .allMatch(cell -> ONLY_RATE.matcher(cell.text().strip()).matches());
  }

  private static boolean mostlySame(SourceRow upper, SourceRow lower) {
    int filled = 0;
    int same = 0;
    for (int i = 0; i < upper.cells().size(); i++) {
      String text = upper.cell(i).text().strip();
      filled += text.isEmpty() ? 0 : 1;
      same += !text.isEmpty() && text.equals(lower.cell(i).text().strip()) ? 1 : 0;
    }
    return same >= 2 && same < filled && same * 2 >= filled;
  }

  static JoinedHeader of(SourceRow upper, SourceRow lower) {
    int width = Math.max(upper.cells().size(), lower.cells().size());
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      String own = upper.cell(i).text().strip();
      boolean reached = own.isEmpty() && i > 0 && !lower.cell(i).isBlank();
      groups.add(reached ? groups.get(i - 1) : own);
    }
    List<String> names =
        IntStream.range(0, width).mapToObj(i -> lower.cell(i).text().strip()).toList();
    List<Cell> cells =
        IntStream.range(0, width).mapToObj(i -> cell(groups.get(i), names.get(i))).toList();
    return new JoinedHeader(new SourceRow(lower.number(), cells), groups, names);
  }

  private static Cell cell(String group, String name) {
    String text = join(group, name);
    return text.isEmpty() ? Cell.blank() : new Cell.Text(text);
  }

  private static String join(String group, String name) {
    if (group.isEmpty() || name.isEmpty() || group.equals(name)) {
      return name.isEmpty() ? group : name;
    }
    return group + " " + name;
  }

  /**
   * The header as one row would have it: each column by the first way of saying it that is known,
   * so that the sheet « À corriger », which has one row of headers, is read as this file is.
   *
   * @param known whether a header is
   * @param similar whether one is close to a known one
   */
  SourceRow settled(Predicate<String> known, Predicate<String> similar) {
    Set<String> taken = new HashSet<>();
    List<Cell> cells =
        IntStream.range(0, row.cells().size())
            .mapToObj(i -> settled(i, taken, known, similar))
            .toList();
    return new SourceRow(row.number(), cells);
  }

  private Cell settled(
      int index, Set<String> taken, Predicate<String> known, Predicate<String> similar) {
    List<String> ways = ways(index).stream().filter(way -> !taken.contains(way)).toList();
    Optional<String> way =
        Stream.of(known, similar).flatMap(is -> ways.stream().filter(is)).findFirst();
    way.ifPresent(taken::add);
    return way.<Cell>map(Cell.Text::new).orElse(row.cell(index));
  }

  /** « TVA 19% » over « Base » and « Montant »; « Montant HT » over « 19% » and « 9% ». */
  private static Optional<String> rated(String group, String name) {
    Matcher below = ONLY_RATE.matcher(name.strip());
    return below.matches()
        ? rated(HeaderName.normalise(group), below)
        : rated(HeaderName.normalise(name), RATE.matcher(Typography.fold(group).strip()));
  }

  private static Optional<String> rated(String words, Matcher rate) {
    boolean base = BASES.contains(words);
    return rate.matches() && (base || TAXES.contains(words))
        ? Optional.of((base ? "Base " : "TVA ") + rate.group(1) + "%")
        : Optional.empty();
  }

  /** « Prix HT » over « Unitaire »: the price, with tax or without. */
  private static Optional<String> ofOne(String group, String name) {
    String words = HeaderName.normalise(group);
    return HeaderName.normalise(name).equals("unitaire") && !words.isEmpty()
        ? Optional.of(words.contains("ttc") ? "P.U. TTC" : "P.U. HT")
        : Optional.empty();
  }

  /** Ways of saying what the column is, the likeliest first. */
  private List<String> ways(int index) {
    String group = upper.get(index);
    String name = lower.get(index);
    Optional<String> rated = rated(group, name);
    if (rated.isEmpty()
        && BareVat.isOne(name)
        && !TOTALS.matcher(HeaderName.normalise(group)).find()) {
      return List.of(name); // rate or amount: its values tell
    }
    Set<String> ways = new LinkedHashSet<>(4);
    rated.ifPresent(ways::add);
    ofOne(group, name).ifPresent(ways::add);
    ways.addAll(List.of(join(group, name), join(name, group)));
    boolean ofLine = KnownHeaders.fieldsOf(group).stream().anyMatch(ARTICLES::contains);
    if (!NEED_GROUP.contains(HeaderName.normalise(name))
        || group.isEmpty()
        || (ofLine && HeaderName.normalise(name).equals("montant"))) {
      ways.add(name);
    }
    return ways.stream().filter(way -> !way.isEmpty()).collect(Collectors.toList());
  }
}
