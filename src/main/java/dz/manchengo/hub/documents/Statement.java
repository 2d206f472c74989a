package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a file says of itself around its table: in the titles above, on the sheet's tab, in its own
 * name. Columns may be silent where a title is not: « Journal des achats », « Facture proforma », «
 * en milliers de DA ».
 */
final class Statement {
  private static final String LIST =
      "(?:(?:journal|liste|etat|releve|registre|recap\\p{L}*)(?: des| de| d| les)? )?";

  private static final Pattern PRO_FORMA =
      Pattern.compile(LIST + "(?:factures? )?pro ?formas?\\b(?! non\\b).*");

  private static final Pattern OFFER = Pattern.compile("(?:devis|offre de prix|quotation)\\b.*");

  /**
   * Of a list, and no label of a form: « Bons de livraison – juin 2026 », « Factures annulées ».
   */
  private static final Pattern NO_INVOICES =
      Pattern.compile(
          LIST
              + "(?:bons de (?:livraisons?|commandes?)\\b.*"
              + "|factures (?:.* )?(?:non validees|brouillons?|provisoires|annulees)\\b.*"
              + "|(?:annulees|brouillons)(?: .*)?)");

  private static final Pattern INVOICE = Pattern.compile("factures?\\b.*|invoices?\\b.*");

  private static final Pattern CREDIT =
      Pattern.compile(
          LIST
              + "(?:(?:(?:factures?|bons?) (?:d )?)?(?:avoirs?|notes? de credit|credit notes?)|factures? (?:de )?retours?)"
              + "(?: (?:n|no|clients?|fournisseurs?|financiers?|commercial|commerciaux|partiels?|emis|recus|du|de|des|au|mois|periode|janvier|fevrier|mars"
              + "|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|av|\\d+)\\b.*)?");

  /** « SARL X - AVOIRS JUIN », « Retours clients », « AV JUIN »: a short text, and no remark. */
  private static final Pattern RETURNS =
      Pattern.compile(
          LIST + "(?:retours?|rrr|av|nc)(?: .{0,40})?|(?:.{0,40}\\b)?avoirs\\b(?:.{0,40})?");

  /**
   * « Factures et avoirs », « Ventes hors avoirs », « Avoirs inclus »: not of credit notes alone.
   */
  private static final Pattern BOTH =
      Pattern.compile(
          ".*\\b(?:factures? (?:et|ou) (?:d )?avoirs?|avoirs? (?:et|ou) (?:d )?factures?"
              + "|(?:hors|sans|avec|y compris|dont|nets? d) (?:les |des )?avoirs?"
              + "|avoirs? (?:inclus|compris|exclus|deduits))\\b.*");

  /** « Factures avoirs » is both, or « factures d'avoir ». */
  private static final Pattern BOTH_OR_CREDIT = Pattern.compile("(?:.* )?factures avoirs?(?: .*)?");

  /** Signs that stand for « et »; « Facture-avoir » is one paper. */
  private static final Pattern AND =
      Pattern.compile(
          "\\b(?:factures\\s*[-&+,;/|–—]|facture\\s*[&+/|])\\s*(?=avoirs?\\b)"
              + "|\\b(?:avoirs\\s*[-&+,;/|–—]|avoir\\s*[&+/|])\\s*(?=factures?\\b)");

  /** « Journal des ventes (avoirs) ». */
  private static final Pattern CREDIT_ASIDE =
      Pattern.compile("\\(\\s*avoirs?\\s*\\)", Pattern.CASE_INSENSITIVE);

  private static final Pattern PURCHASE =
      Pattern.compile(
          LIST + "(?:factures? )?(?:d |des )?(?:achats?|fournisseurs?|purchases?)\\b.*");

  /** A title that leaves no doubt, whatever the headers are called. */
  private static final Pattern SURELY_PURCHASE =
      Pattern.compile("(?:factures?|journal|etat|liste|releve)(?: des?| d) achats?\\b.*");

  private static final Pattern SALES = Pattern.compile(".*\\b(?:ventes?|sales)\\b.*");

