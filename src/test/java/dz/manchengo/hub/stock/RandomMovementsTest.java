package dz.manchengo.hub.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the average whatever moves, in whatever order (domain notes §5.2). */
class RandomMovementsTest {
  private static final OffsetDateTime DAY =
      OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
  private static final int PRODUCTS = 2_000;
  private static final int MOVEMENTS = 40;

  private record Moved(ValuedMovement movement, @Nullable BigDecimal worth) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 20, 300})
  void whereNothingIsLeftNothingIsWorthAnything(long seed) {
    Random random = new Random(seed);
    for (int product = 0; product < PRODUCTS; product++) {
      run(random, true);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 50, 600})
  void withoutCorrectionsACostIsBetweenTheCostsOfEntries(long seed) {
    Random random = new Random(seed);
    for (int product = 0; product < PRODUCTS; product++) {
      run(random, false);
    }
  }

  private static void run(Random random, boolean corrections) {
    BigDecimal first = cost(random);
    ProductValuation product =
        new ProductValuation(new MovingAverage(BigDecimal.ZERO, BigDecimal.ZERO, first));
    List<Moved> moved = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal quantity = BigDecimal.ZERO;
    BigDecimal least = first;
    BigDecimal most = first;
    for (int id = 1; id <= MOVEMENTS; id++) {
      ValuedMovement movement = movement(random, id, quantity, corrections ? moved : null);
      MovingAverage.Worth worth = product.next(movement);
      moved.add(new Moved(movement, worth.value()));
      quantity = quantity.add(movement.qty());
      sum = sum.add(worth.value() == null ? BigDecimal.ZERO : worth.value());
      if (movement.costGiven() && movement.unitCost() != null) {
        least = least.min(movement.unitCost());
        most = most.max(movement.unitCost());
      }
      MovingAverage average = product.average();
      assertThat(average.quantity()).isEqualByComparingTo(quantity);
      assertThat(average.value()).as("worths add up, %s", moved).isEqualByComparingTo(sum);
      assertThat(sum.signum() * quantity.signum()).as("one sign, %s", moved).isNotNegative();
      if (quantity.signum() == 0) {
        assertThat(sum).as("nothing of nothing, %s", moved).isEqualByComparingTo("0");
      } else if (quantity.signum() > 0 && !corrections) {
        BigDecimal cents = new BigDecimal("0.01").multiply(BigDecimal.valueOf(id));
        assertThat(sum)
            .as("of %s between %s and %s: %s", quantity, least, most, moved)
            .isBetween(
                quantity.multiply(least).subtract(cents), quantity.multiply(most).add(cents));
      }
    }
  }

  /**
   * An entry, an exit of some or of all there is; with corrections an entry without its cost or a
   * reversal as well.
   */
  private static ValuedMovement movement(
      Random random, long id, BigDecimal there, @Nullable List<Moved> before) {
    int kind = random.nextInt(10);
    if (kind == 9 && before != null && !before.isEmpty()) {
      Moved what = before.get(random.nextInt(before.size()));
      if (what.movement().reversesId() == null) {
        BigDecimal back = what.movement().qty().negate();
        return of(id, back, null, what.movement().movementId(), what.worth());
      }
    }
    BigDecimal some = BigDecimal.valueOf(1 + random.nextInt(50_000), random.nextInt(5));
    if (kind < 4) {
      return of(id, some, kind == 0 && before != null ? null : cost(random), null, null);
    }
    boolean all = kind == 4 && there.signum() != 0;
    return of(id, all ? there.negate() : some.negate(), null, null, null);
  }

  private static BigDecimal cost(Random random) {
    return BigDecimal.valueOf(1 + random.nextInt(9_000_000), 2 + random.nextInt(5));
  }

  private static ValuedMovement of(
      long id,
      BigDecimal qty,
      @Nullable BigDecimal cost,
      @Nullable Long reverses,
      @Nullable BigDecimal reversedWorth) {
    return new ValuedMovement(
        id,
        1,
        DAY.plusHours(id),
        qty,
        cost,
        cost != null,
        null,
        reverses,
        reversedWorth,
        false,
        null,
        false);
  }
}
