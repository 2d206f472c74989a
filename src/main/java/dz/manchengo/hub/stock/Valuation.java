package dz.manchengo.hub.stock;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Runs the weighted average of products forward again where movements came since, and notes what
 * that changes in what they were worth (domain notes §5.2, decision 0051). Everything happens in
 * the calling transaction.
 */
@Component
public class Valuation {
  private static final int AT_ONCE = 5_000;

  private final ValuationTables tables;
  private final LedgerLock ledger;

  Valuation(ValuationTables tables, LedgerLock ledger) {
    this.tables = tables;
    this.ledger = ledger;
  }

  /**
   * A movement that is worth something else now.
   *
   * @param qty more of it that has a value
   * @param value more, DA
   */
  record Change(long movement, @Nullable BigDecimal unitCost, BigDecimal qty, BigDecimal value) {}

  /**
   * Values what no valuation knows yet.
   *
   * @param businessDate of the run that wants it
   * @param attempt of that run; a run has one valuation
   * @return how many movements are worth something else now
   */
  public long run(LocalDate businessDate, long attempt) {
    ledger.toLook();
    ValuationTables.Begun begun = tables.begin(businessDate, attempt);
    List<ValuationTables.Start> starts = tables.starts(begun);
    Map<Long, ProductValuation> products = new LinkedHashMap<>();
    starts.forEach(start -> products.put(start.productId(), start.product()));
    List<Change> changes = new ArrayList<>();
    long changed = 0;
    try (Stream<ValuedMovement> movements = tables.movements(starts, begun)) {
      for (Iterator<ValuedMovement> all = movements.iterator(); all.hasNext(); ) {
        ValuedMovement movement = all.next();
        ProductValuation product = Objects.requireNonNull(products.get(movement.productId()));
        Change change = change(movement, product.next(movement));
        if (change != null) {
          changes.add(change);
          changed++;
        }
        if (changes.size() == AT_ONCE) {
          tables.write(changes, begun);
          changes.clear();
        }
      }
    }
    tables.write(changes, begun);
    tables.write(products, begun);
    return changed;
  }

  /** Null where it is worth what it was worth. */
  private static @Nullable Change change(ValuedMovement movement, MovingAverage.Worth worth) {
    BigDecimal qty = valued(movement, worth.value()).subtract(valued(movement, movement.value()));
    BigDecimal value = known(worth.value()).subtract(known(movement.value()));
    return qty.signum() == 0 && value.signum() == 0
        ? null
        : new Change(movement.movementId(), worth.unitCost(), qty, value);
  }

  private static BigDecimal valued(ValuedMovement movement, @Nullable BigDecimal value) {
    return value == null ? BigDecimal.ZERO : movement.qty();
  }

  private static BigDecimal known(@Nullable BigDecimal value) {
    return value == null ? BigDecimal.ZERO : value;
  }
}
