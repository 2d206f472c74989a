package dz.manchengo.hub.documents;

import dz.manchengo.hub.catalog.ProductCodes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which column is which field, where headers alone do not tell: a {@code Total HT} that varies
 * inside a document is the line's amount, a {@code TVA} whose values are 9 and 19 is a rate (domain
 * notes §7.2, §7.3).
 */
final class ColumnMeanings {
  /** What was decided, as the acknowledgement says it. */
  private static final Map<String, String> DECIDED =
      Map.of(
          "line_ht",
          "{reason.read.line-ht}",
          "line_vat",
          "{reason.read.line-vat}",
          "line_ttc",
          "{reason.read.line-ttc}",
          "total_ht",
          "{reason.read.total-ht}",
          "total_ttc",
          "{reason.read.total-ttc}",
          "vat_rate",
          "{reason.read.vat-rate}",
          PieceColumn.FIELD,
          "{reason.read.payment-reference}",
          "product_code",
          "{reason.read.product-code}");

  private static final String PRODUCT = "product_code";
  private static final String REFERENCE = "item_ref";
  private static final String DESCRIPTION = "description";

  private static final Set<String> TEXTS = Set.of("note", "party_code");

  private static final String RATE = "vat_rate";
  private final Map<String, ColumnSurvey> byField = new LinkedHashMap<>();
  private final Map<String, Aliases.Type> types = new LinkedHashMap<>();
  private final Map<String, List<ColumnSurvey>> doubles = new LinkedHashMap<>();
  private final Map<String, ColumnSurvey> whereEmpty = new LinkedHashMap<>(0);
  private final Map<String, String> detected = new LinkedHashMap<>();
  private final ProductCodes products;
  private final List<Layout.Column> unread = new ArrayList<>(0);
  private final Map<Integer, String> left = new LinkedHashMap<>();

  private ColumnMeanings(ProductCodes products) {
    this.products = products;
  }

  static ColumnMeanings decide(
      SheetSurvey survey, Feed feed, ReadingNote note, ProductCodes products)
      throws UnreadableFile {
    ColumnMeanings meanings = new ColumnMeanings(products);
    // a header that is only similar never takes a field from one that names it
    for (boolean similar : new boolean[] {false, true}) {
      for (ColumnSurvey one : survey.columns()) {
        Meaning meaning = meanings.meaning(one, survey, feed, note);
        boolean isSimilar = one.column().match().by() == Aliases.By.SIMILARITY;
        if (isSimilar == similar && !(similar && meanings.byField.containsKey(meaning.field()))) {
          meanings.put(one, meaning, feed);
        }
      }
    }
    meanings.checkDoubles(survey);
    meanings.leave(REFERENCE, survey);
    meanings.leave(BareAmount.FIELD, survey);
    meanings.leaveWords();
    meanings.tellDecisions();
    return meanings;
  }

  /** Whether two columns may turn out to be the same field. */
  static boolean mayMeet(Layout.Column a, Layout.Column b) {
    return !Collections.disjoint(possible(a), possible(b));
  }

  private static Set<String> possible(Layout.Column column) {
    String first = column.match().fields().get(0).name();
    return switch (first) {
      case "total_vat" -> Set.of(first, "line_vat", RATE);
      case "total_ht" -> Set.of(first, "line_ht");
      case "total_ttc" -> BareAmount.isOne(column) ? BareAmount.FIELDS : Set.of(first, "line_ttc");
      case BareAmount.FIELD -> BareAmount.FIELDS;
      case REFERENCE -> Set.of(first, PRODUCT);
      case DESCRIPTION -> ThingColumn.isOne(column) ? Set.of(first, PRODUCT) : Set.of(first);
      case PieceColumn.INVOICE -> Set.of(first, PieceColumn.FIELD);
      case "ref_no" -> ReferenceEvidence.isBare(column) ? Set.of(first, PRODUCT) : Set.of(first);
      default -> Set.of(first);
    };
  }

  Map<String, ColumnSurvey> byField() {
    return byField;
  }

  /** Field → the column that says it where its own one is empty. */
  Map<String, ColumnSurvey> whereEmpty() {
    return whereEmpty;
  }

  /** Index of each column whose header leaves its meaning open → what was decided. */
  Map<Integer, String> decisions() {
    Map<Integer, String> decisions = new LinkedHashMap<>(left);
    byField.forEach(
        (field, one) -> {
          if (possible(one.column()).size() > 1) {
            decisions.put(one.column().index(), field);
          }
        });
    return decisions;
  }

  Map<String, String> detected() {
    return detected;
  }

  Aliases.Type type(String field) {
    return Objects.requireNonNull(types.get(field));
  }

  private void checkDoubles(SheetSurvey survey) throws UnreadableFile {
    for (Map.Entry<String, List<ColumnSurvey>> one : doubles.entrySet()) {
      for (ColumnSurvey other : one.getValue()) {
        ColumnSurvey left = new DoubleColumns(one.getKey(), byField).settle(other, survey);
        if (left != null) {
          leave(one.getKey(), left, Objects.requireNonNull(byField.get(one.getKey())));
        }
      }
    }
    byField.keySet().forEach(field -> types.putIfAbsent(field, Aliases.Type.MONEY));
  }

  private void put(ColumnSurvey column, Meaning meaning, Feed feed) {
    String field = meaning.field();
    ColumnSurvey before = byField.putIfAbsent(field, column);
    if (before == null) {
      types.put(field, meaning.type());
      return;
    }
    int nearer = NearestHeader.compare(field, column.column(), before.column(), feed);
    if (nearer == 0) {
      doubles.computeIfAbsent(field, f -> new ArrayList<>()).add(column);
      return;
    }
    ColumnSurvey kept = nearer > 0 ? column : before;
    ColumnSurvey other = nearer > 0 ? before : column;
    byField.put(field, kept);
    leave(field, other, kept);
  }

