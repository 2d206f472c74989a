package dz.manchengo.hub.documents;

import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a row of totals says of itself: « Sous-total client Amel », « Nombre de factures : 12 ».
 *
 * @param shown its first text, short
 * @param name that text normalised and spelled out, its number apart
 * @param rate of the VAT that a cell beside says; null where none does
 * @param values the other numbers of the row
 */
record TotalLabel(
    int row, String shown, String name, @Nullable BigDecimal rate, List<Cell> values) {
  private static final Pattern NUMBER_BEHIND = Pattern.compile("(.*?)\\s*[:=]\\s*([-(]?\\d.*)");
  private static final Pattern COUNTED = Pattern.compile("(?:nombre|nbre|nb) (\\p{L}+)(?: .*)?");
  private static final Set<String> ROWS = Set.of("lignes", "ligne", "rows", "lines", "articles");
  private static final Set<String> DOCUMENTS =
      Set.of(
          "factures",
          "facture",
          "commandes",
          "commande",
          "documents",
          "document",
          "pieces",
          "avoirs",
          "reglements",
          "mouvements",
          "bons",
          "fiches",
          "ordres",
          "invoices",
          "orders",
          "payments");
  private static final Pattern PAGE_HEAD =
      Pattern.compile("report(?: page)?(?: precedente)?(?: \\d+)?");
  private static final Pattern CARRIED =
      Pattern.compile("(?:a reporter|cumul)(?: page)?(?: \\d+)?");
  private static final Set<String> GRAND =
      Set.of(
          "total",
          "totaux",
          "total general",
          "totaux generaux",
          "grand total",
          "total journal",
          "totaux journal");
  private static final Pattern WITHOUT_MEANING =
      Pattern.compile(
          "^(?:(?:total|totaux|montant|general|generaux|grand|sous|net) )+|( (?:da|dzd))$");
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private static final Pattern BEFORE_DISCOUNT =
      Pattern.compile(".*\\b(?:bruts?|avant (?:remises?|rabais)|gross)\\b.*");
  private static final Pattern DISCOUNT =
      Pattern.compile(".*\\b(?:remises?|rabais|ristournes?|escomptes?|discounts?)\\b.*");

  /** A declared count, of rows or of documents. */
  record Count(TotalLabel label, BigDecimal number, boolean ofRows) {}

  static TotalLabel of(SourceRow row) {
    List<Cell> values = new ArrayList<>();
    Cell first = null;
    for (Cell cell : row.cells()) {
      if (first == null && !cell.isBlank()) {
        first = cell;
      } else if (!cell.isBlank() && CellValue.number(cell) != NumberReading.NOT_A_NUMBER) {
        values.add(cell);
      }
    }
    String text = first == null ? "" : first.text().strip();
    Matcher behind = NUMBER_BEHIND.matcher(text);
    if (values.isEmpty() && behind.matches()) {
      text = behind.group(1);
      values.add(new Cell.Text(behind.group(2)));
    }
    String name = TotalRows.spelledOut(HeaderName.normalise(text));
    Cell rate = rate(name, values);
    BigDecimal said = rate == null ? null : CellValue.exact(rate);
    values.remove(rate);
    AmountLabel amount = AmountLabel.of(name);
    BigDecimal known = said == null && amount != null ? amount.rate() : said;
    if (amount != null
        && amount.isOfVat()
        && known != null
        && isVatBehindBase(percent(known), values)) {
      values.remove(0);
    }
    return new TotalLabel(
        row.number(),
        TotalRows.shown(row),
        name,
        said == null ? null : percent(said),
        List.copyOf(values));
  }

  /** « TVA ; 19 % ; 285,00 » */
  private static @Nullable Cell rate(String name, List<Cell> values) {
    AmountLabel amount = AmountLabel.of(name);
    boolean bare = amount != null && amount.isOfVat() && values.size() > 1;
    return values.stream()
        .filter(cell -> amount != null && (isPercent(cell) || (bare && isRate(cell))))
        .findFirst()
        .orElse(null);
  }

  /** « TVA 19 % ; 5196,00 ; 987,24 » */
  private static boolean isVatBehindBase(BigDecimal rate, List<Cell> values) {
    BigDecimal base = values.size() == 2 ? CellValue.exact(values.get(0)) : null;
    BigDecimal vat = base == null ? null : CellValue.exact(values.get(1));
    return base != null
        && vat != null
        && base.multiply(rate).movePointLeft(2).subtract(vat).abs().compareTo(BigDecimal.ONE) < 0;
  }

  private static boolean isRate(Cell cell) {
    BigDecimal number = CellValue.exact(cell);
    return number != null && number.signum() > 0 && VatEvidence.isRate(number);
  }

  private static BigDecimal percent(BigDecimal rate) {
    return rate.compareTo(BigDecimal.ONE) < 0 ? rate.movePointRight(2) : rate;
  }

  private static boolean isPercent(Cell cell) {
    return cell instanceof Cell.Percent || cell.text().indexOf('%') >= 0;
  }

  /** The only number of the row; null when there are several or none. */
  @Nullable Cell value() {
    return values.size() == 1 ? values.get(0) : null;
  }

  /** The amount that it names; null for other totals. */
  @Nullable AmountLabel amount() {
    AmountLabel amount = AmountLabel.of(name);
    return amount == null ? null : amount.at(rate);
  }

  /** What « Total HT brut » and « Total remise » are of; null for other totals. */
  LineSums.@Nullable Before beforeDiscount() {
    if (BEFORE_DISCOUNT.matcher(name).matches()) {
      return LineSums.Before.GROSS;
    }
    return DISCOUNT.matcher(name).matches() ? LineSums.Before.DISCOUNT : null;
  }

  /** « TVA » with the rate of the cell beside it. */
  String withRate(String text) {
    return rate == null ? text : text + " " + Figures.of(rate) + "%";
  }

  /** Whether it names an amount and has its figure. */
  boolean isFigured() {
    return !values.isEmpty() && AmountLabel.of(name) != null;
  }

  /** The count that it declares; null when it is another total. */
  @Nullable Count count() {
    Cell value = value();
    BigDecimal number = value == null ? null : CellValue.exact(value);
    Matcher counted = COUNTED.matcher(name);
    if (number == null || !counted.matches() || number.stripTrailingZeros().scale() > 0) {
      return null;
    }
    String what = counted.group(1);
    return ROWS.contains(what) || DOCUMENTS.contains(what)
        ? new Count(this, number, ROWS.contains(what))
        : null;
  }

  /** The column that the label names, as « Total TTC » names « Montant TTC »; else null. */
  Layout.@Nullable Column column(List<Layout.Column> columns) {
    String core = core(name);
    return columns.stream()
        .filter(
            column -> !core.isEmpty() && core(HeaderName.normalise(column.header())).equals(core))
        .findFirst()
        .orElse(null);
  }

  private static String core(String name) {
    return WITHOUT_MEANING.matcher(WITHOUT_MEANING.matcher(name).replaceAll("")).replaceAll("");
  }

  /** The row with its only number where that column stands. */
  SourceRow asRowOf(Layout.Column column) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < column.index(); i++) {
      cells.add(Cell.blank());
    }
    cells.add(Objects.requireNonNull(value()));
    return new SourceRow(row, cells);
  }

  /** Whether it is, with figures, of all rows: no group, no page, and nothing brought forward. */
  boolean sumsUpAll() {
    return !values.isEmpty() && GRAND.contains(name);
  }

  boolean isGrand() {
    return GRAND.contains(name) || isCarried();
  }

  /** « Moyenne »: no sum of anything. */
  boolean isMean() {
    return name.startsWith("moyenne");
  }

  /** Of a part of the rows above. */
  boolean isSubTotal() {
    return name.startsWith("sous");
  }

  /** What an earlier month or year came to. */
  boolean isBroughtForward() {
    return TotalRows.isBroughtForward(name);
  }

  /** What the pages before come to, at the head of one. */
  boolean isPageHead() {
    return PAGE_HEAD.matcher(name).matches();
  }

  /** From page to page: no group ends with it. */
  boolean isCarried() {
    return isPageHead() || CARRIED.matcher(name).matches();
  }

  /** Totals of one kind begin alike: « Total client Amel » and « Total client Nour ». */
  String kind() {
    AmountLabel amount = amount();
    if (amount != null) {
      return amount.kind();
    }
    String[] words = DIGITS.matcher(name).replaceAll("").strip().split(" ", -1);
    return words.length < 2 ? words[0] : words[0] + " " + words[1];
  }
}
