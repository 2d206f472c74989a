package dz.manchengo.hub.catalog;

import dz.manchengo.hub.platform.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

/** Dated facts of Algerian VAT that rules ask for (domain notes §1.3). */
public final class VatLaw {
  private static final LocalDate LF_2017 = LocalDate.of(2017, 1, 1);
  private static final LocalDate LF_2023 = LocalDate.of(2023, 1, 1);
  private static final List<BigDecimal> RATES = rates(0, 9, 19);
  private static final List<BigDecimal> RATES_BEFORE_2017 = rates(7, 17);
  private static final int DECLARATION_DAY = 20;

  private VatLaw() {}

  /** The normal rate in percent, 17 before 2017 (domain notes §1.3). */
  public static BigDecimal normalRate(LocalDate day) {
    return BigDecimal.valueOf(day.isBefore(LF_2017) ? 17 : 19);
  }

  /** The reduced rate in percent, 7 before 2017 (domain notes §1.3). */
  public static BigDecimal reducedRate(LocalDate day) {
    return BigDecimal.valueOf(day.isBefore(LF_2017) ? 7 : 9);
  }

  public static boolean isRate(BigDecimal rate, LocalDate day) {
    return holds(RATES, rate) || (day.isBefore(LF_2017) && holds(RATES_BEFORE_2017, rate));
  }

  /** Above it, VAT of a purchase paid in cash is lost (art. 30 CTCA, LF 2023 art. 21). */
  public static Money cashDeductionLimit(LocalDate day) {
    return Money.of(day.isBefore(LF_2023) ? "100000" : "1000000");
  }

  /** The G50 of a month is due on the 20th of the next one; the day after, the month is closed. */
  public static boolean isDeclared(YearMonth month, LocalDate today) {
    return today.isAfter(month.plusMonths(1).atDay(DECLARATION_DAY));
  }

  private static boolean holds(List<BigDecimal> rates, BigDecimal rate) {
    for (BigDecimal known : rates) { // asked for every line
      if (known.compareTo(rate) == 0) {
        return true;
      }
    }
    return false;
  }

  private static List<BigDecimal> rates(int... rates) {
    return Arrays.stream(rates).mapToObj(BigDecimal::valueOf).toList();
  }
}
