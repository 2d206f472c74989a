package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** « Article » names what is sold; the customer's number at the tax office is called so as well. */
class ArticleHeaderTest {
  private static SheetSamples.Read read(String headers, String first, String second)
      throws UnreadableFile {
    return SheetSamples.sheet(
        "N° Facture;Date;Client;" + headers + ";Quantité;PU HT;TVA %",
        "A-1;10/11/2026;SARL OMEGA;" + first + ";10;450,00;19",
        "A-1;10/11/2026;SARL OMEGA;" + second + ";5;400,00;19");
  }

  private static Map<String, Object> line(SheetSamples.Read sheet) {
    assertThat(sheet.data()).noneMatch(row -> row.header().containsKey("party_ai"));
    return sheet.data().get(0).line();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Article", "Articles", "N° article", "Art.", "N° art."})
  void besideANameItIsTheCode(String header) throws UnreadableFile {
    assertThat(line(read(header + ";Désignation", "CH1;Cheddar", "CH2;Gouda")))
        .containsEntry("product_code", "CH1")
        .containsEntry("description", "Cheddar");
  }

  @ParameterizedTest
  @CsvSource({"Code article, BR", "Réf., BR"})
  void besideACodeItIsTheName(String code, String value) throws UnreadableFile {
    assertThat(line(read(code + ";Article", value + ";Cheddar", "GO;Gouda")))
        .containsEntry("product_code", value)
        .containsEntry("description", "Cheddar");
  }

  @Test
  void aloneItIsWhatItsValuesAre() throws UnreadableFile {
    assertThat(line(read("Article", "CH1", "CH2"))).containsEntry("product_code", "CH1");
    assertThat(line(read("Article", "GOUDA", "BRIE"))).containsEntry("product_code", "GOUDA");
    for (List<String> names : List.of(List.of("Brie", "Gouda"), List.of("GOUDA 400 G", "BRIE"))) {
      assertThat(line(read("Article", names.get(0), names.get(1))))
          .containsEntry("description", names.get(0))
          .doesNotContainKey("product_code");
    }
  }

  @Test
  void amongTheCustomersNumbersItIsHisAtTheTaxOffice() throws UnreadableFile {
    String numbers = ";000016001234567;16012345678;";
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            "N° Facture;Date;Client;NIF;N° article;Désignation;Quantité;PU HT;TVA %",
            "A-1;10/11/2026;SARL OMEGA" + numbers + "Cheddar;10;450,00;19");
    assertThat(sheet.data().get(0).header()).containsEntry("party_ai", "16012345678");
    assertThat(sheet.data().get(0).line()).doesNotContainKey("product_code");
  }
}
