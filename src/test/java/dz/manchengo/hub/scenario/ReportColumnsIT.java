package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * What the domain notes (§6) ask of reports beyond sums, in 2018, which no other scenario writes.
 */
class ReportColumnsIT extends ReportColumnsScenario {
  @Test
  void salesAreWeighedComparedAndCosted() throws IOException {
    take(
        "products",
        "rco-produits.csv",
        """
        Code;Désignation;Type;Unité;Poids unitaire (kg);TVA
        RCO-G;Gouda RCO;Produit fini;kg;;19
        RCO-B;Brie RCO;Produit fini;pce;0,25;19
        """);
    take(
        "stock-movements",
        "rco-stock.csv",
        MOVEMENTS
            + """
            01/05/2018;PRODUCTION_IN;RCO-G;RCO-L1;RCO;100;700;RCO-OF1
            01/06/2018;PRODUCTION_IN;RCO-B;RCO-L2;RCO;500;120;RCO-OF2
            05/06/2018;VENTE;RCO-G;RCO-L1;RCO;10;;RCO-BL1
            10/07/2018;PERTE;RCO-G;RCO-L1;RCO;90;;RCO-P1
            10/07/2018;PERTE;RCO-B;RCO-L2;RCO;500;;RCO-P2
            """);
    take(
        "invoices",
        "rco-ventes.csv",
        SALES
            + """
            RCO/2017/0001;15/06/2017;Facture;RCO-C2;Grossiste RCO;RCO-B;Brie RCO;50;150;;19;Virement;
            RCO/2018/0001;08/05/2018;Facture;RCO-C1;Épicerie RCO;RCO-G;Gouda RCO;8;1000;;19;Virement;
            RCO/2018/0002;05/06/2018;Facture;RCO-C1;Épicerie RCO;RCO-G;Gouda RCO;10;1000;10;19;Virement;
            RCO/2018/0003;12/06/2018;Facture;RCO-C2;Grossiste RCO;RCO-B;Brie RCO;100;190;;19;Virement;
            RCO/2018/0004;20/06/2018;Avoir;RCO-C2;Grossiste RCO;RCO-B;Brie RCO;4;190;;19;Virement;
            RCO/2018/0005;25/06/2018;Facture;RCO-C3;Passage RCO;RCO-X;Découpe RCO;1;5000;;19;Virement;
            """);
    try (ReportWorkbook book = report("report-sales", "2018-07-02", "ventes-2018-06")) {
      assertThat(book.recalculated()).isGreaterThan(20);
      assertThat(book.figures("Synthèse"))
          .containsEntry("Chiffre d'affaires net HT (DA)", "32240")
          .containsEntry("Mois précédent (DA)", "8000")
          .containsEntry("Même mois de N−1 (DA)", "7500")
          .containsEntry("Poids connu (kg)", "34")
          .containsEntry("Marge au CUMP (DA)", "8720")
          .containsEntry("Ventes nettes sans coût connu (DA)", "5000")
          .containsEntry("Produits + sans détail + sur le total − clients (doit être 0)", "0")
          .containsEntry("Journal de TVA − clients (doit être 0)", "0");
      assertThat(row(book.table("Produits"), "Code", "RCO-B"))
          .containsEntry("Quantité", "96")
          .containsEntry("Poids (kg)", "24")
          .containsEntry("Prix moyen au kg", "760")
          .containsEntry("Coût des ventes", "11520")
          .containsEntry("Marge", "6720");
      assertThat(row(book.table("Produits"), "Code", "RCO-G"))
          .containsEntry("Remise %", "0.1")
          .containsEntry("Mois précédent", "8000")
          .containsEntry("Marge", "2000");
      assertThat(row(book.table("Produits"), "Code", "RCO-X")).containsEntry("Marge", "");
      assertThat(row(book.table("Produits par client"), "Code client", "RCO-C2"))
          .containsEntry("Poids (kg)", "24")
          .containsEntry("Même mois N−1", "7500");
    }
    try (ReportWorkbook book =
        report("report-stock-valuation", "2018-07-01", "valorisation-2018-06")) {
      book.recalculated();
      assertThat(row(book.table("Articles"), "Code", "RCO-G"))
          .containsEntry("Perte si vendu à ce prix (DA)", "");
    }
  }

