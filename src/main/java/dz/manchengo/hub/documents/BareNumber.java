package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A column that is called « N° » or « Document » and no more: most count the lines. Where its first
 * values are such as « FA-001 » and no other column numbers the documents, it does, which is told
 * (FIL-007).
 */
final class BareNumber {
  private static final Set<String> NAMES = Set.of("n", "no", "numero", "num", "document");

  /** Letters and digits: no row is counted so. */
  private static final Pattern OF_DOCUMENT = Pattern.compile("(?=.*\\p{L})\\S*\\d\\S*");

  private static final String NUMBER = "doc_no";

  private final Aliases.Match match;

  BareNumber(String scope, Aliases aliases) {
    this.match =
        KnownHeaders.header(scope, NUMBER)
            .map(header -> aliases.exactly(header, List.of(scope)))
            .filter(found -> !found.isUnknown())
            .map(found -> new Aliases.Match(found.fields(), Aliases.By.SIMILARITY, null))
            .orElse(new Aliases.Match(List.of(), Aliases.By.NOTHING, null));
  }

  /** The column as it is meant. */
  Layout.Column named(
      Layout.Column column, List<Layout.Column> all, SourceSheet sheet, int header) {
    boolean numbers =
        !match.isUnknown()
            && (column.match().isUnknown() || column.means("line_no"))
            && NAMES.contains(HeaderName.normalise(column.header()))
            && all.stream().noneMatch(c -> c.means(NUMBER) || c.means(CreditNumbers.FIELD))
            && isOfDocuments(sheet.head(), header, column.index());
    return numbers ? new Layout.Column(column.index(), column.header(), match) : column;
  }

  private static boolean isOfDocuments(List<SourceRow> head, int header, int column) {
    List<String> values =
        head.subList(Math.min(header + 1, head.size()), head.size()).stream()
            .filter(row -> !TotalRows.announcesTotal(row))
            .map(row -> row.cell(column).text().strip())
            .filter(value -> !value.isEmpty())
            .toList();
    return !values.isEmpty() && values.stream().allMatch(v -> OF_DOCUMENT.matcher(v).matches());
  }
}
