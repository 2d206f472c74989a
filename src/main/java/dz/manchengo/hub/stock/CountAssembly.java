package dz.manchengo.hub.stock;

import dz.manchengo.hub.catalog.Warehouses;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the rows of a count sheet say, before anybody is asked (CNT-001). */
final class CountAssembly {
  static final int PASSES = 3;

  private CountAssembly() {}

  static void assemble(CountRow row) {
    if (row.isFree()) {
      return;
    }
    LocalDateTime at = row.date();
    if (at == null) {
      require(row, "counted_at");
    }
    if (row.text("product_code") == null && row.text("product_name") == null) {
      require(row, "product_code");
    }
    row.sessionNo = sessionNo(row, at);
    BigDecimal pieces = notNegative(row, "pieces");
    if (row.hasPassColumn()) {
      onePass(row, pieces);
      requireQuantity(row, pieces);
      return;
    }
    for (int pass = 1; pass <= PASSES; pass++) {
      BigDecimal quantity = notNegative(row, CountedPass.field(pass));
      if (quantity != null) {
        row.passes.add(new CountedPass(pass, quantity, pieces, counter(row, pass)));
        pieces = null; // of the first pass
      }
    }
    requireQuantity(row, pieces);
  }

  /** Nine pieces without a weight are neither nothing nor not counted. */
  private static void requireQuantity(CountRow row, @Nullable BigDecimal pieces) {
    if (pieces != null && pieces.signum() > 0 && row.passes.isEmpty()) {
      String shown = Figures.of(pieces);
      row.tell("CNT-023", "pieces", shown, "value", shown);
    }
  }

  /** Rows of several passes one below the other: a column says which each is. */
  private static void onePass(CountRow row, @Nullable BigDecimal pieces) {
    BigDecimal quantity = notNegative(row, CountedPass.field(1));
    BigDecimal number = row.number(CountRow.PASS);
    if (quantity == null) {
      return;
    }
    if (number == null) {
      require(row, CountRow.PASS);
      return;
    }
    boolean known = number.stripTrailingZeros().scale() <= 0 && number.signum() > 0;
    if (!known || number.compareTo(BigDecimal.valueOf(PASSES)) > 0) {
      String shown = Figures.of(number);
      String column = Labels.of(row, CountRow.PASS);
      row.tell(
          "FMT-014", CountRow.PASS, shown, "value", shown, "field", column, "allowed", "1, 2, 3");
      return;
    }
    int pass = number.intValue();
    row.passes.add(new CountedPass(pass, quantity, pieces, counter(row, pass)));
  }

  /** The warehouse's count of that day, where the file gives it no number. */
  private static String sessionNo(CountRow row, @Nullable LocalDateTime at) {
    String given = row.text("session_no");
    if (given != null || at == null) {
      return Objects.requireNonNullElse(given, "");
    }
    String warehouse = Warehouses.key(Objects.requireNonNullElse(row.text("warehouse"), ""));
    return CountedStock.usualNumber(warehouse, at.toLocalDate());
  }

  /** The pass's own column, where there is none the one of the first. */
  private static @Nullable String counter(CountRow row, int pass) {
    String field = CountedPass.fieldOfCounter(pass);
    return row.text(row.raw.headers().containsKey(field) ? field : "counted_by");
  }

  private static @Nullable BigDecimal notNegative(CountRow row, String field) {
    BigDecimal quantity = row.number(field);
    if (quantity != null && quantity.signum() < 0) {
      String shown = Figures.of(quantity);
      row.tell("CNT-001", field, shown, "value", shown);
    }
    return quantity;
  }

  private static void require(CountRow row, String field) {
    String header = row.raw.headers().get(field);
    boolean told =
        row.findings().stream()
            .anyMatch(f -> f.severity().rejects() && f.place().column().equals(header));
    if (!told) {
      row.tell("FMT-001", field, null, "field", Labels.of(row, field));
    }
  }
}