  @Test
  void theG50CarriesForwardSplitsFixedAssetsAndRecoversWhatWasCancelledLate() throws IOException {
    take(
        "products",
        "rcv-produits.csv",
        "Code;Désignation;Type;Unité;TVA\nRCV-M;Pasteurisateur RCV;Immobilisation;pce;19\n");
    take(
        "invoices",
        "rcv-achats.csv",
        PURCHASES
            + """
            RCV-A1;10/01/2018;RCV-F1;Inox RCV;000318009876543;RCV-M;Pasteurisateur RCV;1;10000;19
            RCV-A2;11/01/2018;RCV-F1;Inox RCV;000318009876543;RCV-L;Joints RCV;10;100;19
            RCV-A3;10/03/2018;RCV-F1;Inox RCV;000318009876543;RCV-M;Pasteurisateur RCV;1;2000;19
            """);
    String cancelled =
        "RCV/2018/0002;12/02/2018;Facture;RCV-C1;Client RCV;RCV-P;Tome RCV;10;100;;19;Virement;";
    take(
        "invoices",
        "rcv-ventes.csv",
        SALES
            + cancelled
            + """

            RCV/2018/0001;10/02/2018;Facture;RCV-C1;Client RCV;RCV-P;Tome RCV;20;100;;19;Virement;
            RCV/2018/0003;10/03/2018;Facture;RCV-C1;Client RCV;RCV-P;Tome RCV;30;100;;19;Virement;
            """);
    take("invoices", "rcv-annulee.csv", SALES.strip() + ";Statut\n" + cancelled + ";Annulée\n");
    copied("report-vat-journal", "report-vat-carried", "2015-01-01", "2018-01-01");
    copied("report-vat-journal", "report-vat-now", "monthsBack: 1", "monthsBack: 0");
    try (ReportWorkbook book = report("report-vat-carried", "2018-04-05", "journal-tva-2018-03")) {
      assertThat(book.recalculated()).isGreaterThan(20);
      assertThat(book.figures("Récapitulatif G50"))
          .as("2090 of January, less 570 of February, in which a cancelled one was declared")
          .containsEntry("E3B91 Précompte des mois précédents", "1520")
          .containsEntry("Total TVA collectée", "570")
          .containsEntry("E3B92 TVA déductible sur achats", "0")
          .containsEntry("E3B93 TVA déductible sur immobilisations", "380")
          .containsEntry("E3B99 Précompte à reporter", "1330");
    }
    try (ReportWorkbook book = report("report-vat-journal", "2018-03-05", "journal-tva-2018-02")) {
      book.recalculated();
      assertThat(row(book.table("Ventes"), "N°", "RCV/2018/0002"))
          .containsEntry("État", "Annulée depuis");
    }
    try (ReportWorkbook book =
        report("report-vat-now", today(), "journal-tva-" + today().substring(0, 7))) {
      book.recalculated();
      assertThat(row(book.table("Annulées"), "N°", "RCV/2018/0002")).containsEntry("TVA", "190");
    }
  }

  @Test
  void aStampAfterAnotherScaleIsNamedAndTheJournalHoldsAllOfThem() throws IOException {
    take(
        "invoices",
        "rct-ventes.csv",
        SALES
            + """
            RCT/2018/0001;12/08/2018;Facture;RCT-C1;Client RCT;RCT-P;Tome RCT;100;190;;19;Espèces;226,10
            RCT/2018/0002;13/08/2018;Facture;RCT-C1;Client RCT;RCT-P;Tome RCT;50;100;;19;Espèces;60
            """);
    try (ReportWorkbook book =
        report("report-stamp-duty", "2018-09-05", "journal-timbre-2018-08")) {
      book.recalculated();
      assertThat(book.figures("Synthèse"))
          .containsEntry("Timbre déclaré (DA)", "286.1")
          .containsEntry("Timbre légal (DA)", "287")
          .containsEntry("Pièces en écart", "1")
          .containsEntry("Factures + quittances − journal (doit être 0)", "0");
      assertThat(row(book.table("Journal du timbre"), "N°", "RCT/2018/0001"))
          .containsEntry("Taux", "0.01")
          .containsEntry("Barème appliqué", "Pourcentage sans tranche entamée");
    }
  }

  @Test
  void whatWasCorrectedIsNoRefusalWithoutAnAnswer() throws IOException {
    String header = "Code tiers;Raison sociale;Type;NIF\n";
    HUB.drop(
        "parties",
        "rcq-tiers.csv",
        (header + "RCQ-1;Client RCQ un;Inconnu;\nRCQ-2;Client RCQ deux;Inconnu;\n")
            .getBytes(UTF_8));
    assertThat(HUB.awaitAcknowledgement("parties", "rcq-tiers.csv").status()).isEqualTo("REJECTED");
    String file = "qualite-ingestion-" + today();
    try (ReportWorkbook book = report("report-intake-quality", today(), file)) {
      book.recalculated();
      assertThat(book.figures("Synthèse"))
          .containsEntry("Fichiers − leurs états (doit être 0)", "0");
      assertThat(row(book.table("Refus sans suite"), "Fichier", "rcq-tiers.csv"))
          .containsEntry("Lignes refusées", "2");
    }
    take("parties", "rcq-corrige.csv", header + "RCQ-1;Client RCQ un;Client;\n");
    try (ReportWorkbook book = report("report-intake-quality", today(), file)) {
      assertThat(row(book.table("Refus sans suite"), "Fichier", "rcq-tiers.csv"))
          .containsEntry("Lignes refusées", "1")
          .containsEntry("Premier document", "RCQ-2");
    }
  }
}
