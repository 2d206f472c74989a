package dz.manchengo.hub.stock;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The weighted average cost of one product in the whole company after each movement (CUMP, domain
 * notes §5.2). Quantity and value are its state; the average is never kept rounded. Nothing is
 * worth nothing: what is left of the value where the quantity comes to 0 is never carried on to
 * what comes next.
 */
final class MovingAverage {
  private static final int COST_DECIMALS = 6;

  private BigDecimal quantity;
  private BigDecimal value;
  private @Nullable BigDecimal last;
  private final Map<Sent, Worth> sent = new HashMap<>();

  private record Sent(String reference, BigDecimal amount) {}

  /**
   * A product's state.
   *
   * @param quantity of what has a value, base units
   * @param value DA
   * @param last unit cost that was known last; null if none ever was
   */
  MovingAverage(BigDecimal quantity, BigDecimal value, @Nullable BigDecimal last) {
    this.quantity = quantity;
    this.value = value;
    this.last = last;
  }

  /** What a movement is worth: DA for one base unit, DA in all with its sign; null if unknown. */
  record Worth(@Nullable BigDecimal unitCost, @Nullable BigDecimal value) {
    static final Worth UNKNOWN = new Worth(null, null);
  }

  /** The average now, six decimals; null when no cost was ever known. */
  @Nullable BigDecimal average() {
    return quantity.signum() > 0 && value.signum() >= 0
        ? value.divide(quantity, COST_DECIMALS, RoundingMode.HALF_UP)
        : last;
  }

  /** Of what has a value, base units. */
  BigDecimal quantity() {
    return quantity;
  }

  /** DA. */
  BigDecimal value() {
    return value;
  }

  /** The unit cost that was known last; null if none ever was. */
  @Nullable BigDecimal last() {
    return last;
  }

  /**
   * What came in, at its own cost, or at the average where it has none. It is worth what it changes
   * in the value: what had left below zero at another cost is made good by what comes.
   */
  Worth enter(BigDecimal amount, @Nullable BigDecimal ownCost) {
    BigDecimal cost = ownCost == null ? average() : ownCost;
    if (cost == null) {
      return Worth.UNKNOWN;
    }
    BigDecimal before = value;
    boolean none = quantity.signum() <= 0;
    BigDecimal worth = ownCost == null ? share(amount, cost) : money(amount.multiply(cost));
    quantity = quantity.add(amount);
    // what was sold before it came has left: only what is there now counts
    value = none ? money(quantity.multiply(cost)) : value.add(worth);
    last = none ? cost : average();
    return new Worth(cost, value.subtract(before));
  }

  /** What left for another warehouse under that reference. */
  Worth send(String reference, BigDecimal amount) {
    Worth worth = leave(amount);
    sent.put(new Sent(reference, amount.stripTrailingZeros()), worth);
    return worth;
  }

  /** The other end of a transfer: what left arrives; what nobody sent enters. */
  Worth arrive(String reference, BigDecimal amount, @Nullable BigDecimal ownCost) {
    Worth left = sent.remove(new Sent(reference, amount.stripTrailingZeros()));
    if (left == null) {
      return enter(amount, ownCost);
    }
    BigDecimal worth = left.value() == null ? null : left.value().negate();
    return new Worth(left.unitCost(), takeBack(amount, worth));
  }

  /**
   * What went out, at the average; the last exit takes the whole value.
   *
   * @param amount positive
   */
  Worth leave(BigDecimal amount) {
    BigDecimal cost = average();
    if (cost == null) {
      return Worth.UNKNOWN;
    }
    BigDecimal worth = amount.compareTo(quantity) == 0 ? value : share(amount, cost);
    quantity = quantity.subtract(amount);
    value = value.subtract(worth);
    last = cost;
    return new Worth(cost, worth.negate());
  }

  /**
   * Takes a movement back at what it was worth, or at what keeps value and quantity of one sign,
   * where others have left at that worth since.
   *
   * @return what that changes in the value; null where nobody knew what it was worth
   */
  @Nullable BigDecimal takeBack(BigDecimal amount, @Nullable BigDecimal worth) {
    if (worth == null) {
      return null;
    }
    BigDecimal before = value;
    boolean comesAbove = quantity.signum() < 0 && quantity.add(amount).signum() > 0;
    quantity = quantity.add(amount);
    value =
        comesAbove
            ? worth.multiply(quantity).divide(amount, 2, RoundingMode.HALF_UP)
            : value.add(worth);
    if (quantity.signum() == 0) {
      value = money(BigDecimal.ZERO);
    } else if (value.signum() * quantity.signum() < 0 && last != null) {
      value = money(quantity.multiply(last));
    }
    return value.subtract(before);
  }

  /** A movement that is worth what it was worth, whatever the average says. */
  void stands(BigDecimal amount, @Nullable BigDecimal worth, @Nullable BigDecimal cost) {
    if (worth != null) {
      quantity = quantity.add(amount);
      value = value.add(worth);
    }
    last = cost == null ? last : cost;
  }

  /** Goods of which nobody knew the cost had that one. */
  void costsAtFirst(BigDecimal cost) {
    last = last == null ? cost : last;
  }

  /** The part of the value that falls to the amount. */
  private BigDecimal share(BigDecimal amount, BigDecimal cost) {
    if (quantity.signum() <= 0 || value.signum() < 0) {
      return money(amount.multiply(cost));
    }
    return value.multiply(amount).divide(quantity, 2, RoundingMode.HALF_UP);
  }

  private static BigDecimal money(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}
