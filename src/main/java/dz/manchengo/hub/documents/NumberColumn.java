package dz.manchengo.hub.documents;

import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of numbers. What {@code 1.234} means is decided by the column itself where it can be,
 * and by the other witnesses of §7.5 where it cannot.
 */
final class NumberColumn {
  private static final String GLOBAL_DISCOUNT = "global_discount";
  private static final String QUANTITY = "qty";

  /** A quantity that the tables round, as amounts are computed with it. */
  private static final String EXACT_QUANTITY = "qty_exact";

  /** Greater ones are slips: no price, amount or quantity here comes near it. */
  private static final BigDecimal LIMIT = BigDecimal.valueOf(1_000_000_000_000L);

  /** A column of weights would fill the answer with one and the same remark. */
  private static final int MOST_TOLD = 50;

  private final Layout.Column column;
  private final String field;
  private final Aliases.Type type;
  private final Feed feed;
  private final DecimalWitnesses witnesses;
  private List<Object> contradiction = List.of();
  private @Nullable CorrectedCells corrected;
  private int settledCells;

  NumberColumn(
      Layout.Column column,
      String field,
      Aliases.Type type,
      Feed feed,
      DecimalWitnesses witnesses) {
    this.column = column;
    this.field = field;
    this.type = type;
    this.feed = feed;
    this.witnesses = witnesses;
  }

  /** What its cells show of decimal marks, where they show both, and which were typed later. */
  NumberColumn showing(DecimalEvidence marks, CorrectedCells typed) {
    contradiction = marks.contradiction();
    corrected = typed;
    return this;
  }

  Layout.Column column() {
    return column;
  }

  String field() {
    return field;
  }

  /** The decimal mark that settles what is ambiguous here; null when nobody knows it. */
  @Nullable Character mark() {
    return witnesses.mark();
  }

  Aliases.Type type() {
    return type;
  }

  boolean isRate() {
    return type == Aliases.Type.PCT;
  }

  /** What the row's cell says; null when it has no value. */
  @Nullable NumberReading reading(SourceRow row) {
    Cell cell = row.cell(column.index());
    if (cell.isBlank() || CellValue.fault(cell) != null) {
      return null;
    }
    if (VatWords.FIELDS.contains(field)) {
      return VatWords.reading(cell);
    }
    NumberReading plain = CellValue.number(cell);
    if (plain == NumberReading.NOT_A_NUMBER
        && (type == Aliases.Type.MONEY || field.startsWith(DiscountColumn.FIELD))
        && NumberText.isAccountingZero(cell.text())) {
      return new NumberReading.Exact(BigDecimal.ZERO);
    }
    MeasuredText measured =
        plain == NumberReading.NOT_A_NUMBER && QuantityUnits.mayName(field)
            ? MeasuredText.of(cell)
            : null;
    return measured == null ? plain : NumberText.read(measured.number());
  }

  /** The value of the row's cell, or a finding in the row. */
  @Nullable BigDecimal value(NumberReading reading, SourceRow source, DataRow row) {
    String text = source.cell(column.index()).text();
    Place place = row.place().at(column.header());
    String currency = type.isMoney() ? currency(text) : null;
    if (currency != null) {
      row.add(RuleBook.finding("FMT-015", place, text, "value", currency));
      return null;
    }
    DiscountUnit foreign = foreignUnit(source.cell(column.index()), text);
    if (foreign != null) {
      if (field.equals(GLOBAL_DISCOUNT) && reading instanceof NumberReading.Exact percent) {
        row.put(GLOBAL_DISCOUNT + "_pct", percent.value());
        return null;
      }
      row.add(foreign(foreign, place, text));
      return null;
    }
    if (reading instanceof NumberReading.Exact exact) {
      return inUnit(exact.value(), row, place, text);
    }
    if (reading instanceof NumberReading.Ambiguous open) {
      DecimalWitnesses.Settled settled = witnesses.settle(open);
      if (settled == null || isThin(settled, open) || isOfTypist(settled, open, source)) {
        row.add(ambiguous(place, text, open));
        return null;
      }
      tell(settled, place, text, row);
      return inUnit(settled.value(), row, place, text);
    }
    if (VatWords.FIELDS.contains(field) && Enumerations.VAT_EXEMPT.read(text) != null) {
      row.put("vat_exempt_reason", text.strip());
      return BigDecimal.ZERO;
    }
    String rule = reading instanceof NumberReading.BadGrouping ? "FMT-005" : "FMT-002";
    if (VatWords.FIELDS.contains(field) && TaxName.isUnclear(text)) {
      rule = "FMT-037";
    }
    row.add(RuleBook.finding(rule, place, text, "value", text, "field", column.header().strip()));
    return null;
  }

