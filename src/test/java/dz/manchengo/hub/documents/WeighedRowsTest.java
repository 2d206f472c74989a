package dz.manchengo.hub.documents;

import static dz.manchengo.hub.documents.SheetSamples.sentences;
import static dz.manchengo.hub.documents.SheetSamples.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pieces and kilograms side by side: the amount of each row shows which of them is sold. */
class WeighedRowsTest {
  @ParameterizedTest
  @CsvSource({
    "Nb pièces;Poids net (kg);PU HT;Montant HT, 3;12.450;980;12201, 12.450",
    "Quantité;Poids (kg);PU HT;Montant HT, 3;12.450;980;12201, 12.450",
    "Quantité;Poids (g);PU HT;Montant HT, 3;12450;980;12201, 12.450",
    "Nb pièces;Poids;PU;Montant, 3;12.450;980;12201, 12.450",
    "Nb pièces;Poids net (kg);PU HT;Montant HT, 3;12.450;980;2940, 3",
    "Nb pièces;Poids net (kg);PU HT;Montant HT, 3;12.450;980;5000, 3"
  })
  void theAmountShowsWhatIsSold(String headers, String row, BigDecimal quantity)
      throws UnreadableFile {
    SheetSamples.Read sheet =
        sheet(
            "N° Facture;Date;Client;Désignation;" + headers + ";TVA %",
            "W-1;12/11/2026;Bled;Meule;" + row + ";19",
            "W-1;12/11/2026;Bled;Portion;10;1.000;50;500;19");

    assertThat(sheet.data().get(0).number("qty")).isEqualByComparingTo(quantity);
    assertThat(sheet.data().get(1).number("qty")).isEqualByComparingTo("10");
    boolean weighed = quantity.scale() == 3;
    assertThat("kg".equals(sheet.data().get(0).text("uom"))).isEqualTo(weighed);
    assertThat(sentences(sheet).stream().filter(s -> s.startsWith("FMT-038")))
        .hasSize(weighed ? 1 : 0);
  }

  @Test
  void aDiscountInPerCentIsCountedIn() throws UnreadableFile {
    SheetSamples.Read sheet =
        sheet(
            "N° Facture;Date;Client;Désignation;Nb pièces;Poids (kg);PU HT;Remise %;Montant HT;TVA %",
            "W-1;12/11/2026;Bled;Meule;3;12,450;980,00;10;10980,90;19");
    assertThat(sheet.data().get(0).number("qty")).isEqualByComparingTo("12.450");
  }

  /** Three pieces of one kilogram, sold by the kilogram. */
  @Test
  void asManyKilogramsAsPiecesAreKilogramsByTheirPrice() throws UnreadableFile {
    SheetSamples.Read sheet =
        sheet(
            "N° Facture;Date;Client;Désignation;Nbre pièces;Poids net (kg);Prix/kg;Montant HT;TVA %",
            "W-1;12/11/2026;Bled;Cheddar;4;4;1450,00;5800,00;19",
            "W-1;12/11/2026;Bled;Ricotta;3;78;980,33;76465,74;19");
    assertThat(sheet.data()).allMatch(row -> "kg".equals(row.text("uom")));
  }
}
