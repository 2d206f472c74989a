package dz.manchengo.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateSplitTest {
  @ParameterizedTest
  @CsvSource({
    // VAT at 9 and 19, their sum → bases
    "90.14,  1517.63,  8989.00,  1001.50, 7987.50",
    "-90.14, -1517.63, -8989.00, -1001.50, -7987.50",
    "45.00,  190.00,   1500.00,  500.00,  1000.00",
    "45.00,  190.00,   1500.03,  500.03,  1000.00",
    "45.00,  190.00,   1500.07,  500.05,  1000.02"
  })
  void basesComeToTheirSumAndBearTheirVat(
      String reduced, String normal, String sum, String ofReduced, String ofNormal) {
    assertThat(split(reduced, normal, sum))
        .containsEntry(BigDecimal.valueOf(9), new BigDecimal(ofReduced))
        .containsEntry(BigDecimal.valueOf(19), new BigDecimal(ofNormal));
  }

  @Test
  void whereNoBasesDoThereIsNoSplit() {
    assertThat(RateSplit.of(vat("45.00", "190.00"), new BigDecimal("1500.09"))).isNull();
    assertThat(RateSplit.of(vat("45.00", "190.00"), new BigDecimal("1490.00"))).isNull();
    assertThat(RateSplit.of(Map.of(), BigDecimal.TEN)).isNull();
  }

  @Property(tries = 300)
  void whatBoreTheVatIsFoundAgain(
      @ForAll @LongRange(min = -900_000, max = 900_000) long reduced,
      @ForAll @LongRange(min = -900_000, max = 900_000) long normal) {
    BigDecimal nine = BigDecimal.valueOf(reduced, 2);
    BigDecimal nineteen = BigDecimal.valueOf(normal, 2);
    BigDecimal ofNine = tax(nine, "0.09");
    BigDecimal ofNineteen = tax(nineteen, "0.19");
    BigDecimal sum = nine.add(nineteen);

    Map<BigDecimal, BigDecimal> bases =
        split(ofNine.toString(), ofNineteen.toString(), sum.toString());

    assertThat(bases.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(sum);
    bases.forEach(
        (rate, base) ->
            assertThat(tax(base, rate.movePointLeft(2).toString()))
                .isEqualTo(rate.intValue() == 9 ? ofNine : ofNineteen));
  }

  private static BigDecimal tax(BigDecimal base, String rate) {
    return base.multiply(new BigDecimal(rate)).setScale(2, RoundingMode.HALF_UP);
  }

  private static Map<BigDecimal, BigDecimal> split(String reduced, String normal, String sum) {
    return Objects.requireNonNull(RateSplit.of(vat(reduced, normal), new BigDecimal(sum)));
  }

  private static Map<BigDecimal, BigDecimal> vat(String reduced, String normal) {
    return new TreeMap<>(
        Map.of(
            BigDecimal.valueOf(9), new BigDecimal(reduced),
            BigDecimal.valueOf(19), new BigDecimal(normal)));
  }
}
