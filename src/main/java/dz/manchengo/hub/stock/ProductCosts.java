package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.StockMovement.Origin;
import dz.manchengo.hub.platform.Figures;
import dz.manchengo.hub.platform.Sql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the movements of one file are worth, in the order in which they come. One that comes late is
 * worth what it is when it comes: nothing that was written before is valued again (MVT-005).
 */
final class ProductCosts {
  /** Products come in by these at a cost of their own. */
  private static final Set<Origin> COSTED =
      EnumSet.of(Origin.RECEPTION, Origin.PRODUCTION_IN, Origin.OPENING);

  private final JdbcClient db;
  private final Map<Long, MovingAverage> averages = new HashMap<>();
  private final Set<Long> told = new HashSet<>();

  ProductCosts(JdbcClient db) {
    this.db = db;
  }

  record Row(long productId, BigDecimal qty, BigDecimal value, @Nullable BigDecimal unitCost) {}

  /** The rows of the ledger that these movements give. */
  List<LedgerEntry> entries(List<MovementRow> rows) {
    lookUp(rows);
    rows.forEach(this::seeFirstCost);
    List<LedgerEntry> entries = new ArrayList<>(rows.size());
    for (MovementRow row : rows) {
      MovingAverage average = average(row);
      BigDecimal quantity = row.quantity();
      long warehouse = row.warehouse().id();
      entries.add(
          new LedgerEntry(row, warehouse, quantity, worth(row, quantity, average), row.key));
      if (row.destination != null) {
        BigDecimal arrived = quantity.negate();
        MovingAverage.Worth worth = average.arrive(row.movement().reference(), arrived, null);
        entries.add(new LedgerEntry(row, row.destination.id(), arrived, worth, row.key + ">"));
      }
    }
    return entries;
  }

  private MovingAverage average(MovementRow row) {
    return Objects.requireNonNull(averages.get(row.product().id()));
  }

  /** Rows above it had no other cost: within a day nobody knows what came first. */
  private void seeFirstCost(MovementRow row) {
    BigDecimal cost = row.unitCost();
    if (cost != null && row.reversed == null && row.quantity().signum() > 0) {
      average(row).costsAtFirst(cost);
    }
  }

  private void lookUp(List<MovementRow> rows) {
    Long[] unknown =
        rows.stream()
            .map(row -> row.product().id())
            .distinct()
            .filter(id -> !averages.containsKey(id))
            .toArray(Long[]::new);
    if (unknown.length > 0) {
      db.sql(Sql.file("stock/product_values.sql"))
          .param("products", unknown)
          .query(Row.class)
          .list()
          .forEach(
              row ->
                  averages.put(
                      row.productId(), new MovingAverage(row.qty(), row.value(), row.unitCost())));
    }
  }

  private MovingAverage.Worth worth(MovementRow row, BigDecimal quantity, MovingAverage average) {
    ReversibleMovement reversed = row.reversed;
    if (reversed != null) {
      BigDecimal back = reversed.value() == null ? null : reversed.value().negate();
      BigDecimal taken = average.takeBack(quantity, back);
      tellRest(row, taken, back);
      return new MovingAverage.Worth(reversed.unitCost(), taken);
    }
    BigDecimal cost = row.unitCost();
    if (row.movement().origin() == Origin.TRANSFER) {
      String reference = row.movement().reference();
      return quantity.signum() < 0
          ? average.send(reference, quantity.negate())
          : average.arrive(reference, quantity, cost);
    }
    if (quantity.signum() < 0) {
      return average.leave(quantity.negate());
    }
    if (cost == null && COSTED.contains(row.movement().origin())) {
      tellNoCost(row, average.average());
    }
    return average.enter(quantity, cost);
  }

  /** MVT-021: its goods have left meanwhile, at what they were worth. */
  private static void tellRest(
      MovementRow row, @Nullable BigDecimal taken, @Nullable BigDecimal back) {
    if (taken != null && back != null && taken.compareTo(back) != 0) {
      row.tell(
          "MVT-021",
          "ref_no",
          row.movement().reference(),
          "ref",
          row.reversedReference(),
          "product",
          row.product().code(),
          "value",
          Figures.of(back),
          "taken",
          Figures.of(taken));
    }
  }

  /** Once for each product: a file without costs has none anywhere. */
  private void tellNoCost(MovementRow row, @Nullable BigDecimal average) {
    if (told.add(row.product().id())) {
      String shown = average == null ? "reason.no-cump" : Figures.of(average);
      row.tell("MVT-005", "unit_cost", null, "cump", shown, "product", row.product().code());
    }
  }
}
