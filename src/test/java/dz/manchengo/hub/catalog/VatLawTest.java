package dz.manchengo.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.platform.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VatLawTest {
  @ParameterizedTest
  @CsvSource({
    "0, 2026-01-01, true", "9.00, 2026-01-01, true", "19, 2026-01-01, true",
    "17, 2016-12-31, true", "7, 2016-12-31, true", "17, 2017-01-01, false",
    "7, 2017-01-01, false", "20, 2026-01-01, false", "-19, 2026-01-01, false"
  })
  void knowsTheRatesOfTheDay(BigDecimal rate, LocalDate day, boolean known) {
    assertThat(VatLaw.isRate(rate, day)).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource({"2026-02-20, false", "2026-02-21, true", "2025-12-31, false"})
  void closesAMonthAfterTheTwentiethOfTheNext(LocalDate today, boolean declared) {
    assertThat(VatLaw.isDeclared(YearMonth.of(2026, 1), today)).isEqualTo(declared);
  }

  @Test
  void raisedTheCashLimitIn2023() {
    assertThat(VatLaw.cashDeductionLimit(LocalDate.of(2022, 12, 31))).isEqualTo(Money.of("100000"));
    assertThat(VatLaw.cashDeductionLimit(LocalDate.of(2023, 1, 1))).isEqualTo(Money.of("1000000"));
  }
}
