package dz.manchengo.hub.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first look at all rows of a sheet: what its columns show, how many rows there are, which
 * documents are in pieces. Nothing is kept of the rows themselves.
 */
final class SheetSurvey {
  private final Layout layout;
  private final Grouping grouping;
  private final Feed feed;
  private final ScatteredDocuments scattered;
  private final RowChoice choice;
  private final List<ColumnSurvey> columns = new ArrayList<>();
  private final List<ColumnPair> pairs;
  private final SkippedRows skipped;
  private final TextRows texts;
  private final StrayValues stray;
  private final @Nullable CutNumbers cut;
  private final UncountedValues uncounted;
  private final CreditColumns credits;
  private final boolean first;
  private final CountedDocuments counted;
  private final CreditNumbers numbers;
  private final SurveyedFigures figures;
  private final Map<ColumnSurvey, AmountEvidence> bare = new LinkedHashMap<>();
  private final BetweenRows between;
  private final @Nullable ReferencesBesideNames references;
  private final List<Finding> charges = new ArrayList<>(0);
  private int rows;

  private SheetSurvey(
      Layout layout,
      Feed feed,
      Grouping grouping,
      ScatteredDocuments scattered,
      Map<Layout.Column, Character> marks) {
    this.layout = layout;
    this.feed = feed;
    this.grouping = grouping;
    this.scattered = scattered;
    this.choice = new RowChoice(layout, grouping);
    this.skipped = new SkippedRows(layout);
    this.texts = new TextRows(layout.sheet().name());
    this.stray = new StrayValues(layout);
    this.cut = CutNumbers.in(layout);
    this.uncounted = new UncountedValues(layout, feed);
    this.credits = new CreditColumns(layout, feed);
    for (Layout.Column column : layout.columns()) {
      if (!column.match().isUnknown()) {
        columns.add(new ColumnSurvey(column, marks.get(column)));
      }
    }
    this.pairs = ColumnPair.among(columns.stream().map(ColumnSurvey::column).toList(), feed);
    this.first = marks.isEmpty();
    this.numbers = new CreditNumbers(layout.columns(), grouping.number());
    this.figures = new SurveyedFigures(columns, layout.isJournal(), first);
    columns.stream()
        .filter(one -> BareAmount.isOne(one.column()))
        .forEach(one -> bare.put(one, new AmountEvidence()));
    this.between = new BetweenRows(layout, feed);
    this.references = ReferencesBesideNames.in(layout);
    this.counted = new CountedDocuments(layout, grouping, feed, numbers, first ? scattered : null);
  }

  /**
   * Reads the sheet once, and a second time where « 42,350 » is two numbers until all rows are
   * known: what quantity and price come to is nothing before.
   *
   * @param declared the decimal mark that the sheet's own header says, null where it says none
   * @param ofFormat the one that goes with the file's format
   */
  static SheetSurvey of(
      Layout layout,
      Feed feed,
      Grouping grouping,
      ScatteredDocuments scattered,
      @Nullable Character declared,
      @Nullable Character ofFormat)
      throws UnreadableFile, IOException {
    ScatteredDocuments here = new ScatteredDocuments(scattered);
    SheetSurvey survey = new SheetSurvey(layout, feed, grouping, here, Map.of());
    survey.read();
    Map<Layout.Column, Character> marks =
        survey.figures.areWeighed() || !survey.bare.isEmpty()
            ? survey.marks(declared, ofFormat)
            : Map.of();
    if (marks.isEmpty()) {
      return survey;
    }
    SheetSurvey second = new SheetSurvey(layout, feed, grouping, here, marks);
    second.read();
    return second;
  }

  private void read() throws UnreadableFile, IOException {
    layout.sheet().read(this::row);
    between.end();
    columns.forEach(ColumnSurvey::end);
    bare.values().forEach(AmountEvidence::end);
    if (references != null) {
      references.end();
    }
  }

  /** Column with numbers that need it → their decimal mark, as its rows will be read by. */
  private Map<Layout.Column, Character> marks(
      @Nullable Character declared, @Nullable Character ofFormat) {
    Map<Layout.Column, Character> marks = new LinkedHashMap<>();
    for (ColumnSurvey one : columns) {
      if (one.isOpen()) {
        DecimalEvidence others = new DecimalEvidence();
        columns.stream().filter(c -> !c.equals(one)).forEach(c -> others.add(c.marks()));
        Character mark =
            new DecimalWitnesses(
                    declared, one.marks().mark(), feed.decimalMark(), others.mark(), ofFormat)
                .mark();
        if (mark != null) {
          marks.put(one.column(), mark);
        }
      }
    }
    return marks;
  }

