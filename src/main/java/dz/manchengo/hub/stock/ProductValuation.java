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
    MovingAverage.Worth worth = worth(movement);
    if (worth.value() != null && movement.reversed() && !movement.closed()) {
      reversible.put(movement.movementId(), worth.value());
    }
    return worth;
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
      return new MovingAverage.Worth(movement.unitCost(), average.takeBack(movement.qty(), back));
    }
    boolean out = movement.qty().signum() < 0;
    BigDecimal own = movement.costGiven() ? movement.unitCost() : null;
    String transfer = movement.transfer();
    if (transfer != null) {
      return out
          ? average.send(transfer, movement.qty().negate())
          : average.arrive(transfer, movement.qty(), own);
    }
    return out ? average.leave(movement.qty().negate()) : average.enter(movement.qty(), own);
  }
}
