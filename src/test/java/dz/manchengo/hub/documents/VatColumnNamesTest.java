package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** « TVA 9% », « TVA 19% »: columns that are called by their rates. */
class VatColumnNamesTest {
  @Test
  void theColumnThatHoldsTheVatNamesTheRateOfItsRow() throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            "N° facture;Date facture;Client;Désignation;Quantité;PU HT;TVA 9%;TVA 19%",
            "E-7;15/10/2026;Client A;Beurre;10;100,00;;190,00",
            "E-7;15/10/2026;Client A;Lait;3;250,00;67,50;",
            "E-8;15/10/2026;Client A;Lait;3;250,00;0,00;0,00",
            "E-9;15/10/2026;Client A;Lait;3;250,00;10,00;20,00");
    assertThat(sheet.data())
        .extracting(row -> String.valueOf(row.line().get("vat_rate")))
        .containsExactly("19", "9", "0", "null");
  }

  /** 19,00 on 100,00 is no VAT at 9 %, and its totals say so. */
  @Test
  void theRateOfASingleColumnIsTheOneItIsCalledBy() throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            "N° facture;Date facture;Client;Désignation;Quantité;PU HT;TVA 9%",
            "E-10;15/10/2026;Client A;Lait;1;100,00;19,00");
    assertThat(sheet.data().get(0).line()).containsEntry("vat_rate", new BigDecimal(9));
  }
}
