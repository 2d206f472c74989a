package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilayasTest {
  @ParameterizedTest
  @CsvSource({
    "16, 16",
    "Alger, 16",
    "16 - Alger, 16",
    "ALGER (16), 16",
    "6, 6",
    "06, 6",
    "bejaia, 6",
    "M'Sila, 28",
    "58, 58",
    "El Meniaa, 58",
    "59,",
    "16 Oran,",
    "Paris,"
  })
  void aWilayaIsItsNumberItsNameOrBoth(String text, @Nullable Integer number) {
    assertThat(Wilayas.NUMBERS.read(text)).isEqualTo(number);
  }
}
