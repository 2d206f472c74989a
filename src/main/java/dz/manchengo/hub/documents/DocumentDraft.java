package dz.manchengo.hub.documents;

import dz.manchengo.hub.platform.Days;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.time.LocalDate;
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

  private static final int LONGEST = 1_000;

  final String key;
  final @Nullable String number;
  final String norm;
  final Map<String, Object> header = new HashMap<>();
  final List<RawDocument.Line> lines = new ArrayList<>();
  final List<RawDocument.Row> rows = new ArrayList<>();
  final List<Finding> findings = new ArrayList<>();

  /** Where in the lines each part of the file begins: a sheet, a member, an object. */
  final List<Integer> parts = new ArrayList<>(1);

  /** What its row on the headers' sheet says of every line: a discount, a date of delivery. */
  final Map<String, Object> forLines = new HashMap<>(0);

  private final Map<String, Integer> rowOfField = new HashMap<>();
  private String sheet = "";
  private int part;
  boolean headed;
  boolean detailed;

  DocumentDraft(String key, @Nullable String number) {
    this.key = key;
    this.number = number;
    this.norm = number == null ? "" : DocumentNumber.norm(number);
  }

  /** Gives its lines what holds for all of them and they do not say themselves. */
  void spread() {
    lines.forEach(line -> forLines.forEach(line.values()::putIfAbsent));
  }

  Place place() {
    return rows.get(0).place();
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
    row.header()
        .forEach(
            (field, value) -> {
              if (!merge(field, value, row.place())
                  && !field.equals(numberField)
                  && !field.equals("note")) {
                findings.add(
                    contradiction(field, headers.getOrDefault(field, field), value, row.place()));
              }
            });
    detailed |= row.isDetail();
    headed |= !row.isDetail();
    if (isLine) {
      if (lines.isEmpty() || part != row.part() || !sheet.equals(row.place().sheet())) {
        part = row.part();
        sheet = row.place().sheet();
        parts.add(lines.size());
      }
      lines.add(new RawDocument.Line(row.place(), row.line()));
    }
  }

  /** False when the document has another value there already. */
  private boolean merge(String field, Object value, Place place) {
    Object before = header.putIfAbsent(field, value);
    if (before == null) {
      rowOfField.put(field, place.row());
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

  private Finding contradiction(String field, String called, Object value, Place place) {
    return RuleBook.finding(
            "FIL-013",
            place.at(called),
            Reasons.spoken(written(value)),
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
            place.row())
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
