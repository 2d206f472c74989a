package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a file says of itself around its table: in the titles above, on the sheet's tab, in its own
 * name. Columns may be silent where a title is not: « Journal des achats », « Facture proforma », «
 * en milliers de DA ».
 */
final class Statement {
  private static final Pattern OFFER =
      Pattern.compile("\\bpro ?forma\\b|\\bdevis\\b|\\boffre de prix\\b|\\bquotation\\b");

  private static final Pattern OTHER_UNIT =
      Pattern.compile(
          "\\ben (?:milliers?|millions?|centimes?)\\b|\\b(?:milliers?|millions?) de (?:da|dzd|dinars?)\\b"
              + "|\\b[km] ?da\\b");

  private static final Pattern PURCHASE =
      Pattern.compile("\\bachats?\\b|\\bfournisseurs?\\b|\\bpurchases?\\b|\\bsuppliers?\\b");

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
                    .flatMap(row -> row.cells().stream().map(Cell::text)),
                Stream.of(layout.sheet().name()))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .toList();
    this.all = Stream.concat(titles.stream(), Stream.of(name)).toList();
  }

  /** A title of what binds nobody: a quotation is no invoice. */
  Optional<String> offer() {
    return first(titles, OFFER);
  }

  /** A title by which the amounts are not in dinars. */
  Optional<String> otherUnit() {
    return first(titles, OTHER_UNIT);
  }

  /** By what the documents are purchases, where no header says that they are sales. */
  Optional<String> purchase() {
    boolean sales =
        layout.columns().stream()
            .map(column -> HeaderName.normalise(column.header()))
            .anyMatch(header -> CUSTOMER.matcher(header).find());
    return sales
        ? Optional.empty()
        : first(all, PURCHASE).filter(said -> !CUSTOMER.matcher(words(said)).find());
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
