package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** « PU » with or without tax, by which identity holds with the VAT (domain notes §7.3). */
class PriceTaxTest {
  private static final String BEGINNING = "N° facture;Date facture;Client;Désignation;Qté;";
  private static final String SHOWN = "{reason.read.column} (PU)";

  private static String row(String document, String figures) {
    return document + ";15/10/2026;Client A;Lait;" + figures;
  }

  private static void assertTaxed(SheetSamples.Read sheet) {
    assertThat(sheet.data())
        .allSatisfy(row -> assertThat(row.line()).containsKey("unit_price_ttc"))
        .allSatisfy(row -> assertThat(row.line()).doesNotContainKey("unit_price_ht"));
    assertThat(sheet.detected()).containsEntry(SHOWN, "{reason.read.price-taxed}");
  }

  private static void assertUntaxed(SheetSamples.Read sheet) {
    assertThat(sheet.data()).allSatisfy(row -> assertThat(row.line()).containsKey("unit_price_ht"));
    assertThat(sheet.detected()).doesNotContainEntry(SHOWN, "{reason.read.price-taxed}");
  }

  @Test
  void amountsOfLinesWithTaxShowIt() throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            BEGINNING + "PU;Taux TVA;Montant TTC",
            row("P-1", "10;119,00;19;1190,00"),
            row("P-1", "5;238,00;19;1190,00"));
    assertTaxed(sheet);
    assertThat(sheet.data())
        .allSatisfy(
            row ->
                assertThat(row.line().get("line_ttc"))
                    .asInstanceOf(InstanceOfAssertFactories.BIG_DECIMAL)
                    .isEqualByComparingTo(new BigDecimal("1190")));
  }

  @Test
  void amountsWithoutTaxAndTotalsOfTheDocumentShowItToo() throws UnreadableFile {
    assertTaxed(
        SheetSamples.sheet(
            BEGINNING + "PU;Taux TVA;Montant HT",
            row("P-1", "10;119,00;19;1000,00"),
            row("P-1", "1;109,00;9;100,00")));
    assertTaxed(
        SheetSamples.sheet(
            BEGINNING + "PU;Taux TVA;Total HT",
            row("P-1", "10;119,00;19;2000,00"),
            row("P-1", "5;238,00;19;2000,00")));
    assertTaxed(
        SheetSamples.sheet(
            BEGINNING + "PU;TVA;Montant TTC", row("P-1", "10;119,00;190,00;1190,00")));
  }

  @Test
  void aPriceThatGivesAmountsWithoutTaxIsWithout() throws UnreadableFile {
    assertUntaxed(
        SheetSamples.sheet(
            BEGINNING + "PU;Taux TVA;Montant TTC",
            row("P-1", "10;100,00;19;1190,00"),
            row("P-1", "5;200,00;19;1190,00")));
    assertUntaxed(
        SheetSamples.sheet(
            BEGINNING + "PU;Taux TVA;Total HT;Total TTC",
            row("P-1", "10;100,00;0;1000,00;1000,00")));
  }

  /** Two documents that say otherwise leave it where it was: each is told about. */
  @Test
  void rowsThatContradictEachOtherShowNothing() throws UnreadableFile {
    assertUntaxed(
        SheetSamples.sheet(
            BEGINNING + "PU;Taux TVA;Montant TTC",
            row("P-1", "10;119,00;19;1190,00"),
            row("P-2", "10;100,00;19;1190,00")));
  }

  @Test
  void aHeaderThatSaysItIsNotAsked() throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            BEGINNING + "PU HT;Taux TVA;Montant TTC", row("P-1", "10;119,00;19;1190,00"));
    assertThat(sheet.data().get(0).line()).containsKey("unit_price_ht");
  }
}
