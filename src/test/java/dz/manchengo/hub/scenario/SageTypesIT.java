package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Sage's tables hold all of its documents: those that are not of this file say what they are. */
class SageTypesIT extends InProcessHub {
  private static final String HEADER =
      "DO_Type;DO_Piece;DO_Date;DO_Tiers;AR_Ref;DL_Design;DL_Qte;DL_PrixUnitaire;DL_Taxe1;DL_MontantHT\n";

  private static String row(int type, String number) {
    return type + ";" + number + ";05/06/2026;STY01;STY-1;Gouda STY;10;120,00;19;1200,00\n";
  }

  @Test
  void ofAllItsDocumentsTheSalesInvoicesArePosted() {
    HUB.drop(
        "sage-tout.csv",
        HEADER
            + row(0, "STY-DE1")
            + row(1, "STY-BC1")
            + row(3, "STY-BL1")
            + row(6, "STY-FA1")
            + row(7, "STY-FA2")
            + row(13, "STY-BR1")
            + row(16, "STY-FF1")
            + row(20, "STY-ME1"));
    Acknowledgement answer = HUB.awaitAcknowledgement("sage-tout.csv");

    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(invoicesOf("sage-tout.csv")).containsExactly("STY-FA1", "STY-FA2");
    assertThat(answer.cells(Acknowledgement.CORRECT).toString())
        .contains("0 est un devis")
        .contains("1 est un bon de commande")
        .contains("2 à 5 sont des bons")
        .contains("10 à 15 sont des demandes")
        .contains("16 et 17 sont des factures d'achat")
        .contains("« Code fournisseur »")
        .contains("20 et suivants sont des mouvements de stock");
  }

  @Test
  void purchasesBesideSalesOfOneColumnAreToldWhereTheyBelong() {
    HUB.drop(
        "sage-ct-num.csv",
        HEADER.replace("DO_Tiers", "CT_Num") + row(7, "STY-FA4") + row(16, "STY-FF4"));
    Acknowledgement answer = HUB.awaitAcknowledgement("sage-ct-num.csv");

    assertThat(answer.value("Flux")).isEqualTo("sage100.invoices");
    assertThat(invoicesOf("sage-ct-num.csv")).containsExactly("STY-FA4");
    assertThat(answer.cells(Acknowledgement.CORRECT).toString())
        .contains("« CT_Num ») s'appelle « Code fournisseur »");
  }

  @Test
  void purchasesAreReadInAFileOfTheirOwnAndSalesAmongThemAreToldTo() {
    HUB.drop(
        "sage-achats.csv",
        HEADER.replace("DO_Tiers", "Code fournisseur") + row(17, "STY-FF2") + row(6, "STY-FA3"));
    Acknowledgement answer = HUB.awaitAcknowledgement("sage-achats.csv");

    assertThat(answer.value("Flux")).isEqualTo("sage100-achats.invoices");
    assertThat(invoicesOf("sage-achats.csv")).containsExactly("STY-FF2");
    assertThat(answer.cells(Acknowledgement.CORRECT).toString())
        .contains("6 et 7 sont des factures de vente de Sage");
  }
}
