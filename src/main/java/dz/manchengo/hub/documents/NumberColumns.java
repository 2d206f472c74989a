package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The number columns of a sheet, which bear witness for each other (domain notes §7.5). */
final class NumberColumns {
  private static final BigDecimal CLOSE = BigDecimal.ONE;

  private final @Nullable Character delimiterMark;
  private final Map<String, NumberColumn> byField = new LinkedHashMap<>();
  private final Map<String, DecimalWitnesses> witnesses = new LinkedHashMap<>();

  NumberColumns(
      ColumnMeanings meanings, Feed feed, List<SourceRow> rows, @Nullable Character delimiterMark) {
    this.delimiterMark = delimiterMark;
    meanings
        .byField()
        .forEach(
            (field, column) -> {
              if (isNumber(meanings.type(field))) {
                byField.put(field, new NumberColumn(column, field, feed, rows));
              }
            });
    byField.forEach(
        (field, column) ->
            witnesses.put(
                field,
                new DecimalWitnesses(
                    column.evidence().mark(),
                    feed.decimalMark(),
                    markOfOthers(field),
                    delimiterMark)));
    for (int i = 0; i < rows.size(); i++) {
      settleByArithmetic(i);
    }
  }

  /** The decimal mark that the file as a whole shows; null when nothing tells. */
  @Nullable Character mark() {
    DecimalEvidence all = new DecimalEvidence();
    byField.values().forEach(column -> all.add(column.evidence()));
    return all.mark() != null ? all.mark() : delimiterMark;
  }

  static boolean isNumber(Aliases.Type type) {
    return switch (type) {
      case MONEY, PRICE, QTY, PCT, INT, NUM, AUTO -> true;
      case TEXT, CODE, NIF, DATE, DATETIME, ENUM -> false;
    };
  }

  @Nullable BigDecimal value(String field, Aliases.Type type, int row, DataRow data) {
    NumberColumn column = Objects.requireNonNull(byField.get(field));
    return column.value(row, data, type, Objects.requireNonNull(witnesses.get(field)));
  }

  private @Nullable Character markOfOthers(String field) {
    DecimalEvidence others = new DecimalEvidence();
    byField.forEach(
        (name, column) -> {
          if (!name.equals(field)) {
            others.add(column.evidence());
          }
        });
    return others.mark();
  }

  /** First witness: quantity × price is the line's amount for exactly one of the readings. */
  private void settleByArithmetic(int row) {
    NumberColumn qty = byField.get("qty");
    NumberColumn price = byField.get("unit_price_ht");
    NumberColumn amount = byField.get("line_ht");
    if (qty == null || price == null || amount == null) {
      return;
    }
    boolean open =
        qty.ambiguous(row) != null || price.ambiguous(row) != null || amount.ambiguous(row) != null;
    if (!open) {
      return;
    }
    @Nullable BigDecimal[] fit = null;
    for (BigDecimal q : candidates(qty, row)) {
      for (BigDecimal p : candidates(price, row)) {
        for (BigDecimal a : candidates(amount, row)) {
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
      settle(qty, row, fit[0]);
      settle(price, row, fit[1]);
      settle(amount, row, fit[2]);
    }
  }

  private static void settle(NumberColumn column, int row, @Nullable BigDecimal value) {
    if (column.ambiguous(row) != null && value != null) {
      column.settle(row, value);
    }
  }

  private static List<BigDecimal> candidates(NumberColumn column, int row) {
    NumberReading.Ambiguous open = column.ambiguous(row);
    if (open != null) {
      return List.of(open.asDecimal(), open.asGrouped());
    }
    BigDecimal plain = column.plain(row);
    return plain == null ? List.of() : List.of(plain);
  }
}
