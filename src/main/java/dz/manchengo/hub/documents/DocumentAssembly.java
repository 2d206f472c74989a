package dz.manchengo.hub.documents;

import dz.manchengo.hub.platform.Days;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows into documents: by number (and by party for purchases), not by being neighbours. A document
 * is handed on when its last row has come. Fields of the header may stand on every row or on the
 * first one only; two values for one of them refuse the document (FIL-013).
 */
final class DocumentAssembly {
  private final Grouping grouping;
  private final List<DocumentPosting.DetailSheet> details;
  private final Feed feed;
  private final Set<String> constants;
  private final LocalDate today;
  private final FileHeaders headers;
  private final ScatteredDocuments scattered;
  private final DocumentReader documents;
  private final WaitingDocuments waiting = new WaitingDocuments();
  private final NumbersByYear years = new NumbersByYear(waiting);
  private final SheetBlocks blocks = new SheetBlocks();
  private final CommentRows comments;
  private final RowIdentity identity;
  private final Neighbours neighbours;
  private final Set<String> journals = new HashSet<>();
  private int position;
  private int begun;
  private @Nullable DocumentDraft current;
  private String sheet = "";
  private Map<String, String> named = Map.of();
  private Map<String, Object> headerAbove = Map.of();

  /** Takes documents one after the other. */
  @FunctionalInterface
  interface DocumentReader {
    void document(RawDocument document) throws UnreadableFile, IOException;
  }

  /**
   * An assembly for one file.
   *
   * @param details what sheets beside that of the headers hold; empty where each sheet is whole
   * @param headers names the columns in the sentences
   * @param documents takes each document that is whole
   */
  DocumentAssembly(
      Grouping grouping,
      List<DocumentPosting.DetailSheet> details,
      Feed feed,
      LocalDate today,
      FileHeaders headers,
      ScatteredDocuments scattered,
      DocumentReader documents) {
    this.grouping = grouping;
    this.details = details;
    this.feed = feed;
    this.constants = FeedConstants.of(feed).values().keySet();
    this.comments = new CommentRows(constants);
    this.identity = RowIdentity.of(grouping, constants);
    this.neighbours = new Neighbours(identity, constants, !grouping.eachRow() && details.isEmpty());
    this.today = today;
    this.headers = headers;
    this.scattered = scattered;
    this.documents = documents;
  }

  void add(DataRow row) throws UnreadableFile, IOException {
    position++;
    if (position == 1 || !row.place().sheet().equals(sheet)) {
      sheet = row.place().sheet();
      named = headers.of(sheet);
      headerAbove = Map.of(); // nothing is inherited from another sheet
    }
    SheetBlocks.Start start = blocks.next(row, grouping.number());
    Cell.Broken broken = row.broken();
    String doubt = null;
    if (broken == null && neighbours.isForgotten(row) && !comments.isOne(row, named)) {
      doubt = Neighbours.FORGOTTEN;
    } else if (!grouping.eachRow() && broken == null) {
      inheritFromAbove(row);
    }
    String number = RawDocument.text(row.header(), grouping.number());
    if (number != null && !isCurrent(number) && DocumentNumber.isNone(number)) {
      row.header().remove(grouping.number());
      number = null;
      // « - » stands under all that would tell whose it is
      doubt = identity.isDated(row) ? null : Neighbours.ALIKE;
    }
    if (number == null && broken != null && !broken.whole() && !grouping.eachRow()) {
      throw new UnreadableFile(row.findings().get(0).withSeverity(Severity.REJECT_FILE));
    }
    String key = key(number, row);
    neighbours.meet(row, current, doubt, named);
    if (current == null || !current.key.equals(key)) {
      // rows that are documents of their own never wait for a namesake
      leave(number == null || grouping.eachRow() ? "" : DocumentNumber.norm(number));
      current = resumed(key, number);
      years.tell(current, row, named);
    }
    boolean comment = comments.isOne(row, named);
    if (comment) {
      row.add(CommentRows.told(row));
    }
    boolean isLine = !grouping.eachRow() && isLine(row) && !comment;
    if (isParted() && !isLine && !comment && !row.isDetail()) {
      current.forLines.putAll(row.line());
    }
    neighbours.join(row, current);
    current.begin(start);
    current.add(row, isLine, grouping.number(), named);
    headerAbove = row.header();
  }

  private boolean isCurrent(String number) {
    return current != null && number.equals(current.number);
  }

  /** A header that has a sheet of its own is no line. */
  private boolean isLine(DataRow row) {
    if (!isParted() || row.isDetail()) {
      return true;
    }
    return haveAlwaysDetails()
        ? details.stream()
            .flatMap(kind -> kind.required().stream())
            .flatMap(List::stream)
            .anyMatch(row.line()::containsKey)
        : !constants.containsAll(row.line().keySet());
  }