  int rows() {
    return rows;
  }

  /** Whether a document of the journal has a part without tax. */
  boolean hasExempt() {
    return figures.haveExempt();
  }

  /** Whether the sheet sums itself up anywhere. */
  boolean hasTotals() {
    return skipped.hasTotals();
  }

  List<ColumnSurvey> columns() {
    return columns;
  }

  /** Whether nothing on the sheet but the number is a whole document's. */
  boolean isOfDetails() {
    return layout.details() != null;
  }

  /** Whether its rows have no lines, which are on another sheet. */
  boolean isOfHeads() {
    return grouping.heads();
  }

  /** Whether a form has the totals of its document, or a discount, below the table. */
  boolean isBesideTotals(Layout.Column column) {
    int from = layout.titles().from();
    String field = column.match().fields().get(0).name();
    return column.index() < from
        && layout.columns().stream()
            .filter(other -> other.index() >= from)
            .anyMatch(
                other ->
                    other.means(field)
                        || other.means("global_discount")
                        || other.means("global_discount_pct"));
  }

  /** Whether rows of a document lie apart: then no two of them need show that an amount varies. */
  boolean isSortedOtherwise() {
    return scattered.areAny();
  }

  /** Whether each row says its number, but for some where it was forgotten. */
  boolean repeatsNumbers() {
    return counted.repeatNumbers();
  }

  /** Whether its documents have totals only. */
  boolean isJournal() {
    return layout.isJournal();
  }

  /** The columns that number the documents, as the rows showed them. */
  CreditNumbers numbers() {
    return numbers;
  }

  /** The columns that nobody knows, of which one may say that a row is a credit note. */
  CreditColumns credits() {
    return credits;
  }

  /** FIL-012, FIL-018, FIL-048. */
  List<Finding> findings() {
    List<Finding> all = new ArrayList<>(skipped.findings());
    all.addAll(texts.findings());
    all.addAll(charges);
    all.addAll(stray.findings());
    return all;
  }

  /** Whether the two columns say different things on some row. */
  boolean differ(Layout.Column a, Layout.Column b) {
    return pairs.stream().anyMatch(pair -> pair.isOf(a, b) && pair.differ());
  }

  /** Whether a column « Référence » shows by the names beside it that it is of articles. */
  boolean areArticles(Layout.Column column) {
    return references != null && references.isOf(column) && references.areArticles();
  }

  /**
   * The field of a column « Montant » or « Total », as its values show it; null for any other
   * column, and where its name alone says it.
   *
   * @throws UnreadableFile FMT-031 where nothing shows it
   */
  @Nullable String bareAmount(ColumnSurvey one) throws UnreadableFile {
    AmountEvidence evidence = bare.get(one);
    return evidence == null ? null : BareAmount.of(one.column(), evidence, layout).field(layout);
  }

  private boolean row(SourceRow row) throws UnreadableFile {
    switch (choice.of(row)) {
      case DATA -> data(row);
      case TOTAL -> sum(row, "reason.skipped.total");
      case CUSTOMER -> skipped.add(row, "reason.skipped.customer");
      case SUMMARY -> sum(row, "reason.skipped.summary");
      case ASIDE -> {
        between.aside(row);
        skipped.add(row, choice.isOfForm(row) ? "reason.skipped.discount" : "reason.skipped.below");
      }
      case TEXT -> {
        between.aside(row);
        texts.look(row);
      }
      case CHARGE -> charges.add(FormCharges.below(layout, row));
      case PAID -> skipped.add(row, FormRows.whyPaid(row));
      case PAGE -> skipped.add(row, "reason.skipped.page");
      case HEADER -> skipped.add(row, "reason.skipped.header");
      case BLANK -> {}
    }
    return true;
  }

  private void sum(SourceRow row, String why) {
    between.total(row);
    skipped.add(row, why);
  }

  private void data(SourceRow row) throws UnreadableFile {
    rows++;
    if (cut != null) {
      cut.look(row);
    }
    stray.look(row);
    uncounted.look(row);
    credits.look(row);
    if (counted.next(row)) {
      columns.forEach(ColumnSurvey::doubt);
    }
    int documents = counted.documents();
    if (CellFaults.isShifted(row, layout)) {
      return; // its numbers stand under other headers
    }
    if (references != null) {
      references.look(row, documents);
    }
    figures.read(row);
    between.data(row, figures.areNone());
    bare.forEach(
        (one, evidence) ->
            evidence.add(documents, row.number(), figures.of(one), figures.amount()));
    figures.tell(row, documents);
    for (ColumnPair pair : pairs) {
      pair.compare(row);
    }
  }
}
