package dz.manchengo.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
  @ParameterizedTest
  @CsvSource({"1.005, 1.01", "1.0049, 1.00", "-1.005, -1.01", "7, 7.00"})
  void roundsHalfUpAwayFromZero(String given, String kept) {
    assertThat(Money.of(given)).hasToString(kept);
  }

  @Test
  void isEqualWhateverTheScaleItWasGivenIn() {
    assertThat(Money.of("12.5")).isEqualTo(Money.of("12.500"));
  }

  @Test
  void addsSubtractsMultipliesAndTakesPercentages() {
    Money ten = Money.of("10.05");
    assertThat(ten.plus(ten)).isEqualTo(Money.of("20.10"));
    assertThat(ten.minus(Money.of("20")).abs()).isEqualTo(Money.of("9.95"));
    assertThat(ten.times(new BigDecimal("0.333"))).isEqualTo(Money.of("3.35"));
    assertThat(ten.percent(new BigDecimal("19"))).isEqualTo(Money.of("1.91"));
  }

  @Test
  void sharesNothingOfNothing() {
    assertThat(Money.of("5").share(Money.ZERO, Money.ZERO)).isEqualTo(Money.ZERO);
    assertThat(Money.of("100").share(Money.of("1"), Money.of("3"))).isEqualTo(Money.of("33.33"));
  }

  @ParameterizedTest
  @CsvSource({"0.02, true", "-0.02, true", "0.03, false", "-0.03, false"})
  void isWithinAToleranceBothWays(String delta, boolean within) {
    Money amount = Money.of("100");
    assertThat(amount.plus(Money.of(delta)).isWithin(Money.of("0.02"), amount)).isEqualTo(within);
  }

  @ParameterizedTest
  @CsvSource({
    "0, '0,00'",
    "12.5, '12,50'",
    "999.99, '999,99'",
    "1234.5, '1_234,50'",
    "-1234567.89, '-1_234_567,89'",
    "-100, '-100,00'"
  })
  void isWrittenTheFrenchWayInSentences(String amount, String text) {
    assertThat(Money.of(amount).text()).isEqualTo(text.replace('_', '\u00a0'));
  }

  @ParameterizedTest
  @CsvSource({"12.500, '12,5'", "1000, '1_000'", "0.000, '0'", "0.000001, '0,000001'"})
  void figuresHaveNoSuperfluousZeros(BigDecimal number, String text) {
    assertThat(Figures.of(number)).isEqualTo(text.replace('_', '\u00a0'));
  }
}
