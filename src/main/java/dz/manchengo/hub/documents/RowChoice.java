package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the rows of documents from totals, summaries and what people write below a table (domain
 * notes §7.1.5). Asked for every row in order, it decides the same in every pass.
 */
final class RowChoice {
  private static final Set<String> DISCOUNTS =
      Set.of("remise", "rabais", "ristourne", "escompte", "remise globale", "acompte");

  private final Layout layout;
  private final List<Layout.Column> columns;
  private final List<SourceRow> headers;
  private final Set<Integer> trailers;
  private final int headerRow;
  private final boolean dated;
  private final boolean printed;
  private final Margins margins;
  private final FormRows form;
  private final UnfilledRows unfilled;
  private final ClosingRows closing;
  private final NamedTotal named;
  private final NumberedTotal numbered;
  private final UnnamedTotal unnamed;
  private final AccountHeadings headings;
  private final RowTitles titles;
  private int before;
  private boolean summary;
  private boolean totalSeen;
  private final BelowTotals belowTotals;
  private final CustomerRecap customers;
  private @Nullable RowDoubt doubt;

  /** What a row is. */
  enum Kind {
    DATA,
    TOTAL,
    /** What a customer of the rows above comes to: passed over. */
    CUSTOMER,
    /** Everything in a block of summary: passed over. */
    SUMMARY,
    /** The header once more, as prints have it on each page: passed over. */
    HEADER,
    /** A lone text below the table, where people sign and date: passed over. */
    ASIDE,
    /** « Page 1/2 », « Imprimé le 12/03/2026 par Karim »: passed over. */
    PAGE,
    /** « Frais de port » below the VAT of a form: nobody knows whether it bears any (FIL-062). */
    CHARGE,
    /** What a form says of payments below its totals: passed over. */
    PAID,
    /** A text alone among lines, « LOT 1 », « Janvier 2026 »: passed over and told (FIL-048). */
    TEXT,
    /** No value, or only notes of an earlier acknowledgement. */
    BLANK
  }

  RowChoice(Layout layout, Grouping grouping) {
    this.layout = layout;
    this.columns = layout.ownColumns();
    this.trailers = layout.titles().trailers();
    this.headers = layout.headerRows();
    this.headerRow = layout.headerRow().number();
    this.dated = columns.stream().anyMatch(RowChoice::isDate);
    this.form = new FormRows(layout);
    this.unfilled = new UnfilledRows(columns, form.isForm());
    this.printed = dated || form.isForm();
    this.margins = new Margins(layout);
    this.closing = new ClosingRows(columns);
    this.named = new NamedTotal(columns);
    this.numbered = new NumberedTotal(layout);
    this.unnamed = new UnnamedTotal(columns, grouping);
    this.headings = new AccountHeadings(columns);
    this.titles = new RowTitles(grouping.number(), dated ? columns : List.of());
    this.belowTotals = new BelowTotals(columns, grouping);
    this.customers = new CustomerRecap(layout, grouping);
    this.before = headerRow;
  }

  Kind of(SourceRow row) {
    doubt = null;
    if (row.cell(0) instanceof Cell.Broken) {
      return Kind.DATA; // to be refused, also where nothing could be read of it
    }
    int values = row.number() > headerRow ? values(row) : 0;
    if (values == 0) {
      return Kind.BLANK;
    }
    if (headerRow == 0) {
      return Kind.DATA; // out of a structured file, which holds nothing else
    }
    if (unfilled.isOne(row)) {
      return Kind.BLANK;
    }
    boolean below = totalSeen || row.number() - before > 2;
    before = row.number();
    if (isHeader(row)) {
      summary = false;
      belowTotals.header();
      return Kind.HEADER;
    }
    if (printed && margins.isOne(layout.own(row))) {
      return Kind.PAGE;
    }
    summary |= opensSummary(row) && !isWhole(row);
    if (summary) {
      return summarised(row);
    }
    if (dated && customers.isOne(layout.own(row))) {
      totalSeen = true;
      belowTotals.total(row);
      return Kind.CUSTOMER;
    }
    boolean trailer = isOfForm(row);
    if (trailer) {
      form.beside(layout.own(row));
    }
    Kind belowForm = trailer ? null : form.below(layout.own(row));
    if (belowForm != null) {
      return belowForm;
    }
    if (trailer || isTotal(row) || isUnnamedTotal(row)) {
      totalSeen = true;
      unnamed.total();
      belowTotals.total(row);
      return isDiscount(row) ? Kind.ASIDE : Kind.TOTAL;
    }
    if (printed && closing.isOne(row)) {
      return Kind.ASIDE;
    }
    if (form.isText(layout.own(row)) || headings.isOne(row) || (values == 1 && titles.isOne(row))) {
      return Kind.TEXT;
    }
    boolean nothing = !trailers.isEmpty() && isNoDiscount(row);
    return nothing || (below && values == 1) ? Kind.ASIDE : line(row);
  }