  private static final Pattern OTHER_UNIT =
      Pattern.compile(
          ".*\\b(?:montants?|valeurs?|chiffres|prix|unite)\\b.*\\b(?:milliers?|millions?|centimes?|[km] ?da)\\b.*"
              + "|(?:.* )?en (?:milliers?|millions?) de (?:da|dzd|dinars?)\\b.*"
              + "|en (?:milliers?|millions?|centimes?|[km] ?da)"
              + "|(?:.* )?[km] ?da"
              + "|(?:.* )?(?:unite|u) (?:en )?(?:[km] ?da|1 ?000 ?da)\\b.*");

  private static final Pattern FOREIGN =
      Pattern.compile(
          "(?:.*\\b)?(?:devise|monnaie|currency|montants?(?: exprimes)?|en) *:? *(?:en )?"
              + "(?:(?:eur|euros?|usd|dollars?|gbp)\\b|[€$£]).*");

  /** « Tarif public, prix TTC », « Montants exprimés en TTC »; not « Total TTC : 12 000 ». */
  private static final Pattern TAXED =
      Pattern.compile(
          "(?:.*\\b(?:prix|tarifs?|pu|p u|montants|exprime\\p{L}*|en|tout)\\b.*)?\\b(?:ttc|toutes taxes comprises)\\b"
              + "(?: uniquement| inclus\\p{L}*)?");

  /** Whose name it is: « SARL Achats & Services » sells as well. */
  private static final Pattern NAME =
      Pattern.compile(
          ".*\\b(?:sarl|eurl|spa|snc|ets|etablissements?|entreprise|ste|societe|comptoir|fils|freres"
              + "|services?|dossier|groupe)\\b.*");

  private static final Pattern SUPPLIER =
      Pattern.compile(".*\\b(?:fournisseurs?|suppliers?|vendors?)\\b.*");

  private static final Pattern CUSTOMER = Pattern.compile(".*\\b(?:clients?|customers?)\\b.*");

  /** The paper's name, and nothing else but its number. */
  private static final Pattern CREDIT_ALONE =
      Pattern.compile(
          "(?:(?:facture|bon) d )?avoir(?: (?:client|fournisseur|financier|commercial|partiel|total|de vente))?"
              + "|note de credit|credit note|facture de retour"
              + "|(?:(?:facture|bon) d )?avoir(?: \\p{L}+){0,4} n(?:o|um|umero)? .*\\d.*");

  private final Layout layout;
  private final List<String> above;
  private final List<String> titles;
  private final String file;
  private final Set<String> noted;

  /**
   * Around one table.
   *
   * @param name of the file
   */
  Statement(Layout layout, String name) {
    this.layout = layout;
    this.file = name;
    this.noted = ReadingNote.in(layout).words();
    int header = layout.headerRows().get(0).number();
    this.above =
        layout.sheet().head().stream()
            .filter(row -> row.number() < header)
            .flatMap(Statement::texts)
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .toList();
    String tab = layout.sheet().name().strip();
    this.titles =
        Stream.concat(above.stream(), Stream.of(tab).filter(text -> !text.isEmpty())).toList();
  }

  /** Its cells, and label and value together: « Devise : » and « EUR » may stand apart. */
  private static Stream<String> texts(SourceRow row) {
    List<String> cells =
        row.cells().stream().map(cell -> cell.text().strip()).filter(t -> !t.isEmpty()).toList();
    return cells.size() < 2
        ? cells.stream()
        : Stream.concat(cells.stream(), Stream.of(String.join(" ", cells)));
  }

  /** A title of what binds nobody: a quotation is no invoice, though an invoice may name one. */
  Optional<String> offer() {
    boolean invoice = titles.stream().anyMatch(t -> is(t, INVOICE) && !is(t, PRO_FORMA));
    return title(PRO_FORMA)
        .or(() -> invoice ? Optional.empty() : title(OFFER))
        .or(() -> byName(NamedAfter.OFFERS));
  }

  /** A title by which nothing of it is to be recorded. */
  Optional<String> noInvoices() {
    return title(NO_INVOICES).or(() -> byName(NamedAfter.DRAFTS));
  }

  /** A title by which the amounts are not in dinars. */
  Optional<String> otherUnit() {
    return title(OTHER_UNIT);
  }

  /** A title by which prices include tax. */
  Optional<String> taxed() {
    return title(TAXED);
  }

