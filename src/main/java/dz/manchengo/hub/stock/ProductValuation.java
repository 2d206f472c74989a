package dz.manchengo.hub.stock;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One product's movements in the order in which they happened, each worth what it changes in the
 * product's value: so the sum of all of them is that value, where stock was negative too (domain
 * notes §5.2).
 */
final class ProductValuation {
  private final MovingAverage average;
  private final Map<Long, BigDecimal> reversible = new HashMap<>();
  private @Nullable ValuedMovement last;

  ProductValuation(MovingAverage average) {
    this.average = average;
  }

  MovingAverage average() {
    return average;
  }

  /** The one that came last; empty while none did. */
  Optional<ValuedMovement> last() {
    return Optional.ofNullable(last);
  }

  /** What the next movement is worth; unknown while no cost is. */
  MovingAverage.Worth next(ValuedMovement movement) {
    last = movement;
    BigDecimal before = average.value();
    MovingAverage.Worth worth = worth(movement);
    if (movement.closed() || worth.value() == null) {
      return worth;
    }
    BigDecimal change = average.value().subtract(before);
    if (movement.reversed()) {
      reversible.put(movement.movementId(), change);
    }
    return new MovingAverage.Worth(worth.unitCost(), change);
  }

  private MovingAverage.Worth worth(ValuedMovement movement) {
    if (movement.closed()) {
      average.stands(movement.qty(), movement.value(), movement.unitCost());
      return new MovingAverage.Worth(movement.unitCost(), movement.value());
    }
    if (movement.reversesId() != null) {
      BigDecimal reversed =
          reversible.getOrDefault(movement.reversesId(), movement.reversedValue());
      BigDecimal back = reversed == null ? null : reversed.negate();
      average.takeBack(movement.qty(), back);
      return new MovingAverage.Worth(movement.unitCost(), back);
    }
    if (movement.qty().signum() < 0) {
      return average.leave(movement.qty().negate());
    }
    BigDecimal own = movement.costGiven() ? movement.unitCost() : null;
    return average.enter(movement.qty(), own);
  }
}