  /** Lists of customers have no dates, and names such as « Synthèse Informatique ». */
  private boolean opensSummary(SourceRow row) {
    return TotalRows.opensSummary(row)
        || (dated && (TotalRows.titlesSummary(row) || customers.isTitle(layout.own(row))));
  }

  private Kind line(SourceRow row) {
    if (belowTotals.doubts(row) && doubt == null) {
      doubt = RowDoubt.BELOW_TOTAL;
    }
    named.line(row);
    unnamed.line(row);
    customers.line(row);
    return Kind.DATA;
  }

  /**
   * Why nobody can tell whether the row that was just asked for sums up; null without doubt. It
   * counts as data.
   */
  @Nullable RowDoubt doubt() {
    return doubt;
  }

  /**
   * A line typed below the summary would be lost in silence; one that it repeats, counted twice.
   */
  private Kind summarised(SourceRow row) {
    boolean line = WholeLine.isOne(row, columns) || belowTotals.isLineWithoutNumber(row);
    doubt = line ? RowDoubt.BELOW_SUMMARY : null;
    return line ? Kind.DATA : Kind.SUMMARY;
  }

  private boolean isTotal(SourceRow row) {
    SourceRow own = numbered.own(row);
    if (!TotalRows.announcesTotal(own) || isWhole(own)) {
      return false;
    }
    NamedTotal.Says says = named.of(own);
    doubt = says == NamedTotal.Says.EITHER ? RowDoubt.NAMED : null;
    return says == NamedTotal.Says.TOTAL;
  }

  private static boolean isDiscount(SourceRow row) {
    String first = TotalRows.firstText(row);
    return DISCOUNTS.stream().anyMatch(first::startsWith);
  }

  /** Whether the row below the lines gives a value of the whole document. */
  boolean isOfForm(SourceRow row) {
    return trailers.contains(row.number());
  }

  /** « Remise 0 » among the totals of a form: that word, and no amount that would count. */
  private boolean isNoDiscount(SourceRow row) {
    if (!totalSeen || !DISCOUNTS.contains(TotalRows.firstText(row))) {
      return false;
    }
    int words = 0;
    int zeros = 0;
    for (Layout.Column column : columns) {
      Cell cell = row.cell(column.index());
      BigDecimal number = cell.isBlank() ? null : CellValue.exact(cell);
      words += cell.isBlank() || number != null ? 0 : 1;
      zeros += number != null && number.signum() == 0 ? 1 : 0;
      if (number != null && number.signum() != 0) {
        return false;
      }
    }
    return words == 1 && zeros > 0;
  }

  private boolean isHeader(SourceRow row) {
    if (!(row.cell(columns.get(0).index()) instanceof Cell.Text)) {
      return false;
    }
    for (SourceRow header : headers) {
      if (isSame(row, header)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSame(SourceRow row, SourceRow header) {
    for (Layout.Column column : columns) {
      if (!row.cell(column.index())
          .text()
          .strip()
          .equals(header.cell(column.index()).text().strip())) {
        return false;
      }
    }
    return true;
  }

  /** Not asked of master data, where an amount is a price. */
  private boolean isUnnamedTotal(SourceRow row) {
    if (!printed || !unnamed.isWithoutWords(row)) {
      return false;
    }
    boolean sum = unnamed.sumsUp(row);
    doubt = sum || !unnamed.isOfLines() ? null : RowDoubt.UNNAMED;
    return sum;
  }

  /**
   * A document or party may well be called {@code TOTAL-12}: a row with its date and another word,
   * or in a table without dates with two words, is no sum.
   */
  private boolean isWhole(SourceRow row) {
    String label = TotalRows.label(row);
    boolean ownDate = false;
    int words = 0;
    for (Layout.Column column : columns) {
      if (!column.match().isUnknown()) {
        Cell cell = row.cell(column.index());
        boolean own = !cell.isBlank() && !cell.text().strip().equals(label);
        boolean date = isDate(column);
        ownDate |= date && own;
        words += own && !date && !NumberColumns.isNumber(type(column)) ? 1 : 0;
      }
    }
    return dated ? ownDate && words > 0 : words > 1;
  }

  private static boolean isDate(Layout.Column column) {
    return !column.match().isUnknown()
        && (type(column) == Aliases.Type.DATE || type(column) == Aliases.Type.DATETIME);
  }

  private static Aliases.Type type(Layout.Column column) {
    return column.match().fields().get(0).type();
  }

  /** In columns with a header; one is enough to be a row, two to be no remark. */
  private int values(SourceRow row) {
    int values = 0;
    for (int i = 0; i < columns.size() && values < 2; i++) {
      values += row.cell(columns.get(i).index()).isBlank() ? 0 : 1;
    }
    return values;
  }
}
