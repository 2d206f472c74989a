package dz.manchengo.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Place;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Discounts among the articles. */
class DiscountLinesTest {
  private static final Invoice.Line MILK = line("Lait", "10", "100", "19");

  @ParameterizedTest
  @CsvSource({
    "Remise commerciale, 1, -50, 50.00",
    "RABAIS, -1, 50, 50.00",
    "Réduction fidélité, 2, -12.345, 24.69"
  })
  void aNegativeOneIsOfTheWholeInvoice(String name, String qty, String price, BigDecimal amount) {
    DiscountLines found = DiscountLines.in(List.of(MILK, line(name, qty, price, "19.00")));
    assertThat(found.amount()).isEqualTo(amount);
    assertThat(found.others()).containsExactly(MILK);
  }

  @ParameterizedTest
  @CsvSource({
    "Remise commerciale, 1, -50, 9",
    "Remise commerciale, 1, 50, 19",
    "Remise commerciale, -1, -50, 19",
    "Remise commerciale, 1, -1000, 19",
    "Lait repris, 1, -50, 19"
  })
  void whatMayMeanAnotherThingStaysALine(String name, String qty, String price, String rate) {
    List<Invoice.Line> lines = List.of(MILK, line(name, qty, price, rate));
    DiscountLines found = DiscountLines.in(lines);
    assertThat(found.discounts()).isEmpty();
    assertThat(found.others()).isEqualTo(lines);
  }

  @Test
  void besideNegativeSalesNothingIsTaken() {
    List<Invoice.Line> lines =
        List.of(MILK, line("Retour", "-1", "100", "19"), line("Remise", "1", "-50", "19"));
    assertThat(DiscountLines.in(lines).discounts()).isEmpty();
    assertThat(DiscountLines.in(List.of()).others()).isEmpty();
  }

  private static Invoice.Line line(String name, String qty, String price, String rate) {
    return new Invoice.Line(
        1,
        null,
        name,
        new BigDecimal(qty),
        null,
        new BigDecimal(price),
        null,
        null,
        new BigDecimal(rate),
        null,
        null,
        null,
        Place.row("", 2));
  }
}
