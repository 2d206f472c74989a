package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** « 0,1 » for 10 %, where the file shows that it writes so. */
class DiscountSharesTest {
  private static final String HEADER =
      "N° facture;Date facture;Code client;Désignation;Quantité;Prix unitaire HT;%s;TVA%s";
  private static final String ROW = "F-1;25/10/2026;C-1;Fromage;10;100,00;%s";

  @ParameterizedTest
  @ValueSource(strings = {"Remise %", "Remise"})
  void ratesOfVatThatAreWrittenSoShowIt(String header) throws UnreadableFile {
    SheetSamples.Read sheet = sheet(header, "", "0,1;0,19", ";0");
    assertThat(discount(sheet)).isEqualByComparingTo("10");
    assertThat(SheetSamples.sentences(sheet))
        .containsExactly(
            "FMT-019 2 « 0,1 » (%s) lu comme 10 % : le taux de TVA de la ligne s'écrit ainsi (« 0,19 »)"
                .replace("%s", header));
  }

  @ParameterizedTest
  @CsvSource({
    "Remise %, ;Montant TTC, '0,1;19;1071,00'",
    "Remise, ;Montant TTC, '0,1;0,19;1071,00'",
    "Remise, ;Montant HT, '0,1;19;900,00'"
  })
  void anAmountShowsIt(String header, String more, String figures) throws UnreadableFile {
    SheetSamples.Read sheet = sheet(header, more, figures);
    assertThat(discount(sheet)).isEqualByComparingTo("10");
    assertThat(SheetSamples.sentences(sheet)).hasSize(1);
    assertThat(SheetSamples.sentences(sheet).get(0)).contains("le montant de la ligne le montre");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '0,1;19'",
    "'', '0,1 %;0,19'",
    ";Montant HT, '0,1;0,19;999,00'",
    "'', '0,1;0,19|5;0,19'"
  })
  void otherwiseItIsWhatItSays(String more, String figures) throws UnreadableFile {
    SheetSamples.Read sheet = sheet("Remise %", more, figures.split("\\|"));
    assertThat(discount(sheet)).isEqualByComparingTo("0.1");
    assertThat(SheetSamples.sentences(sheet)).isEmpty();
  }

  @Test
  void whatNothingShowsIsStillAsked() throws UnreadableFile {
    SheetSamples.Read sheet = sheet("Remise", "", "0,1;19");
    assertThat(SheetSamples.sentences(sheet)).hasSize(1);
    assertThat(SheetSamples.sentences(sheet).get(0)).startsWith("FMT-018 2 « 0,1 »");
  }

  private static BigDecimal discount(SheetSamples.Read sheet) {
    return new BigDecimal(String.valueOf(sheet.data().get(0).line().get("discount_pct")));
  }

  private static SheetSamples.Read sheet(String header, String more, String... figures)
      throws UnreadableFile {
    StringBuilder text = new StringBuilder(HEADER.formatted(header, more == null ? "" : more));
    for (String one : figures) {
      text.append('\n').append(ROW.formatted(one));
    }
    return SheetSamples.sheet(text.toString());
  }
}
