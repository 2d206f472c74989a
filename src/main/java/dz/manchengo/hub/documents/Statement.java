package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a file says of itself around its table: in the titles above, on the sheet's tab, in its own
 * name. Columns may be silent where a title is not: « Journal des achats », « Facture proforma », «
 * en milliers de DA ».
 */
final class Statement {
  private static final Pattern PRO_FORMA = Pattern.compile("\\bpro ?forma\\b");

  private static final Pattern OFFER =
      Pattern.compile("\\bdevis\\b|\\boffre de prix\\b|\\bquotation\\b");

  private static final Pattern OTHER_UNIT =
      Pattern.compile(
          "\\ben (?:milliers?|millions?|centimes?)\\b|\\b(?:milliers?|millions?) de (?:da|dzd|dinars?)\\b"
              + "|\\b[km] ?da\\b");

  private static final Pattern PURCHASE =
      Pattern.compile("\\bachats?\\b|\\bfournisseurs?\\b|\\bpurchases?\\b|\\bsuppliers?\\b");

  private static final Pattern CREDIT =
      Pattern.compile("\\bavoirs?\\b|\\bcredit notes?\\b|\\bnotes? de credit\\b");

  /** « Factures et avoirs » has both. */
  private static final Pattern INVOICES =
      Pattern.compile("\\bfactures?\\b(?! d avoir)|\\binvoices?\\b");

  private static final Pattern FOREIGN =
      Pattern.compile(
          "(?:\\bdevise|\\bmonnaie|\\bcurrency|\\bmontants?|\\ben) *:? *(?:en )?"
              + "(?:(?:eur|euros?|usd|dollars?|gbp)\\b|[€$£])");

  private static final Pattern SALES = Pattern.compile("\\bventes?\\b|\\bsales\\b");

  private static final Pattern SURELY_PURCHASE =
      Pattern.compile("\\b(?:factures?|journal|etat|liste|releve)(?: des?| d)? achats?\\b");

  private static final Pattern CUSTOMER = Pattern.compile("\\bclients?\\b|\\bcustomers?\\b");

  private final Layout layout;
  private final List<String> titles;
  private final List<String> all;

  /**
   * Around one table.
   *
   * @param name of the file
   */
  Statement(Layout layout, String name) {
    this.layout = layout;
    int header = layout.headerRows().get(0).number();
    this.titles =
        Stream.concat(
                layout.sheet().head().stream()
                    .filter(row -> row.number() < header)
                    .map(Statement::text),
                Stream.of(layout.sheet().name().strip()))
            .filter(text -> !text.isEmpty())
            .toList();
    this.all = Stream.concat(titles.stream(), Stream.of(name)).toList();
  }

  /** A title of what binds nobody: a quotation is no invoice, though an invoice may name one. */
  Optional<String> offer() {
    boolean invoice = titles.stream().anyMatch(title -> found(title, INVOICES));
    return first(titles, PRO_FORMA).or(() -> invoice ? Optional.empty() : first(titles, OFFER));
  }

  /** A title by which the amounts are not in dinars. */
  Optional<String> otherUnit() {
    return first(titles, OTHER_UNIT);
  }

  /** A title by which they are in another currency. */
  Optional<String> otherCurrency() {
    return titles.stream()
        .filter(title -> FOREIGN.matcher(Typography.fold(title)).find())
        .findFirst();
  }

  /** A title by which the invoices are credit notes. */
  Optional<String> credit() {
    return first(titles, CREDIT).filter(said -> !INVOICES.matcher(words(said)).find());
  }

  /** By what the documents are purchases, where no header says that they are sales. */
  Optional<String> purchase() {
    boolean sales =
        layout.columns().stream()
            .map(column -> HeaderName.normalise(column.header()))
            .anyMatch(header -> CUSTOMER.matcher(header).find());
    return sales
        ? Optional.empty()
        : first(all, PURCHASE)
            .filter(said -> !CUSTOMER.matcher(words(said)).find())
            .filter(said -> !SALES.matcher(words(said)).find());
  }

  /** A title that leaves no doubt of it, whatever the headers are called. */
  Optional<String> surelyPurchase() {
    return first(titles, SURELY_PURCHASE);
  }

  private static String text(SourceRow row) {
    return row.cells().stream()
        .map(cell -> cell.text().strip())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static Optional<String> first(List<String> texts, Pattern pattern) {
    return texts.stream().filter(text -> found(text, pattern)).findFirst();
  }

  private static boolean found(String text, Pattern pattern) {
    Matcher matcher = pattern.matcher(words(text));
    return matcher.find();
  }

  /** Words apart, as {@code achats_octobre.csv} has them too. */
  private static String words(String text) {
    return Typography.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ");
  }
}
