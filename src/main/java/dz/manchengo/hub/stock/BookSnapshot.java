package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.platform.Figures;
import dz.manchengo.hub.platform.Sql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the book holds of each new line at the cut-off of its session (CNT-004, CNT-016). The file's
 * own book quantity counts for nothing.
 */
final class BookSnapshot {
  private static final BigDecimal TOLERANCE = new BigDecimal("0.02");

  private final JdbcClient db;

  /** Session → whether its warehouse has any book. */
  private final Map<Long, Boolean> books = new HashMap<>();

  private final Set<Long> told = new HashSet<>();

  BookSnapshot(JdbcClient db) {
    this.db = db;
  }

  record Book(int position, BigDecimal qty, @Nullable BigDecimal unitCost) {}

  /**
   * Fills in the lines that are new.
   *
   * @param rows that stand, on their lines
   */
  void take(List<CountRow> rows) {
    Map<CountLine, CountRow> opening =
        rows.stream()
            .filter(row -> row.line().isNew)
            .collect(
                Collectors.toMap(
                    CountRow::line,
                    row -> row,
                    (first, other) -> first,
                    java.util.LinkedHashMap::new));
    lookUp(new ArrayList<>(opening.values()));
    opening.forEach(this::compare);
  }

  private void lookUp(List<CountRow> rows) {
    db.sql(Sql.file("stock/find_book.sql"))
        .param("warehouses", rows.stream().map(r -> r.session().warehouseId()).toArray(Long[]::new))
        .param("products", rows.stream().map(r -> r.line().key.productId()).toArray(Long[]::new))
        .param("lots", rows.stream().map(r -> r.line().key.lotId()).toArray(Long[]::new))
        .param(
            "cutoffs",
            rows.stream().map(r -> r.session().cutoffAt().toString()).toArray(String[]::new))
        .query(Book.class)
        .list()
        .forEach(
            book -> {
              CountLine line = rows.get(book.position()).line();
              line.book = book.qty();
              line.unitCost = book.unitCost();
            });
  }

  private void compare(CountLine line, CountRow row) {
    BigDecimal counted = row.inBase(row.passes.get(0).quantity());
    if (counted.signum() > 0 && line.book.signum() == 0) {
      line.unexpected = true;
      tellFound(row);
    } else if (counted.signum() > 0 && line.book.signum() > 0) {
      compareUnits(row, counted.divide(line.book, 6, RoundingMode.HALF_UP));
    }
  }

  /** Where the book holds nothing at all it is said once. */
  private void tellFound(CountRow row) {
    CountSession session = row.session();
    boolean book = books.computeIfAbsent(session.sessionId(), id -> hasBook(session));
    String lot = row.lotShown().isEmpty() ? "-" : row.lotShown();
    String product = row.product().code();
    if (book) {
      row.tell("CNT-004", "product_code", product, "product", product, "lot", lot);
    } else if (told.add(session.sessionId())) {
      row.tell(
          "CNT-004",
          "product_code",
          product,
          "product",
          product,
          "lot",
          lot,
          "warehouse",
          session.warehouseCode(),
          Hints.PARAM,
          "hint.no-book");
    }
  }

  private boolean hasBook(CountSession session) {
    return db.sql(
            "SELECT EXISTS (SELECT FROM stock_movement"
                + " WHERE warehouse_id = :warehouse AND effective_at <= :cutoff)")
        .param("warehouse", session.warehouseId())
        .param("cutoff", session.cutoffAt())
        .query(Boolean.class)
        .single();
  }

  /** Cartons that were written down as pieces, or the reverse. */
  private static void compareUnits(CountRow row, BigDecimal ratio) {
    String base = row.product().baseUom();
    for (Map.Entry<String, BigDecimal> unit : row.product().factors().entrySet()) {
      BigDecimal factor = unit.getValue();
      if (factor.compareTo(BigDecimal.ONE) != 0 && isNear(ratio.multiply(factor))) {
        tellUnit(row, unit.getKey(), base);
      } else if (factor.compareTo(BigDecimal.ONE) != 0
          && isNear(ratio.divide(factor, 6, RoundingMode.HALF_UP))) {
        tellUnit(row, base, unit.getKey());
      }
    }
  }

  private static boolean isNear(BigDecimal one) {
    return one.subtract(BigDecimal.ONE).abs().compareTo(TOLERANCE) <= 0;
  }

  private static void tellUnit(CountRow row, String counted, String meant) {
    row.tell(
        "CNT-016",
        Objects.requireNonNull(row.passes.get(0)).field(),
        Figures.of(row.passes.get(0).quantity()),
        "product",
        row.product().code(),
        "uom_a",
        counted,
        "uom_b",
        meant);
  }
}
