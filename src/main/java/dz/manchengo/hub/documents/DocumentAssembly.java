package dz.manchengo.hub.documents;

import dz.manchengo.hub.catalog.NameKey;
import dz.manchengo.hub.platform.Days;
import dz.manchengo.hub.platform.Figures;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows into documents: by number (and by party for purchases), not by being neighbours. A document
 * is handed on when its last row has come. Fields of the header may stand on every row or on the
 * first one only; two values for one of them refuse the document (FIL-013).
 */
final class DocumentAssembly {
  /** Rows that wait for others of their documents: what a hub with little memory can hold. */
  private static final int MOST_WAITING = 200_000;

  private final Grouping grouping;
  private final DocumentPosting.@Nullable DetailSheet details;
  private final Feed feed;
  private final LocalDate today;
  private final Map<String, String> headers;
  private final ScatteredDocuments scattered;
  private final DocumentReader documents;
  private final Map<String, Draft> waiting = new LinkedHashMap<>();

  /** Of the number whose rows come right now, those of other parties: suppliers number alike. */
  private final List<String> namesakes = new ArrayList<>();

  private int rowsWaiting;
  private int position;
  private int begun;
  private @Nullable Draft current;
  private String sheet = "";
  private Map<String, Object> headerAbove = Map.of();

  /** Takes documents one after the other. */
  @FunctionalInterface
  interface DocumentReader {
    void document(RawDocument document) throws UnreadableFile, IOException;
  }

  /**
   * An assembly for one file.
   *
   * @param details what the second of two sheets holds; null where each sheet is whole
   * @param headers field → header of its column, for the sentences
   * @param documents takes each document that is whole
   */
  DocumentAssembly(
      Grouping grouping,
      DocumentPosting.@Nullable DetailSheet details,
      Feed feed,
      LocalDate today,
      Map<String, String> headers,
      ScatteredDocuments scattered,
      DocumentReader documents) {
    this.grouping = grouping;
    this.details = details;
    this.feed = feed;
    this.today = today;
    this.headers = headers;
    this.scattered = scattered;
    this.documents = documents;
  }

  /** A document in the making. */
  private static final class Draft {
    final String key;
    final @Nullable String number;
    final String norm;
    final Map<String, Object> header = new HashMap<>();
    final Map<String, Integer> rowOfField = new HashMap<>();
    final List<RawDocument.Line> lines = new ArrayList<>();
    final List<Place> rows = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    boolean headed;
    boolean detailed;

    Draft(String key, @Nullable String number) {
      this.key = key;
      this.number = number;
      this.norm = number == null ? "" : DocumentNumber.norm(number);
    }
  }

  void add(DataRow row) throws UnreadableFile, IOException {
    position++;
    if (!row.place().sheet().equals(sheet)) {
      sheet = row.place().sheet();
      headerAbove = Map.of(); // nothing is inherited from another sheet
    }
    Cell.Broken broken = row.broken();
    if (!grouping.eachRow() && broken == null) {
      inheritFromAbove(row.header());
    }
    String number = RawDocument.text(row.header(), grouping.number());
    if (number == null && broken != null && !broken.whole() && !grouping.eachRow()) {
      throw new UnreadableFile(row.findings().get(0).withSeverity(Severity.REJECT_FILE));
    }
    String key = key(number, row);
    if (current == null || !current.key.equals(key)) {
      // rows that are documents of their own never wait for a namesake
      leave(number == null || grouping.eachRow() ? "" : DocumentNumber.norm(number));
      current = resumed(key, number);
    }
    Draft draft = current;
    draft.rows.add(row.place());
    row.findings().forEach(f -> draft.findings.add(f.withDocument(number)));
    row.header().forEach((field, value) -> merge(draft, field, value, row.place()));
    draft.detailed |= row.isDetail();
    draft.headed |= !row.isDetail();
    if (!grouping.eachRow() && isLine(row)) {
      draft.lines.add(new RawDocument.Line(row.place(), row.line()));
    }
    headerAbove = row.header();
  }

  /** A header that has a sheet of its own is no line. */
  private boolean isLine(DataRow row) {
    return details == null
        || row.isDetail()
        || !feed.constants().keySet().containsAll(row.line().keySet());
  }

  /** Documents of which a row has come. */
  int begun() {
    return begun;
  }

  /** No more rows come. */
  void end() throws UnreadableFile, IOException {
    leave("");
    for (Draft draft : waiting.values()) {
      documents.document(finished(draft));
    }
    waiting.clear();
  }

  private Draft resumed(String key, @Nullable String number) {
    Draft draft = waiting.remove(key);
    if (draft == null) {
      begun++;
      return new Draft(key, number);
    }
    rowsWaiting -= draft.rows.size();
    return draft;
  }

  /**
   * The next row is another document's: this one waits for more of its own, or is whole.
   *
   * @param next number of the other document in normal form; empty when no more rows come
   */
  private void leave(String next) throws UnreadableFile, IOException {
    Draft draft = current;
    if (draft == null) {
      return;
    }
    current = null;
    boolean namesake = !draft.norm.isEmpty() && draft.norm.equals(next);
    if (namesake || scattered.continuesAfter(draft.norm, position - 1)) {
      await(draft);
      if (namesake) {
        namesakes.add(draft.key);
      } else {
        namesakes.clear(); // as this one, they may go on where their number comes again
      }
      return;
    }
    documents.document(finished(draft));
    finishNamesakes();
  }

