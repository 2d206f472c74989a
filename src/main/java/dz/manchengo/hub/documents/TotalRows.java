package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Rows that sum up instead of telling something new (domain notes §7.1.5, FIL-012). */
final class TotalRows {
  private static final Set<String> WORDS =
      Set.of(
          "total",
          "totaux",
          "total general",
          "totaux generaux",
          "sous total",
          "recapitulatif",
          "resume",
          "grand total",
          "subtotal",
          "totaux journal",
          "report",
          "a reporter",
          "cumul",
          "moyenne",
          "net a payer",
          "solde",
          "المجموع",
          "المجموع العام",
          "الاجمالي");

  private static final List<String> BEGINNINGS =
      List.of("total ", "totaux ", "sous total ", "subtotal ", "dont ", "nombre ", "nbre ", "nb ");

  /** The first three letters of any of them, which spares most rows a closer look. */
  private static final Set<String> FIRST_LETTERS =
      Set.of(
          "tot", "sou", "rec", "res", "gra", "sub", "rep", "are", "cum", "nom", "nbr", "nbf", "nbd",
          "nbl", "nbc", "moy", "net", "sol", "syn", "don", "sto", "sst", "st", "tva", "tax", "vat",
          "ht", "htn", "hta", "hor", "ttc", "tou", "mon", "bas", "apa", "glo", "الم", "الا", "الإ");

  private static final String FOLDED_FROM = "éèêàâ";
  private static final String FOLDED_TO = "eeeaa";

  private static final Set<String> BLOCKS = Set.of("recapitulatif", "resume");

  /** « Récapitulatif TVA », « Récap. par article » */
  private static final Pattern TITLE =
      Pattern.compile("(?:recapitulatif|recap|resume|synthese)(?: .*)?");

  private static final Pattern TRAILING =
      Pattern.compile("( (dzd|da|general|mois|jour|periode|facture|client|page|\\d+))+$");

  /** « S/Total », « S.S. total », « S/T », « Sous-tot. » */
  private static final Pattern SUB_TOTAL =
      Pattern.compile("^(?:(?:s s|ss|s|sous) ?tot(?:al)?|s t)(?= |$)");

  private static final Pattern TOTAL = Pattern.compile("^(grand |sous )?tot(?= |$)");

  private static final Pattern GENERAL =
      Pattern.compile("(?<=^total |^totaux |^sous total )(?:gen|gle?|gal)(?= |$)");

  /** « Report du mois précédent », « Report à nouveau », « Solde antérieur » */
  private static final Pattern BROUGHT_FORWARD =
      Pattern.compile(
          "(?:report|solde|total|cumul) (?:a )?(?:(?:mois|periode|exercice|annee|solde|page) )?"
              + "(?:precedente?|anterieure?|nouveau|ancien)");

  private static final int SHOWN = 60;

  private TotalRows() {}

  /** True if the first cell with a value announces a total; it may still be a name. */
  static boolean announcesTotal(SourceRow row) {
    if (!mayAnnounce(row)) {
      return false;
    }
    String first = firstText(row);
    return isBare(first)
        || isBroughtForward(first)
        || BEGINNINGS.stream().anyMatch(first::startsWith)
        || TotalLabel.of(row).isFigured();
  }

  /** Its abbreviations in full: « tot gen » is « total general ». */
  static String spelledOut(String label) {
    if (!label.contains("t")) {
      return label;
    }
    String sub = SUB_TOTAL.matcher(label).replaceFirst("sous total");
    String total = TOTAL.matcher(sub).replaceFirst("$1total");
    return GENERAL.matcher(total).replaceFirst("general");
  }

  /** True for « Total », « Total général » and the like, normalised, and nothing behind them. */
  static boolean isBare(String label) {
    return WORDS.contains(label) || WORDS.contains(TRAILING.matcher(label).replaceAll(""));
  }

  /** True for what an earlier period came to, normalised. */
  static boolean isBroughtForward(String label) {
    return BROUGHT_FORWARD.matcher(label).matches();
  }

  /** True if from here on there is only a summary. */
  static boolean opensSummary(SourceRow row) {
    return mayAnnounce(row) && BLOCKS.contains(firstText(row));
  }

  /** True if the row is a title such as « Récapitulatif TVA », which may be a name too. */
  static boolean titlesSummary(SourceRow row) {
    return mayAnnounce(row) && TITLE.matcher(firstText(row)).matches() && !hasNumber(row);
  }

  private static boolean hasNumber(SourceRow row) {
    return row.cells().stream()
        .anyMatch(c -> !c.isBlank() && CellValue.number(c) != NumberReading.NOT_A_NUMBER);
  }

  private static boolean mayAnnounce(SourceRow row) {
    for (Cell cell : row.cells()) {
      if (!cell.isBlank()) {
        return cell instanceof Cell.Text text && FIRST_LETTERS.contains(text.firstLetters());
      }
    }
    return false;
  }

  /** Its first three, as most words are told by. */
  static String firstLetters(String text) {
    char[] letters = new char[3];
    int count = 0;
    for (int i = 0; i < text.length() && count < letters.length; i++) {
      if (Character.isLetter(text.charAt(i))) {
        char letter = Character.toLowerCase(text.charAt(i));
        int accented = FOLDED_FROM.indexOf(letter);
        letters[count++] = accented < 0 ? letter : FOLDED_TO.charAt(accented);
      }
    }
    return new String(letters, 0, count);
  }

  static String firstText(SourceRow row) {
    return row.cells().stream()
        .filter(c -> !c.isBlank())
        .findFirst()
        .map(c -> c instanceof Cell.Text ? spelledOut(HeaderName.normalise(c.text())) : "")
        .orElse("");
  }

  /** The first cell with a value as people see it. */
  static String label(SourceRow row) {
    return row.cells().stream()
        .filter(c -> !c.isBlank())
        .findFirst()
        .map(c -> c.text().strip())
        .orElse("");
  }

  /** That label for a sentence. */
  static String shown(SourceRow row) {
    String text = label(row);
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
