package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A column that is called « N° » or « Document » and no more: most count the lines. Where its first
 * values are such as « FA-001 » or « 001/2026 », whole numbers that count no rows, or a series
 * stands beside it, and no other column numbers the documents, it does, which is told (FIL-007). «
 * Référence » is mostly an article's: only what begins as numbers of invoices do is one.
 */
final class BareNumber {
  private static final Set<String> NAMES = Set.of("n", "no", "numero", "num", "document");

  /** Letters and digits, or a number of a year: no row is counted so. */
  private static final Pattern OF_DOCUMENT =
      Pattern.compile("(?=.*\\p{L})\\S*\\d\\S*|\\d{1,6}[-/]20\\d\\d|20\\d\\d[-/]\\d{3,6}");

  /** « FA-131 », « Facture n° 12/2026 » */
  private static final Pattern OF_INVOICE =
      Pattern.compile(
          "(?:fac|fact|facture|fa|fc|ft|fv|f|avoir|av|inv|invoice)[-/_. ]*(?:n°)?[-/_. ]*\\d[-/_.\\d]*",
          Pattern.CASE_INSENSITIVE);

  /** Rows are counted from 1. */
  private static final Pattern WHOLE = Pattern.compile("[1-9]\\d{1,9}");

  private static final List<String> DETAILS =
      List.of("description", "product_code", "qty", "unit_price_ht", "unit_price_ttc");

  private static final String NUMBER = "doc_no";

  private final Aliases.Match match;

  BareNumber(String scope, Aliases aliases) {
    this.match =
        KnownHeaders.header(scope, NUMBER)
            .map(header -> aliases.exactly(header, List.of(scope)))
            .filter(found -> !found.isUnknown())
            .map(found -> new Aliases.Match(found.fields(), Aliases.By.SIMILARITY, null))
            .orElse(Aliases.Match.NONE);
  }

  /** The column as it is meant. */
  Layout.Column named(
      Layout.Column column, List<Layout.Column> all, SourceSheet sheet, int header) {
    boolean may = !match.isUnknown() && isCalledSo(column);
    boolean none =
        may && all.stream().noneMatch(c -> c.means(NUMBER) || c.means(CreditNumbers.FIELD));
    boolean numbers = none && numbers(column, all, sheet.head(), header);
    return numbers ? new Layout.Column(column.index(), column.header(), match) : column;
  }

  /** First of all: a wide sheet has many other columns. */
  private static boolean isCalledSo(Layout.Column column) {
    return column.means("item_ref")
        || ((column.match().isUnknown() || column.means("line_no"))
            && NAMES.contains(HeaderName.normalise(column.header())));
  }

  private boolean numbers(
      Layout.Column column, List<Layout.Column> all, List<SourceRow> head, int header) {
    if (column.means("item_ref")) {
      boolean invoice = match.fields().get(0).scope().equals("INVOICE");
      return invoice
          && ReferenceEvidence.isBare(column)
          && are(OF_INVOICE, head, header, column.index());
    }
    return SeriesNumber.isBeside(column, all)
        || are(OF_DOCUMENT, head, header, column.index())
        || (are(WHOLE, head, header, column.index())
            && areOfDocuments(values(head, header, column.index()), all));
  }

  /** Of a list of totals each row has its own, of lines the same stand together. */
  private static boolean areOfDocuments(List<String> values, List<Layout.Column> all) {
    boolean lines = DETAILS.stream().anyMatch(field -> all.stream().anyMatch(c -> c.means(field)));
    long documents = values.stream().distinct().count();
    long runs =
        IntStream.range(0, values.size())
            .filter(i -> i == 0 || !values.get(i).equals(values.get(i - 1)))
            .count();
    return runs == documents && lines == (documents < values.size());
  }

  /** Whether a table that lacks the number of its documents has a column that is called so. */
  static boolean isIn(List<List<String>> missing, List<Layout.Column> columns) {
    return missing.stream().anyMatch(group -> group.contains(NUMBER))
        && columns.stream().anyMatch(column -> !column.means("item_ref") && isCalledSo(column));
  }

  private static boolean are(Pattern pattern, List<SourceRow> head, int header, int column) {
    List<String> values = values(head, header, column);
    return !values.isEmpty() && values.stream().allMatch(v -> pattern.matcher(v).matches());
  }

  /** Without what stands alone in its row: closing words. */
  private static List<String> values(List<SourceRow> head, int header, int column) {
    return head.subList(Math.min(header + 1, head.size()), head.size()).stream()
        .filter(row -> row.cells().stream().filter(cell -> !cell.isBlank()).count() > 1)
        .filter(row -> !TotalRows.announcesTotal(row))
        .map(row -> row.cell(column).text().strip())
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