  /** A title by which they are in another currency. */
  Optional<String> otherCurrency() {
    return titles.stream()
        .filter(title -> FOREIGN.matcher(Typography.fold(title)).matches())
        .findFirst();
  }

  /**
   * What may make credit notes of them: the file's name, which holds for all its sheets, and words
   * that are not used of credit notes alone.
   */
  Optional<String> perhapsCredit() {
    Optional<String> aside =
        titles.stream().filter(t -> CREDIT_ASIDE.matcher(t).find()).findFirst();
    if (aside.isPresent()) {
      return aside;
    }
    Optional<String> paper = above.stream().filter(t -> is(t, CREDIT_ALONE)).findFirst();
    if (paper.isPresent() && credit().isEmpty()) { // « Avoir », and « Facture N° » below it
      return paper;
    }
    Optional<String> either = title(BOTH_OR_CREDIT);
    if (either.isPresent()) {
      return either;
    }
    boolean sales = titles.stream().anyMatch(t -> is(t, SALES) || is(t, INVOICE) || is(t, BOTH));
    return sales
        ? Optional.empty()
        : titles.stream()
            .filter(t -> is(t, RETURNS))
            .findFirst()
            .or(() -> byName(NamedAfter.CREDIT_NOTES));
  }

  /** A title by which the invoices are credit notes. */
  Optional<String> credit() {
    if (noted.contains(ReadingNote.CREDITS)) {
      return Optional.of(ReadingNote.CREDITS);
    }
    // what the paper is called stands above, and not on the tab of the workbook it was made from
    List<String> said = title(CREDIT).filter(above::contains).isPresent() ? above : titles;
    boolean invoices =
        said.stream().anyMatch(t -> is(t, INVOICE) && !is(t, CREDIT) && !is(t, NAME));
    return invoices
        ? Optional.empty()
        : title(CREDIT)
            .filter(one -> !is(one, SALES) && !is(one, BOTH) && !is(one, BOTH_OR_CREDIT));
  }

  /** By what the documents are purchases, where nothing says that they are sales. */
  Optional<String> purchase() {
    if (noted.contains(ReadingNote.PURCHASES)) {
      return Optional.of(ReadingNote.PURCHASES);
    }
    boolean sales =
        layout.columns().stream().anyMatch(column -> is(column.header(), CUSTOMER))
            || titles.stream().anyMatch(title -> is(title, SALES));
    return sales
        ? Optional.empty()
        : title(PURCHASE)
            .filter(said -> !is(said, CUSTOMER))
            .or(() -> byName(NamedAfter.PURCHASES));
  }

  /** A title that leaves no doubt of it, whatever the headers are called. */
  Optional<String> surelyPurchase() {
    return title(SURELY_PURCHASE);
  }

  /** Whether titles name a customer and a supplier: one of them is the company, and which? */
  boolean namesBothSides() {
    int header = layout.headerRows().get(0).number();
    List<String> labels =
        layout.sheet().head().stream()
            .filter(row -> row.number() < header)
            .flatMap(row -> Titles.in(row).stream().map(Titles.Title::label))
            .filter(KnownHeaders::isHeader)
            .toList();
    return labels.stream().anyMatch(label -> is(label, CUSTOMER))
        && labels.stream().anyMatch(label -> is(label, SUPPLIER));
  }

  /** Whether a text between the rows says what those below it are. */
  static boolean isOne(String text) {
    return (is(text, CREDIT) || is(text, SURELY_PURCHASE) || is(text, PURCHASE)) && !is(text, NAME);
  }

  private Optional<String> byName(NamedAfter what) {
    return what.is(words(file)) && !is(file, NAME) ? Optional.of(file) : Optional.empty();
  }

  /** A title of that form that is nobody's name. */
  private Optional<String> title(Pattern pattern) {
    return titles.stream().filter(t -> is(t, pattern) && !is(t, NAME)).findFirst();
  }

  private static boolean is(String text, Pattern pattern) {
    return pattern.matcher(words(text)).matches();
  }

  /** Words apart, as {@code achats_octobre.csv} has them too. */
  private static String words(String text) {
    String folded = AND.matcher(Typography.fold(text)).replaceAll("$0 et ");
    return folded.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
