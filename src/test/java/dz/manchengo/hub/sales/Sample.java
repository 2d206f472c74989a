package dz.manchengo.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.catalog.PartyMention;
import dz.manchengo.hub.catalog.StampRegimes;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Invoice.Declared;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An invoice to vary: a sale of 5 March 2026 by transfer, without lines or declared totals. */
final class Sample {
  static final LocalDate DATE = LocalDate.of(2026, 3, 5);
  static final Set<String> ALL_FIELDS = Set.of("payment_method", "description");

  Invoice.Direction direction = Invoice.Direction.SALE;
  Invoice.Kind kind = Invoice.Kind.INVOICE;
  String number = "F-2026-00042";
  LocalDate date = DATE;
  @Nullable LocalDate due;
  @Nullable String partyCode;
  @Nullable String partyName = "EURL El Baraka";
  @Nullable String partyNif;
  Invoice.@Nullable PaymentMethod method = Invoice.PaymentMethod.VIREMENT;
  Invoice.Status status = Invoice.Status.VALIDATED;
  @Nullable String original;
  @Nullable String discount;
  Declared declared = Declared.NOTHING;
  final List<Invoice.Line> lines = new ArrayList<>();
  LocalDate today = DATE;
  @Nullable Integer terms;

  static Sample sale() {
    return new Sample();
  }

  static Sample purchase() {
    Sample sample = new Sample();
    sample.direction = Invoice.Direction.PURCHASE;
    return sample;
  }

  static Sample creditNote() {
    Sample sample = new Sample();
    sample.kind = Invoice.Kind.CREDIT_NOTE;
    sample.original = "F-2026-00001";
    return sample;
  }

  Sample line(String qty, String price, String vat) {
    return line(qty, price, vat, null, null, null);
  }

  Sample line(
      String qty,
      String price,
      String vat,
      @Nullable String pct,
      @Nullable String amount,
      @Nullable String ht) {
    int n = lines.size() + 1;
    lines.add(
        new Invoice.Line(
            n,
            "P" + n,
            "Camembert",
            new BigDecimal(qty),
            "KG",
            new BigDecimal(price),
            decimal(pct),
            decimal(amount),
            new BigDecimal(vat),
            null,
            decimal(ht),
            null,
            Place.row("Ventes", n + 1)));
    return this;
  }

  Sample declared(@Nullable String ht, @Nullable String vat, @Nullable String ttc) {
    return declared(ht, vat, ttc, null, null);
  }

  Sample declared(
      @Nullable String ht,
      @Nullable String vat,
      @Nullable String ttc,
      @Nullable String stamp,
      @Nullable String net) {
    declared = new Declared(decimal(ht), decimal(vat), decimal(ttc), decimal(stamp), decimal(net));
    return this;
  }

  Sample discount(String amount) {
    discount = amount;
    return this;
  }

  Sample paidBy(Invoice.@Nullable PaymentMethod by) {
    method = by;
    return this;
  }

  Sample paidInCash() {
    return paidBy(Invoice.PaymentMethod.ESPECES);
  }

  Invoice make() {
    return new Invoice(
        direction,
        kind,
        number,
        date,
        due,
        new PartyMention(partyCode, partyName, partyNif, null, null, null, null),
        method,
        status,
        original,
        null,
        null,
        decimal(discount),
        declared,
        List.copyOf(lines),
        Place.row("Ventes", 2));
  }

  ComputedInvoice compute() {
    return InvoiceTotals.of(make());
  }

  /** After the rules; each sentence that they give rise to is complete. */
  Assessed assess() {
    InvoiceContext context = new InvoiceContext(today, StampRegimes.SCHEDULE, terms, ALL_FIELDS);
    Assessed assessed = InvoiceRules.assess(make(), context);
    assessed.findings().forEach(Sample::isWellSaid);
    return assessed;
  }

  private static void isWellSaid(Finding finding) {
    for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      assertThat(RuleBook.message(finding, language)).isNotEmpty().doesNotContain("{");
      assertThat(RuleBook.expected(finding, language)).doesNotContain("{");
      assertThat(Hints.text(finding, language)).doesNotContain("{");
    }
    assertThat(finding.params()).containsKey("field");
    assertThat(finding.document()).isEqualTo(finding.params().get("no"));
  }

  static List<String> codes(Assessed assessed) {
    return assessed.findings().stream().map(Finding::rule).toList();
  }

  static Finding finding(Assessed assessed, String code) {
    return assessed.findings().stream()
        .filter(finding -> finding.rule().equals(code))
        .findFirst()
        .orElseThrow();
  }

  static String french(Finding finding) {
    return RuleBook.message(finding, Locale.FRENCH).replace('\u00a0', ' ');
  }

  private static @Nullable BigDecimal decimal(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
