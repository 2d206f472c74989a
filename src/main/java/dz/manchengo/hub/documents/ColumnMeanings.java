package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which column is which field, where headers alone do not tell: a {@code Total HT} that varies
 * inside a document is the line's amount, a {@code TVA} whose values are 9 and 19 is a rate (domain
 * notes §7.2, §7.3).
 */
final class ColumnMeanings {
  private static final Map<String, String> OF_LINE =
      Map.of("total_ht", "line_ht", "total_vat", "line_vat", "total_ttc", "line_ttc");

  /** What was decided, as the acknowledgement says it. */
  private static final Map<String, String> DECIDED =
      Map.of(
          "line_ht", "montant HT de la ligne",
          "line_vat", "montant de TVA de la ligne",
          "line_ttc", "montant TTC de la ligne",
          "vat_rate", "taux de TVA");

  private static final Set<String> BARE_VAT = Set.of("tva", "taxe", "taxes", "vat", "tax");
  private static final Set<BigDecimal> RATES =
      Set.of(
          new BigDecimal("0"),
          new BigDecimal("7"),
          new BigDecimal("9"),
          new BigDecimal("17"),
          new BigDecimal("19"),
          new BigDecimal("0.07"),
          new BigDecimal("0.09"),
          new BigDecimal("0.17"),
          new BigDecimal("0.19"));

  private final Map<String, Layout.Column> byField = new LinkedHashMap<>();
  private final Map<String, Aliases.Type> types = new LinkedHashMap<>();
  private final Map<String, List<Layout.Column>> doubles = new LinkedHashMap<>();
  private final Map<String, String> detected = new LinkedHashMap<>();

  private ColumnMeanings() {}

  static ColumnMeanings decide(List<Layout.Column> columns, Feed feed, List<SourceRow> rows) {
    ColumnMeanings meanings = new ColumnMeanings();
    DocumentGroups groups = new DocumentGroups(columns, rows);
    // a header that is only similar never takes a field from one that names it
    for (boolean similar : new boolean[] {false, true}) {
      for (Layout.Column column : columns) {
        Meaning meaning = meaning(column, columns, feed, rows, groups);
        boolean isSimilar = column.match().by() == Aliases.By.SIMILARITY;
        if (isSimilar == similar && !(similar && meanings.byField.containsKey(meaning.field()))) {
          meanings.put(column, meaning);
        }
      }
    }
    meanings.tellDecisions();
    return meanings;
  }

  Map<String, Layout.Column> byField() {
    return byField;
  }

  Map<String, String> detected() {
    return detected;
  }

  Aliases.Type type(String field) {
    return Objects.requireNonNull(types.get(field));
  }

  /** A feed's constant as a value of its field. */
  Object constant(String field, String text) {
    return CONSTANT_NUMBERS.contains(field) ? new BigDecimal(text) : text;
  }

  private static final Set<String> CONSTANT_NUMBERS =
      Set.of("vat_rate", "qty", "unit_price_ht", "discount_pct");

  /**
   * Two columns for one field are one if they say the same.
   *
   * @throws UnreadableFile FIL-006 if they differ on any row
   */
  void checkDoubles(List<SourceRow> rows) throws UnreadableFile {
    for (Map.Entry<String, List<Layout.Column>> one : doubles.entrySet()) {
      Layout.Column first = Objects.requireNonNull(byField.get(one.getKey()));
      for (Layout.Column second : one.getValue()) {
        for (SourceRow row : rows) {
          String a = row.cell(first.index()).text().strip();
          String b = row.cell(second.index()).text().strip();
          if (!a.equals(b)) {
            throw new UnreadableFile(
                RuleBook.finding(
                    "FIL-006",
                    Place.FILE,
                    null,
                    "field",
                    one.getKey(),
                    "a",
                    first.header().strip(),
                    "b",
                    second.header().strip()));
          }
        }
      }
    }
  }

  private void put(Layout.Column column, Meaning meaning) {
    if (byField.putIfAbsent(meaning.field(), column) == null) {
      types.put(meaning.field(), meaning.type());
    } else {
      doubles.computeIfAbsent(meaning.field(), f -> new ArrayList<>()).add(column);
    }
  }

  private void tellDecisions() {
    byField.forEach(
        (field, column) -> {
          boolean decided = column.match().fields().stream().noneMatch(f -> f.name().equals(field));
          if (decided) {
            detected.put("« " + column.header().strip() + " »", DECIDED.getOrDefault(field, field));
          }
        });
  }

  private record Meaning(String field, Aliases.Type type) {}

  private static Meaning meaning(
      Layout.Column column,
      List<Layout.Column> columns,
      Feed feed,
      List<SourceRow> rows,
      DocumentGroups groups) {
    Aliases.Field first = column.match().fields().get(0);
    if (feed.columns().containsKey(first.name()) && column.match().by() == Aliases.By.FEED) {
      return new Meaning(first.name(), first.type());
    }
    if (first.name().equals("total_vat") && isRate(column, columns, rows)) {
      return new Meaning("vat_rate", Aliases.Type.PCT);
    }
    String ofLine = OF_LINE.get(first.name());
    if (ofLine != null && groups.isOfLine(column)) {
      return new Meaning(ofLine, Aliases.Type.MONEY);
    }
    return new Meaning(first.name(), first.type());
  }

  private static boolean isRate(
      Layout.Column column, List<Layout.Column> columns, List<SourceRow> rows) {
    boolean otherRate = columns.stream().anyMatch(c -> !c.equals(column) && c.means("vat_rate"));
    if (otherRate || !BARE_VAT.contains(HeaderName.normalise(column.header()))) {
      return false;
    }
    int seen = 0;
    boolean positive = false;
    for (SourceRow row : rows) {
      BigDecimal value = number(row.cell(column.index()));
      if (value != null) {
        BigDecimal plain = value.stripTrailingZeros();
        if (!RATES.contains(plain.scale() < 0 ? plain.setScale(0) : plain)) {
          return false;
        }
        positive |= value.signum() > 0;
        seen++;
      }
    }
    return seen > 0 && positive;
  }

  static @Nullable BigDecimal number(Cell cell) {
    if (cell.isBlank()) {
      return null;
    }
    return CellValue.number(cell) instanceof NumberReading.Exact exact ? exact.value() : null;
  }
}
