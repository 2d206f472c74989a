package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * « TVA 9% » and « TVA 19% » beside lines: the column that holds an amount names the rate of its
 * row. What the amount should be at that rate is compared like any other.
 */
final class RatesOfLines {
  private static final String RATE = "vat_rate";

  private static final Pattern PERCENTAGE = Pattern.compile("\\d+ ?%");

  private final Map<String, BigDecimal> rates = new LinkedHashMap<>();

  /**
   * Whether they are amounts of lines: where one is, the other one is too, though it be 0
   * throughout.
   */
  private boolean ofLine;

  /** None for a journal, whose rows are documents and may bear several rates. */
  static RatesOfLines of(ColumnMeanings meanings, boolean journal) {
    RatesOfLines rates = new RatesOfLines();
    if (!journal) {
      meanings.byField().forEach(rates::add);
    }
    return rates;
  }

  private void add(String field, ColumnSurvey column) {
    Aliases.Match match = column.column().match();
    String rate = match.hint();
    if (match.by() == Aliases.By.ALIAS_AND_RATE
        && rate != null
        && column.column().means("total_vat")) {
      rates.put(field, new BigDecimal(rate.replace(' ', '.')));
      ofLine |= column.isOfLine();
    }
  }

  /** Names the rate of the row, unless a column of its own does or two amounts compete. */
  void settle(DataRow row) {
    BigDecimal rate = null;
    int amounts = 0;
    for (Map.Entry<String, BigDecimal> one : rates.entrySet()) {
      BigDecimal amount = amount(one.getKey(), row);
      if (amount != null && (rate == null || amount.signum() != 0)) {
        rate = amount.signum() == 0 ? BigDecimal.ZERO : one.getValue();
        amounts += amount.signum() == 0 ? 0 : 1;
      }
    }
    if (rate != null && amounts < 2 && !row.line().containsKey(RATE) && !isStamp(row)) {
      row.put(RATE, rate);
    }
  }

  /** « Timbre fiscal » among the articles bears none. */
  private static boolean isStamp(DataRow row) {
    String name = String.valueOf(row.line().get("description"));
    return KnownHeaders.fieldsOf(PERCENTAGE.matcher(name).replaceAll("")).contains("stamp");
  }

  private @Nullable BigDecimal amount(String field, DataRow row) {
    boolean own = RateColumns.isField(field);
    if (!own || !ofLine) {
      Object value = row.header().getOrDefault(field, row.line().get(field));
      return value instanceof BigDecimal amount ? amount : null;
    }
    return row.header().remove(field) instanceof BigDecimal amount ? toLine(amount, row) : null;
  }

  private static BigDecimal toLine(BigDecimal amount, DataRow row) {
    row.line().merge("line_vat", amount, (a, b) -> ((BigDecimal) a).add((BigDecimal) b));
    return amount;
  }
}
