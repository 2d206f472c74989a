package dz.manchengo.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Hints;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HypothesesTest {
  @Test
  void ttcIncludesAStampThatNoColumnTells() {
    Sample sample = twoLines().paidInCash().declared("1500", "235", "1753");
    assertThat(hint(sample)).isEqualTo("hint.ttc-includes-stamp 18,00");
  }

  @Test
  void discountIsAnAmount() {
    Sample sample = Sample.sale().line("10", "100", "19", "50", null, null);
    assertThat(hint(sample.declared("950", "180.50", "1130.50")))
        .isEqualTo("hint.discount-is-amount");
  }

  @Test
  void discountIsAPercentage() {
    Sample sample = Sample.sale().line("10", "100", "19", null, "50", null);
    assertThat(hint(sample.declared("500", "95", "595"))).isEqualTo("hint.discount-is-percent");
  }

  @Test
  void documentDiscountIsAPercentage() {
    assertThat(hint(twoLines().discount("10").declared("1350", "211.50", "1561.50")))
        .isEqualTo("hint.discount-is-percent");
  }

  @Test
  void priceIncludesVat() {
    Sample sample = Sample.sale().line("10", "119", "19").line("10", "10.90", "9");
    assertThat(hint(sample.declared("1100", "199", "1299"))).isEqualTo("hint.price-includes-vat");
  }

  @ParameterizedTest
  @CsvSource({"1234, 1.234", "1.234, 1234"})
  void aQuantityIsMisread(String read, String meant) {
    String ht =
        Sample.sale().line(meant, "100", "19").line("5", "100", "9").compute().ht().toString();
    Sample sample = Sample.sale().line(read, "100", "19").line("5", "100", "9");
    assertThat(hint(sample.declared(ht, null, null))).isEqualTo("hint.thousand-line 1");
  }

  @Test
  void aDeclaredTotalIsMisread() {
    Sample sample = Sample.sale().line("1", "1234", "0").line("1", "1234", "0");
    sample.lines.removeIf(line -> line.number() == 2);
    sample.line("7", "1", "0");
    assertThat(hint(sample.declared("1.241", "0", "1241"))).isEqualTo("hint.thousand-amount");
  }

  @Test
  void totalsAreInCentimes() {
    assertThat(hint(twoLines().declared("150000", "23500", "173500")))
        .isEqualTo("hint.amounts-in-centimes");
  }

  @Test
  void pricesAreInCentimes() {
    Sample sample = Sample.sale().line("10", "10000", "19").line("10", "5000", "9");
    assertThat(hint(sample.declared("1500", "235", "1735"))).isEqualTo("hint.prices-in-centimes");
  }

  @Test
  void aLineIsLeftOut() {
    assertThat(hint(twoLines().declared("1000", "190", "1190"))).isEqualTo("hint.line-left-out 2");
  }

  @Test
  void aLineIsCountedTwice() {
    assertThat(hint(twoLines().declared("2000", "280", "2280")))
        .isEqualTo("hint.line-counted-twice 2");
  }

  @ParameterizedTest
  @CsvSource({"1800, 292, 2092", "1800, 262, 2062", "1800, 235, 2035", "1500, 235, 2035"})
  void aChargeIsInNoLine(String ht, String vat, String ttc) {
    assertThat(hint(twoLines().declared(ht, vat, ttc))).isEqualTo("hint.charge 300,00");
  }

  @Test
  void nothingFits() {
    assertThat(hint(twoLines().declared("1400", "235", "1700"))).isEmpty();
    assertThat(hint(twoLines().declared(null, null, "1800"))).isEmpty();
  }

  @Test
  void aPurchaseOnHoldIsExplainedToo() {
    Assessed assessed =
        Sample.purchase().line("10", "119", "19").declared("1000", "190", "1190").assess();
    assertThat(assessed.rejected()).isFalse();
    assertThat(hint(Sample.finding(assessed, "INV-014"))).isEqualTo("hint.price-includes-vat");
  }

  @Test
  void onlyTheFirstGraveFindingIsExplained() {
    Assessed assessed = twoLines().declared("1000", "190", "1190").assess();
    assertThat(assessed.findings().stream().filter(f -> f.params().containsKey(Hints.PARAM)))
        .hasSize(1)
        .first()
        .extracting(finding -> Hints.text(finding, Locale.ENGLISH))
        .isEqualTo("line 2 is not counted in the declared totals");
  }

  /** 10 × 100 at 19 %. */
  @ParameterizedTest
  @CsvSource({
    "5,   , 995,     hint.discount-is-amount",
    ",   5, 950,     hint.discount-is-percent",
    ",    , 840.34,  hint.price-includes-vat",
    ",    , 1190,    hint.amount-includes-vat",
    "5,   , 1000,    hint.amount-before-discount",
    ",    , 1.000,   hint.thousand-line 1",
    ",    , 1000000, hint.thousand-line 1",
    ",    , 100000,  hint.amounts-in-centimes",
    ",    , 10.00,   hint.prices-in-centimes",
    ",    , 1234,    ''"
  })
  void explainsALine(
      @Nullable String pct, @Nullable String amount, String declared, String expected) {
    Assessed assessed = Sample.sale().line("10", "100", "19", pct, amount, declared).assess();
    assertThat(hint(Sample.finding(assessed, "INV-010"))).isEqualTo(expected);
  }

  /** 1 000 at 19 % and 500 at 9 %: 1 500 + 235 = 1 735. */
  private static Sample twoLines() {
    return Sample.sale().line("10", "100", "19").line("10", "50", "9");
  }

  private static String hint(Sample sample) {
    Assessed assessed = sample.assess();
    assertThat(assessed.rejected()).isTrue();
    return hint(Sample.finding(assessed, "INV-013"));
  }

  private static String hint(Finding finding) {
    String params =
        finding
            .params()
            .getOrDefault("hint_line", finding.params().getOrDefault("hint_amount", ""));
    return (finding.params().getOrDefault(Hints.PARAM, "") + " " + params).strip();
  }
}
