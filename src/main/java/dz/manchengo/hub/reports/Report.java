package dz.manchengo.hub.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import dz.manchengo.hub.platform.SchemaYaml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A job's {@code sheets.yaml}, after {@code config/schemas/sheets.schema.json}.
 *
 * @param each a query with a row for each workbook, whose columns are parameters of the sheets'
 *     queries; null for one workbook
 * @param file its name without ending, with {@code {column}} places
 * @param words for codes, in columns of type word and in formulas
 */
record Report(@Nullable String each, Words file, Map<String, Words> words, List<Sheet> sheets) {
  private static final SchemaYaml SCHEMA = new SchemaYaml("/config/schemas/sheets.schema.json");

  /** A key that a report leaves out arrives here as null. */
  @SuppressWarnings("NullAway")
  Report {
    words = Objects.requireNonNullElse(words, Map.of());
  }

  /** What a column or figure holds, and so how it looks. */
  enum Type {
    @JsonProperty("text")
    TEXT,
    /** A code, shown by its word. */
    @JsonProperty("word")
    WORD,
    @JsonProperty("integer")
    INTEGER,
    @JsonProperty("quantity")
    QUANTITY,
    @JsonProperty("amount")
    AMOUNT,
    @JsonProperty("cost")
    COST,
    /** A fraction: 0.05 is shown as 5 %. */
    @JsonProperty("percent")
    PERCENT,
    @JsonProperty("date")
    DATE,
    @JsonProperty("moment")
    MOMENT,
    /** The sentence of a rule; the column holds its values as a JSON object. */
    @JsonProperty("sentence")
    SENTENCE;

    boolean isNumber() {
      return this == INTEGER
          || this == QUANTITY
          || this == AMOUNT
          || this == COST
          || this == PERCENT;
    }
  }

  enum Colour {
    @JsonProperty("red")
    RED,
    @JsonProperty("amber")
    AMBER,
    @JsonProperty("green")
    GREEN,
    @JsonProperty("blue")
    BLUE,
    @JsonProperty("grey")
    GREY
  }

  /**
   * One sheet: a table of what its query gives, or figures, one below the other, of a query with
   * one row.
   *
   * @param groups titles above columns that belong together
   * @param freeze columns that stay in sight
   */
  record Sheet(
      String id,
      Words title,
      String query,
      List<Column> columns,
      List<Figure> figures,
      List<Group> groups,
      int freeze,
      List<Look> looks,
      @Nullable Chart chart,
      Print print) {
    /** A key that a sheet leaves out arrives here as null. */
    @SuppressWarnings("NullAway")
    Sheet {
      columns = Objects.requireNonNullElse(columns, List.of());
      figures = Objects.requireNonNullElse(figures, List.of());
      groups = Objects.requireNonNullElse(groups, List.of());
      looks = Objects.requireNonNullElse(looks, List.of());
      print = Objects.requireNonNullElse(print, Print.USUAL);
    }
  }

  /** From that column to that one. */
  record Group(Words title, String from, String to) {}

  /**
   * How a sheet goes onto paper.
   *
   * @param pages side by side; null for as many as it takes to stay readable
   */
  record Print(boolean portrait, Paper paper, @Nullable Integer pages) {
    static final Print USUAL = new Print(false, Paper.A4, null);

    /** A key that is left out arrives here as null. */
    @SuppressWarnings("NullAway")
    Print {
      paper = Objects.requireNonNullElse(paper, Paper.A4);
    }
  }

  enum Paper {
    A4,
    A3
  }

  /**
   * A column of a table.
   *
   * @param column of the query
   * @param format as Excel writes it, {@code 0.00" kg"}; null for the usual one of the type
   * @param formula what Excel calculates instead; the query's value is what it shows until then
   * @param total whether the sum of what the filter leaves stands below it
   * @param bar whether each cell has a bar of its size
   * @param input whether people fill it in, and are to see where
   * @param only the query's column that says in which rows people fill it in; null for all
   * @param link where a click leads; null for nowhere
   * @param rule the column with the rule's code; of a sentence only
   */
  record Column(
      String column,
      Words title,
      Type type,
      @Nullable Integer width,
      @Nullable String format,
      @Nullable String formula,
      boolean total,
      boolean bar,
      boolean input,
      @Nullable String only,
      @Nullable Link link,
      @Nullable String rule) {}

