package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * « Client » over numbers beside « Nom » or « Raison sociale »: his code, where each goes with one
 * name and each name with one of them; told (FIL-007).
 */
final class PartyNumber {
  private static final Set<String> HEADERS =
      Set.of("client", "clients", "fournisseur", "fournisseurs", "tiers", "customer", "supplier");

  /** What a party is called, in columns that are no party's elsewhere. */
  private static final Set<String> NAMES =
      Set.of(
          "nom",
          "nom prenom",
          "intitule",
          "designation client",
          "designation fournisseur",
          "designation tiers",
          "libelle client",
          "libelle fournisseur",
          "name");

  private static final Pattern CODE = Pattern.compile("[\\p{L}]{0,4}[-./]?\\d[\\d./-]{0,12}");

  private static final String NAME = "party_name";
  private static final String NUMBER = "party_code";

  private final List<Aliases.Field> codes;
  private final List<Aliases.Field> names;

  PartyNumber(List<String> scopes, Aliases aliases) {
    List<Aliases.Field> all = aliases.fields(scopes.get(0));
    this.codes = all.stream().filter(field -> field.name().equals(NUMBER)).toList();
    this.names = all.stream().filter(field -> field.name().equals(NAME)).toList();
  }

  /** Gives the columns of such a table what they mean. */
  void settle(List<Layout.Column> columns, SourceSheet sheet, int header) {
    if (codes.isEmpty() || columns.stream().anyMatch(column -> column.means(NUMBER))) {
      return;
    }
    columns.stream()
        .filter(column -> isParty(column, sheet, header))
        .findFirst()
        .ifPresent(
            code ->
                name(code, columns, sheet, header)
                    .ifPresent(
                        name -> {
                          columns.set(columns.indexOf(code), code.takenFor(codes));
                          if (!name.means(NAME) || name.match().fields().size() > 1) {
                            columns.set(columns.indexOf(name), name.takenFor(names));
                          }
                        }));
  }

  private static boolean isParty(Layout.Column column, SourceSheet sheet, int header) {
    List<Cell> cells = column.firstCells(sheet, header);
    return column.means(NAME)
        && column.match().by() != Aliases.By.FEED
        && HEADERS.contains(HeaderName.normalise(column.header()))
        && !cells.isEmpty()
        && cells.stream().allMatch(PartyNumber::isCode);
  }

  private static boolean isCode(Cell cell) {
    return CODE.matcher(cell.text().strip()).matches();
  }

  /** What is no code beside it; of one header further away nobody knows whose name it is. */
  private static Optional<Layout.Column> name(
      Layout.Column code, List<Layout.Column> columns, SourceSheet sheet, int header) {
    return columns.stream()
        .filter(column -> !column.equals(code) && column.match().by() != Aliases.By.FEED)
        .filter(
            column ->
                column.means(NAME)
                    || (Math.abs(column.index() - code.index()) == 1
                        && NAMES.contains(HeaderName.normalise(column.header()))))
        .filter(column -> column.firstCells(sheet, header).stream().noneMatch(PartyNumber::isCode))
        .filter(column -> CodeBesideParty.arePairs(code, column, sheet, header))
        .findFirst();
  }
}