  private boolean isParted() {
    return !details.isEmpty();
  }

  private boolean haveAlwaysDetails() {
    return details.stream().anyMatch(DocumentPosting.DetailSheet::always);
  }

  /** Documents of which a row has come. */
  int begun() {
    return begun;
  }

  /** No more rows come. */
  void end() throws UnreadableFile, IOException {
    leave("");
    for (DocumentDraft draft : waiting.takeAll()) {
      documents.document(finished(draft));
    }
  }

  private DocumentDraft resumed(String key, @Nullable String number) {
    DocumentDraft draft = waiting.resume(key);
    if (draft == null) {
      begun++;
      return new DocumentDraft(key, number);
    }
    return draft;
  }

  /**
   * The next row is another document's: this one waits for more of its own, or is whole.
   *
   * @param next number of the other document in normal form; empty when no more rows come
   */
  private void leave(String next) throws UnreadableFile, IOException {
    DocumentDraft draft = current;
    if (draft == null) {
      return;
    }
    current = null;
    boolean namesake = !draft.norm.isEmpty() && draft.norm.equals(next);
    if (namesake || scattered.continuesAfter(draft.norm, position - 1)) {
      waiting.add(draft, namesake);
      return;
    }
    documents.document(finished(draft));
    for (DocumentDraft other : waiting.takeNamesakes()) {
      documents.document(finished(other));
    }
  }

  /**
   * Exports of some systems leave the header cells of following lines empty. A row that lacks only
   * its number is another document without one (INV-001).
   */
  private void inheritFromAbove(DataRow row) {
    if (identity.isMissing(row)) {
      headerAbove.forEach(row.header()::putIfAbsent);
    }
  }

  private String key(@Nullable String number, DataRow row) {
    if (number == null || grouping.eachRow()) {
      return "row " + position; // nobody knows what it belongs to, or it stands for itself
    }
    DocumentDraft before = current;
    String norm =
        before != null && number.equals(before.number) ? before.norm : DocumentNumber.norm(number);
    // lines on a sheet of their own name their document by its number only
    if (isParted()) {
      return norm;
    }
    if (feed.direction() == Invoice.Direction.SALE) {
      return years.key(norm, row.header(), before);
    }
    DocumentDraft same = ofSameParty(norm, row.header());
    return same == null ? norm + "|" + SameParty.key(row.header()) : same.key;
  }

  /** The document of that number whose supplier the row does not contradict (§7.1.7). */
  private @Nullable DocumentDraft ofSameParty(String norm, Map<String, Object> header) {
    DocumentDraft above = current;
    return above != null && above.norm.equals(norm) && !SameParty.contradict(above.header, header)
        ? above
        : waiting.namesake(norm, header);
  }

  /** FIL-014: the other sheet does not know the number. */
  private void checkBothSheets(DocumentDraft draft) {
    if (isParted()
        && draft.number != null
        && (!draft.headed || (haveAlwaysDetails() && !draft.detailed))) {
      Place place = draft.place().at(header(draft, grouping.number()));
      String what = draft.headed ? "reason.sheet.header" : "reason.sheet.lines";
      Object[] params = {"doc", String.valueOf(draft.number), "what", what};
      draft.findings.add(
          RuleBook.finding("FIL-014", place, draft.number, params).withDocument(draft.number));
    }
  }

  private RawDocument finished(DocumentDraft draft) {
    checkBothSheets(draft);
    draft.spread();
    draft.findings.addAll(RepeatedParts.settle(draft, isParted(), journals));
    if (!draft.isOfTwoYears()) {
      if (!draft.isContradicted() && !draft.isOfTwoYears()) { // else it is refused, none counts
        draft.findings.addAll(RepeatedLines.in(draft, constants));
      }
    }
    DateLimits.check(draft.header, feed.earliestDate(), today)
        .forEach(
            (field, date) ->
                draft.findings.add(
                    RuleBook.finding(
                            "FMT-009",
                            draft.place().at(header(draft, field)),
                            Days.of(date),
                            "iso",
                            date,
                            "from",
                            feed.earliestDate(),
                            "to",
                            today.plusDays(1),
                            "field",
                            header(draft, field).strip())
                        .withDocument(draft.number)));
    return new RawDocument(
        draft.number,
        draft.header,
        draft.words,
        draft.lines,
        draft.rows,
        columns(draft),
        List.copyOf(draft.findings));
  }

  /** Those of its lines, and of a journal beside them. */
  private Map<String, String> columns(DocumentDraft draft) {
    String first = draft.place().sheet();
    String ofLines = draft.lines.isEmpty() ? first : draft.lines.get(0).place().sheet();
    return headers.together(ofLines, first);
  }

  private String header(DocumentDraft draft, String field) {
    return headers.of(draft.place().sheet()).getOrDefault(field, field);
  }
}
