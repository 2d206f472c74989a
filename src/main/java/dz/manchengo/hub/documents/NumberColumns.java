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
  private final CorrectedCells corrected;
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
   * @param corrected cells that somebody has typed
   */
  NumberColumns(
      ColumnMeanings meanings,
      Feed feed,
      @Nullable Character declared,
      @Nullable Character delimiterMark,
      CorrectedCells corrected) {
    this.declared = declared;
    this.corrected = corrected;
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
            unit,
            new NumberColumn(column, field, unit.type(), feed, witnesses)
                .showing(marks, corrected));
      }
    } else {
      byField.put(
          field,
          new NumberColumn(column, field, meanings.type(field), feed, witnesses)
              .showing(marks, corrected));
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
    @Nullable NumberReading[] before = readings.clone();
    boolean settled = open && declared == null && settleByArithmetic(readings);
    for (int i = 0; i < readings.length; i++) {
      NumberReading reading = readings[i];
      if (reading != null) {
        NumberColumn column = columns.get(i);
        if (settled && before[i] instanceof NumberReading.Ambiguous) {
          column.tellArithmetic(reading, row, data);
        }
        data.put(column.field(), column.value(reading, row, data));
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

  /** First witness: quantity × price is the row's amount for exactly one of the readings. */
  private boolean settleByArithmetic(@Nullable NumberReading[] readings) {
    String amount = amountOf(readings);
    @Nullable BigDecimal[] fit = null;
    for (BigDecimal q : candidates(readings, "qty")) {
      for (BigDecimal p : candidates(readings, "unit_price_ht")) {
        for (BigDecimal a : candidates(readings, amount)) {
          if (comesTo(q.multiply(p), a, amount, readings)) {
            if (fit != null) {
              return false;
            }
            fit = new BigDecimal[] {q, p, a};
          }
        }
      }
    }
    if (fit == null) {
      return false;
    }
    settle(readings, "qty", fit[0]);
    settle(readings, "unit_price_ht", fit[1]);
    settle(readings, amount, fit[2]);
    return true;
  }

  /** The line's amount, or its document's, which is the same where it has one line. */
  private String amountOf(@Nullable NumberReading[] readings) {
    return Stream.of("line_ht", "total_ht", "line_ttc", "total_ttc")
        .filter(field -> !candidates(readings, field).isEmpty())
        .findFirst()
        .orElse("line_ht");
  }

  private boolean comesTo(
      BigDecimal gross, BigDecimal said, String field, @Nullable NumberReading[] readings) {
    List<BigDecimal> off = candidates(readings, DiscountUnit.PERCENT.field());
    BigDecimal less =
        off.size() == 1 ? gross.subtract(gross.multiply(off.get(0)).movePointLeft(2)) : gross;
    List<BigDecimal> rates =
        field.endsWith("_ttc") ? candidates(readings, "vat_rate") : List.of(BigDecimal.ZERO);
    return rates.size() == 1
        && less.multiply(BigDecimal.valueOf(100).add(percent(rates.get(0))))
                .movePointLeft(2)
                .subtract(said)
                .abs()
                .compareTo(CLOSE)
            < 0;
  }

  private static BigDecimal percent(BigDecimal rate) {
    return rate.compareTo(BigDecimal.ONE) < 0 ? rate.movePointRight(2) : rate;
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
