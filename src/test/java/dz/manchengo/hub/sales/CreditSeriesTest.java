package dz.manchengo.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers by which a document seems to be a credit note. */
class CreditSeriesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "AV-12",
        "AV001/2026",
        "av 15",
        "NC-5",
        "AVOIR 17",
        "AV.18/26",
        "AVC-00012",
        "12/AV/2026",
        "FA-AV-12",
        "RAV/2026/00001",
        "RINV/2026/00087",
        "RFAC/2026/0004",
        "AV-A05-002",
        "AVOIR N° 4"
      })
  void itIs(String number) {
    assertThat(CreditSeries.has(number)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"FV-12", "12", "AVANCE-1", "AVRIL-2", "FAV12", "NCA-1", "2026/0012", "AV"})
  void itIsNot(String number) {
    assertThat(CreditSeries.has(number)).isFalse();
  }
}
