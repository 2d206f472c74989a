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
  private final Layout layout;
  private final List<String> above;
  private final List<String> titles;
  private final List<String> cells;
  private final String tab;
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
    this.cells =
        layout.sheet().head().stream()
            .filter(row -> row.number() < header)
            .flatMap(row -> row.cells().stream().map(cell -> cell.text().strip()))
            .toList();
    this.tab = layout.sheet().name().strip();
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
    boolean invoice =
        titles.stream()
            .anyMatch(t -> is(t, StatementWords.INVOICE) && !is(t, StatementWords.PRO_FORMA));
    return title(StatementWords.PRO_FORMA)
        .or(() -> invoice ? Optional.empty() : title(StatementWords.OFFER))
        .or(() -> byName(NamedAfter.OFFERS));
  }

  /** A title by which nothing of it is to be recorded. */
  Optional<String> noInvoices() {
    return title(StatementWords.NO_INVOICES).or(() -> byName(NamedAfter.DRAFTS));
  }

  /** A title by which the amounts are not in dinars. */
  Optional<String> otherUnit() {
    return titles.stream().filter(Statement::isOfOtherUnit).findFirst();
  }

  /** Whether a note says of the amounts that they are not in dinars. */
  static boolean isOfOtherUnit(String text) {
    return is(text, StatementWords.OTHER_UNIT) && !is(text, StatementWords.NAME);
  }

  /** Whether a note says that they are in another currency. */
  static boolean isOfOtherCurrency(String text) {
    return StatementWords.FOREIGN.matcher(Typography.fold(text)).matches()
        || (is(text, StatementWords.NAMED_IN_CURRENCY) && !is(text, StatementWords.NAME));
  }

  /** A title by which prices include tax. */
  Optional<String> taxed() {
    return title(StatementWords.TAXED);
  }

  /** A title by which they are in another currency. */
  Optional<String> otherCurrency() {
    return titles.stream()
        .filter(Statement::isOfOtherCurrency)
        .findFirst()
        .or(() -> Optional.of(file).filter(f -> is(base(f), StatementWords.NAMED_IN_CURRENCY)));
  }

  /**
   * What may make credit notes of them: the file's name, which holds for all its sheets, and words
   * that are not used of credit notes alone.
   */
  Optional<String> perhapsCredit() {
    Optional<String> aside =
        titles.stream().filter(t -> StatementWords.CREDIT_ASIDE.matcher(t).find()).findFirst();
    if (aside.isPresent()) {
      return aside;
    }
    Optional<String> paper =
        above.stream().filter(t -> is(t, StatementWords.CREDIT_ALONE)).findFirst();
    if (paper.isPresent() && credit().isEmpty()) { // « Avoir », and « Facture N° » below it
      return paper;
    }
    Optional<String> heading = creditHeading();
    if (heading.isPresent() && credit().isEmpty()) {
      return heading;
    }
    Optional<String> either = title(StatementWords.BOTH_OR_CREDIT);
    if (either.isPresent()) {
      return either;
    }
    boolean sales =
        titles.stream()
            .anyMatch(
                t ->
                    is(t, StatementWords.SALES)
                        || is(t, StatementWords.INVOICE)
                        || is(t, StatementWords.BOTH));
    return sales
        ? Optional.empty()
        : titles.stream()
            .filter(t -> is(t, StatementWords.RETURNS))
            .findFirst()
            .or(() -> byName(NamedAfter.CREDIT_NOTES));
  }

  /** « Avoirs sur ventes », « FACTURE AVOIR »: a form's tab may be called after another paper. */
  private Optional<String> creditHeading() {
    boolean form = above.stream().anyMatch(t -> is(t, StatementWords.INVOICE));
    return Stream.concat(cells.stream(), form ? Stream.of() : Stream.of(tab, base(file)))
        .filter(
            t ->
                Heading.isOfCredits(StatementWords.of(t))
                    && !is(t, StatementWords.BOTH)
                    && !is(t, StatementWords.NAME))
        .findFirst();
  }

  /**
   * « ventes_avoirs », « Factures avoirs »: where the credit notes have signs it is a list of both.
   */
  static boolean speaksOfBoth(String said) {
    return StatementWords.BOTH_NAMED.matcher(StatementWords.of(said)).matches();
  }

  private static String base(String file) {
    int dot = file.lastIndexOf('.');
    return dot < 0 ? file : file.substring(0, dot);
  }

  /** A title by which the invoices are credit notes. */
  Optional<String> credit() {
    if (noted.contains(ReadingNote.CREDITS)) {
      return Optional.of(ReadingNote.CREDITS);
    }
    // what the paper is called stands above, and not on the tab of the workbook it was made from
    List<String> said =
        title(StatementWords.CREDIT).filter(above::contains).isPresent() ? above : titles;
    boolean invoices =
        said.stream()
            .anyMatch(
                t ->
                    is(t, StatementWords.INVOICE)
                        && !is(t, StatementWords.CREDIT)
                        && !is(t, StatementWords.NAME));
    return invoices
        ? Optional.empty()
        : title(StatementWords.CREDIT)
            .filter(
                one ->
                    !is(one, StatementWords.SALES)
                        && !is(one, StatementWords.BOTH)
                        && !is(one, StatementWords.BOTH_OR_CREDIT));
  }

  /** A title by which the invoices are of deposits: « FACTURE D'ACOMPTE N° 12 ». */
  Optional<String> deposit() {
    return noted.contains(ReadingNote.DEPOSITS)
        ? Optional.of(ReadingNote.DEPOSITS)
        : title(StatementWords.DEPOSIT);
  }

  /** By what the documents are purchases, where nothing says that they are sales. */
  Optional<String> purchase() {
    if (noted.contains(ReadingNote.PURCHASES)) {
      return Optional.of(ReadingNote.PURCHASES);
    }
    boolean sales =
        layout.columns().stream().anyMatch(column -> is(column.header(), StatementWords.CUSTOMER))
            || titles.stream().anyMatch(title -> is(title, StatementWords.SALES));
    return sales
        ? Optional.empty()
        : title(StatementWords.PURCHASE)
            .filter(said -> !is(said, StatementWords.CUSTOMER))
            .or(() -> byName(NamedAfter.PURCHASES));
  }

  /** A title that leaves no doubt of it, whatever the headers are called. */
  Optional<String> surelyPurchase() {
    return title(StatementWords.SURELY_PURCHASE);
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
    return labels.stream().anyMatch(label -> is(label, StatementWords.CUSTOMER))
        && labels.stream().anyMatch(label -> is(label, StatementWords.SUPPLIER));
  }

  /**
   * Whether a text between the rows says that those below it are something else.
   *
   * @param invoices whether the rows are of invoices
   */
  boolean isOther(String text, boolean invoices) {
    boolean turns =
        is(text, StatementWords.CREDIT)
            || is(text, StatementWords.SURELY_PURCHASE)
            || is(text, StatementWords.PURCHASE);
    return (turns || (invoices && turnsInvoices(text))) && !is(text, StatementWords.NAME);
  }

  /** « Factures annulées » below invoices, « Ventes » below purchases. */
  private boolean turnsInvoices(String text) {
    String words = StatementWords.of(text);
    return Heading.isSection(words)
        || is(text, StatementWords.NO_INVOICES)
        || (Heading.isOfSales(words) && (credit().isPresent() || purchase().isPresent()));
  }

  private Optional<String> byName(NamedAfter what) {
    return what.is(StatementWords.of(file)) && !is(file, StatementWords.NAME)
        ? Optional.of(file)
        : Optional.empty();
  }

  /** A title of that form that is nobody's name. */
  private Optional<String> title(Pattern pattern) {
    return titles.stream().filter(t -> is(t, pattern) && !is(t, StatementWords.NAME)).findFirst();
  }

  private static boolean is(String text, Pattern pattern) {
    return pattern.matcher(StatementWords.of(text)).matches();
  }
}