  /**
   * To a row of another sheet.
   *
   * @param row the column that tells which, counted from 1; empty for no link
   */
  record Link(String sheet, String row) {}

  /** A figure, or the heading of those that follow where it has no column. */
  record Figure(
      Words title,
      @Nullable String column,
      @Nullable Type type,
      @Nullable String format,
      @Nullable String formula,
      List<Look> looks) {
    @SuppressWarnings("NullAway")
    Figure {
      looks = Objects.requireNonNullElse(looks, List.of());
    }
  }

  /** A colour where a formula is true. */
  record Look(String when, Colour colour) {}

  /**
   * Bars beside figures: the first rows of a table.
   *
   * @param rows at most
   */
  record Chart(Words title, String sheet, String labels, String values, int rows) {}

  /**
   * What the file says.
   *
   * @throws IllegalArgumentException with everything that is wrong with it
   */
  static Report parse(String fileName, String yaml) {
    Report report = SCHEMA.read(fileName, yaml, Report.class);
    SchemaYaml.refuse(fileName, report.complaints());
    return report;
  }

  private List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    Map<String, Set<String>> columns = new HashMap<>();
    for (Sheet sheet : sheets) {
      Set<String> own = new HashSet<>();
      sheet.columns().forEach(column -> own.add(column.column()));
      sheet.figures().forEach(figure -> own.add(String.valueOf(figure.column())));
      if (columns.put(sheet.id(), own) != null) {
        complaints.add("two sheets have the id " + sheet.id());
      }
      if (sheet.columns().isEmpty() == sheet.figures().isEmpty()) {
        complaints.add(sheet.id() + ": either columns or figures");
      }
    }
    for (Sheet sheet : sheets) {
      Formulas.references(sheet).stream()
          .filter(reference -> !isKnown(reference, columns))
          .forEach(
              reference -> complaints.add(sheet.id() + ": nothing is called {" + reference + "}"));
    }
    sheets.forEach(sheet -> complaints.addAll(groupComplaints(sheet)));
    List<Sheet> order = tables();
    for (int i = 0; i < order.size(); i++) {
      Sheet sheet = order.get(i);
      Set<String> later =
          order.subList(i + 1, order.size()).stream().map(Sheet::id).collect(Collectors.toSet());
      otherTables(sheet).stream()
          .filter(later::contains)
          .forEach(
              other ->
                  complaints.add(sheet.id() + ": it names " + other + ", which names others too"));
    }
    return complaints;
  }

  private static List<String> groupComplaints(Sheet sheet) {
    List<String> complaints = new ArrayList<>();
    List<String> columns = sheet.columns().stream().map(Column::column).toList();
    int next = 0;
    for (Group group : sheet.groups()) {
      int from = columns.indexOf(group.from());
      int to = columns.indexOf(group.to());
      if (from < next || to < from) {
        complaints.add(
            "%s: no columns in that order from %s to %s"
                .formatted(sheet.id(), group.from(), group.to()));
      }
      next = to + 1;
    }
    return complaints;
  }

  /** In the order in which they can be written: a formula knows the rows of tables before it. */
  List<Sheet> tables() {
    return sheets.stream()
        .filter(sheet -> !sheet.columns().isEmpty())
        .sorted(Comparator.comparing(sheet -> !otherTables(sheet).isEmpty()))
        .toList();
  }

  private static Set<String> otherTables(Sheet sheet) {
    return Formulas.references(sheet).stream()
        .map(reference -> reference.substring(0, reference.indexOf('.')))
        .filter(id -> !id.equals(sheet.id()))
        .collect(Collectors.toSet());
  }

  private static boolean isKnown(String reference, Map<String, Set<String>> columns) {
    int dot = reference.indexOf('.');
    return columns
        .getOrDefault(reference.substring(0, dot), Set.of())
        .contains(reference.substring(dot + 1));
  }
}
