package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles that are called like a total, below a line that has the values of the header. */
class NamedTotalTest {
  private static final String HEADER =
      "N° facture;Date facture;Code client;Nom client;Désignation;Quantité;Prix unitaire HT;Taux TVA";
  private static final String FIRST = "F-1;05/11/2026;C-1;Amel;Gouda;2;100,00;19";

  @ParameterizedTest
  @ValueSource(
      strings = {
        ";;;;Total Quartz 5W40;2;1000,00;19",
        ";;;;Sous-total Yaourt;3;10,00;19",
        ";;;;Total Quartz 5W40;2;1000,00;",
        ";;;;Total Quartz 5W40;2;;19",
        ";;;;Total Quartz 5W40;;1000,00;19",
        ";;;Total Énergies;Lubrifiant;2;1000,00;19"
      })
  void aQuantityAndAPriceMakeItALine(String row) throws UnreadableFile {
    SheetSamples.Read read = SheetSamples.sheet(HEADER, FIRST, row);
    assertThat(read.data()).hasSize(2);
    assertThat(read.findings()).isEmpty();
    assertThat(read.data().get(1).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Total;;;;;2;100,00;19",
        ";;;;Total;2;;",
        ";;;;Total client Amel;2;;",
        ";;;;Sous-total janvier;2;;",
        "Total F-1;;;;;2;;",
        ";;;;Nombre de colis;2;;"
      })
  void whatSumsUpIsNone(String row) throws UnreadableFile {
    SheetSamples.Read read = SheetSamples.sheet(HEADER, FIRST, row);
    assertThat(read.data()).hasSize(1);
    assertThat(read.findings()).extracting(Finding::rule).containsExactly("FIL-012");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ";;;;Total Quartz 5W40;2;;",
        ";;;;Total Quartz 5W40;;1000,00;",
        ";;;;Total;2;1000,00;19",
        ";;;;Total client Amel;2;1000,00;"
      })
  void whatMayBeBothIsRefused(String row) throws UnreadableFile {
    SheetSamples.Read read = SheetSamples.sheet(HEADER, FIRST, row);
    assertThat(read.data()).hasSize(2);
    assertThat(read.data().get(1).findings()).extracting(Finding::rule).contains("FIL-040");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "F-2;06/11/2026;C-1;Amel;Edam;2;douze;19",
        "F-2;06/11/2026;C-1;Amel;Edam;;50,00;19",
        "F-2;13/13/2026;C-1;Amel;Edam;2;50,00;19",
        ";06/11/2026;C-1;Amel;Edam;2;50,00;19"
      })
  void aLineBelowASummaryThatLacksOneValueIsAskedAboutToo(String line) throws UnreadableFile {
    SheetSamples.Read read = SheetSamples.sheet(HEADER, FIRST, "RÉCAPITULATIF;;;;;;;", line);
    assertThat(read.data()).extracting(row -> row.place().row()).containsExactly(2, 4);
    assertThat(SheetSamples.sentences(read)).anyMatch(sentence -> sentence.startsWith("FIL-043 4"));
  }

  /** Below a summary: nobody knows whether somebody went on writing there. */
  @Test
  void aWholeLineBelowASummaryIsRefused() throws UnreadableFile {
    SheetSamples.Read read =
        SheetSamples.sheet(
            HEADER,
            FIRST,
            "RÉCAPITULATIF;;;;;;;",
            "F-1;05/11/2026;;;;2;;",
            "Montant;;;;;;200,00;",
            "F-2;06/11/2026;C-1;Amel;Edam;1 kg;50,00;19",
            "Total;06/11/2026;;;;3;;");
    assertThat(read.data()).extracting(row -> row.place().row()).containsExactly(2, 6);
    assertThat(SheetSamples.sentences(read))
        .filteredOn(sentence -> !sentence.startsWith("FMT-007"))
        .contains(
            "FIL-043 6 Ligne 6 (« F-2 ») sous un récapitulatif : une ligne de plus, ou un rappel ?")
        .filteredOn(sentence -> !sentence.startsWith("FIL-043"))
        .allMatch(sentence -> sentence.startsWith("FIL-012"))
        .hasSize(4);
  }

  @Test
  void theAmountOfAnArticlesLinesIsASum() throws UnreadableFile {
    SheetSamples.Read read =
        SheetSamples.sheet(HEADER + ";Montant HT", FIRST + ";200,00", ";;;;Total Gouda;2;;;200,00");
    assertThat(read.data()).hasSize(1);
  }

  @Test
  void pricesAreSummedByMistake() throws UnreadableFile {
    SheetSamples.Read read =
        SheetSamples.sheet(HEADER + ";Montant HT", FIRST + ";200,00", ";;;;TOTAL;2;100,00;;200,00");
    assertThat(read.data()).hasSize(1);
  }
}
