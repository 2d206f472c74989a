package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The number columns of a sheet, which bear witness for each other (domain notes §7.5). */
final class NumberColumns {
  private static final BigDecimal CLOSE = BigDecimal.ONE;
  private static final Set<Aliases.Type> SUMMABLE = Set.of(Aliases.Type.MONEY, Aliases.Type.QTY);

  private final @Nullable Character declared;
  private final @Nullable Character delimiterMark;
  private final Map<String, DecimalEvidence> evidence = new LinkedHashMap<>();
  private final Map<String, NumberColumn> byField = new LinkedHashMap<>();
  private final List<NumberColumn> columns;
  private final List<String> summable;
  private final Map<DiscountUnit, NumberColumn> discounts = new EnumMap<>(DiscountUnit.class);

  /**
   * The number columns of a sheet.
   *
   * @param declared the decimal mark that the sheet's own header says, null where it says none
   * @param delimiterMark the one that goes with the file's format
   */
  NumberColumns(
      ColumnMeanings meanings,
      Feed feed,
      @Nullable Character declared,
      @Nullable Character delimiterMark) {
    this.declared = declared;
    this.delimiterMark = delimiterMark;
    meanings
        .byField()
        .forEach(
            (field, column) -> {
              if (isNumber(meanings.type(field))) {
                evidence.put(field, column.marks());
              }
            });
    evidence.keySet().forEach(field -> add(field, meanings, feed));
    this.columns = List.copyOf(byField.values());
    this.summable =
        byField.keySet().stream().filter(f -> SUMMABLE.contains(meanings.type(f))).toList();
  }

  private void add(String field, ColumnMeanings meanings, Feed feed) {
    DecimalEvidence marks = Objects.requireNonNull(evidence.get(field));
    DecimalWitnesses witnesses =
        new DecimalWitnesses(
            declared, marks.mark(), feed.decimalMark(), markOfOthers(field), delimiterMark);
    Layout.Column column = Objects.requireNonNull(meanings.byField().get(field)).column();
    if (field.equals(DiscountColumn.FIELD)) {
      for (DiscountUnit unit : DiscountUnit.values()) {
        discounts.put(
            unit, new NumberColumn(column, field, unit.type(), feed, witnesses).showing(marks));
      }
    } else {
      byField.put(
          field,
          new NumberColumn(column, field, meanings.type(field), feed, witnesses).showing(marks));
    }
  }

  /** A discount whose unit is known by now, or a finding in the row. */
  @Nullable BigDecimal discount(DiscountUnit unit, SourceRow row, DataRow data) {
    NumberColumn column = Objects.requireNonNull(discounts.get(unit));
    NumberReading reading = column.reading(row);
    return reading == null ? null : column.value(reading, row, data);
  }

  /**
   * The one decimal mark that its amounts and quantities are read with; null when nothing tells or
   * when the columns differ. Rates are not asked: programs print them in their own way.
   */
  @Nullable Character mark() {
    List<Character> marks =
        columns.stream()
            .filter(column -> !column.isRate())
            .map(NumberColumn::mark)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return marks.size() == 1 ? marks.get(0) : declared;
  }

  /** Fields of amounts and quantities: what a total adds up; prices and rates are none. */
  List<String> summable() {
    return summable;
  }

  List<Layout.Column> summableColumns() {
    return summable.stream().map(f -> Objects.requireNonNull(byField.get(f)).column()).toList();
  }

  /** A column whose numbers are dinars, amounts rather than prices; null where there is none. */
  Layout.@Nullable Column money() {
    return Stream.of(Aliases.Type.MONEY, Aliases.Type.PRICE)
        .flatMap(type -> columns.stream().filter(column -> column.type() == type))
        .map(NumberColumn::column)
        .findFirst()
        .orElse(null);
  }

  /** What a row has under one of them; null where that is no number. */
  @Nullable BigDecimal amount(Layout.Column of, SourceRow row, DataRow data) {
    for (NumberColumn column : columns) {
      NumberReading reading = column.column().equals(of) ? column.reading(row) : null;
      if (reading != null) {
        return column.value(reading, row, data);
      }
    }
    return null;
  }

  String header(String field) {
    return Objects.requireNonNull(byField.get(field)).column().header();
  }

  static boolean isNumber(Aliases.Type type) {
    return switch (type) {
      case MONEY, PRICE, QTY, PCT, INT, NUM, AUTO -> true;
      case TEXT, CODE, NIF, DATE, DATETIME, ENUM -> false;
    };
  }

  /** Reads the numbers of a row into it. */
  void read(SourceRow row, DataRow data) {
    @Nullable NumberReading[] readings = new NumberReading[columns.size()];
    boolean open = false;
    for (int i = 0; i < readings.length; i++) {
      readings[i] = columns.get(i).reading(row);
      open |= readings[i] instanceof NumberReading.Ambiguous;
    }
    if (open && declared == null) {
      settleByArithmetic(readings);
    }
    for (int i = 0; i < readings.length; i++) {
      NumberReading reading = readings[i];
      if (reading != null) {
        data.put(columns.get(i).field(), columns.get(i).value(reading, row, data));
      }
    }
  }

  private @Nullable Character markOfOthers(String field) {
    DecimalEvidence others = new DecimalEvidence();
    evidence.forEach(
        (name, marks) -> {
          if (!name.equals(field)) {
            others.add(marks);
          }
        });
    return others.mark();
  }

  /** First witness: quantity × price is the line's amount for exactly one of the readings. */
  private void settleByArithmetic(@Nullable NumberReading[] readings) {
    @Nullable BigDecimal[] fit = null;
    for (BigDecimal q : candidates(readings, "qty")) {
      for (BigDecimal p : candidates(readings, "unit_price_ht")) {
        for (BigDecimal a : candidates(readings, "line_ht")) {
          if (q.multiply(p).subtract(a).abs().compareTo(CLOSE) < 0) {
            if (fit != null) {
              return;
            }
            fit = new BigDecimal[] {q, p, a};
          }
        }
      }
    }
    if (fit != null) {
      settle(readings, "qty", fit[0]);
      settle(readings, "unit_price_ht", fit[1]);
      settle(readings, "line_ht", fit[2]);
    }
  }

  private void settle(
      @Nullable NumberReading[] readings, String field, @Nullable BigDecimal value) {
    int index = index(field);
    if (value != null && index >= 0 && readings[index] instanceof NumberReading.Ambiguous) {
      readings[index] = new NumberReading.Exact(value);
    }
  }

  private List<BigDecimal> candidates(@Nullable NumberReading[] readings, String field) {
    int index = index(field);
    NumberReading reading = index < 0 ? null : readings[index];
    if (reading instanceof NumberReading.Ambiguous open) {
      return List.of(open.asDecimal(), open.asGrouped());
    }
    return reading instanceof NumberReading.Exact exact ? List.of(exact.value()) : List.of();
  }

  private int index(String field) {
    NumberColumn column = byField.get(field);
    return column == null ? -1 : columns.indexOf(column);
  }
}
