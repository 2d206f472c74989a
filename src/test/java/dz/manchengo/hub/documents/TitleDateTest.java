package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleDateTest {
  @ParameterizedTest
  @CsvSource({
    "inventaire_2026-11-20.csv, 2026-11-20",
    "Inventaire 20.11.2026.xlsx, 2026-11-20",
    "inventaire20112026.csv, 2026-11-20",
    "20261120_stock.csv, 2026-11-20",
    "inventaire_2026-11-20_2026-11-20.csv, 2026-11-20",
    "inventaire_2026-11-20_au_2026-11-21.csv,",
    "inventaire_12345678901.csv,",
    "inventaire_2026-11.csv,",
    "inventaire_2026-13-20.csv,"
  })
  void aNameTellsOneDayOrNone(String name, String day) {
    assertThat(TitleDate.inName(name)).isEqualTo(day);
  }
}
