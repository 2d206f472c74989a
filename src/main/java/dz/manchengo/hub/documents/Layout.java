package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One sheet with its header row found.
 *
 * @param headerIndex index of the header, of its lower row, in the sheet's head
 * @param headerRow the header as it is understood: of two rows both texts joined
 * @param columns those with a header, from left to right
 * @param joined whether the header takes two rows
 * @param titles what stands around the table and is read as columns
 * @param details what its rows tell of documents that another sheet heads; null where they are
 *     whole
 * @param score how well the header row fits, for comparing rows, sheets and feeds
 */
record Layout(
    SourceSheet sheet,
    int headerIndex,
    SourceRow headerRow,
    List<Column> columns,
    int score,
    DocumentPosting.@Nullable DetailSheet details,
    boolean joined,
    Titles titles) {

  /** What a service has without saying it: it is done once, and its amount is its price. */
  private static final Set<String> OF_ONE = Set.of("qty", "unit_price_ht");

  /** A column with its header as the file has it and what that may mean. */
  record Column(int index, String header, Aliases.Match match) {
    /** As the acknowledgement names it beside what was found out of it. */
    String label() {
      return "{reason.read.column} (" + header.strip() + ")";
    }

    /** Whether its values may be amounts or prices. */
    boolean isMoney() {
      return match.fields().stream().anyMatch(field -> field.type().isMoney());
    }

    /** The same, taken for other fields by its place or its values, which is told (FIL-007). */
    Column takenFor(List<Aliases.Field> fields) {
      return new Column(index, header, new Aliases.Match(fields, Aliases.By.SIMILARITY, null));
    }

    /** The same, of which the rows showed that its field is another one of the same kind. */
    Column as(String field, String other) {
      List<Aliases.Field> fields =
          match.fields().stream()
              .filter(one -> one.name().equals(field))
              .map(one -> new Aliases.Field(one.scope(), other, one.need(), one.type()))
              .toList();
      return new Column(index, header, new Aliases.Match(fields, match.by(), match.hint()));
    }

    /** The same, with a header that nobody knows. */
    Column unknown() {
      return new Column(index, header, Aliases.Match.NONE);
    }

    /** Its cells below the header among the first rows, without blank ones. */
    List<Cell> firstCells(SourceSheet sheet, int headerIndex) {
      return sheet.head().stream()
          .skip(headerIndex + 1L)
          .map(row -> row.cell(index))
          .filter(cell -> !cell.isBlank())
          .toList();
    }

    boolean means(String field) {
      return match.fields().stream().anyMatch(f -> f.name().equals(field));
    }
  }

  /** Whether what numbers its one document stands above the table. */
  boolean isForm() {
    return columns.stream()
        .filter(column -> column.index() >= titles.from())
        .anyMatch(column -> column.means("doc_no") || column.means(CreditNumbers.FIELD));
  }

  /** The columns of the table itself; titles stand behind them. */
  List<Column> ownColumns() {
    return columns.stream().filter(column -> column.index() < titles.from()).toList();
  }

  /** A row without the titles. */
  SourceRow own(SourceRow row) {
    return row.cells().size() <= titles.from()
        ? row
        : new SourceRow(row.number(), row.cells().subList(0, titles.from()), row.part());
  }

  /** Whether the header takes two rows. */
  boolean isJoined() {
    return joined;
  }

  /** The rows of the header as the sheet has them. */
  List<SourceRow> headerRows() {
    return sheet.head().subList(headerIndex - (isJoined() ? 1 : 0), headerIndex + 1);
  }

  Layout asDetails(DocumentPosting.DetailSheet kind) {
    return new Layout(sheet, headerIndex, headerRow, columns, score, kind, joined, titles);
  }

  /** The same sheet with its columns understood otherwise. */
  Layout with(List<Column> others) {
    return new Layout(sheet, headerIndex, headerRow, others, score, details, joined, titles);
  }

  /** The same sheet with another column in that one's place. */
  Layout with(Column column, Column instead) {
    return with(columns.stream().map(one -> one.equals(column) ? instead : one).toList());
  }

  /** The same table whose rows come as that sheet gives them. */
  Layout on(SourceSheet other) {
    return new Layout(other, headerIndex, headerRow, columns, score, details, joined, titles);
  }

  /** The groups of which no field is given, by a column or by the feed. */
  List<List<String>> missing(List<List<String>> required, Feed feed) {
    List<List<String>> missing =
        required.stream().filter(group -> group.stream().noneMatch(f -> gives(f, feed))).toList();
    return missing.size() == 1 && hasSpareAmount(missing.get(0)) ? List.of() : missing;
  }

  /** Whether a column « Montant » may be the one amount that a journal lacks. */
  private boolean hasSpareAmount(List<String> group) {
    return isJournal() && group.contains("total_vat") && has(BareAmount.FIELD);
  }

  private boolean gives(String field, Feed feed) {
    return has(field)
        || (isOfServices() && OF_ONE.contains(field))
        || (field.equals("product_code") && hasSpareReference())
        || feed.constants().containsKey(field)
        || (field.equals("party_code") && feed.anonymousParty() != null);
  }

  /** Whether a column « Référence » may be the article's: no other reference is needed of it. */
  private boolean hasSpareReference() {
    return columns.stream()
        .filter(ReferenceEvidence::isBare)
        .anyMatch(c -> c.means("item_ref") || columns.stream().anyMatch(o -> isOther(o, c)));
  }

  private static boolean isOther(Column other, Column reference) {
    return !other.equals(reference) && other.means("ref_no");
  }

  /** Whether its rows say nothing of articles and quantities, as a journal's. */
  boolean isJournal() {
    return RawDocument.isJournal(this::has) && !isOfServices();
  }

  /** Whether it is a form whose lines are done once: its lines have neither quantity nor price. */
  boolean isOfServices() {
    return ServiceForm.isOne(this);
  }

  boolean has(String field) {
    return columns.stream().anyMatch(c -> c.means(field));
  }
}
