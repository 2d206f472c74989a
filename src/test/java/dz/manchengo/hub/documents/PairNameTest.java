package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairNameTest {
  @ParameterizedTest
  @CsvSource({
    "ventes_entete.csv, ventes_lignes.csv",
    "Ventes Entêtes.CSV, ventes lignes.csv",
    "export-header.txt, EXPORT-details.txt",
    "2026.01_headers.tsv, 2026.01_lines.tsv",
    "ventes_en-tête.csv, ventes_détail.csv",
    "a_head, a_line"
  })
  void halvesOfThePairKnowEachOther(String headers, String lines) {
    PairName first = PairName.of(headers).orElseThrow();
    PairName second = PairName.of(lines).orElseThrow();
    assertThat(first.half()).isEqualTo(PairName.Half.HEADERS);
    assertThat(second.half()).isEqualTo(PairName.Half.LINES);
    assertThat(first.completes(second)).isTrue();
    assertThat(second.completes(first)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ventes_entete.csv, achats_lignes.csv",
    "ventes_entete.csv, ventes_lignes.txt",
    "ventes_entete.csv, ventes_header.csv"
  })
  void othersDoNot(String one, String other) {
    assertThat(PairName.of(one).orElseThrow().completes(PairName.of(other).orElseThrow()))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ventes.csv",
        "lignes.csv",
        "_lignes.csv",
        "_header.xlsx",
        "entete.xlsx",
        "pipelines.csv",
        "x_lignes.csv.gz.b"
      })
  void mostNamesAnnounceNoHalf(String name) {
    assertThat(PairName.of(name)).isEmpty();
  }

  @Test
  void theOtherFileHasANameToAskFor() {
    assertThat(PairName.of("Ventes_Lignes.csv").orElseThrow().companion())
        .isEqualTo("ventes_entete.csv");
    assertThat(PairName.of("x-headers.csv").orElseThrow().companion()).isEqualTo("x-lines.csv");
  }
}
