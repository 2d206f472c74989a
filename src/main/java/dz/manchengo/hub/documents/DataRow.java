package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One data row with its values read, and what reading them found. */
final class DataRow {
  private final Place place;
  private final List<Cell> cells;
  private final int part;
  private final Grouping grouping;
  private final Map<String, Object> header = new HashMap<>();
  private final Map<String, Object> line = new HashMap<>();
  private final Map<String, String> words = new HashMap<>(0);
  private final List<Finding> findings = new ArrayList<>(0);
  private Cell.@Nullable Broken broken;
  private Feed.@Nullable MoneyUnit moneyUnit;
  private boolean belowEmpty;
  private boolean ofRepeating;
  private Set<String> titled = Set.of();
  private @Nullable Finding shift;

  DataRow(Place place, List<Cell> cells, Grouping grouping) {
    this(place, cells, 0, grouping);
  }

  DataRow(Place place, List<Cell> cells, int part, Grouping grouping) {
    this.place = place;
    this.cells = cells;
    this.part = part;
    this.grouping = grouping;
  }

  /** Whether it completes a document that another sheet heads. */
  boolean isDetail() {
    return grouping.details();
  }

  /** Of the file, as {@link SourceRow#part}. */
  int part() {
    return part;
  }

  Place place() {
    return place;
  }

  /** As the file has it. */
  RawDocument.Row row() {
    return new RawDocument.Row(place, cells);
  }

  /** Values that hold for the whole document. */
  Map<String, Object> header() {
    return header;
  }

  Map<String, Object> line() {
    return line;
  }

  /** Field of the document → the cell's own text, of those that hold a word of a closed list. */
  Map<String, String> words() {
    return words;
  }

  List<Finding> findings() {
    return findings;
  }

  void put(String field, @Nullable Object value) {
    if (value != null) {
      (grouping.isHeader(field) ? header : line).put(field, value);
    }
  }

  /** Keeps how the file writes a word of a closed list: that is what its findings show. */
  void putWord(String field, String text) {
    if (grouping.isHeader(field)) {
      words.put(field, text);
    }
  }

  /** A text of the row or of its document; null where it has none. */
  @Nullable String text(String field) {
    Object value = grouping.isHeader(field) ? header.get(field) : line.get(field);
    return value == null ? null : value.toString();
  }

  /** A number of the row or of its document; null where it has none. */
  @Nullable BigDecimal number(String field) {
    Object value = grouping.isHeader(field) ? header.get(field) : line.get(field);
    return value instanceof BigDecimal number ? number : null;
  }

  /** Whether an empty row parts it from the rows above. */
  boolean isBelowEmpty() {
    return belowEmpty;
  }

  /** Whether its sheet says the number in each row, so that one without was forgotten. */
  boolean isOfRepeating() {
    return ofRepeating;
  }

  void setOfRepeating(boolean repeating) {
    ofRepeating = repeating;
  }

  /** Fields that a title, or the name of the sheet or file, says for all rows. */
  Set<String> titled() {
    return titled;
  }

  void setTitled(Set<String> fields) {
    titled = fields;
  }

  void setBelowEmpty(boolean below) {
    belowEmpty = below;
  }

  /** A constant of the feed, where the row itself says nothing. */
  void putIfAbsent(String field, Object value) {
    (grouping.isHeader(field) ? header : line).putIfAbsent(field, value);
  }

  /** Its cells stand under the wrong headers, which is all that can be said of its numbers. */
  void addShift(Finding finding) {
    shift = finding;
  }

  /** Of a shifted row nothing else is told: what its numbers seem to be they are not. */
  void dropShifted() {
    if (shift != null) {
      line.values().removeIf(value -> value instanceof BigDecimal);
      header.values().removeIf(value -> value instanceof BigDecimal);
      findings.removeIf(finding -> finding.rule().startsWith("FMT-"));
      add(shift);
    }
  }

  /** The rest of the line could not be read (FMT-021). */
  void tellBroken(Cell.Broken line) {
    broken = line;
    add(
        RuleBook.finding(
            "FMT-021",
            place,
            line.text(),
            "row",
            line.line(),
            "why",
            line.reason(),
            "detail",
            line.detail()));
  }

  /** The row as far as its line could be read; null where all of it was. */
  Cell.@Nullable Broken broken() {
    return broken;
  }

  void setMoneyUnit(Feed.@Nullable MoneyUnit unit) {
    moneyUnit = unit;
  }

  /**
   * What the row's amounts are in: as it says itself, else as its source is set.
   *
   * @param ofSource for the amount's field
   */
  Feed.MoneyUnit moneyUnit(Feed.MoneyUnit ofSource) {
    return moneyUnit == null ? ofSource : moneyUnit;
  }

  void add(Finding finding) {
    findings.add(finding);
  }
}
