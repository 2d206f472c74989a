package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A warehouse that sells between a count and its recount (domain notes §5.3, soft freeze). */
class PassesMeanwhileIT extends ReconciliationScenario {
  private static final String FIRST =
      "Date;N° inventaire;Dépôt;Code article;Quantité comptée;Compté par\n";
  private static final String AGAIN =
      "Date;N° inventaire;Dépôt;Code article;Passage;Quantité comptée;Compté par\n";

  @Test
  void twoPeopleAgreeWhoFindTheSameDifference() {
    take(
        "products",
        "pmw-p.csv",
        """
        Code;Désignation;Type;Unité;TVA;Suivi par lot;Périssable
        PMW-A;Pièce PMW un;PF;PCE;19;non;non
        PMW-B;Pièce PMW deux;PF;PCE;19;non;non
        """);
    take(
        "stock-movements",
        "pmw-m.csv",
        MOVEMENTS
            + """
            01/03/2026 08:00;OPENING;PMW-A;;PMW;100;10;PMW-O1
            01/03/2026 08:00;OPENING;PMW-B;;PMW;100;10;PMW-O2
            27/03/2026 15:00;VENTE;PMW-A;;PMW;20;;PMW-BL1
            27/03/2026 15:00;VENTE;PMW-B;;PMW;10;;PMW-BL2
            """);
    take(
        "stock-counts",
        "pmw-1.csv",
        FIRST
            + """
            27/03/2026 10:00;PMW-S;PMW;PMW-A;90;Samia K.
            27/03/2026 10:00;PMW-S;PMW;PMW-B;90;Samia K.
            """);
    take(
        "stock-counts",
        "pmw-2.csv",
        AGAIN
            + """
            28/03/2026 09:00;PMW-S;PMW;PMW-A;2;70;Omar T.
            28/03/2026 09:00;PMW-S;PMW;PMW-B;2;90;Omar T.
            """);
    reconcile("2026-03-29");
    assertThat(told("PMW"))
        .as("the one found 10 missing, the other nothing")
        .contains("CNT-009 PMW-B 0")
        .noneMatch(finding -> finding.startsWith("CNT-009 PMW-A"));
    assertThat(proposed("PMW")).singleElement().asString().startsWith("PMW-A -10 -100 ");
  }
}
