package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "19% B Prod.|19",
        "19% B Revente|19",
        "9% B|9",
        "0% B|0",
        "0% EXO|0",
        "TVA (vente) 19,0%|19",
        "TVA 0% (vente)|0",
        "TVA 19 % (vente)|19",
        "TVA collectée 9,00 %|9",
        "(achat) 19,000%|19",
        "17% S|17"
      })
  void theOnePercentageIsTheRate(String text, String rate) {
    assertThat(Objects.requireNonNull(TaxName.rate(text)).toPlainString()).isEqualTo(rate);
    assertThat(TaxName.isUnclear(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Timbre 1%",
        "TAP 2%",
        "19% B, Timbre",
        "19% B,9% B",
        "TVA 19% + TAP",
        "20% G",
        "0,19% B",
        "TVA 2017 19% B",
        "TVA (vente) 19,0% TTC",
        "19% autoliquidation",
        "Exonéré (19%)",
        "Remise 9%",
        "Retenue à la source 19%"
      })
  void anythingElseIsAskedAbout(String text) {
    assertThat(TaxName.rate(text)).isNull();
    assertThat(TaxName.isUnclear(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TVA 19", "Exonéré", "dix-neuf", ""})
  void withoutASignItIsNoPercentage(String text) {
    assertThat(TaxName.rate(text)).isNull();
    assertThat(TaxName.isUnclear(text)).isFalse();
  }
}
