package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

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

  private static final Set<String> DOCUMENTS = Set.of("invoices", "orders");

  /** What shows that an amount is wrong. */
  static final Set<String> TOTALS = Set.of("total_ht", "total_ttc", "net_to_pay", "line_ht");

  private final Layout layout;
  private final List<Layout.Column> columns;

  UncountedValues(Layout layout, Feed feed) {
    this.layout = layout;
    boolean matters =
        DOCUMENTS.contains(feed.document())
            && !layout.isJournal()
            && TOTALS.stream().noneMatch(layout::has);
    this.columns =
        matters
            ? layout.columns().stream().filter(UncountedValues::wouldCount).toList()
            : List.of();
  }

  /** Whether a column that nobody knows may be a charge or a discount of a document. */
  static boolean mayCount(Layout.Column column, Feed feed) {
    return DOCUMENTS.contains(feed.document()) && wouldCount(column);
  }

  private static boolean wouldCount(Layout.Column column) {
    return column.match().isUnknown()
        && COUNTS.matcher(HeaderName.normalise(column.header())).find()
        && !NAMES.matcher(HeaderName.normalise(column.header())).find();
  }

  void look(SourceRow row) throws UnreadableFile {
    for (Layout.Column column : columns) {
      Cell cell = row.cell(column.index());
      BigDecimal value = CellValue.exact(cell);
      if (value != null && value.signum() != 0) {
        String header = column.header().strip();
        Place place = Place.row(layout.sheet().name(), row.number()).at(column.header());
        throw new UnreadableFile(
            RuleBook.finding(
                "FIL-031", place, cell.text(), "column", header, "value", cell.text().strip()));
      }
    }
  }
}
