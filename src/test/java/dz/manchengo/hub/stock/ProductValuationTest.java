package dz.manchengo.hub.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The average run forward over movements in the order in which they happened. */
class ProductValuationTest {
  private static final OffsetDateTime DAY =
      OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private final ProductValuation product =
      new ProductValuation(new MovingAverage(BigDecimal.ZERO, BigDecimal.ZERO, null));
  private long id;

  private static ValuedMovement movement(long id, String qty, @Nullable String cost) {
    return new ValuedMovement(
        id,
        1,
        DAY.plusDays(id),
        new BigDecimal(qty),
        cost == null ? null : new BigDecimal(cost),
        cost != null,
        null,
        null,
        null,
        false,
        null,
        false);
  }

  private String worth(String qty, @Nullable String cost) {
    MovingAverage.Worth worth = product.next(movement(++id, qty, cost));
    return worth.value() == null ? "unknown" : worth.value().toPlainString();
  }

  @Test
  void theVectorOfTheDomainNotes() {
    List<String> worths = new ArrayList<>();
    worths.add(worth("100", "500"));
    worths.add(worth("50", "530"));
    worths.add(worth("-80", null));
    worths.add(worth("30", "541"));
    worths.add(worth("-33.333", null));
    worths.add(worth("-66.667", null));
    assertThat(worths)
        .containsExactly("50000.00", "26500.00", "-40800.00", "16230.00", "-17309.83", "-34620.17");
    assertThat(product.average().value()).isEqualByComparingTo("0");
  }

  /**
   * What went out before it came in left at the last average; the entry takes up the difference.
   */
  @Test
  void worthsAddUpToTheValueThoughStockWasNegative() {
    BigDecimal sum = new BigDecimal(worth("10", "500"));
    sum = sum.add(new BigDecimal(worth("-20", null)));
    assertThat(sum).isEqualByComparingTo("-5000");
    sum = sum.add(new BigDecimal(worth("30", "600")));
    assertThat(sum).isEqualByComparingTo("12000").isEqualByComparingTo(product.average().value());
  }

  @Test
  void aReversalTakesBackWhatTheMovementIsWorthNow() {
    worth("10", "100");
    ValuedMovement exit =
        new ValuedMovement(
            7, 1, DAY, new BigDecimal("-4"), null, false, null, null, null, true, null, false);
    assertThat(Objects.requireNonNull(product.next(exit).value())).isEqualByComparingTo("-400");
    ValuedMovement back =
        new ValuedMovement(
            8,
            1,
            DAY,
            new BigDecimal("4"),
            new BigDecimal("90"),
            false,
            new BigDecimal("360"),
            7L,
            new BigDecimal("-360"),
            false,
            null,
            false);
    assertThat(Objects.requireNonNull(product.next(back).value())).isEqualByComparingTo("400");
    assertThat(product.average().average()).isEqualByComparingTo("100");
  }

  @Test
  void whatLeavesByATransferArrives() {
    worth("1", "100");
    worth("2", "0.005");
    ValuedMovement out = transfer("-0.5");
    ValuedMovement in = transfer("0.5");
    BigDecimal left = Objects.requireNonNull(product.next(out).value());
    assertThat(product.next(in).value()).isEqualTo(left.negate());
  }

  private static ValuedMovement transfer(String qty) {
    return new ValuedMovement(
        20, 1, DAY, new BigDecimal(qty), null, false, null, null, null, false, "TR-1", false);
  }

  @Test
  void whatIsClosedStaysAsItIs() {
    worth("10", "100");
    ValuedMovement closed =
        new ValuedMovement(
            9,
            1,
            DAY,
            new BigDecimal("-5"),
            new BigDecimal("90"),
            false,
            new BigDecimal("-450"),
            null,
            null,
            false,
            null,
            true);
    assertThat(Objects.requireNonNull(product.next(closed).value())).isEqualByComparingTo("-450");
    assertThat(worth("-5", null)).isEqualTo("-550.00");
  }

  @Test
  void nothingIsKnownBeforeTheFirstCost() {
    assertThat(worth("-3", null)).isEqualTo("unknown");
    assertThat(worth("5", "10")).isEqualTo("50.00");
  }
}
