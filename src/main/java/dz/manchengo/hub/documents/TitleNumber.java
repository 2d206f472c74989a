package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of a form as its title says it: « FACTURE N° FA-12 du 07/11/2026 » without a colon, or
 * « FACTURE » above a cell « N° » with the number beside it.
 */
final class TitleNumber {
  /** The number ends the text, or only its day follows. */
  private static final Pattern BEHIND_SIGN =
      Pattern.compile(
          "(.*(?:n\\s?[°º]|num[ée]ro|\\bno\\b\\.?|#))\\s*([^\\s:,;]*\\d[^\\s:,;]*)(?:\\s+(?:du|le|en date)\\b.*)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** « FACTURE LM4-0001 »: no sign, and a number that is no year, month or day. */
  private static final Pattern BEHIND_TITLE =
      Pattern.compile(
          "(facture|avoir|invoice|credit note|note de cr[ée]dit|bon de commande|commande)\\s+"
              + "([a-z]{1,6}(?:[-/_]\\d|\\d[-/_]?\\d)[\\w/-]*|\\d+[-/][a-z]{2,}[\\w/-]*)"
              + "(?:\\s+(?:du|le|en date)\\b.*)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Set<String> SIGNS = Set.of("n", "no", "numero", "num");

  /** Scope → how the title of such a form begins. */
  private static final Map<String, Pattern> FORMS =
      Map.of(
          "INVOICE", Pattern.compile("(?:facture|avoir|invoice|credit note)\\b.*"),
          "ORDER", Pattern.compile("(?:bon de commande|commande|purchase order|order)\\b.*"));

  private final String scope;
  private boolean form;
  private Titles.@Nullable Title bare;

  TitleNumber(String scope) {
    this.scope = scope;
  }

  /** Labels with their number that stand in one cell. */
  static List<Titles.Title> in(SourceRow row) {
    return row.cells().stream()
        .filter(cell -> cell instanceof Cell.Text)
        .map(cell -> in(cell.text().strip(), row.number()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Titles.Title> in(String text, int row) {
    Matcher titled = BEHIND_TITLE.matcher(text);
    if (titled.matches()) {
      String label = titled.group(1) + " n°";
      return Optional.of(new Titles.Title(label, new Cell.Text(titled.group(2)), row));
    }
    return BEHIND_SIGN
        .matcher(text)
        .results()
        .filter(found -> found.start() == 0)
        .map(found -> new Titles.Title(found.group(1).strip(), new Cell.Text(found.group(2)), row))
        .findFirst();
  }

  /** Whether the row begins with the number of a document, and has no figures of its own. */
  static boolean begins(SourceRow row) {
    Cell first = row.cells().stream().filter(cell -> !cell.isBlank()).findFirst().orElse(null);
    if (first == null || row.cells().stream().anyMatch(c -> CellValue.exact(c) != null)) {
      return false;
    }
    Matcher number = BEHIND_SIGN.matcher(first.text().strip());
    return number.matches() && KnownHeaders.isNumberLabel(number.group(1));
  }

  /** Takes a row above the table in. */
  void look(SourceRow row) {
    Pattern title = FORMS.get(scope);
    form |=
        title != null
            && row.cells().stream()
                .anyMatch(cell -> title.matcher(HeaderName.normalise(cell.text())).matches());
    for (Titles.Title one : Titles.in(row)) {
      String label = HeaderName.normalise(one.label());
      bare = bare == null && SIGNS.contains(label) ? one : bare;
    }
  }

  /** The number beside a bare « N° », with the label that a column of it would have. */
  Titles.@Nullable Title title(String label) {
    Titles.Title found = bare;
    return !form || found == null ? null : new Titles.Title(label, found.value(), found.row());
  }
}
