package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderNameTest {

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "N° facture           | no facture",
        "Nº Facture           | no facture",
        "N ° Facture          | no facture",
        "№ facture            | no facture",
        "Numéro de facture    | no facture",
        "Num. facture         | no facture",
        "Num facture          | no facture",
        "Facture n°           | facture no",
        "N°BL                 | no bl",
        "CODE CLT             | code client",
        "Document - Date      | date",
        "Document - Numéro du document | no document",
        "Réf. art.            | ref article",
        "N° facture / رقم الفاتورة | no facture",
        "رقم الفاتورة         | رقم الفاتورة",
        "P.U. HT              | pu ht",
        "PU HT                | pu ht",
        "P.U HT               | pu ht",
        "P.U.HT               | pu ht",
        "TVA (%)              | tva pct",
        "TVA%                 | tva pct",
        "Invoice #            | invoice no",
        "D.L.C.               | dlc",
        "N.I.F                | nif",
        "Réf. fact.           | ref fact",
        "Date d'échéance      | date echeance",
        "Date d\u2019échéance | date echeance",
        "Date de la facture   | date facture",
        "Lait mis en œuvre    | lait mis en oeuvre",
        "Lait (L)             | lait l",
        "°D                   | d",
        "Qté (kg)             | qte kg",
        "Total\u00A0 HT      | total ht",
        "\uFEFFDATE           | date",
        "DO_Piece             | do piece",
        "DE_No                | de no",
        "Numérateur           | numerateur",
        "التاريخ              | التاريخ",
        "---                  | \"\"",
      })
  void comparesHeadersByTheirWords(String header, String expected) {
    assertThat(HeaderName.normalise(header)).isEqualTo(expected);
  }

  @Property
  void isSoberAfterOnePass(@ForAll String header) {
    String name = HeaderName.normalise(header);
    assertThat(name).isEqualTo(name.strip()).doesNotContain("  ");
  }
}