  /** That a file has semicolons does not show that its amounts have three decimals. */
  private boolean isThin(DecimalWitnesses.Settled settled, NumberReading.Ambiguous open) {
    return type == Aliases.Type.MONEY
        && settled.witness() == DecimalWitnesses.Witness.DELIMITER
        && settled.value().compareTo(open.asDecimal()) == 0;
  }

  /** Thousands in a file of another country, from a keyboard that writes decimals like that. */
  private boolean isOfTypist(
      DecimalWitnesses.Settled settled, NumberReading.Ambiguous open, SourceRow source) {
    return corrected != null
        && settled.value().compareTo(open.asGrouped()) == 0
        && corrected.isTyped(source, column);
  }

  /** A percentage among amounts, prices and quantities, or dinars among percentages. */
  private @Nullable DiscountUnit foreignUnit(Cell cell, String text) {
    boolean percent = cell instanceof Cell.Percent || text.indexOf('%') >= 0;
    return switch (type) {
      case MONEY, PRICE, QTY, INT -> percent ? DiscountUnit.PERCENT : null;
      case PCT -> DiscountUnit.named(text) == DiscountUnit.DINAR ? DiscountUnit.DINAR : null;
      default -> null;
    };
  }

  /** Digits and separators, as most cells are, name no currency. */
  private static @Nullable String currency(String text) {
    char last = text.isEmpty() ? '0' : text.charAt(text.length() - 1);
    char first = text.isEmpty() ? '0' : text.charAt(0);
    return Typography.isDigit(first) && Typography.isDigit(last) ? null : ForeignCurrency.in(text);
  }

  private Finding foreign(DiscountUnit unit, Place place, String text) {
    return RuleBook.finding(
        "FMT-020",
        place,
        text,
        "value",
        text,
        "field",
        column.header().strip(),
        "unit",
        unit.reason());
  }

  /** That the row's other figures settled it, if they did. */
  void tellArithmetic(NumberReading reading, SourceRow source, DataRow row) {
    if (reading instanceof NumberReading.Exact exact) {
      String text = source.cell(column.index()).text();
      tell(
          new DecimalWitnesses.Settled(exact.value(), DecimalWitnesses.Witness.ARITHMETIC),
          row.place().at(column.header()),
          text,
          row);
    }
  }

  /** FMT-004 for the first cells of the column; the last of them says that it goes on like that. */
  private void tell(DecimalWitnesses.Settled settled, Place place, String text, DataRow row) {
    if (++settledCells > MOST_TOLD) {
      return;
    }
    List<Object> params =
        new ArrayList<>(
            List.of(
                "value",
                text,
                "a",
                Figures.of(settled.value()),
                "witness",
                settled.witness().reason()));
    params.addAll(
        settledCells == MOST_TOLD ? List.of(Hints.PARAM, "hint.same-below") : contradiction);
    row.add(RuleBook.finding("FMT-004", place, text, params.toArray()));
  }

  private static Finding ambiguous(Place place, String text, NumberReading.Ambiguous open) {
    String decimal = Figures.of(open.asDecimal());
    return RuleBook.finding(
        "FMT-003",
        place,
        text,
        "value",
        text,
        "a",
        decimal,
        "b",
        Figures.of(open.asGrouped()),
        "clear",
        clear(decimal));
  }

  /** Three digits behind the comma could be thousands once more. */
  private static String clear(String decimal) {
    int comma = decimal.indexOf(',');
    if (comma < 0) {
      return decimal + ",0";
    }
    return decimal.length() - comma == 4 ? decimal + "0" : decimal;
  }

  private @Nullable BigDecimal inUnit(BigDecimal value, DataRow row, Place place, String text) {
    BigDecimal inDinars = type.isMoney() && isInCentimes(row) ? value.movePointLeft(2) : value;
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
    if (inDinars.scale() > decimals && inDinars.stripTrailingZeros().scale() > decimals) {
      BigDecimal rounded = inDinars.setScale(decimals, RoundingMode.HALF_UP);
      row.add(
          RuleBook.finding(
              "FMT-013",
              place,
              text,
              "value",
              text,
              "field",
              column.header().strip(),
              "rounded",
              Figures.of(rounded),
              "decimals",
              decimals));
      if (field.equals(QUANTITY)) {
        row.put(EXACT_QUANTITY, inDinars); // 3.33333333 × 30 000 is 100 000
      }
      return rounded;
    }
    return inDinars;
  }

  /** The header's own word wins over the row's and the feed's. */
  private boolean isInCentimes(DataRow row) {
    return HeaderUnit.isOfCentimes(column.match().hint())
        || row.moneyUnit(feed.unitOf(field)) == Feed.MoneyUnit.CENTIME;
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
