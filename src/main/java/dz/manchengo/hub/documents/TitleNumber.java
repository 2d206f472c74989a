package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of a form as its title says it: « FACTURE N° FA-12 du 07/11/2026 » without a colon, or
 * « FACTURE » above a cell « N° » with the number beside it.
 */
final class TitleNumber {
  /**
   * « X-78 B », « 2026 000 451 », « 12 / 2027 », « FA 0012 »: all of it, but for a day behind it.
   */
  private static final String NUMBER =
      "((?:(?!(?:du|le|de|date|page|client)\\b)[a-z]{1,6}\\s)?[^\\s:,;]*\\d[^\\s:,;]*"
          + "(?:(?!\\s?\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4})"
          + "(?:\\s?[/-]\\s?[a-z0-9]{1,6}|\\s\\d{1,6}|\\s(?:bis|ter|[a-z]))(?![^\\s,;:]))*)";

  /** The number ends the text, or only its day follows. */
  private static final Pattern BEHIND_SIGN =
      Pattern.compile(
          "(.*(?:n\\s?[°º]|num[ée]ro|\\bno\\b\\.?|#))\\s*"
              + NUMBER
              + "(?:\\s+(?:du|le|en date)\\b.*)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** « FACTURE LM4-0001 »: no sign, and a number that is no year, month or day. */
  private static final Pattern BEHIND_TITLE =
      Pattern.compile(
          "(facture|avoir|invoice|credit note|note de cr[ée]dit|bon de commande|commande)\\s+"
              + "([a-z]{1,6}(?:[-/_]\\d|\\d[-/_]?\\d)[\\w/-]*|\\d+[-/][a-z]{2,}[\\w/-]*)"
              + "(?:\\s+(?:du|le|en date)\\b.*)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Set<String> SIGNS = Set.of("n", "no", "numero", "num");

  /** « FACTURE » alone labels a number as little as the name of who writes it. */
  private static final Pattern SIGNED =
      Pattern.compile(".*\\b(?:no|num|numero|number|nbr|ref|reference|code|id)\\b.*");

  private static final Pattern SIGN =
      Pattern.compile(
          "^(?:(?:facture|invoice)\\s+)?(?:n\\s?[°º]|num[ée]ro\\b|#)?\\s*:?\\s*(?=\\S*\\d\\S*$)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern OF_OTHER =
      Pattern.compile(
          "(?:depot|agence|magasin|secteur|zone|quai|bureau|site|succursale|tournee|caisse|page|feuillet?"
              + "|exemplaire|copie|poste|bl)\\s+(?:n\\s?[°º]\\s*)?\\d.*");

  private static final Pattern DIGIT = Pattern.compile(".*\\d.*");
  private static final Pattern ONE_WORD = Pattern.compile("(?!(?:19|20)\\d\\d$)[^\\s:]+");

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

  /** Whether a label says that a number follows. */
  static boolean isSigned(Titles.Title title) {
    return SIGNED.matcher(HeaderName.normalise(title.label())).matches();
  }

  /** The title with nothing but its number; null where what it has is none. */
  static Titles.@Nullable Title settled(Titles.Title title) {
    Titles.Title bare = FormDate.withoutDay(title);
    String text = bare(bare.value().text().strip());
    boolean signed = isSigned(title);
    boolean plain = signed || (ONE_WORD.matcher(text).matches() && !isDay(bare.value()));
    if (!plain || !DIGIT.matcher(text).matches()) {
      return null;
    }
    return text.equals(bare.value().text().strip())
        ? bare
        : new Titles.Title(bare.label(), new Cell.Text(text), bare.row());
  }

  /** « N° H01-1 » and « Facture H01-1 » are H01-1; « Avoir 12 » may stand beside an invoice 12. */
  static String bare(String number) {
    return isPlain(number) ? number : SIGN.matcher(number).replaceFirst("");
  }

  /** Nothing but letters, digits and dashes, as most numbers are, has no sign in front. */
  private static boolean isPlain(String number) {
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '-' && c != '/') {
        return false;
      }
    }
    return !number.regionMatches(true, 0, "num", 0, 3);
  }

  /** « Dépôt 16 », « Agence 02 »: no document's number. */
  static boolean isOfOther(String text) {
    return OF_OTHER.matcher(Typography.fold(text.strip())).matches();
  }

  private static boolean isDay(Cell cell) {
    return cell instanceof Cell.Moment
        || (cell instanceof Cell.Text && CellValue.date(cell) != DateReading.NOT_A_DATE);
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

  /**
   * Takes a row above the table in.
   *
   * @param next the row that follows, of whose values this one may have the labels
   */
  void look(SourceRow row, SourceRow next, Predicate<String> isLabel) {
    Pattern title = FORMS.get(scope);
    form |=
        title != null
            && row.cells().stream()
                .anyMatch(cell -> title.matcher(HeaderName.normalise(cell.text())).matches());
    List<Titles.Title> titles = new ArrayList<>(Titles.in(row));
    titles.addAll(in(row));
    titles.addAll(
        Titles.above(
            row,
            next,
            text ->
                SIGNS.contains(HeaderName.normalise(text))
                    || isLabel.test(text)
                    || isOfOther(text)));
    titles.removeIf(one -> isOfOther(one.value().text()));
    for (Titles.Title one : titles) {
      String label = HeaderName.normalise(one.label());
      boolean number = SIGNS.contains(label) && DIGIT.matcher(one.value().text()).matches();
      bare = bare == null && number ? one : bare;
    }
  }

  /** The number beside a bare « N° », with the label that a column of it would have. */
  Titles.@Nullable Title title(String label) {
    Titles.Title found = bare;
    return !form || found == null ? null : new Titles.Title(label, found.value(), found.row());
  }
}
