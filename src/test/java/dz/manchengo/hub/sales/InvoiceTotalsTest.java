package dz.manchengo.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.platform.Money;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceTotalsTest {
  @ParameterizedTest
  @CsvSource({
    // qty, price, pct, amount → gross, discount, ht
    "3,     33.333333, ,    ,    100.00, 0.00,   100.00",
    "1.235, 10.1,      ,    ,    12.47,  0.00,   12.47",
    "10,    99.99,     5,   ,    999.90, 50.00,  949.90",
    "10,    99.99,     ,    49,  999.90, 49.00,  950.90",
    "10,    99.99,     5,   49,  999.90, 49.00,  950.90",
    "10,    99.99,     5,   0,   999.90, 50.00,  949.90",
    "1,     0.05,      50,  ,    0.05,   0.03,   0.02",
    "2,     10,        100, ,    20.00,  20.00,  0.00"
  })
  void roundsEachPartOfALineSeparately(
      String qty,
      String price,
      String pct,
      String amount,
      String gross,
      String discount,
      String ht) {
    var line = Sample.sale().line(qty, price, "19", pct, amount, null).compute().lines().get(0);
    assertThat(line.gross()).isEqualTo(Money.of(gross));
    assertThat(line.discount()).isEqualTo(Money.of(discount));
    assertThat(line.ht()).isEqualTo(Money.of(ht));
  }

  /** Excel and Sage round at the end only: half a centime of a discount is another amount then. */
  @ParameterizedTest
  @CsvSource({
    // qty, price, pct, amount, stated → discount, ht
    "25, 23,   2.5, ,  560.63,  14.37, 560.63",
    "25, 23,   2.5, ,  560.625, 14.37, 560.63",
    "25, 23,   2.5, ,  560.62,  14.38, 560.62",
    "25, 23,   2.5, ,  560.64,  14.38, 560.62",
    "25, 23,   2.5, ,  ,        14.38, 560.62",
    "25, 23,   2.5, 5, 560.63,  5.00,  570.00",
    "-25, 23,  2.5, ,  -560.63, -14.37, -560.63",
    "3, 33.333333, 0, , 100.00, 0.00,  100.00"
  })
  void takesTheStatedAmountWhereItIsRoundedAtTheEndOnly(
      String qty,
      String price,
      String pct,
      String amount,
      String stated,
      String discount,
      String ht) {
    var line = Sample.sale().line(qty, price, "19", pct, amount, stated).compute().lines().get(0);
    assertThat(line.discount()).isEqualTo(Money.of(discount));
    assertThat(line.ht()).isEqualTo(Money.of(ht));
  }

  @Test
  void sharesTheDocumentDiscountOverTheRates() {
    ComputedInvoice computed =
        Sample.sale()
            .line("1", "10000.01", "19")
            .line("1", "333.33", "9")
            .line("1", "500", "0")
            .discount("108.33")
            .compute();
    assertThat(computed.vatLines())
        .extracting(vat -> vat.rate() + ": " + vat.discount() + " " + vat.base() + " " + vat.vat())
        .containsExactly(
            "0: 5.00 495.00 0.00", "9: 3.33 330.00 29.70", "19: 100.00 9900.01 1881.00");
    assertTotals(computed, "10725.01", "1910.70", "12635.71");
  }

  @Test
  void givesTheRemainderToTheLargestBaseAndOfEqualOnesToTheHighestRate() {
    ComputedInvoice computed =
        Sample.sale()
            .line("1", "100", "19")
            .line("1", "100", "9")
            .line("1", "100", "0")
            .discount("0.10")
            .compute();
    assertThat(computed.vatLines())
        .extracting(ComputedInvoice.VatLine::discount)
        .containsExactly(Money.of("0.03"), Money.of("0.03"), Money.of("0.04"));
  }

  /** §2.2: VAT per document, half up. */
  @ParameterizedTest
  @CsvSource({"3, 33.33, 19.00", "10, 10.05, 19.10"})
  void roundsVatPerRateAndDocument(int lines, String price, String vat) {
    Sample sample = Sample.sale();
    IntStream.range(0, lines).forEach(i -> sample.line("1", price, "19"));
    assertThat(sample.compute().vat()).isEqualTo(Money.of(vat));
  }

  @Test
  void takesARateForTheSameHoweverItIsWritten() {
    ComputedInvoice computed =
        Sample.sale().line("1", "100", "19.00").line("1", "100", "19").compute();
    assertThat(computed.vatLines())
        .containsExactly(
            new ComputedInvoice.VatLine(
                new BigDecimal("19"), Money.ZERO, Money.of("200"), Money.of("38")));
  }

  @Test
  void comesToNothingWithoutLines() {
    assertTotals(Sample.sale().discount("5").compute(), "0", "0", "0");
  }

  @Test
  void computesAMillionLinesInAFewSeconds() {
    var one = Sample.sale().line("12.5", "187.333", "19", "3", null, null).make().lines().get(0);
    long start = System.nanoTime();
    ComputedInvoice computed =
        InvoiceTotals.of(java.util.Collections.nCopies(1_000_000, one), Money.ZERO);
    assertThat(computed.ht()).isEqualTo(Money.of("2271410000"));
    assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
  }

  private static void assertTotals(ComputedInvoice computed, String ht, String vat, String ttc) {
    assertThat(computed.ht()).isEqualTo(Money.of(ht));
    assertThat(computed.vat()).isEqualTo(Money.of(vat));
    assertThat(computed.ttc()).isEqualTo(Money.of(ttc));
  }
}
