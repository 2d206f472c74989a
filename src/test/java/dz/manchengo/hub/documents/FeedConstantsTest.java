package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedConstantsTest {
  @Test
  void wordsAreThoseOfTheFieldAndOfTheKindOfDocument() {
    assertThat(of("invoices", "{doc_kind: AVOIR, payment_method: Espèces, status: Payée}"))
        .isEqualTo(
            Map.of(
                "doc_kind", Invoice.Kind.CREDIT_NOTE,
                "payment_method", Invoice.PaymentMethod.ESPECES,
                "status", Invoice.Status.PAID));
    assertThat(of("orders", "{status: Confirmée}"))
        .isEqualTo(Map.of("status", Order.Status.CONFIRMED));
    assertThat(of("payments", "{method: Espèces}"))
        .isEqualTo(Map.of("method", Invoice.PaymentMethod.ESPECES));
    assertThat(of("production", "{uom: KG, status: Terminé, started_at: 6h30}"))
        .isEqualTo(
            Map.of(
                "uom", "KG", "status", Batch.Status.COMPLETED, "started_at", LocalTime.of(6, 30)));
    assertThat(of("production", "{quality_status: OK}").get("quality_status"))
        .isInstanceOf(Batch.Quality.class);
  }

  @Test
  void datesFollowTheOrderOfTheFeedAndNumbersItsDecimalMark() {
    LocalDate day = LocalDate.of(2026, 11, 3);
    assertThat(of("stock-counts", "{counted_at: 03/11/2026}").get("counted_at"))
        .isIn(day, LocalDateTime.of(2026, 11, 3, 0, 0));
    assertThat(of("payments", "{paid_on: 11/03/2026}\ndate-order: MDY"))
        .isEqualTo(Map.of("paid_on", day));
    assertThat(of("invoices", "{qty: '1,5', vat_rate: 19 %}"))
        .isEqualTo(Map.of("qty", new BigDecimal("1.5"), "vat_rate", new BigDecimal("19")));
    assertThat(of("invoices", "{unit_price_ht: '1.500'}\ndecimal-mark: ','"))
        .isEqualTo(Map.of("unit_price_ht", new BigDecimal("1500")));
  }

  @Test
  void whatStandsForNoVatIsARateWithItsReason() {
    assertThat(of("invoices", "{vat_rate: Exonéré}"))
        .isEqualTo(Map.of("vat_rate", BigDecimal.ZERO, "vat_exempt_reason", "Exonéré"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          orders       | {status: Peut-être}          | status: Unknown value "Peut-être"
          orders       | {status: ' '}                | status: " " is no value of status
          invoices     | {qty: douze}                 | qty: "douze" is not a number
          invoices     | {unit_price_ht: '1.500'}     | unit_price_ht: Ambiguous number "1.500"
          invoices     | {discount: '5'}              | discount: "5" is no value of discount
          stock-counts | {counted_at: 31/02/2026}     | counted_at: "31/02/2026" is no value
          """)
  void whatACellCouldNotSayIsRefusedWithTheFeed(String document, String constants, String why) {
    assertThatThrownBy(() -> of(document, constants)).hasMessageContaining("constants: " + why);
  }

  private static Map<String, Object> of(String document, String constants) {
    String yaml = "feed: one.%1$s\ndocument: %1$s\ndescription: Constantes\nconstants: %2$s\n";
    Feed feed = FeedFile.parse("one." + document + ".yaml", yaml.formatted(document, constants));
    return FeedConstants.of(feed).values();
  }
}
