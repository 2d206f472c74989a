package dz.manchengo.hub.documents;

import static dz.manchengo.hub.documents.SheetSamples.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormRowsTest {
  private static final String TOTALS = ";;;Total HT;500,00\n;;;TVA 19%;95,00\n;;;Total TTC;595,00";

  @Test
  void titlesAndSecondLinesAreToldOnceAndDoNotCount() throws UnreadableFile {
    SheetSamples.Read read =
        form(
            "LOT 1 – Maçonnerie;;;;\nGouda;2;100,00;19%;200,00\nLOT 2 – Peinture;;;;\n"
                + "Edam;3;100,00;19%;300,00\nau cumin, DDM 12/2026;;;;",
            TOTALS);
    assertThat(read.data()).hasSize(2);
    assertThat(told(read, "FIL-048"))
        .singleElement()
        .asString()
        .startsWith("FIL-048 5 3 ligne(s)")
        .contains("LOT 1 – Maçonnerie");
  }

  /** A text under « Qté », a figure beside the text, or no totals that would show a loss. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        ";à voir;;;|;;;Total HT;500,00",
        "Camembert;3;;;|;;;Total HT;500,00",
        "Camembert;;;;40,00|;;;Total HT;500,00",
        "Camembert;;;;|"
      })
  void whatMayBeALineStaysOne(String row) throws UnreadableFile {
    String[] parts = row.split("\\|", -1);
    SheetSamples.Read read =
        form("Gouda;2;100,00;19%;200,00\n" + parts[0] + "\nEdam;3;100,00;19%;300,00", parts[1]);
    assertThat(read.data()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Avance versée;;;;100,00\nReste à payer;;;;495,00",
        ";;;Acompte versé;100,00\n;;;Reste à payer;495,00",
        "Acompte;01/05/2026;;;100,00\nSolde;;;;495,00",
        "Arrêtée la présente facture à la somme de;cinq cent quatre-vingt-quinze dinars;;;",
        "Arrêtée la présente facture à la somme de :;;;;\nCinq cents dinars;;;;",
        "Mode de règlement;Chèque;;;\nCachet et signature;;;Le client;",
        "RIB;00799999001234567890;;;\nTél;021123456;;;\nNombre de colis;12;;;",
        "Taux TVA;;;;19%",
        "Base HT;Taux;TVA;;\n500,00;19%;95,00;;",
        "SARL Laiterie;;;;Page 1/1"
      })
  void belowItsTotalsAFormHasNoLines(String rows) throws UnreadableFile {
    SheetSamples.Read read =
        form("Gouda;2;100,00;19%;200,00\nEdam;3;100,00;19%;300,00", TOTALS + "\n" + rows);
    assertThat(read.data()).hasSize(2);
    assertThat(read.controls()).allMatch(ControlFigure::agrees);
    assertThat(told(read, "FIL-012")).hasSize(3 + rows.split("\n", -1).length);
  }

  @Test
  void aLineBelowTheTotalsIsStillALine() throws UnreadableFile {
    for (String line : List.of("Lait;2;100,00;19%;200,00", "Lait;2;;;200,00")) {
      assertThat(form("Gouda;2;100,00;19%;200,00", TOTALS + "\n" + line).data()).hasSize(2);
    }
  }

  /** « Net à payer » below an advance is what is left, if the figures say so. */
  @Test
  void whatIsLeftIsNoAmountOfTheInvoice() throws UnreadableFile {
    String lines = "Gouda;2;100,00;19%;200,00\nEdam;3;100,00;19%;300,00";
    String paid = TOTALS + "\n;;;Acompte versé;100,00\n;;;Net à payer;";
    assertThat(form(lines, paid + "495,00").data().get(0).header()).doesNotContainKey("net_to_pay");
    assertThat(form(lines, paid + "400,00").data().get(0).header())
        .containsEntry("net_to_pay", new BigDecimal("400.00"));
  }

  /** The same head once more is the next page; another one is another invoice. */
  @Test
  void anInvoiceGoesOnOnItsNextPage() throws UnreadableFile {
    String next =
        "SARL Laiterie;;;;\nFACTURE N° : %s;;Date : 07/05/2026;;\nClient : Nour;;;;\n"
            + "Désignation;Qté;PU HT;TVA;Montant HT\nEdam;3;100,00;19%%;300,00";
    String first = "Gouda;2;100,00;19%;200,00\nSARL Laiterie;;;;Page 1/2\n";
    assertThat(form(first + next.formatted("FR-1"), TOTALS).data()).hasSize(2);
    assertThatThrownBy(() -> form(first + next.formatted("FR-2"), TOTALS))
        .isInstanceOfSatisfying(
            UnreadableFile.class, e -> assertThat(e.finding().rule()).isEqualTo("FIL-029"));
  }

  @Test
  void anotherKindOfInvoiceBelowIsNoTitle() {
    assertThatThrownBy(
            () -> form("Gouda;2;100,00;19%;200,00\nAVOIR;;;;\nEdam;1;100,00;19%;100,00", TOTALS))
        .isInstanceOfSatisfying(
            UnreadableFile.class, e -> assertThat(e.finding().rule()).isEqualTo("FIL-029"));
  }

  private static List<String> told(SheetSamples.Read read, String rule) {
    return SheetSamples.sentences(read).stream().filter(one -> one.startsWith(rule)).toList();
  }

  private static SheetSamples.Read form(String lines, String totals) throws UnreadableFile {
    return sheet(
        "SARL Laiterie;;;;",
        "FACTURE N° : FR-1;;Date : 07/05/2026;;",
        "Client : Nour;;;;",
        "Désignation;Qté;PU HT;TVA;Montant HT",
        lines,
        totals);
  }
}
