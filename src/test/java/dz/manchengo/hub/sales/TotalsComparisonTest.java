package dz.manchengo.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.platform.Money;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalsComparisonTest {
  /** One line of 100 DA: the computed TTC is 119. */
  @ParameterizedTest
  @CsvSource({
    "119.00, EXACT,    ",
    "119.02, ROUNDING, INV-011",
    "118.98, ROUNDING, INV-011",
    "119.03, MINOR,    INV-012",
    "118.97, MINOR,    INV-012",
    "119.99, MINOR,    INV-012",
    "118.01, MINOR,    INV-012",
    "120.00, MAJOR,    INV-013",
    "118.00, MAJOR,    INV-013",
    "'',     UNDECLARED,"
  })
  void gradesASaleAtItsBoundaries(String ttc, TotalsStatus status, String code) {
    Sample sale = Sample.sale().line("1", "100", "19");
    Assessed assessed = sale.declared(null, null, ttc.isEmpty() ? null : ttc).assess();
    assertThat(assessed.totalsStatus()).isEqualTo(status);
    assertThat(Sample.codes(assessed)).isEqualTo(code == null ? List.of() : List.of(code));
    assertThat(assessed.rejected()).isEqualTo(status == TotalsStatus.MAJOR);
    assertThat(assessed.status()).isEqualTo(Invoice.Status.VALIDATED);
  }

  @ParameterizedTest
  @CsvSource({"119.99, INV-012, VALIDATED", "120.00, INV-014, ON_HOLD"})
  void keepsAPurchaseThatMissesButHoldsIt(String ttc, String code, Invoice.Status status) {
    Assessed assessed = Sample.purchase().line("1", "100", "19").declared(null, null, ttc).assess();
    assertThat(Sample.codes(assessed)).containsExactly(code);
    assertThat(assessed.rejected()).isFalse();
    assertThat(assessed.status()).isEqualTo(status);
  }

  @Test
  void leavesACancelledPurchaseCancelled() {
    Sample sample = Sample.purchase().line("1", "100", "19").declared(null, null, "150");
    sample.status = Invoice.Status.CANCELLED;
    assertThat(sample.assess().status()).isEqualTo(Invoice.Status.CANCELLED);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.02", "2, 0.02", "3, 0.03", "10, 0.10", "150, 1.50"})
  void toleratesACentimePerLineAndTwoAtLeast(int lines, String tolerance) {
    assertThat(TotalsStatus.tolerance(lines)).isEqualTo(Money.of(tolerance));
  }

  @ParameterizedTest
  @CsvSource({"1190.10, ROUNDING", "1189.90, ROUNDING", "1190.11, MINOR", "1189.89, MINOR"})
  void measuresTenLinesWithTenCentimes(String ttc, TotalsStatus status) {
    Sample sample = Sample.sale();
    IntStream.range(0, 10).forEach(i -> sample.line("1", "100", "19"));
    assertThat(sample.declared(null, null, ttc).assess().totalsStatus()).isEqualTo(status);
  }

  /** §2.2: per-line and per-line-floor rounding of other systems. */
  @ParameterizedTest
  @CsvSource({
    "3, 33.33, 19.00, EXACT", "3, 33.33, 18.99, ROUNDING",
    "10, 10.05, 19.10, EXACT", "10, 10.05, 19.00, ROUNDING"
  })
  void acceptsEveryHonestWayOfRounding(int lines, String price, String vat, TotalsStatus status) {
    Sample sample = Sample.sale();
    IntStream.range(0, lines).forEach(i -> sample.line("1", price, "19"));
    Assessed assessed = sample.declared(null, vat, null).assess();
    assertThat(assessed.totalsStatus()).isEqualTo(status);
    assertThat(assessed.rejected()).isFalse();
  }

  @Test
  void reportsEveryTotalThatIsOff() {
    Assessed assessed =
        Sample.sale()
            .line("1", "100", "19")
            .declared("100.01", "18.50", "125", null, "119")
            .assess();
    assertThat(Sample.codes(assessed)).containsExactly("INV-011", "INV-012", "INV-013");
    assertThat(assessed.findings())
        .extracting(finding -> finding.params().get("field"))
        .containsExactly("total_ht", "total_vat", "total_ttc");
    assertThat(Sample.french(Sample.finding(assessed, "INV-013")))
        .isEqualTo(
            "Facture F-2026-00042 : total_ttc déclaré 125,00, calculé 119,00 (écart 6,00 DA)");
  }

  @Test
  void countsTheStampAsAskedInWhatIsToBePaid() {
    Sample sample = Sample.sale().line("100", "100", "19").paidInCash();
    assertThat(Sample.codes(sample.declared(null, null, "11900", "119", "12019").assess()))
        .isEmpty();
    assertThat(Sample.codes(sample.declared(null, null, "11900", "50", "11950").assess()))
        .containsExactly("INV-021");
    assertThat(Sample.codes(sample.declared(null, null, "11900", "119", "11900").assess()))
        .containsExactly("INV-013");
  }

  /** Line of 950 DA. */
  @ParameterizedTest
  @CsvSource({
    "950.00, ",
    "950.02, ",
    "949.98, ",
    "950.03, INV-009",
    "949.97, INV-009",
    "950.99, INV-009",
    "949.01, INV-009",
    "951.00, INV-010",
    "949.00, INV-010"
  })
  void gradesALineAtItsBoundaries(String declared, String code) {
    Assessed assessed = Sample.sale().line("10", "100", "19", "5", null, declared).assess();
    assertThat(Sample.codes(assessed)).isEqualTo(code == null ? List.of() : List.of(code));
    assertThat(assessed.computed().ht()).isEqualTo(Money.of("950"));
  }

  @Test
  void rejectsALineThatMissesOnAPurchaseToo() {
    Assessed assessed = Sample.purchase().line("10", "100", "19", null, null, "999").assess();
    assertThat(assessed.rejected()).isTrue();
    assertThat(Sample.french(Sample.finding(assessed, "INV-010")))
        .isEqualTo("Ligne 1 : 10 × 100 = 1 000,00, pas 999,00");
    assertThat(Sample.finding(assessed, "INV-010").place().row()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"5; ; 10 × 100 − 5 % = 950,00", " ; 50; 10 × 100 − 50,00 = 950,00"})
  void showsTheDiscountOfALineInItsSum(
      @Nullable String pct, @Nullable String amount, String expected) {
    Assessed assessed = Sample.sale().line("10", "100", "19", pct, amount, "900").assess();
    assertThat(Sample.french(Sample.finding(assessed, "INV-010")))
        .isEqualTo("Ligne 1 : " + expected + ", pas 900,00");
  }
}
