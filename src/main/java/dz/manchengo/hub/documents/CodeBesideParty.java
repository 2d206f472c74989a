package dz.manchengo.hub.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * « Code » directly before « Client » or « Fournisseur »: his code, and not the article's, where
 * each code goes with one name and each name with one code (domain notes §7.3); told (FIL-007).
 */
final class CodeBesideParty {
  private static final String HEADER = "code";
  private static final String NAME = "party_name";
  private static final String FIELD = "party_code";
  private static final Set<String> ARTICLES =
      Set.of("article", "articles", "produit", "designation", "libelle", "description");
  private static final Set<String> REFERENCES =
      Set.of(
          "ref", "reference", "code article", "code produit", "ref article", "reference article");
  private static final List<String> OF_ARTICLE = List.of("description", "product_code");

  private final List<Aliases.Field> codes;

  CodeBesideParty(List<String> scopes, Aliases aliases) {
    this.codes =
        aliases.fields(scopes.get(0)).stream().filter(f -> f.name().equals(FIELD)).toList();
  }

  /** The column as its place and its values mean it. */
  Layout.Column named(
      Layout.Column column, List<Layout.Column> all, SourceSheet sheet, int header) {
    if (codes.isEmpty()
        || column.match().by() == Aliases.By.FEED
        || !HeaderName.normalise(column.header()).equals(HEADER)
        || all.stream().anyMatch(c -> c.means(FIELD))) {
      return column;
    }
    Optional<Layout.Column> name =
        at(column.index() + 1, all).filter(c -> c.means(NAME) || isName(c, all));
    boolean free =
        at(column.index() - 1, all).stream().noneMatch(c -> OF_ARTICLE.stream().anyMatch(c::means));
    return name.isPresent() && free && arePairs(column, name.get(), sheet, header)
        ? column.takenFor(codes)
        : column;
  }

  /** « Nom », where the article has a code and a name of its own. */
  private static boolean isName(Layout.Column column, List<Layout.Column> all) {
    return HeaderName.normalise(column.header()).equals("nom")
        && all.stream().anyMatch(c -> ARTICLES.contains(HeaderName.normalise(c.header())))
        && all.stream().anyMatch(c -> REFERENCES.contains(HeaderName.normalise(c.header())));
  }

  private static Optional<Layout.Column> at(int index, List<Layout.Column> all) {
    return all.stream().filter(column -> column.index() == index).findFirst();
  }

  /** Whether each code goes with one name, and each name with one code. */
  static boolean arePairs(Layout.Column code, Layout.Column name, SourceSheet sheet, int header) {
    List<SourceRow> head = sheet.head();
    Map<String, String> names = new HashMap<>();
    Map<String, String> codes = new HashMap<>();
    for (SourceRow row : head.subList(Math.min(header + 1, head.size()), head.size())) {
      String one = row.cell(code.index()).text().strip();
      String other = Typography.fold(row.cell(name.index()).text().strip());
      if (!one.isEmpty() && !other.isEmpty()) {
        boolean same = names.computeIfAbsent(one, key -> other).equals(other);
        if (!same || !codes.computeIfAbsent(other, key -> one).equals(one)) {
          return false;
        }
      }
    }
    return !names.isEmpty();
  }
}
