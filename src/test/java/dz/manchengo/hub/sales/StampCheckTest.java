package dz.manchengo.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.Invoice.PaymentMethod;
import dz.manchengo.hub.platform.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StampCheckTest {
  @ParameterizedTest
  @CsvSource({
    // TTC, method, declared stamp → status, expected, rule
    "31010,  ESPECES,  467,    OK,         467, ",
    "31010,  ESPECES,  ,       MISSING,    467, INV-019",
    "31010,  ESPECES,  0,      MISSING,    467, INV-019",
    "31010,  ESPECES,  317,    VARIANT,    467, INV-021",
    "31010,  ESPECES,  465.15, VARIANT,    467, INV-021",
    "31010,  ESPECES,  465.14, VARIANT,    467, INV-021",
    "31010,  ESPECES,  465.13, WRONG,      467, INV-022",
    "31010,  ESPECES,  465,    VARIANT,    467, INV-021",
    "31010,  ESPECES,  311,    VARIANT,    467, INV-021",
    "31010,  ESPECES,  50,     VARIANT,    467, INV-021",
    "31010,  ESPECES,  466,    WRONG,      467, INV-022",
    "31010,  VIREMENT, 467,    UNEXPECTED, 0,   INV-020",
    "31010,  AUTRE,    467,    UNEXPECTED, 0,   INV-020",
    "31010,  COMPTANT, 467,    NA,         0,   ",
    "31010,  COMPTANT, 1,      NA,         0,   ",
    "31010,  COMPTANT, ,       NA,         0,   ",
    "31010,  CHEQUE,   0,      NA,         0,   ",
    "31010,  CARTE,    ,       NA,         0,   ",
    "31010,  ,         ,       NA,         0,   ",
    "31010,  ,         467,    OK,         467, ",
    "31010,  ,         317,    VARIANT,    467, INV-021",
    "31010,  ,         1,      WRONG,      467, INV-022",
    "300,    ESPECES,  ,       NA,         0,   ",
    "300,    ESPECES,  0,      OK,         0,   ",
    "300,    ESPECES,  5,      VARIANT,    0,   INV-021",
    "300.01, ESPECES,  ,       MISSING,    5,   INV-019",
    "300.01, ESPECES,  5,      OK,         5,   "
  })
  void comparesTheDeclaredStampWithTheLaw(
      String ttc,
      @Nullable PaymentMethod method,
      @Nullable String stamp,
      StampStatus status,
      String expected,
      @Nullable String code) {
    Sample sample = Sample.purchase().line("1", ttc, "0").paidBy(method);
    Assessed assessed = sample.declared(null, null, ttc, stamp, null).assess();
    assertThat(assessed.stampStatus()).isEqualTo(status);
    assertThat(assessed.expectedStamp()).isEqualTo(Money.of(expected));
    assertThat(Sample.codes(assessed))
        .filteredOn(found -> !found.equals("INV-031"))
        .isEqualTo(code == null ? List.of() : List.of(code));
    assertThat(assessed.rejected()).isFalse();
  }

  @Test
  void namesTheVariant() {
    Assessed assessed = cash("31010").declared(null, null, null, "317", null).assess();
    assertThat(Sample.french(Sample.finding(assessed, "INV-021")))
        .isEqualTo(
            "Timbre 317,00 DA calculé selon « barème progressif par tranche » ; attendu 467,00 DA,"
                + " le solde garde celui de la pièce");
  }

  @ParameterizedTest
  @CsvSource({"2022-06-01, 2500", "2024-06-01, 9500", "2026-03-05, 19000"})
  void appliesTheLawOfTheInvoiceDate(LocalDate date, String expected) {
    Sample sample = cash("950000").declared(null, null, null, expected, null);
    sample.date = date;
    assertThat(sample.assess().stampStatus()).isEqualTo(StampStatus.OK);
  }

  @Test
  void knowsNoStampBeforeTheFirstRegime() {
    Sample sample = cash("950000");
    sample.date = LocalDate.of(1999, 1, 1);
    assertThat(sample.assess().stampStatus()).isEqualTo(StampStatus.NA);
  }

  @Test
  void doesNotAskForAStampOnACreditNote() {
    Assessed assessed = Sample.creditNote().line("1", "950", "19").paidInCash().assess();
    assertThat(assessed.stampStatus()).isEqualTo(StampStatus.NA);
    assertThat(Sample.codes(assessed)).isEmpty();
  }

  /** One centime of rounding must not step into the next slice, let alone the next bracket. */
  @Test
  void isDueOnTheTtcAsWritten() {
    Sample sample = cash("30000.01").declared(null, null, "30000.00", "300", "30300.00");
    Assessed assessed = sample.assess();
    assertThat(assessed.expectedStamp()).isEqualTo(Money.of("300"));
    assertThat(assessed.stampStatus()).isEqualTo(StampStatus.OK);
  }

  @Test
  void takesTheStampOutOfTheDeclaredTtc() {
    Assessed assessed =
        Sample.sale()
            .line("100", "100", "19")
            .paidInCash()
            .declared("10000", "1900", "12019", "119", "12019")
            .assess();
    assertThat(Sample.codes(assessed)).containsExactly("INV-015");
    assertThat(assessed.normalised().declared().ttc()).isEqualByComparingTo("11900");
    assertThat(assessed.totalsStatus()).isEqualTo(TotalsStatus.EXACT);
    assertThat(assessed.stampStatus()).isEqualTo(StampStatus.OK);
  }

  @Test
  void doesNotTakeTheStampOutOfATtcThatIsRightWithoutIt() {
    Assessed assessed =
        Sample.sale()
            .line("100", "100", "19")
            .paidInCash()
            .declared("10000", "1900", "11900", "119", "12019")
            .assess();
    assertThat(Sample.codes(assessed)).isEmpty();
    assertThat(assessed.normalised().declared().ttc()).isEqualByComparingTo("11900");
  }

  @Test
  void readsTheStampFromWhatIsToBePaid() {
    Sample sample = Sample.sale().line("100", "100", "19").paidInCash();
    Assessed assessed = sample.declared(null, null, "11900", null, "12019").assess();
    assertThat(Sample.codes(assessed)).isEmpty();
    assertThat(assessed.normalised().declared().stamp()).isEqualByComparingTo("119");
    assertThat(Sample.codes(sample.declared(null, null, "11900", null, "12000").assess()))
        .containsExactly("INV-013", "INV-019");
  }

  private static Sample cash(String amount) {
    return Sample.purchase().line("1", amount, "0").paidInCash();
  }
}
