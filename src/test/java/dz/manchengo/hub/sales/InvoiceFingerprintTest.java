package dz.manchengo.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Place;
import java.time.LocalDate;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceFingerprintTest {
  @Test
  void isTheSameForTheSameInvoice() {
    assertThat(InvoiceFingerprint.sha256(sample().make()))
        .isEqualTo(InvoiceFingerprint.sha256(sample().make()))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void isCanonicalJson() {
    assertThat(InvoiceFingerprint.canonical(Sample.sale().line("1.50", "100", "19").make()))
        .isEqualTo(
            "{\"declared\":{},\"direction\":\"SALE\",\"doc_date\":\"2026-03-05\",\"doc_no\":\"F202600042\","
                + "\"kind\":\"INVOICE\",\"lines\":[\"{\\\"description\\\":\\\"Camembert\\\","
                + "\\\"product_code\\\":\\\"P1\\\",\\\"qty\\\":\\\"1.5\\\",\\\"unit_price_ht\\\":\\\"100\\\","
                + "\\\"uom\\\":\\\"KG\\\",\\\"vat_rate\\\":\\\"19\\\"}\"],"
                + "\"party\":{\"name\":\"EURL EL BARAKA\"},\"payment_method\":\"VIREMENT\"}");
  }

  @Test
  void doesNotDependOnTheOrderOfLinesNorOnTheirPlace() {
    Sample other = sample();
    Collections.reverse(other.lines);
    other.lines.replaceAll(InvoiceFingerprintTest::elsewhere);
    assertSame(other);
  }

  @Test
  void doesNotDependOnTheStatusNorOnTheWayOfWriting() {
    Sample other = sample();
    other.status = Invoice.Status.PAID;
    other.number = "f 2026/00042";
    other.partyName = " Eurl EL BARAKÂ";
    other.declared("3.1E2", "54.900", "364.9");
    assertSame(other);
  }

  /** Which one a column means depends on the other documents of the file. */
  @Test
  void doesNotTellTheAmountOfTheOnlyLineFromTheTotal() {
    Invoice asTotal = Sample.sale().line("2", "100", "19").declared("200", null, null).make();
    Invoice asLine = Sample.sale().line("2", "100", "19", null, null, "200.00").make();
    String stored = InvoiceFingerprint.sha256(asTotal);
    assertThat(InvoiceFingerprint.sha256(asLine)).isEqualTo(stored);
    assertThat(InvoiceFingerprint.isOf(asLine, stored)).isTrue();
    assertThat(InvoiceFingerprint.isOf(sample().make(), stored)).isFalse();
  }

  /** It was stored as another method before it had a name of its own. */
  @Test
  void doesNotTellPaidAtOnceFromAnotherMethod() {
    Sample other = sample().paidBy(Invoice.PaymentMethod.COMPTANT);
    assertThat(InvoiceFingerprint.sha256(other.make()))
        .isEqualTo(InvoiceFingerprint.sha256(sample().paidBy(Invoice.PaymentMethod.AUTRE).make()));
  }

  @ParameterizedTest
  @CsvSource({"2.001, 100", "2, 100.000001"})
  void dependsOnQuantitiesAndPrices(String qty, String price) {
    Sample other =
        Sample.sale().line(qty, price, "19").line("10", "11", "9").declared("310", "54.9", "364.9");
    assertThat(InvoiceFingerprint.sha256(other.make()))
        .isNotEqualTo(InvoiceFingerprint.sha256(sample().make()));
  }

  @Test
  void dependsOnTheHeader() {
    Sample other = sample();
    other.due = LocalDate.of(2026, 4, 5);
    assertThat(InvoiceFingerprint.sha256(other.make()))
        .isNotEqualTo(InvoiceFingerprint.sha256(sample().make()));
  }

  @ParameterizedTest
  @CsvSource({
    "F-2026-00042, F202600042, F202642", "' f 2026/042 ', F2026042, F202642",
    "FAC 0100, FAC0100, FAC100", "000, 000, 0"
  })
  void normalisesNumbers(String number, String norm, String loose) {
    assertThat(InvoiceIdentity.norm(number)).isEqualTo(norm);
    assertThat(InvoiceIdentity.loose(number)).isEqualTo(loose);
  }

  @Test
  void identifiesAnInvoiceByDirectionKindYearAndNumber() {
    assertThat(InvoiceIdentity.of(sample().make()))
        .isEqualTo(
            new InvoiceIdentity(Invoice.Direction.SALE, Invoice.Kind.INVOICE, 2026, "F202600042"));
    assertThat(InvoiceIdentity.of(sample().make()).isOwnNumber()).isTrue();
    assertThat(InvoiceIdentity.of(Sample.purchase().make()).isOwnNumber()).isFalse();
  }

  private static Sample sample() {
    return Sample.sale()
        .line("2", "100", "19")
        .line("10", "11", "9")
        .declared("310", "54.90", "364.90");
  }

  private static void assertSame(Sample other) {
    assertThat(InvoiceFingerprint.sha256(other.make()))
        .isEqualTo(InvoiceFingerprint.sha256(sample().make()));
  }

  private static Invoice.Line elsewhere(Invoice.Line line) {
    return new Invoice.Line(
        line.number() + 40,
        line.productCode(),
        line.description(),
        line.quantity(),
        line.uom(),
        line.unitPriceHt(),
        line.discountPct(),
        line.discountAmount(),
        line.vatRate(),
        line.vatExemptReason(),
        line.declaredHt(),
        line.lotCode(),
        Place.row("Autre", 77));
  }
}
