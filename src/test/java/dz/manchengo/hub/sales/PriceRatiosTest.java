package dz.manchengo.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.Place;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How much it takes to call a file one of centimes. */
class PriceRatiosTest {
  private final PriceRatios ratios = new PriceRatios();

  @Test
  void oneProductCondemnsNoFile() {
    times(20, 1, "900", "9");
    assertThat(ratios.hundredfold()).isNull();
    assertThat(ratios.off()).hasSize(1);
    assertThat(ratios.off().get(0).ratio()).isEqualByComparingTo("100");
  }

  @Test
  void mostKnownProductsDo() {
    times(2, 1, "90000", "900");
    times(2, 2, "50000", "500");
    times(1, 3, "120", "119");
    PriceRatios.Hundredfold found = Objects.requireNonNull(ratios.hundredfold());
    assertThat(found.off()).isEqualTo(2);
    assertThat(found.known()).isEqualTo(3);
    assertThat(found.example().product()).isEqualTo("P-1");
  }

  @Test
  void halfOfThemDoNot() {
    times(3, 1, "9", "900");
    times(3, 2, "500", "500");
    assertThat(ratios.hundredfold()).isNull();
  }

  /** One line that was mistyped among the right ones of its product. */
  @Test
  void aProductIsOffByMostOfItsLines() {
    for (long product = 1; product <= 3; product++) {
      times(1, product, "9", "900");
      times(2, product, "900", "900");
    }
    assertThat(ratios.hundredfold()).isNull();
    assertThat(ratios.off()).hasSize(3);
  }

  @Test
  void theNewestPricesOfAFileAreKeptWhateverItsOrder() {
    RecentPrices prices = new RecentPrices();
    for (int day = 1; day <= 7; day++) {
      prices.add(LocalDate.of(2026, 11, day), BigDecimal.valueOf(900 + day));
    }
    prices.add(LocalDate.of(2026, 11, 2), new BigDecimal("1"));
    assertThat(prices.text()).isEqualTo("{907,906,905,904,903}");
    assertThat(prices.latest()).isEqualTo("2026-11-07");
  }

  private void times(int lines, long product, String price, String known) {
    for (int i = 0; i < lines; i++) {
      BigDecimal paid = new BigDecimal(price);
      BigDecimal usual = new BigDecimal(known);
      BigDecimal ratio = paid.divide(usual, MathContext.DECIMAL32);
      ratios.add(
          product,
          ratio,
          () -> new PriceRatios.Off(Place.FILE, "F-1", "P-" + product, paid, usual, ratio));
    }
  }
}
