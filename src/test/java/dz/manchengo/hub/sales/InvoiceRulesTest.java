package dz.manchengo.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice.Kind;
import dz.manchengo.hub.documents.Invoice.PaymentMethod;
import dz.manchengo.hub.platform.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceRulesTest {
  @Test
  void findsNothingInAGoodInvoice() {
    Assessed assessed = good().assess();
    assertThat(assessed.findings()).isEmpty();
    assertThat(assessed.rejected()).isFalse();
  }

  @Test
  void wantsALine() {
    assertRejects(Sample.sale().declared("1", "1", "2"), "INV-002");
  }

  @ParameterizedTest
  @CsvSource({"0, INV-007", "-0.001, INV-007", "0.001, "})
  void wantsAPositiveQuantity(String qty, @Nullable String code) {
    assertFinds(good().line(qty, "100", "19"), code);
  }

  @ParameterizedTest
  @CsvSource({"-0.01, ORD-008", "0, ", "0.000001, "})
  void wantsAPriceThatIsNotNegative(String price, @Nullable String code) {
    assertFinds(good().line("1", price, "19"), code);
  }

  @ParameterizedTest
  @CsvSource({
    "-0.01,  ,       INV-008", "0,   ,       ", "100,    ,       ", "100.01, ,       INV-008",
    ",       -0.01,  INV-008", ",    0,      ", ",       100.00, ", ",       100.01, INV-008"
  })
  void wantsADiscountWithinTheLine(
      @Nullable String pct, @Nullable String amount, @Nullable String code) {
    assertFinds(good().line("1", "100", "19", pct, amount, null), code);
  }

  @ParameterizedTest
  @CsvSource({"-0.01, INV-008", "0, ", "100, ", "100.01, INV-008"})
  void wantsADocumentDiscountWithinTheLines(String discount, @Nullable String code) {
    assertFinds(Sample.sale().line("1", "100", "19").discount(discount), code);
  }

  @ParameterizedTest
  @CsvSource({
    "19, 2026-03-05, ",
    "9, 2026-03-05, ",
    "20, 2026-03-05, INV-016",
    "17, 2017-01-01, INV-016",
    "17, 2016-12-31, ",
    "7, 2016-12-31, "
  })
  void wantsAVatRateOfTheDay(String rate, LocalDate date, @Nullable String code) {
    Sample sample = Sample.sale().line("1", "100", rate);
    sample.date = date;
    sample.today = date;
    assertFinds(sample, code);
  }

  @Test
  void asksWhyASaleIsExemptButNotAPurchase() {
    assertFinds(Sample.sale().line("1", "100", "0"), "INV-018");
    assertFinds(Sample.purchase().line("1", "100", "0"), null);
  }

  @Test
  void doesNotCompareTotalsOfLinesThatCannotBeTrue() {
    Sample sample = good().line("-1", "-5", "21", "101", null, "7").declared("1", "1", "99");
    assertThat(Sample.codes(sample.assess())).containsExactly("INV-007", "INV-016", "INV-008");
  }

  /** One slip is one finding, which says what of the two signs is too much. */
  @Test
  void twoMinusSignsAreToldOnceAndDifferentlyOfACreditNote() {
    Sample invoice = Sample.sale().line("1", "100", "19").line("-1", "-100", "19");
    assertThat(whyOf(invoice)).isEqualTo("reason.quantity.both-signs");
    Sample credit = Sample.sale().line("-1", "-100", "19");
    credit.kind = Kind.CREDIT_NOTE;
    assertThat(whyOf(credit)).isEqualTo("reason.quantity.both-signs-credit");
  }

  private static String whyOf(Sample sample) {
    List<Finding> told =
        sample.assess().findings().stream().filter(f -> f.severity().rejects()).toList();
    assertThat(told).extracting(Finding::rule).containsExactly("INV-007");
    return String.valueOf(told.get(0).params().get("why"));
  }

  @Test
  void tellsALineThatMissesBesideALineThatCannotBeTrue() {
    Sample sample = Sample.sale().line("0", "5", "19").line("1", "5", "19", null, null, "7");
    assertThat(Sample.codes(sample.assess())).containsExactly("INV-007", "INV-010");
  }

  @ParameterizedTest
  @CsvSource({"ESPECES, 1000000, ", "ESPECES, 1000000.01, INV-023", "CHEQUE, 1000000.01, "})
  void warnsOfVatLostOnALargeCashPurchase(PaymentMethod method, String ttc, @Nullable String code) {
    Sample sample = Sample.purchase().line("1", ttc, "0").paidBy(method);
    assertThat(Sample.codes(sample.assess()).contains("INV-023")).isEqualTo(code != null);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-04, 30, INV-024, 2026-04-04",
    "2026-03-04, , INV-024, ",
    "2026-03-05, 30, , 2026-03-05"
  })
  void recomputesADueDateBeforeTheInvoice(
      LocalDate due, @Nullable Integer terms, @Nullable String code, @Nullable LocalDate kept) {
    Sample sample = good();
    sample.due = due;
    sample.terms = terms;
    assertFinds(sample, code);
    assertThat(sample.assess().normalised().dueDate()).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({"2026-04-20, ", "2026-04-21, INV-030"})
  void warnsOfAMonthThatIsDeclared(LocalDate today, @Nullable String code) {
    Sample sample = good();
    sample.today = today;
    assertFinds(sample, code);
  }

  @Test
  void warnsOfMissingMentions() {
    Sample sample = good().paidBy(null);
    sample.partyName = " ";
    assertThat(Sample.codes(sample.assess())).containsExactly("INV-031", "INV-031");
    assertThat(sample.assess().findings())
        .extracting(finding -> finding.params().get("list"))
        .containsExactly("reason.customer", "reason.mention.payment");
    assertThat(Sample.french(sample.assess().findings().get(0)))
        .isEqualTo("Mention obligatoire absente : client");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | Quantité 0 : une ligne de facture a une quantité supérieure à 0",
        "-3 | Quantité -3 : une facture n'a pas de ligne négative, utiliser un avoir"
      },
      quoteCharacter = '"')
  void saysWhatIsWrongWithAQuantity(String quantity, String sentence) {
    Assessed assessed = good().line(quantity, "100", "19").assess();
    assertThat(Sample.french(Sample.finding(assessed, "INV-007"))).isEqualTo(sentence);
  }

  /** Who writes « AV-… » knows what a credit note is. */
  @Test
  void saysOfANumberOfCreditNotesThatSignsAreMixed() {
    Sample sample = Sample.sale().line("-2", "100", "19").line("1", "50", "19");
    sample.number = "AV-A05-002";
    assertThat(Sample.french(Sample.finding(sample.assess(), "INV-007")))
        .startsWith("Quantité -2 : les lignes d'un avoir ont toutes le même signe");
  }

  @Test
  void wantsACreditNoteToNameItsInvoice() {
    Sample sample = Sample.creditNote().line("1", "100", "19");
    assertFinds(sample, null);
    sample.original = "";
    assertFinds(sample, "INV-028");
  }

  @Test
  void makesANegativeCreditNotePositive() {
    Sample sample = Sample.creditNote().line("-2", "100", "19", null, null, "-200");
    Assessed assessed = sample.declared("-200", "-38", "-238", null, "-238").assess();
    assertThat(assessed.findings()).isEmpty();
    assertThat(assessed.totalsStatus()).isEqualTo(TotalsStatus.EXACT);
    assertThat(assessed.computed().ttc()).isEqualTo(Money.of("238"));
    assertThat(assessed.normalised())
        .isEqualTo(
            Sample.creditNote()
                .line("2", "100", "19", null, null, "200")
                .declared("200", "38", "238", null, "238")
                .make());
  }

  @Test
  void takesTheSignOfACreditNoteFromPricesToo() {
    Assessed assessed =
        Sample.creditNote().line("2", "-100", "19").declared("200", "-38", "238").assess();
    assertThat(assessed.findings()).isEmpty();
    assertThat(assessed.computed().ttc()).isEqualTo(Money.of("238"));
  }

  @ParameterizedTest
  @CsvSource({"-5, 2, 2", "5, -2, -2"})
  void refusesTheLinesAgainstTheBalanceOfACreditNote(String most, String against, String value) {
    Sample sample = Sample.creditNote().line(most, "100", "19").line(against, "100", "19");
    Assessed assessed = sample.assess();
    assertThat(Sample.codes(assessed)).containsExactly("INV-007");
    var finding = Sample.finding(assessed, "INV-007");
    assertThat(finding.value()).isEqualTo(value);
    assertThat(finding.place().row()).isEqualTo(3);
    assertThat(finding.params()).containsEntry("why", "reason.quantity.mixed-signs");
  }

  @Test
  void treatsAWhollyNegativeInvoiceAsACreditNote() {
    Sample sample = Sample.sale().line("-2", "100", "19").line("-1", "100", "19");
    Assessed assessed = sample.declared("-300", "-57", "-357").assess();
    assertThat(Sample.codes(assessed)).containsExactly("INV-027", "INV-028");
    assertThat(assessed.normalised().kind()).isEqualTo(Kind.CREDIT_NOTE);
    assertThat(assessed.computed().ttc()).isEqualTo(Money.of("357"));
    assertThat(assessed.totalsStatus()).isEqualTo(TotalsStatus.EXACT);
  }

  @Test
  void treatsNegativeTotalsOverPositiveLinesAsACreditNote() {
    Assessed assessed = Sample.sale().line("2", "100", "19").declared(null, null, "-238").assess();
    assertThat(Sample.codes(assessed)).containsExactly("INV-027", "INV-028");
  }

  @Test
  void doesNotTakeNegativeLinesUnderPositiveTotalsForACreditNote() {
    Sample sample = Sample.sale().line("-2", "100", "19").declared(null, null, "238");
    assertRejects(sample, "INV-007");
  }

  private static Sample good() {
    return Sample.sale().line("10", "100", "19");
  }

  private static void assertFinds(Sample sample, @Nullable String code) {
    assertThat(Sample.codes(sample.assess())).isEqualTo(code == null ? List.of() : List.of(code));
  }

  private static void assertRejects(Sample sample, String code) {
    assertFinds(sample, code);
    assertThat(sample.assess().rejected()).isTrue();
  }
}
