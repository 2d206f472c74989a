package dz.manchengo.hub.documents;

import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of numbers. What {@code 1.234} means is decided by the column itself where it can be,
 * and by the other witnesses of §7.5 where it cannot.
 */
final class NumberColumn {
  /** Greater ones are slips: no price, amount or quantity here comes near it. */
  private static final BigDecimal LIMIT = BigDecimal.valueOf(1_000_000_000_000L);

  private final Layout.Column column;
  private final String field;
  private final Feed feed;
  private final List<SourceRow> rows;
  private final NumberReading[] readings;
  private final DecimalEvidence evidence = new DecimalEvidence();

  NumberColumn(Layout.Column column, String field, Feed feed, List<SourceRow> rows) {
    this.column = column;
    this.field = field;
    this.feed = feed;
    this.rows = rows;
    this.readings = new NumberReading[rows.size()];
    for (int i = 0; i < readings.length; i++) {
      Cell cell = rows.get(i).cell(column.index());
      if (!cell.isBlank() && CellValue.fault(cell) == null) {
        readings[i] = CellValue.number(cell);
        evidence.add(readings[i]);
      }
    }
  }

  Layout.Column column() {
    return column;
  }

  DecimalEvidence evidence() {
    return evidence;
  }

  /** The ambiguous reading of that row, null when it is plain. */
  NumberReading.@Nullable Ambiguous ambiguous(int row) {
    return readings[row] instanceof NumberReading.Ambiguous open ? open : null;
  }

  /** Arithmetic on the row has shown which of the two it is. */
  void settle(int row, BigDecimal value) {
    readings[row] = new NumberReading.Exact(value);
  }

  /** The value before any unit or rounding, null when there is none or it is in doubt. */
  @Nullable BigDecimal plain(int row) {
    return readings[row] instanceof NumberReading.Exact exact ? exact.value() : null;
  }

  /** The value of the row's cell, or a finding in the row. */
  @Nullable BigDecimal value(int i, DataRow row, Aliases.Type type, DecimalWitnesses witnesses) {
    NumberReading reading = readings[i];
    if (reading == null) {
      return null;
    }
    String text = rows.get(i).cell(column.index()).text();
    Place place = row.place().at(column.header());
    if (reading instanceof NumberReading.Exact exact) {
      return inUnit(exact.value(), type, row, place, text);
    }
    if (reading instanceof NumberReading.Ambiguous open) {
      DecimalWitnesses.Settled settled = witnesses.settle(open);
      if (settled == null) {
        row.add(
            RuleBook.finding(
                "FMT-003",
                place,
                text,
                "value",
                text,
                "a",
                open.asDecimal().toPlainString(),
                "b",
                open.asGrouped().toPlainString()));
        return null;
      }
      row.add(
          RuleBook.finding(
              "FMT-004",
              place,
              text,
              "value",
              text,
              "a",
              Figures.of(settled.value()),
              "witness",
              settled.witness().label()));
      return inUnit(settled.value(), type, row, place, text);
    }
    String rule = reading instanceof NumberReading.BadGrouping ? "FMT-005" : "FMT-002";
    row.add(RuleBook.finding(rule, place, text, "value", text, "field", column.header().strip()));
    return null;
  }

  private @Nullable BigDecimal inUnit(
      BigDecimal value, Aliases.Type type, DataRow row, Place place, String text) {
    boolean money = type == Aliases.Type.MONEY || type == Aliases.Type.PRICE;
    BigDecimal inDinars =
        money && feed.unitOf(field) == Feed.MoneyUnit.CENTIME ? value.movePointLeft(2) : value;
    if (inDinars.abs().compareTo(LIMIT) >= 0) {
      row.add(
          RuleBook.finding(
              "FMT-017",
              place,
              text,
              "value",
              text,
              "field",
              column.header().strip(),
              "limit",
              Figures.of(LIMIT)));
      return null;
    }
    int decimals = decimals(type);
    if (inDinars.stripTrailingZeros().scale() > decimals) {
      BigDecimal rounded = inDinars.setScale(decimals, RoundingMode.HALF_UP);
      row.add(
          RuleBook.finding(
              "FMT-013", place, text, "value", text, "rounded", rounded.toPlainString()));
      return rounded;
    }
    return inDinars;
  }

  /** What the tables keep. */
  private static int decimals(Aliases.Type type) {
    return switch (type) {
      case MONEY -> 2;
      case PRICE -> 6;
      default -> 4;
    };
  }
}
