package dz.manchengo.hub.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The vector of the domain notes §5.2, and what they say of negative stock. */
class MovingAverageTest {
  private final MovingAverage average = new MovingAverage(BigDecimal.ZERO, BigDecimal.ZERO, null);

  @Test
  void theAverageMovesWithEachEntryAndTheLastExitTakesTheWholeValue() {
    assertThat(entered("100", "500")).isEqualByComparingTo("50000.00");
    assertThat(entered("50", "530")).isEqualByComparingTo("26500.00");
    assertThat(average.average()).isEqualByComparingTo("510.000000");
    assertThat(left("80")).isEqualByComparingTo("-40800.00");
    assertThat(entered("30", "541")).isEqualByComparingTo("16230.00");
    assertThat(average.average()).isEqualByComparingTo("519.300000");
    assertThat(left("33.333")).isEqualByComparingTo("-17309.83");
    assertThat(average.average()).isEqualByComparingTo("519.299954");
    assertThat(left("66.667")).isEqualByComparingTo("-34620.17");
  }

  @Test
  void anEntryWithoutCostEntersAtTheAverage() {
    entered("10", "100");
    entered("10", "200");
    MovingAverage.Worth worth = average.enter(new BigDecimal("4"), null);
    assertThat(worth.unitCost()).isEqualByComparingTo("150");
    assertThat(worth.value()).isEqualByComparingTo("600.00");
    assertThat(average.average()).isEqualByComparingTo("150");
  }

  @Test
  void nothingIsValuedWhileNoCostIsKnown() {
    assertThat(average.enter(BigDecimal.TEN, null)).isEqualTo(MovingAverage.Worth.UNKNOWN);
    assertThat(average.leave(BigDecimal.ONE)).isEqualTo(MovingAverage.Worth.UNKNOWN);
    assertThat(average.average()).isNull();
  }

  @Test
  void belowZeroGoesOutAtTheLastAverageAndTheNextEntryCountsByWhatIsLeftOfIt() {
    entered("10", "500");
    assertThat(left("20")).isEqualByComparingTo("-10000.00");
    assertThat(average.average()).isEqualByComparingTo("500");
    assertThat(entered("30", "600")).isEqualByComparingTo("17000.00"); // 12,000 − (−5,000)
    assertThat(average.average()).isEqualByComparingTo("600");
  }

  @Test
  void whatIsTakenBackIsAsIfItHadNotBeen() {
    entered("10", "100");
    BigDecimal worth = entered("10", "200");
    average.takeBack(new BigDecimal("-10"), worth.negate());
    assertThat(average.average()).isEqualByComparingTo("100");
  }

  /** Price of an entry corrected after all of it was sold. */
  @Test
  void whatIsTakenBackTakesTheWholeValueWhereNothingIsLeft() {
    BigDecimal first = entered("100", "10");
    left("100");
    entered("100", "11");
    assertThat(average.takeBack(new BigDecimal("-100"), first.negate()))
        .isEqualByComparingTo("-1100");
    assertThat(average.value()).isEqualByComparingTo("0");
    assertThat(entered("10", "10")).isEqualByComparingTo("100");
    assertThat(average.average()).isEqualByComparingTo("10");
  }

  @Test
  void nothingBelowZeroHasAValueAboveIt() {
    entered("10", "100");
    entered("10", "200");
    left("12");
    average.takeBack(new BigDecimal("-10"), new BigDecimal("-1000"));
    assertThat(average.quantity()).isEqualByComparingTo("-2");
    assertThat(average.value()).isEqualByComparingTo("-300"); // at 150
  }

  private BigDecimal entered(String amount, @Nullable String cost) {
    BigDecimal own = cost == null ? null : new BigDecimal(cost);
    return Objects.requireNonNull(average.enter(new BigDecimal(amount), own).value());
  }

  private BigDecimal left(String amount) {
    return Objects.requireNonNull(average.leave(new BigDecimal(amount)).value());
  }
}
