package dz.manchengo.hub.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The latest few prices of a product in one file, the newest first. */
final class RecentPrices {
  /** As many as {@code remember_prices.sql} keeps: two mistyped ones do not decide. */
  private static final int MOST = 5;

  private final List<BigDecimal> prices = new ArrayList<>(1);
  private LocalDate latest = LocalDate.MIN;

  void add(LocalDate date, BigDecimal price) {
    if (!date.isBefore(latest)) {
      latest = date;
      prices.add(0, price);
    } else {
      prices.add(price);
    }
    if (prices.size() > MOST) {
      prices.remove(MOST);
    }
  }

  LocalDate latest() {
    return latest;
  }

  /** As PostgreSQL writes an array. */
  String text() {
    return prices.stream()
        .map(BigDecimal::toPlainString)
        .collect(Collectors.joining(",", "{", "}"));
  }
}
