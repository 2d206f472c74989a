package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people sign and date below a list, or below each invoice of it. */
class ClosingRowsTest {
  private static final String HEADER = "N° facture;Date;Client;Désignation;Qté;P.U. HT;TVA %";
  private static final String LINE = "F-1;25/03/2026;SARL Amel;Lait;2;100,00;19";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Le comptable;;;;;;",
        ";;;Le comptable;;;",
        ";;Le Comptable;;;Le Gérant;",
        "Cachet et signature;;;;;;",
        ";;;Cachet et signature du fournisseur;;;",
        "Arrêtée la présente facture à la somme de deux cents dinars;;;;;;",
        "F-1;25/03/2026;SARL Amel;Arrêtée la présente facture à la somme de deux cents dinars;;;",
        ";;;La présente facture est arrêtée à la somme de deux cents dinars;;;",
        "Nous disons : deux cents dinars;;;;;;",
        "Établi par : Karim;;;;;;"
      })
  void theyAreNoLines(String closing) throws UnreadableFile {
    SheetSamples.Read read = SheetSamples.sheet(HEADER, LINE, closing, closing);
    assertThat(read.data()).hasSize(1);
    assertThat(read.findings()).extracting(Finding::rule).containsExactly("FIL-012", "FIL-012");
  }

  @Test
  void anArticleMayBeCalledSo() throws UnreadableFile {
    assertThat(
            SheetSamples.sheet(HEADER, "F-1;25/03/2026;SARL Amel;Cachet et signature;1;100,00;19")
                .data())
        .hasSize(1);
    assertThat(SheetSamples.sheet(HEADER, LINE, ";;;Visa Electron, terminal;1;100,00;19").data())
        .hasSize(2);
  }
}
