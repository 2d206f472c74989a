package dz.manchengo.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.catalog.StampRegimes;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice.PaymentMethod;
import dz.manchengo.hub.documents.Payment;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.RuleBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentStampTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
  private static final Place ROW = Place.row("", 2);

  /** Domain notes §1.4, column A; asked is what the invoice asks for. */
  @ParameterizedTest(name = "{0} {1}, declared {2}, asked {3}: {4} {5}")
  @CsvSource({
    "ESPECES,       200,       ,   0,     0,",
    "ESPECES,     11900,    119,   0,   119,",
    "ESPECES,     12019,    119,   0,   119,",
    "ESPECES,     12019,       , 119,   119,",
    "ESPECES,      5000,       , 119,    50,",
    "ESPECES,  30000.01,       ,   0,   452, INV-019",
    "ESPECES,     30000,      0,   0,   300, INV-019",
    "ESPECES,    950000,  19000,   0, 19000,",
    "ESPECES,    950000,  18350,   0, 19000, INV-021",
    "ESPECES,    950000,  12345,   0, 19000, INV-022",
    "CHEQUE,      11900,    119,   0,     0, INV-020",
    "CHEQUE,      11900,       ,   0,     0,",
    "COMPTANT,    11900,    119,   0,     0,"
  })
  void theDutyIsDuePerReceiptInCash(
      PaymentMethod method,
      BigDecimal amount,
      @Nullable BigDecimal declared,
      BigDecimal asked,
      BigDecimal legal,
      @Nullable String rule) {
    Receipt receipt = receipt(method, amount, declared, asked, "INVOICE");
    assertThat(new PaymentStamp(receipt, StampRegimes.SCHEDULE).legal().amount())
        .isEqualByComparingTo(legal);
    assertThat(receipt.findings)
        .extracting(Finding::rule)
        .isEqualTo(rule == null ? List.of() : List.of(rule));
    assertThat(receipt.findings)
        .allSatisfy(
            finding ->
                assertThat(
                        RuleBook.message(finding, Locale.FRENCH)
                            + RuleBook.expected(finding, Locale.ENGLISH))
                    .doesNotContain("{"));
  }

  @Test
  void whatACreditNoteGivesBackBearsNone() {
    Receipt receipt =
        receipt(PaymentMethod.ESPECES, BigDecimal.TEN.pow(5), null, BigDecimal.ZERO, "CREDIT_NOTE");
    assertThat(new PaymentStamp(receipt, StampRegimes.SCHEDULE).legal().signum()).isZero();
    assertThat(receipt.findings).isEmpty();
  }

  @ParameterizedTest(name = "{0} paid on {1}, stamp {2} of {3} asked: {4} too much")
  @CsvSource({
    "11900,    11900,   0,   0, 0",
    "12019,    11900, 119,   0, 0",
    "12138,    11900, 119,   0, 119",
    "12138,    12019, 119, 119, 119",
    "11900.99, 11900,   0,   0, 0",
    "11901,    11900,   0,   0, 1"
  })
  void whatIsPaidTooMuchIsCountedWithoutTheDutyThatNobodyAskedFor(
      BigDecimal paid, BigDecimal owed, BigDecimal stamp, BigDecimal asked, BigDecimal over) {
    PaidInvoice invoice = invoice(owed, asked, "INVOICE");
    Receipt receipt = receipt(PaymentMethod.ESPECES, paid, stamp, asked, "INVOICE");
    Balance balance = new Balance(invoice);
    balance.add(receipt);
    assertThat(balance.over().amount()).isEqualByComparingTo(over);
  }

  /** The whole of an invoice of 12 019 DA, or a part of it. */
  private static Receipt receipt(
      PaymentMethod method,
      BigDecimal amount,
      @Nullable BigDecimal declared,
      BigDecimal asked,
      String kind) {
    Receipt receipt =
        new Receipt(
            new RawDocument(
                "F-1",
                Map.of(),
                Map.of(),
                List.of(),
                List.of(new RawDocument.Row(ROW, List.of())),
                Map.of(),
                List.of()));
    receipt.assembled =
        new Payment("F-1", DAY, amount, method, null, declared, null, null, null, ROW);
    receipt.meant = invoice(new BigDecimal("12019"), asked, kind);
    return receipt;
  }

  private static PaidInvoice invoice(BigDecimal owed, BigDecimal asked, String kind) {
    return new PaidInvoice(
        1,
        "SALE",
        kind,
        1,
        2026,
        "F-1",
        "F1",
        DAY,
        "VALIDATED",
        asked,
        "C-1",
        "AMEL",
        "Amel",
        owed,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        null,
        null,
        null);
  }
}
