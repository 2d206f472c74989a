package dz.manchengo.hub.documents;

import dz.manchengo.hub.platform.Days;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document in the making: the rows that have come so far. */
final class DocumentDraft {
  /** One invoice may be for several deliveries, which is what summary invoices are. */
  private static final Set<String> SEVERAL = Set.of("order_no", "delivery_no");

  /** Remarks, of which the first is kept. */
  private static final Set<String> REMARKS =
      Set.of(
          "note",
          RawDocument.SAID_CREDIT,
          RawDocument.SAID_SIGN,
          RawDocument.SAID_PURCHASE,
          RawDocument.SAID_SALE);

  private static final int LONGEST = 1_000;
  private static final String DATE = "doc_date";

  final String key;
  final @Nullable String number;
  final String norm;
  final Map<String, Object> header = new HashMap<>();
  final Map<String, String> words = new HashMap<>(0);
  final List<RawDocument.Line> lines = new ArrayList<>();
  final List<RawDocument.Row> rows = new ArrayList<>();
  final List<Finding> findings = new ArrayList<>();

  /** Where in the lines each part of the file begins: a sheet, a member, an object. */
  final List<Integer> parts = new ArrayList<>(1);

  /** Where in the lines it is named again below an empty row. */
  final List<Integer> blocks = new ArrayList<>(1);

  /** What its row on the headers' sheet says of every line: a discount, a date of delivery. */
  final Map<String, Object> forLines = new HashMap<>(0);

  private final Map<String, Integer> rowOfField = new HashMap<>();
  private String sheet = "";
  private int part;
  private int block;
  private boolean yearTold;
  private boolean writingTold;
  private boolean contradicted;
  boolean headed;
  boolean detailed;

  DocumentDraft(String key, @Nullable String number) {
    this.key = key;
    this.number = number;
    this.norm = number == null ? "" : DocumentNumber.norm(number);
  }

  /** Whether its rows are those of two documents (FIL-042). */
  boolean isOfTwoYears() {
    return yearTold;
  }

  /** Whether its rows say different things of the whole document (FIL-013). */
  boolean isContradicted() {
    return contradicted;
  }

  /** The day of the document; null where no row has said it. */
  @Nullable LocalDate day() {
    return header.get(DATE) instanceof LocalDate day ? day : null;
  }

  /** Gives its lines what holds for all of them and they do not say themselves. */
  void spread() {
    lines.forEach(line -> forLines.forEach(line.values()::putIfAbsent));
  }

  Place place() {
    return rows.get(0).place();
  }

  /** The next row stands there. */
  void begin(SheetBlocks.Start start) {
    if (start.block() != block && start.named()) {
      blocks.add(lines.size());
    }
    block = start.block();
  }

  /**
   * Takes a row in.
   *
   * @param isLine whether its values of a line make one
   * @param headers field → header of its column, for the sentences
   */
  void add(DataRow row, boolean isLine, String numberField, Map<String, String> headers) {
    rows.add(row.row());
    row.findings().forEach(f -> findings.add(f.withDocument(number)));
    LocalDate other = dayOfOtherYear(row);
    if (other == null) {
      mergeHeader(row, numberField, headers);
    } else if (!yearTold) {
      yearTold = true;
      findings.add(twoYears(other, row.place().at(headers.getOrDefault(DATE, DATE))));
    }
    tellOtherWriting(row, numberField, headers);
    detailed |= row.isDetail();
    headed |= !row.isDetail();
    if (isLine) {
      if (lines.isEmpty() || part != row.part() || !sheet.equals(row.place().sheet())) {
        part = row.part();
        sheet = row.place().sheet();
        parts.add(lines.size());
      }
      lines.add(new RawDocument.Line(row.place(), row.line(), row.isDetail()));
    }
  }

  /** A row without number may be one of its own (FIL-058). */
  void withhold(String rule, DataRow unnumbered, Place place) {
    String row = String.valueOf(unnumbered.place().row());
    boolean said =
        findings.stream().anyMatch(f -> f.rule().equals(rule) && row.equals(f.params().get("row")));
    if (number != null && !said) {
      findings.add(
          RuleBook.finding(rule, place, number, "doc", number, "row", row).withDocument(number));
    }
  }

  private void mergeHeader(DataRow row, String numberField, Map<String, String> headers) {
    row.header()
        .forEach(
            (field, value) -> {
              if (!merge(field, value, row)
                  && !field.equals(numberField)
                  && !REMARKS.contains(field)) {
                contradicted = true;
                findings.add(contradiction(field, headers.getOrDefault(field, field), value, row));
              }
            });
  }

  /**
   * The row's date when it is of another year, which is that of another document under the same
   * number; null else, and for the same day of two years, which is one that was mistyped.
   */
  private @Nullable LocalDate dayOfOtherYear(DataRow row) {
    return row.header().get(DATE) instanceof LocalDate day
            && header.get(DATE) instanceof LocalDate before
            && day.getYear() != before.getYear()
            && !MonthDay.from(day).equals(MonthDay.from(before))
        ? day
        : null;
  }

  private Finding twoYears(LocalDate other, Place place) {
    return RuleBook.finding(
            "FIL-042",
            place,
            Days.of(other),
            "doc",
            String.valueOf(number),
            "d1",
            Days.of((LocalDate) Objects.requireNonNull(header.get(DATE))),
            "r1",
            rowOfField.getOrDefault(DATE, 0),
            "d2",
            Days.of(other),
            "r2",
            place.row())
        .withDocument(number);
  }

  /**
   * {@code FA-200} and {@code FA/200} are one document (FIL-041), which two people may not know.
   */
  private void tellOtherWriting(DataRow row, String numberField, Map<String, String> headers) {
    Object written = row.header().get(numberField);
    if (writingTold || written == null || number == null || written.equals(number)) {
      return;
    }
    writingTold = true;
    Place place = row.place().at(headers.getOrDefault(numberField, numberField));
    findings.add(
        RuleBook.finding(
                "FIL-041",
                place,
                written.toString(),
                "other",
                written,
                "row",
                place.row(),
                "doc",
                number,
                "first",
                place().row())
            .withDocument(number));
  }

  /** False when the document has another value there already. */
  private boolean merge(String field, Object value, DataRow row) {
    Object before = header.putIfAbsent(field, value);
    if (before == null) {
      rowOfField.put(field, row.place().row());
      String word = row.words().get(field);
      if (word != null) {
        words.put(field, word);
      }
      return true;
    }
    if (SEVERAL.contains(field)) {
      header.put(field, together(before.toString(), value.toString()));
      return true;
    }
    return same(field, before, value);
  }

  /** {@code BL-1, BL-2}: each once, as far as they can be kept. */
  private static String together(String before, String more) {
    boolean known = List.of(before.split(", ", -1)).contains(more);
    return known || before.length() + more.length() > LONGEST ? before : before + ", " + more;
  }

  private Finding contradiction(String field, String called, Object value, DataRow row) {
    String word = row.words().get(field);
    return RuleBook.finding(
            "FIL-013",
            row.place().at(called),
            word == null ? Reasons.spoken(written(value)) : word,
            "doc",
            String.valueOf(number),
            "field",
            called.strip(),
            "v1",
            written(Objects.requireNonNull(header.get(field))),
            "r1",
            rowOfField.getOrDefault(field, 0),
            "v2",
            written(value),
            "r2",
            row.place().row())
        .withDocument(number);
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
    if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
      return x.compareTo(y) == 0;
    }
    return a.equals(b) || (field.equals("party_name") && SameParty.isAlike(a, b));
  }
}