  private void await(Draft draft) throws UnreadableFile {
    waiting.put(draft.key, draft);
    rowsWaiting += draft.rows.size();
    if (rowsWaiting > MOST_WAITING) {
      throw Refusal.tooLarge(draft.rows.get(0), "reason.what.scattered", rowsWaiting, MOST_WAITING);
    }
  }

  /** No more rows of their number come. */
  private void finishNamesakes() throws UnreadableFile, IOException {
    for (String key : namesakes) {
      Draft draft = waiting.remove(key);
      if (draft != null) {
        rowsWaiting -= draft.rows.size();
        documents.document(finished(draft));
      }
    }
    namesakes.clear();
  }

  /**
   * Exports of some systems leave all header cells of following lines empty. A row that lacks only
   * its number is another document without one (INV-001).
   */
  private void inheritFromAbove(Map<String, Object> header) {
    if (feed.constants().keySet().containsAll(header.keySet())) {
      headerAbove.forEach(header::putIfAbsent);
    }
  }

  private String key(@Nullable String number, DataRow row) {
    if (number == null || grouping.eachRow()) {
      return "row " + position; // nobody knows what it belongs to, or it stands for itself
    }
    Draft before = current;
    String norm =
        before != null && number.equals(before.number) ? before.norm : DocumentNumber.norm(number);
    // lines on a sheet of their own name their document by its number only
    if (details != null || feed.direction() == Invoice.Direction.SALE) {
      return norm;
    }
    Draft same = ofSameParty(norm, row.header());
    return same == null ? norm + "|" + partyKey(row.header()) : same.key;
  }

  /** The document of that number whose supplier the row does not contradict (§7.1.7). */
  private @Nullable Draft ofSameParty(String norm, Map<String, Object> header) {
    Draft above = current;
    if (above != null && above.norm.equals(norm) && !contradict(above.header, header)) {
      return above;
    }
    for (String key : namesakes) {
      Draft draft = waiting.get(key);
      if (draft != null && draft.norm.equals(norm) && !contradict(draft.header, header)) {
        return draft;
      }
    }
    return null;
  }

  /**
   * By what both name: the code before the NIF before the name; what one leaves out says nothing.
   */
  private static boolean contradict(Map<String, Object> one, Map<String, Object> other) {
    for (String field : List.of("party_code", "party_nif", "party_name")) {
      Object a = one.get(field);
      Object b = other.get(field);
      if (a != null && b != null) {
        return !NameKey.of(a.toString()).equals(NameKey.of(b.toString()));
      }
    }
    return false;
  }

  private static String partyKey(Map<String, Object> header) {
    Object key =
        Objects.requireNonNullElse(
            header.get("party_code"),
            Objects.requireNonNullElse(
                header.get("party_nif"), Objects.requireNonNullElse(header.get("party_name"), "")));
    return key.toString();
  }

  private void merge(Draft draft, String field, Object value, Place place) {
    Object before = draft.header.putIfAbsent(field, value);
    if (before == null) {
      draft.rowOfField.put(field, place.row());
    } else if (!same(field, before, value)
        && !field.equals(grouping.number())
        && !field.equals("note")) {
      draft.findings.add(
          RuleBook.finding(
                  "FIL-013",
                  place.at(header(field)),
                  Reasons.spoken(written(value)),
                  "doc",
                  String.valueOf(draft.number),
                  "field",
                  header(field).strip(),
                  "v1",
                  written(before),
                  "r1",
                  draft.rowOfField.getOrDefault(field, 0),
                  "v2",
                  written(value),
                  "r2",
                  place.row())
              .withDocument(draft.number));
    }
  }

  /** Of a word of a closed list its phrase in {@code reasons.tsv}. */
  private static String written(Object value) {
    if (value instanceof LocalDate day) {
      return Days.of(day);
    }
    if (value instanceof BigDecimal number) {
      return Figures.of(number);
    }
    return value instanceof Enum<?> word ? Enumerations.reason(word) : value.toString();
  }

  private static boolean same(String field, Object a, Object b) {
    if (field.equals("party_name")) {
      return NameKey.of(a.toString()).equals(NameKey.of(b.toString()));
    }
    if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
      return x.compareTo(y) == 0;
    }
    return a.equals(b);
  }

  /** FIL-014: the other sheet does not know the number. */
  private void checkBothSheets(Draft draft) {
    if (details != null && (!draft.headed || (details.always() && !draft.detailed))) {
      Place place = draft.rows.get(0).at(header(grouping.number()));
      String what = draft.headed ? "reason.sheet.header" : "reason.sheet.lines";
      Object[] params = {"doc", String.valueOf(draft.number), "what", what};
      draft.findings.add(
          RuleBook.finding("FIL-014", place, draft.number, params).withDocument(draft.number));
    }
  }

  private RawDocument finished(Draft draft) {
    checkBothSheets(draft);
    DateLimits.check(draft.header, feed.earliestDate(), today)
        .forEach(
            (field, date) ->
                draft.findings.add(
                    RuleBook.finding(
                            "FMT-009",
                            draft.rows.get(0).at(header(field)),
                            Days.of(date),
                            "iso",
                            date,
                            "from",
                            feed.earliestDate(),
                            "to",
                            today.plusDays(1),
                            "field",
                            header(field).strip())
                        .withDocument(draft.number)));
    return new RawDocument(
        draft.number, draft.header, draft.lines, draft.rows, headers, List.copyOf(draft.findings));
  }

  private String header(String field) {
    return headers.getOrDefault(field, field);
  }
}
