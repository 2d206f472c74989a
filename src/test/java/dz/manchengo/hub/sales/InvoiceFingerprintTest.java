package dz.manchengo.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.platform.ContentHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  /** One file prints them and another does not; they are compared on their own. */
  @Test
  void doesNotDependOnAmountsThatFollowFromTheLines() {
    Invoice bare = Sample.sale().line("2", "100", "19").make();
    Invoice asTotal = Sample.sale().line("2", "100", "19").declared("200", "38", "238").make();
    Invoice asLine = Sample.sale().line("2", "100", "19", null, null, "200.00").make();
    String stored = InvoiceFingerprint.sha256(bare);
    assertThat(InvoiceFingerprint.sha256(asTotal)).isEqualTo(stored);
    assertThat(InvoiceFingerprint.sha256(asLine)).isEqualTo(stored);
    assertThat(InvoiceFingerprint.isOf(asLine, stored)).isTrue();
    assertThat(InvoiceFingerprint.isOf(sample().make(), stored)).isFalse();
  }

  /**
   * Hashes of former versions: figures counted, of the line or as a total, and names as written.
   */
  @Test
  void recognisesHashesOfEarlierForms() throws JsonProcessingException {
    Invoice again = Sample.sale().line("2", "100", "19").declared("200", null, null).make();
    Map<String, String> nothing = Map.of();
    assertThat(InvoiceFingerprint.isOf(again, former(Map.of("ht", "200"), nothing))).isTrue();
    assertThat(InvoiceFingerprint.isOf(again, former(nothing, Map.of("line_ht", "200")))).isTrue();
    assertThat(InvoiceFingerprint.isOf(again, former(Map.of("ht", "201"), nothing))).isFalse();
  }

  private static String former(Map<String, String> declared, Map<String, String> more)
      throws JsonProcessingException {
    Map<String, String> line = new TreeMap<>(more);
    line.putAll(Map.of("description", "Camembert", "product_code", "P1", "qty", "2"));
    line.putAll(Map.of("unit_price_ht", "100", "uom", "KG", "vat_rate", "19"));
    Map<String, Object> json = new TreeMap<>();
    json.putAll(Map.of("direction", "SALE", "doc_date", "2026-03-05", "doc_no", "F202600042"));
    json.putAll(Map.of("kind", "INVOICE", "payment_method", "VIREMENT", "declared", declared));
    json.put("party", Map.of("name", "EURL El Baraka"));
    json.put("lines", List.of(new JsonMapper().writeValueAsString(line)));
    MessageDigest digest = ContentHash.newDigest();
    digest.update(new JsonMapper().writeValueAsString(json).getBytes(StandardCharsets.UTF_8));
    return ContentHash.of(digest).hex();
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
