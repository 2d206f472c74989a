package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Set;

/**
 * « Intitulé » next to « Code tiers », where « Désignation » names the article and nothing else the
 * customer or supplier: it is his name, which is told (FIL-007).
 */
final class NameBesideCode {
  private static final String HEADER = "intitule";
  private static final String ARTICLE = "description";
  private static final String NAME = "party_name";
  private static final Set<String> CODES = Set.of("party_code", "party_nif");

  private final List<Aliases.Field> names;

  NameBesideCode(List<String> scopes, Aliases aliases) {
    this.names = aliases.fields(scopes.get(0)).stream().filter(f -> f.name().equals(NAME)).toList();
  }

  /** The column as its place means it. */
  Layout.Column named(Layout.Column column, List<Layout.Column> all) {
    return isTitle(column)
            && all.stream().noneMatch(other -> other.means(NAME))
            && all.stream().anyMatch(other -> other.means(ARTICLE) && !isTitle(other))
            && all.stream().anyMatch(other -> isCodeBeside(other, column))
        ? column.takenFor(names)
        : column;
  }

  private boolean isTitle(Layout.Column column) {
    return !names.isEmpty()
        && column.match().by() != Aliases.By.FEED
        && column.means(ARTICLE)
        && HeaderName.normalise(column.header()).equals(HEADER);
  }

  private static boolean isCodeBeside(Layout.Column other, Layout.Column column) {
    return Math.abs(other.index() - column.index()) == 1 && CODES.stream().anyMatch(other::means);
  }
}
