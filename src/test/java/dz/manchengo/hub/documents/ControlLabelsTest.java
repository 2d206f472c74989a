package dz.manchengo.hub.documents;

import static dz.manchengo.hub.documents.ControlTotalsTest.told;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Totals that only their label tells: which column they are of, and whether they are any. */
class ControlLabelsTest {
  private static final String JOURNAL = "N° Facture;Date;Client;Montant HT;TVA 19%;Total TTC";

  /** What the lines come to needs no column of its own. */
  @Test
  void totalsBesideTheirLabelAreComparedWithTheLines() throws UnreadableFile {
    String header = "N° facture;Date;Client;Désignation;Qté;PU HT;Remise %;Taux TVA";
    String[] lines = {
      "F-1;05/01/2026;Amel;Gouda;10;100,00;10;19", "F-2;05/01/2026;Amel;Edam;20;100,00;;9",
    };
    assertThat(
            told(
                header,
                lines[0],
                lines[1],
                "Total HT;2900,00;;;;;;",
                ";;;Total TVA;351,00;;;",
                "",
                "Net à payer : 3 251,00;;;;;;;",
                "RÉCAPITULATIF;;;;;;;",
                "Montant total TTC;3300,00;;;;;;"))
        .containsExactly(
            "4 Total HT | Total HT 2900,00 = 2900,00",
            "5 Total TVA | Total TVA 351,00 = 351,00",
            "7 Net à payer : 3 251,00 | Net à payer : 3 251,00 3251,00 = 3251,00",
            "9 Montant total TTC | Montant total TTC 3300,00 ≠ 3251,00");
    assertThat(
            told(header, lines[0], "Sous-total HT;900;;;;;;", lines[1], "Sous-total HT;2000;;;;;;"))
        .hasSize(2)
        .allMatch(figure -> figure.contains(" = "));
  }

  /** No column has what lines are before their discounts; what they come to has it. */
  @Test
  void totalsBeforeDiscountsAreComparedWithTheLines() throws UnreadableFile {
    String header = "N° facture;Date;Client;Désignation;Qté;PU HT;Remise (DA);Montant HT";
    String[] lines = {
      "F-1;05/01/2026;Amel;Gouda;10;100,00;100,00;900,00", "F-2;05/01/2026;Amel;Edam;5;200,00;;1000"
    };
    assertThat(
            told(
                header,
                lines[0],
                lines[1],
                "Total HT brut;;;;;;;2000,00",
                "Total remise;;;;;;;150,00",
                "Total HT net;;;;;;;1900,00"))
        .containsExactly(
            "4 Total HT brut | Total HT brut 2000,00 = 2000,00",
            "5 Total remise | Remise (DA) 150,00 ≠ 100,00",
            "6 Total HT net | Montant HT 1900,00 = 1900,00");
  }

  @Test
  void aMeanIsNoSum() throws UnreadableFile {
    assertThat(
            told(
                JOURNAL,
                "F-1;05/01/2026;Amel;1000,00;190,00;1190,00",
                "F-2;05/01/2026;Amel;500,00;95,00;595,00",
                "Moyenne;;;750,00;142,50;892,50"))
        .isEmpty();
  }

  /** A row of which nobody knows what it comes to leaves nothing to compare. */
  @Test
  void whatTheLinesDoNotShowIsNotCompared() throws UnreadableFile {
    assertThat(
            told(
                "N° facture;Date;Client;Désignation;Qté;PU HT;Taux TVA;Mode de paiement",
                "F-1;05/01/2026;Amel;Gouda;dix;100,00;19;Espèces",
                "Total HT;2900,00;;;;;;"))
        .isEmpty();
    assertThat(
            told(
                "N° facture;Date;Client;Désignation;Qté;PU HT;Taux TVA;Mode de paiement",
                "F-1;05/01/2026;Amel;Gouda;10;100,00;19;Espèces",
                "Total TTC;1190,00;;;;;;",
                "Net à payer;1201,90;;;;;;"))
        .containsExactly("3 Total TTC | Total TTC 1190,00 = 1190,00");
  }

  /** « TVA 19 % » and « Net à payer » say what they are of, in whichever column they stand. */
  @Test
  void theLabelDecidesWhatIsCompared() throws UnreadableFile {
    assertThat(
            told(
                "N° facture;Date;Client;Désignation;Qté;PU HT;Taux TVA;Montant HT",
                "F-1;05/01/2026;Amel;Gouda;10;100,00;19;1000,00",
                "F-2;05/01/2026;Nour;Edam;20;50,00;9;1000,00",
                "Total HT;;;;;;;2000,00",
                "TVA;;;;;;;281,00",
                ";;;Dont TVA 19 %;;;;190,00",
                ";;;;T.V.A.;9%;;90,00",
                "Total TVA : 280,00;;;;;;;",
                "Total TTC;;;;;;;2280,00",
                "Net à payer;;;;;;;2280,00"))
        .containsExactly(
            "4 Total HT | Montant HT 2000,00 = 2000,00",
            "5 TVA | TVA 281,00 ≠ 280,00",
            "6 Dont TVA 19 % | Dont TVA 19 % 190,00 = 190,00",
            "7 T.V.A. | T.V.A. 90,00 = 90,00",
            "8 Total TVA : 280,00 | Total TVA : 280,00 280,00 = 280,00",
            "9 Total TTC | Total TTC 2280,00 = 2280,00",
            "10 Net à payer | Net à payer 2280,00 = 2280,00");
  }

  /** What the rows of a journal do not part by rate is compared with nothing. */
  @Test
  void aJournalHasColumnsForWhatALabelSays() throws UnreadableFile {
    assertThat(
            told(
                "N° Facture;Date;Client;Montant HT;TVA;Total TTC",
                "F-1;05/01/2026;Amel;1000,00;190,00;1190,00",
                "F-2;05/01/2026;Nour;1000,00;90,00;1090,00",
                "S/Total;;;2000,00;280,00;2280,00",
                "TVA 19 %;;;;190,00;",
                "Total TVA;;;280,00;;",
                "Net à payer;;;2280,00;;",
                "Tot. gén.;;;2000,00;280,00;2280,00"))
        .containsExactly(
            "4 S/Total | Montant HT 2000,00 = 2000,00",
            "4 S/Total | TVA 280,00 = 280,00",
            "4 S/Total | Total TTC 2280,00 = 2280,00",
            "6 Total TVA | TVA 280,00 = 280,00",
            "7 Net à payer | Total TTC 2280,00 = 2280,00",
            "8 Tot. gén. | Montant HT 2000,00 = 2000,00",
            "8 Tot. gén. | TVA 280,00 = 280,00",
            "8 Tot. gén. | Total TTC 2280,00 = 2280,00");
  }
}
