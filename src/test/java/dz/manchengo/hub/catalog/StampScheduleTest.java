package dz.manchengo.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dz.manchengo.hub.platform.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StampScheduleTest {
  private static final LocalDate IN_2026 = LocalDate.of(2026, 3, 5);

  /** Every cell of the table in §1.4. */
  @ParameterizedTest
  @CsvSource({
    "200,       0,     0,     2.00,     0,     5,     5",
    "300,       0,     5,     3.00,     0,     5,     5",
    "300.01,    5,     5,     3.00,     5,     5,     5",
    "11900,     119,   119,   119.00,   119,   119,   119",
    "29999.50,  300,   300,   300.00,   299,   300,   300",
    "30000,     300,   300,   300.00,   300,   300,   300",
    "30000.01,  452,   302,   450.00,   450,   301,   301",
    "31010,     467,   317,   465.15,   465,   311,   311",
    "33970,     510,   360,   509.55,   508,   340,   340",
    "50000,     750,   600,   750.00,   750,   500,   500",
    "100000,    1500,  1350,  1500.00,  1500,  1000,  1000",
    "100000.01, 2002,  1352,  2000.00,  2000,  1001,  1001",
    "950000,    19000, 18350, 19000.00, 19000, 9500,  2500",
    "2500000,   50000, 49350, 50000.00, 50000, 10000, 2500"
  })
  void computesTheLegalDutyAndEveryKnownVariant(
      String base,
      String legal,
      String marginal,
      String percentage,
      String floored,
      String lf2023,
      String until2022) {
    Money cash = Money.of(base);
    assertThat(StampRegimes.LF_2025.duty(cash)).isEqualTo(Money.of(legal));
    assertThat(StampRegimes.SCHEDULE.duty(cash, IN_2026)).isEqualTo(Money.of(legal));
    assertThat(StampRegimes.LF_2025.marginalDuty(cash)).isEqualTo(Money.of(marginal));
    assertThat(StampRegimes.LF_2025.percentageDuty(cash)).isEqualTo(Money.of(percentage));
    assertThat(StampRegimes.LF_2025.flooredDuty(cash)).isEqualTo(Money.of(floored));
    assertThat(StampRegimes.LF_2023.duty(cash)).isEqualTo(Money.of(lf2023));
    assertThat(StampRegimes.UNTIL_2022.duty(cash)).isEqualTo(Money.of(until2022));
  }

  @ParameterizedTest
  @CsvSource({
    "2002-12-31, 0",
    "2003-01-01, 2500",
    "2022-12-31, 2500",
    "2023-01-01, 9500",
    "2024-12-31, 9500",
    "2025-01-01, 19000",
    "2030-01-01, 19000"
  })
  void appliesTheRegimeOfTheDay(LocalDate day, String duty) {
    assertThat(StampRegimes.SCHEDULE.duty(Money.of("950000"), day)).isEqualTo(Money.of(duty));
  }

  @ParameterizedTest
  @CsvSource({"20, 0", "20.01, 5"})
  void exemptsTwentyDinarsBefore2025(String base, String duty) {
    assertThat(StampRegimes.LF_2023.duty(Money.of(base))).isEqualTo(Money.of(duty));
  }

  @Test
  void namesTheVariantsLikeliestFirst() {
    assertThat(StampRegimes.SCHEDULE.variants(Money.of("31010"), IN_2026))
        .hasToString(
            "{{reason.stamp.marginal}=317.00, {reason.stamp.percentage}=465.15,"
                + " {reason.stamp.floored}=465.00, LF 2023 art. 18=311.00,"
                + " art. 100 code du timbre, avant LF 2023=311.00, {reason.stamp.flat} 50,00 DA=50.00}");
  }

  @Test
  void refusesTwoRegimesOnOneDay() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StampSchedule(List.of(StampRegimes.LF_2025, StampRegimes.LF_2025)));
  }

  @Test
  void refusesARegimeThatEndsSomewhere() {
    StampRegime.Bracket closed = new StampRegime.Bracket(Money.of("100"), BigDecimal.ONE);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new StampRegime(
                    "?",
                    IN_2026,
                    null,
                    Money.ZERO,
                    Money.of("100"),
                    Money.ZERO,
                    null,
                    List.of(closed)));
  }
}
