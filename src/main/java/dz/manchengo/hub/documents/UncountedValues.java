package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Discounts, charges and returns in columns that nobody understands: « Remise 2 % », « Frais de
 * transport », « Qté retournée ». Passed over they would make the amounts wrong, and without
 * printed totals nobody would see it (FIL-031).
 */
final class UncountedValues {
  private static final Pattern COUNTS =
      Pattern.compile(
          "\\b(?:remises?|rem|rabais|ristournes?|escomptes?|discounts?|majorations?|frais|ports?"
              + "|transports?|emballages?|consignes?|surcharges?|freight|shipping"
              + "|retours?|retournee?s?|rendue?s?|returns?|returned)\\b");

  /** « N° remise chèque », « Code transport », « Prix avant remise »: they count nothing. */
  private static final Pattern NAMES =
      Pattern.compile(
          "\\b(?:no|num|numero|code|ref|reference|matricule|bordereau|bon|date|type|mode|nom|lieu|km|jours?|duree"
              + "|motif|cause|raison|avant)\\b");

  /** Of a journal a column of amounts that nobody knows is another rate's, or what bears no VAT. */
  private static final Pattern AMOUNTS =
      Pattern.compile(
          "\\b(?:ht|tva|montants?|imposables?|bases?|hors champ|exoneree?s?|taxes?|taxables?|ventes?|frais|transports?|ports?)\\b");

  private static final Set<String> DOCUMENTS = Set.of("invoices", "orders");

  /** What shows that an amount is wrong. */
  static final Set<String> TOTALS = Set.of("total_ht", "total_ttc", "net_to_pay", "line_ht");

  private static final Set<String> WITH_ALL = Set.of("total_ttc", "net_to_pay");
  private static final BigDecimal CLOSE = new BigDecimal("0.05");

  private final Layout layout;
  private final List<Layout.Column> columns;

  UncountedValues(Layout layout, Feed feed) {
    this.layout = layout;
    boolean matters =
        DOCUMENTS.contains(feed.document()) && WITH_ALL.stream().noneMatch(layout::has);
    this.columns =
        matters
            ? layout.columns().stream()
                .filter(column -> wouldCount(column, layout.isJournal() ? AMOUNTS : COUNTS))
                .toList()
            : List.of();
  }

  /** Whether a column that nobody knows may be a charge or a discount of a document. */
  static boolean mayCount(Layout.Column column, Feed feed) {
    return DOCUMENTS.contains(feed.document()) && wouldCount(column, COUNTS);
  }

  private static boolean wouldCount(Layout.Column column, Pattern words) {
    return column.match().isUnknown()
        && words.matcher(HeaderName.normalise(column.header())).find()
        && !NAMES.matcher(HeaderName.normalise(column.header())).find();
  }

  /**
   * Whether the row's amount is another than quantity and price come to: a discount or a charge may
   * be in it, or it is the document's, which its lines are compared with.
   */
  private boolean isInAmount(SourceRow row) {
    Layout.Column column = column(c -> c.means("line_ht") || c.means("total_ht"));
    BigDecimal amount = number(column, row);
    if (amount == null) {
      return column != null;
    }
    BigDecimal quantity = number(column(c -> c.means("qty")), row);
    BigDecimal price = number(column(c -> c.means("unit_price_ht")), row);
    return quantity == null
        || price == null
        || quantity.multiply(price).subtract(amount).abs().compareTo(CLOSE) > 0;
  }

  private Layout.@Nullable Column column(Predicate<Layout.Column> is) {
    return layout.columns().stream().filter(is).findFirst().orElse(null);
  }

  private static @Nullable BigDecimal number(Layout.@Nullable Column column, SourceRow row) {
    return column == null ? null : CellValue.exact(row.cell(column.index()));
  }

  void look(SourceRow row) throws UnreadableFile {
    for (Layout.Column column : columns) {
      Cell cell = row.cell(column.index());
      BigDecimal value = CellValue.exact(cell);
      if (value != null && value.signum() != 0 && (layout.isJournal() || !isInAmount(row))) {
        String header = column.header().strip();
        Place place = Place.row(layout.sheet().name(), row.number()).at(column.header());
        throw new UnreadableFile(
            RuleBook.finding(
                "FIL-031", place, cell.text(), "column", header, "value", cell.text().strip()));
      }
    }
  }
}
