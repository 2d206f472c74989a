package dz.manchengo.hub.stock;

import dz.manchengo.hub.platform.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a valuation reads and writes. */
@Component
class ValuationTables {
  private static final int ROWS_AT_ONCE = 5_000;

  private final JdbcClient db;
  private final JdbcClient portions;
  private final ZoneId zone;

  ValuationTables(JdbcClient db, DataSource source, Clock clock) {
    this.db = db;
    JdbcTemplate template = new JdbcTemplate(source);
    template.setFetchSize(ROWS_AT_ONCE);
    this.portions = JdbcClient.create(new NamedParameterJdbcTemplate(template));
    this.zone = clock.getZone();
  }

  /** A valuation of what was recorded by then. */
  record Begun(long valuationId, OffsetDateTime knownAt) {}

  /**
   * Where a product begins.
   *
   * @param lastCost of what came last; at its first movement the first that became known
   * @param throughAt of the last movement that is in it; null for none
   */
  record Start(
      long productId,
      BigDecimal qty,
      BigDecimal value,
      @Nullable BigDecimal lastCost,
      @Nullable OffsetDateTime throughAt) {
    ProductValuation product() {
      return new ProductValuation(new MovingAverage(qty, value, lastCost));
    }
  }

  private record End(long productId, MovingAverage average, ValuedMovement last) {}

  Begun begin(LocalDate businessDate, long attempt) {
    return db.sql(Sql.file("stock/begin_valuation.sql"))
        .param("businessDate", businessDate)
        .param("attempt", attempt)
        .query(Begun.class)
        .single();
  }

  /** Products of which something came since the last valuation. */
  List<Start> starts(Begun begun) {
    return db.sql(Sql.file("stock/valuation_starts.sql"))
        .param("valuation", begun.valuationId())
        .param("knownAt", begun.knownAt())
        .query(Start.class)
        .list();
  }

  /** By product, in the order in which they happened; to be closed. */
  Stream<ValuedMovement> movements(List<Start> starts, Begun begun) {
    return portions
        .sql(Sql.file("stock/movements_to_value.sql"))
        .param("products", ids(starts, Start::productId))
        .param("throughAt", texts(starts, Start::throughAt))
        .param("knownAt", begun.knownAt())
        .param("zone", zone.getId())
        .query(ValuationTables::movement)
        .stream();
  }

  /** By position: there are millions. */
  private static ValuedMovement movement(ResultSet row, int number) throws SQLException {
    long reverses = row.getLong(8);
    return new ValuedMovement(
        row.getLong(1),
        row.getLong(2),
        row.getObject(3, OffsetDateTime.class),
        row.getBigDecimal(4),
        row.getBigDecimal(5),
        row.getBoolean(6),
        row.getBigDecimal(7),
        reverses == 0 ? null : reverses,
        row.getBigDecimal(9),
        row.getBoolean(10),
        row.getString(11),
        row.getBoolean(12));
  }

  void write(List<Valuation.Change> changes, Begun begun) {
    db.sql(Sql.file("stock/write_revaluations.sql"))
        .param("valuation", begun.valuationId())
        .param("knownAt", begun.knownAt())
        .param("movements", ids(changes, Valuation.Change::movement))
        .param("costs", figures(changes, Valuation.Change::unitCost))
        .param("quantities", figures(changes, Valuation.Change::qty))
        .param("values", figures(changes, Valuation.Change::value))
        .update();
  }

  /** Where the products end: the next valuation goes on from there. */
  void write(Map<Long, ProductValuation> products, Begun begun) {
    List<End> ends =
        products.entrySet().stream()
            .flatMap(
                one ->
                    one
                        .getValue()
                        .last()
                        .map(last -> new End(one.getKey(), one.getValue().average(), last))
                        .stream())
            .toList();
    db.sql(Sql.file("stock/write_product_valuations.sql"))
        .param("valuation", begun.valuationId())
        .param("products", ids(ends, End::productId))
        .param("quantities", figures(ends, end -> end.average().quantity()))
        .param("values", figures(ends, end -> end.average().value()))
        .param("costs", figures(ends, end -> end.average().last()))
        .param("throughAt", texts(ends, end -> end.last().effectiveAt()))
        .param("throughId", ids(ends, end -> end.last().movementId()))
        .update();
  }

  private static <A> @Nullable Long[] ids(List<A> rows, Function<A, @Nullable Long> part) {
    return rows.stream().map(part).toArray(Long[]::new);
  }

  private static <A> @Nullable BigDecimal[] figures(
      List<A> rows, Function<A, @Nullable BigDecimal> part) {
    return rows.stream().map(part).toArray(BigDecimal[]::new);
  }

  private static <A> @Nullable String[] texts(
      List<A> rows, Function<A, @Nullable OffsetDateTime> part) {
    return rows.stream()
        .map(part)
        .map(value -> value == null ? null : value.toString())
        .toArray(String[]::new);
  }
}
