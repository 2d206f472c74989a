package dz.manchengo.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperNumberTest {
  @ParameterizedTest
  @CsvSource({
    "PROFORMA 12, proforma, true",
    "Pro-forma 2026/4, proforma, true",
    "Facture proforma 3, proforma, true",
    "Devis 12, quote, true",
    "DEVIS-2026-004, quote, true",
    "Bon de livraison 7, delivery, true",
    "Bon de commande n° 7, order, true",
    "BL 12, delivery, false",
    "BL-2026/12, delivery, false",
    "BC12, order, false",
    "BILL/2026/11/0001, suppliers, true",
    "RBILL/2026/11/0001, suppliers, true",
    "FACTU/2026/11/0001, suppliers, true",
    "RFACTU/2026/11/0001, suppliers, true"
  })
  void saysWhatItNumbers(String number, String paper, boolean spelled) {
    assertThat(PaperNumber.of(number)).isEqualTo(new PaperNumber("reason.paper." + paper, spelled));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FV-12",
        "F-2026-00012",
        "12",
        "BLIDA-12",
        "PROD-4",
        "DEVISE-3",
        "AV-1",
        "BILLAL-2",
        ""
      })
  void othersSayNothing(String number) {
    assertThat(PaperNumber.of(number)).isNull();
  }
}