  /**
   * A second number or amount is not counted, a second text is not recorded (FIL-005); a second
   * description stands in where the first is empty.
   */
  private void leave(String field, ColumnSurvey other, ColumnSurvey kept) {
    if (field.equals(DESCRIPTION)) {
      whereEmpty.put(field, other);
      tell(other, "{reason.read.where-empty}", kept);
    } else if (TEXTS.contains(field)) {
      unread.add(other.column());
    } else {
      tellNotCounted(other, kept);
    }
  }

  private void tellNotCounted(ColumnSurvey other, ColumnSurvey kept) {
    tell(other, "{reason.read.not-counted}", kept);
  }

  private void tell(ColumnSurvey other, String how, ColumnSurvey kept) {
    detected.put(other.column().label(), how + " « " + kept.column().header().strip() + " »");
  }

  private void tellDecisions() {
    PriceWords.tell(byField, detected);
    byField.forEach(
        (field, one) -> {
          Layout.Column column = one.column();
          boolean decided = column.match().fields().stream().noneMatch(f -> f.name().equals(field));
          if (decided) {
            detected.put(column.label(), DECIDED.getOrDefault(field, RateColumns.shown(field)));
          }
        });
  }

  /**
   * A reference that is none of an article, an amount that nothing explains: the document knows
   * nothing of them (FIL-005).
   */
  private void leave(String field, SheetSurvey survey) {
    if (byField.remove(field) != null) {
      survey.columns().stream()
          .map(ColumnSurvey::column)
          .filter(column -> column.means(field))
          .filter(column -> byField.values().stream().noneMatch(c -> c.column().equals(column)))
          .forEach(
              column -> {
                unread.add(column);
                left.put(column.index(), field);
              });
    }
  }

  /** « Exonéré » may be answered by yes and no instead of an amount. */
  private void leaveWords() {
    ColumnSurvey untaxed = byField.get(RateColumns.UNTAXED);
    if (untaxed != null && untaxed.holdsWords()) {
      byField.remove(RateColumns.UNTAXED);
      unread.add(untaxed.column());
      left.put(untaxed.column().index(), RateColumns.UNTAXED);
    }
  }

  /** Columns that turned out to say nothing of the document. */
  List<Layout.Column> unread() {
    return unread;
  }

  private record Meaning(String field, Aliases.Type type) {}

  private Meaning meaning(ColumnSurvey one, SheetSurvey survey, Feed feed, ReadingNote note)
      throws UnreadableFile {
    Layout.Column column = one.column();
    Aliases.Field first = column.match().fields().get(0);
    if (feed.columns().containsKey(first.name()) && column.match().by() == Aliases.By.FEED) {
      if (first.name().equals("total_vat")
          && (one.hasPercentSign() || BareVat.holdsRates(one, survey))) {
        return new Meaning(RATE, Aliases.Type.PCT); // Odoo's « Taxes » of a line: 19%
      }
      return new Meaning(first.name(), first.type());
    }
    String told = note.field(column, possible(column));
    if (told != null) {
      return new Meaning(told, type(told, first));
    }
    if (isOfProducts(one, survey)
        || (ThingColumn.isOne(column) && ThingColumn.isBesideName(survey))) {
      return new Meaning(PRODUCT, Aliases.Type.CODE);
    }
    if (first.name().equals("total_vat") && BareVat.holdsRates(one, survey)) {
      return new Meaning(RATE, Aliases.Type.PCT);
    }
    if (PieceColumn.isPayments(column, survey)) {
      return new Meaning(PieceColumn.FIELD, Aliases.Type.CODE);
    }
    String rate = RateColumns.rate(column, survey);
    if (rate != null) {
      return new Meaning(RateColumns.field(first.name(), rate), Aliases.Type.MONEY);
    }
    String bare = survey.bareAmount(one);
    if (bare != null) {
      return new Meaning(bare, Aliases.Type.MONEY);
    }
    if (survey.isOfHeads()) {
      return new Meaning(first.name(), first.type());
    }
    String ofLine = LineFields.fieldOfLine(first.name()).orElse(null);
    boolean beside = survey.isBesideTotals(one.column());
    boolean follows = survey.isSortedOtherwise() && one.followsLines();
    if (ofLine != null && (one.isOfLine() || follows || survey.isOfDetails() || beside)) {
      return new Meaning(ofLine, Aliases.Type.MONEY);
    }
    return new Meaning(first.name(), first.type());
  }

  private static Aliases.Type type(String field, Aliases.Field first) {
    return switch (field) {
      case RATE -> Aliases.Type.PCT;
      case PRODUCT, PieceColumn.FIELD -> Aliases.Type.CODE;
      default -> first.type();
    };
  }

  /** « Référence » is the article's where its values are and no column is called after it. */
  private boolean isOfProducts(ColumnSurvey one, SheetSurvey survey) throws UnreadableFile {
    if (survey.columns().stream().anyMatch(c -> c.column().means(PRODUCT))
        || !(one.isOfProducts(products) || survey.areArticles(one.column()))) {
      return false;
    }
    boolean only =
        survey.columns().stream().filter(c -> c.column().means("ref_no")).limit(2).count() == 1;
    if (only && one.column().means("ref_no")) {
      throw ReferenceEvidence.missing(one.column());
    }
    return true;
  }
}
