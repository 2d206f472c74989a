package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * « Article » and « N° article » of a table with lines: the code of what is sold, its name beside a
 * code, or the customer's number at the tax office (article d'imposition), which stands among his
 * other numbers. What its place decides is told (FIL-007).
 */
final class ArticleHeader {
  private static final Set<String> OF_THING = Set.of("article", "articles");
  private static final Set<String> OF_EITHER = Set.of("art", "no article");
  private static final Set<String> OF_TAXES = Set.of("party_nif", "party_nis", "party_rc");
  private static final String CODE = "product_code";
  private static final String NAME = "description";
  private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}\\S*\\s+\\S.*");

  /** « Cheddar », and not « GOUDA » or « CH1 ». */
  private static final Pattern NAMES = Pattern.compile("\\D*\\p{Ll}\\D*");

  private final Aliases aliases;
  private final List<String> scopes;

  ArticleHeader(List<String> scopes, Aliases aliases) {
    this.scopes = scopes;
    this.aliases = aliases;
  }

  /** The column as its place means it. */
  Layout.Column named(
      Layout.Column column, List<Layout.Column> all, SourceSheet sheet, int header) {
    String name = HeaderName.normalise(column.header());
    boolean thing = OF_THING.contains(name);
    if (!(thing || OF_EITHER.contains(name))
        || column.match().by() == Aliases.By.FEED
        || all.stream().noneMatch(c -> c.means("qty"))
        || (!thing && all.stream().anyMatch(c -> OF_TAXES.stream().anyMatch(c::means)))) {
      return column;
    }
    boolean coded = all.stream().anyMatch(c -> !c.equals(column) && c.means(CODE));
    boolean described = all.stream().anyMatch(c -> c.means(NAME));
    boolean worded =
        !described && (holds(WORDS, column, sheet, header) || holds(NAMES, column, sheet, header));
    return as(coded || worded ? NAME : CODE, column);
  }

  private Layout.Column as(String field, Layout.Column column) {
    List<Aliases.Field> fields =
        scopes.stream()
            .flatMap(scope -> aliases.fields(scope).stream())
            .filter(f -> f.name().equals(field))
            .toList();
    return fields.isEmpty() || column.match().fields().equals(fields)
        ? column
        : column.takenFor(fields);
  }

  /** « Gouda 400 g » in one of them: codes are one word. */
  private static boolean holds(Pattern words, Layout.Column column, SourceSheet sheet, int header) {
    List<SourceRow> head = sheet.head();
    return head.subList(Math.min(header + 1, head.size()), head.size()).stream()
        .filter(row -> !TotalRows.announcesTotal(row))
        .anyMatch(row -> words.matcher(row.cell(column.index()).text().strip()).matches());
  }
}
