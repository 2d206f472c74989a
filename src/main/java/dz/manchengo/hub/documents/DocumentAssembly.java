package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows into documents: by number (and by party for purchases), not by being neighbours. Fields of
 * the header may stand on every row or on the first one only; two values for one of them refuse the
 * document (FIL-013).
 */
final class DocumentAssembly {
  private final Set<String> headerFields;
  private final Feed feed;
  private final LocalDate today;
  private final Map<String, String> headers;
  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private Map<String, Object> headerAbove = Map.of();

  /**
   * An assembly for one file.
   *
   * @param headerFields fields that hold for a whole document
   * @param headers field → header of its column, for the sentences
   */
  DocumentAssembly(
      Set<String> headerFields, Feed feed, LocalDate today, Map<String, String> headers) {
    this.headerFields = headerFields;
    this.feed = feed;
    this.today = today;
    this.headers = headers;
  }

  /** A document in the making. */
  private static final class Draft {
    final @Nullable String number;
    final Map<String, Object> header = new HashMap<>();
    final Map<String, Integer> rowOfField = new HashMap<>();
    final List<RawDocument.Line> lines = new ArrayList<>();
    final List<Place> rows = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();

    Draft(@Nullable String number) {
      this.number = number;
    }
  }

  void add(DataRow row) {
    Map<String, Object> header = new HashMap<>();
    Map<String, Object> line = new HashMap<>();
    row.values().forEach((f, v) -> (headerFields.contains(f) ? header : line).put(f, v));
    inheritFromAbove(header);
    String number = RawDocument.text(header, "doc_no");
    Draft draft = drafts.computeIfAbsent(key(number, header, row), k -> new Draft(number));
    draft.rows.add(row.place());
    row.findings().forEach(f -> draft.findings.add(f.withDocument(number)));
    header.forEach((field, value) -> merge(draft, field, value, row.place()));
    draft.lines.add(new RawDocument.Line(row.place(), line));
    headerAbove = header;
  }

  List<RawDocument> documents() {
    return drafts.values().stream().map(this::finished).toList();
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

  private String key(@Nullable String number, Map<String, Object> header, DataRow row) {
    if (number == null) {
      return "row " + row.place(); // nobody knows what it belongs to
    }
    String norm = DocumentNumber.norm(number);
    return feed.direction() == Invoice.Direction.SALE ? norm : norm + "|" + partyKey(header);
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
    } else if (!same(before, value) && !field.equals("doc_no") && !field.equals("note")) {
      draft.findings.add(
          RuleBook.finding(
                  "FIL-013",
                  place.at(header(field)),
                  value.toString(),
                  "doc",
                  String.valueOf(draft.number),
                  "field",
                  header(field).strip(),
                  "v1",
                  before,
                  "r1",
                  draft.rowOfField.getOrDefault(field, 0),
                  "v2",
                  value,
                  "r2",
                  place.row())
              .withDocument(draft.number));
    }
  }

  private static boolean same(Object a, Object b) {
    if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
      return x.compareTo(y) == 0;
    }
    return a.equals(b);
  }

  private RawDocument finished(Draft draft) {
    checkDate(draft, "doc_date", today.plusDays(1));
    return new RawDocument(
        draft.number, draft.header, draft.lines, draft.rows, headers, List.copyOf(draft.findings));
  }

  private void checkDate(Draft draft, String field, LocalDate latest) {
    LocalDate date = RawDocument.date(draft.header, field);
    if (date != null && (date.isBefore(feed.earliestDate()) || date.isAfter(latest))) {
      draft.findings.add(
          RuleBook.finding(
                  "FMT-009",
                  draft.rows.get(0).at(header(field)),
                  date.toString(),
                  "iso",
                  date,
                  "field",
                  header(field).strip())
              .withDocument(draft.number));
    }
  }

  private String header(String field) {
    return headers.getOrDefault(field, field);
  }
}
