package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Decimal commas without quotes in a text whose cells are parted by commas. */
class CutNumbersTest {
  private static final String HEADER = "N° facture,Date,Client,Désignation,Qté,P.U. HT,TVA %";
  private static final String START = "F-1,25/03/2026,SARL Amel,Lait,";

  private static List<String> told(String... lines) throws UnreadableFile {
    return SheetSamples.sheet(lines).data().stream()
        .flatMap(row -> row.findings().stream())
        .map(f -> f.rule() + " " + f.params().getOrDefault("value", ""))
        .toList();
  }

  @Test
  void aRowThatIsTooLongForItSaysWhichNumberWasCut() throws UnreadableFile {
    assertThat(told(HEADER, START + "2,250,50,19")).containsExactly("FIL-052 250,50");
    assertThat(told(HEADER, START + "1,5,250,9")).containsExactly("FIL-052 1,5");
    assertThat(told(HEADER, START + "2,\"250,50\",19")).isEmpty();
  }

  @Test
  void itsNumbersSayNothing() throws UnreadableFile {
    DataRow row = SheetSamples.sheet(HEADER, START + "2,250,50,19").data().get(0);
    assertThat(row.line()).doesNotContainKeys("qty", "unit_price_ht", "vat_rate");
  }

  @Test
  void aCommaInATextIsNoDecimalOne() throws UnreadableFile {
    assertThat(told(HEADER, "F-1,25/03/2026,SARL Amel,Lait, entier,2,250,19"))
        .containsExactly("FIL-019 ");
  }

  @Test
  void whereTheLastCellsAreEmptyNoneOfTheFileIsTrusted() {
    assertThatThrownBy(() -> told(HEADER + ",Note", START + "2,250,00,19,"))
        .isInstanceOfSatisfying(
            UnreadableFile.class,
            e ->
                assertThat(RuleBook.message(e.finding(), Locale.FRENCH))
                    .isEqualTo(
                        "Ligne 2 : « 250 » puis « 00 » ; sans guillemets, la virgule décimale a"
                            + " coupé « 250,00 » en deux cellules, et les valeurs qui suivent sont"
                            + " décalées"));
  }

  @Test
  void aCommaAtTheEndOfEachRowIsNone() throws UnreadableFile {
    assertThat(told(HEADER, START + "2,250,19,")).isEmpty();
  }
}
