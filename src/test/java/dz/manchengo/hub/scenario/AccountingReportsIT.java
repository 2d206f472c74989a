package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What accounting takes from the hub each month, in a year that no other scenario writes. */
class AccountingReportsIT extends ReconciliationScenario {
  private static final String SALES =
      "N° facture;Date facture;Type;Code client;Client;Désignation;Qté;P.U. HT;TVA %;Mode de paiement;Timbre\n";
  private static final String PURCHASES =
      "N° facture;Date facture;Code fournisseur;Fournisseur;NIF fournisseur;Désignation;Qté;P.U. HT;TVA %\n";

  private static List<Map<String, String>> of(
      List<Map<String, String>> table, String column, String start) {
    return table.stream().filter(row -> row.getOrDefault(column, "").startsWith(start)).toList();
  }

  @Test
  void theVatJournalSumsUpToTheG50() throws IOException {
    take(
        "invoices",
        "rap-ventes.csv",
        SALES
            + """
            RAP/2024/0001;05/02/2024;Facture;RAP-C1;Client RAP un;Gouda RAP;10;100;19;Virement;
            RAP/2024/0001;05/02/2024;Facture;RAP-C1;Client RAP un;Lait RAP;20;50;9;Virement;
            RAP/2024/0002;29/02/2024;Facture;RAP-C2;Client RAP deux;Gouda RAP;1;200;19;Virement;
            RAP/2024/0003;29/02/2024;Avoir;RAP-C1;Client RAP un;Gouda RAP;1;100;19;Virement;
            RAP/2024/0005;01/03/2024;Facture;RAP-C2;Client RAP deux;Gouda RAP;5;100;19;Virement;
            """);
    take(
        "invoices",
        "rap-achats.csv",
        PURCHASES
            + """
            RAP-A1;10/02/2024;RAP-F1;Laiterie RAP;000316009876543;Lait cru RAP;100;10;19
            RAP-A2;11/02/2024;RAP-F2;Cartons RAP;;Cartons RAP;10;30;19
            """);
    try (ReportWorkbook book = report("report-vat-journal", "2024-03-05", "journal-tva-2024-02")) {
      assertThat(book.recalculated()).isGreaterThan(20);
      assertThat(book.company("Récapitulatif G50"))
          .isEqualTo(db.sql("SELECT name FROM party WHERE is_own").query(String.class).single());
      Map<String, String> g50 = book.figures("Récapitulatif G50");
      assertThat(g50)
          .containsEntry("E3B11 Base à 9 %", "1000")
          .containsEntry("E3B11 TVA à 9 %", "90")
          .containsEntry("TVA à 19 %", "209")
          .containsEntry("Total TVA collectée", "299")
          .containsEntry("TVA des achats", "247")
          .containsEntry("dont non déductible (voir les motifs)", "57")
          .containsEntry("E3B92 TVA déductible sur achats", "190")
          .containsEntry("E3B93 TVA déductible sur immobilisations", "0");
      assertThat(book.table("Ventes")).hasSize(3);
      assertThat(of(book.table("Ventes"), "N°", "RAP/2024/0003").get(0))
          .containsEntry("Base 19 %", "-100")
          .containsEntry("Genre", "Avoir");
      assertThat(of(book.table("Achats"), "N°", "RAP-A2").get(0))
          .containsEntry("Déductible", "Non")
          .containsEntry("Motif", "Fournisseur sans NIF");
    }
    try (ReportWorkbook book =
        report("report-numbering", "2024-04-05", "numerotation-2024-04-05")) {
      book.recalculated();
      assertThat(book.table("Numéros manquants"))
          .anySatisfy(
              row -> assertThat(row).containsEntry("Manque du", "4").containsEntry("Nombre", "1"));
    }
    try (ReportWorkbook book =
        report("report-aged-receivables", "2024-04-10", "balance-agee-2024-04-10")) {
      book.recalculated();
      assertThat(book.figures("Synthèse"))
          .containsEntry("Ventes − règlements − clients (doit être 0)", "0")
          .containsEntry("Clients − factures ouvertes (doit être 0)", "0");
      assertThat(of(book.table("Balance âgée"), "Code", "RAP-C2").get(0))
          .containsEntry("Solde", "833")
          .containsEntry("1–30 j", "833");
      assertThat(of(book.table("Balance âgée"), "Code", "RAP-C1").get(0))
          .containsEntry("Solde", "2161")
          .containsEntry("31–60 j", "2280")
          .containsEntry("Avoirs non imputés", "-119");
    }
  }

  @Test
  void aLatePaperAccusesNoNumberThatIsThere() throws IOException {
    take(
        "invoices",
        "rap-numeros.csv",
        SALES
            + """
            RNU/2019/0001;10/03/2019;Facture;RAP-C5;Client RAP cinq;Gouda RAP;1;1000;19;Virement;
            RNV/2019/0005;10/02/2019;Facture;RAP-C5;Client RAP cinq;Gouda RAP;1;1000;19;Virement;
            RNU/2019/0002;10/04/2019;Facture;RAP-C5;Client RAP cinq;Gouda RAP;1;1000;19;Virement;
            RNU/2019/0005;20/03/2019;Facture;RAP-C5;Client RAP cinq;Gouda RAP;1;1000;19;Virement;
            """);
    try (ReportWorkbook book =
        report("report-numbering", "2019-04-05", "numerotation-2019-04-05")) {
      book.recalculated();
      assertThat(of(book.table("Numéros manquants"), "Série", "RNU"))
          .extracting(row -> row.get("Manque du") + " " + row.get("Nombre"))
          .containsExactly("3 2");
      assertThat(of(book.table("Séries"), "Série", "RNV").get(0))
          .containsEntry("Manque avant le premier", "4")
          .containsEntry("Manquants", "0");
    }
  }

  @Test
  void theStatementsDeclareWhomTheyCanAndTellWhoIsMissing() throws IOException {
    take(
        "invoices",
        "rap-etat-achats.csv",
        """
        N° facture;Date facture;Code fournisseur;Fournisseur;NIF fournisseur;RC fournisseur;Désignation;Qté;P.U. HT;TVA %
        ETA/1;10/05/2023;ETA-F1;Laiterie ETA;000216001234569;16/00-1234567B20;Lait ETA;100;10;19
        ETA/2;11/05/2023;ETA-F2;Cartons ETA;;;Cartons ETA;10;30;19
        """);
    try (ReportWorkbook book =
        report("report-supplier-statement", "2023-06-05", "etat-fournisseurs-2023-05")) {
      assertThat(book.recalculated()).isGreaterThan(5);
      assertThat(book.figures("Synthèse"))
          .containsEntry("Fournisseurs à déclarer", "1")
          .containsEntry("TVA déduite à déclarer", "190")
          .containsEntry("HT de ceux-ci", "300")
          .containsEntry("TVA déduite de ceux-ci", "0")
          .containsEntry("E3B92 + E3B93 TVA déductible sur achats", "190")
          .containsEntry("Achats − feuilles, HT et TVA (doit être 0)", "0");
      assertThat(book.table("État des fournisseurs"))
          .singleElement()
          .satisfies(
              row ->
                  assertThat(row)
                      .containsEntry("NIF", "000216001234569")
                      .containsEntry("Montant HT", "1000"));
      assertThat(book.table("À compléter"))
          .singleElement()
          .satisfies(row -> assertThat(row).containsEntry("Manque", "NIF et RC"));
    }
    take(
        "invoices",
        "rap-etat-ventes.csv",
        """
        N° facture;Date facture;Type;Code client;Client;NIF client;RC client;Désignation;Qté;P.U. HT;TVA %
        ETV/1;10/03/2020;Facture;ETA-C1;Client ETA;000316001234561;16/00-7654321B19;Gouda ETA;10;100;19
        ETV/2;10/09/2020;Avoir;ETA-C1;Client ETA;000316001234561;16/00-7654321B19;Gouda ETA;1;100;19
        ETV/3;10/09/2020;Facture;ETA-C2;Passage ETA;;;Gouda ETA;2;100;19
        """);
    try (ReportWorkbook book =
        report("report-customer-statement", "2021-01-15", "etat-104-clients-2020")) {
      book.recalculated();
      assertThat(book.figures("Synthèse"))
          .containsEntry("Clients à déclarer", "1")
          .containsEntry("Chiffre d'affaires HT à déclarer", "900")
          .containsEntry("Clients sans NIF ou RC", "1")
          .containsEntry("TVA collectée des journaux de TVA", "209")
          .containsEntry("Journaux − feuilles, HT et TVA (doit être 0)", "0");
      assertThat(of(book.table("État 104"), "NIF", "000316001234561").get(0))
          .containsEntry("Montant HT", "900")
          .containsEntry("TVA", "171");
    }
  }

  @Test
  void theStampJournalShowsWhatIsMissing() throws IOException {
    take(
        "invoices",
        "rap-timbre.csv",
        SALES
            + """
            RTB/2024/0001;05/06/2024;Facture;RAP-C4;Client RAP quatre;Gouda RAP;10;1000;19;Espèces;
            RTB/2024/0002;05/06/2024;Facture;RAP-C4;Client RAP quatre;Gouda RAP;10;1000;19;Virement;
            """);
    take(
        "payments",
        "rap-quittances.csv",
        """
        N° facture;Date règlement;Montant;Mode de paiement;Référence
        RTB/2024/0001;06/06/2024;11900;Espèces;RTQ-1
        RTB/2024/0002;06/06/2024;11900;Espèces;RTQ-2
        """);
    try (ReportWorkbook book =
        report("report-stamp-duty", "2024-07-05", "journal-timbre-2024-06")) {
      book.recalculated();
      Map<String, String> row = of(book.table("Journal du timbre"), "N°", "RTB/2024/0001").get(0);
      assertThat(row).containsEntry("Montant", "11900").containsEntry("Timbre déclaré", "0");
      assertThat(row.get("Écart")).startsWith("-");
      List<Map<String, String>> all = book.table("Journal du timbre");
      assertThat(of(all, "N°", "RTQ-1")).as("the duty is that of its invoice").isEmpty();
      assertThat(of(all, "N°", "RTQ-2").get(0))
          .containsEntry("Pièce", "Quittance")
          .containsEntry("Timbre légal", row.get("Timbre légal"));
    }
  }

  @Test
  void lotsAndSourcesAreToldOf() throws IOException {
    take(
        "production",
        "rap-lots.csv",
        """
        N° OF;Date;Code produit;Produit;Quantité produite;Unité;N° lot;DLC
        RAP-OF1;01/08/2024;RAP-P1;Brie RAP;100;kg;RAP-L1;20/08/2024
        RAP-OF2;01/08/2024;RAP-P2;Tome RAP;50;kg;RAP-M1;14/08/2024
        RAP-OF3;01/08/2024;RAP-P2;Tome RAP;100;kg;RAP-M2;20/08/2024
        RAP-OF4;01/08/2024;RAP-P2;Tome RAP;40;kg;RAP-M3;31/08/2024
        """);
    take(
        "stock-movements",
        "rap-stock.csv",
        MOVEMENTS
            + """
            01/08/2024;PRODUCTION_IN;RAP-P1;RAP-L1;RAPPORT;100;10;RAP-OF1
            10/08/2024;VENTE;RAP-P1;RAP-L1;RAPPORT;30;;RAP-BL1
            01/08/2024;PRODUCTION_IN;RAP-P2;RAP-M1;RAPPORT;50;10;RAP-OF2
            01/08/2024;PRODUCTION_IN;RAP-P2;RAP-M2;RAPPORT;100;10;RAP-OF3
            01/08/2024;PRODUCTION_IN;RAP-P2;RAP-M3;RAPPORT;40;10;RAP-OF4
            10/08/2024;VENTE;RAP-P2;RAP-M2;RAPPORT;30;;RAP-BL2
            """);
    try (ReportWorkbook book =
        report("report-expiring-lots", "2024-08-15", "peremptions-2024-08-15")) {
      book.recalculated();
      assertThat(of(book.table("Lots à péremption"), "Lot", "RAP-L1"))
          .singleElement()
          .satisfies(
              row ->
                  assertThat(row)
                      .containsEntry("Jours restants", "5")
                      .containsEntry("Quantité", "70")
                      .containsEntry("Valeur (DA)", "700")
                      .containsEntry("Ventes par jour", "1")
                      .containsEntry("Reste prévu à la DLC", "65")
                      .containsEntry("Poids (kg)", "70")
                      .containsEntry("Tranche", "≤ 7 j")
                      .containsEntry("Action", "Écouler au plus vite"));
      assertThat(book.figures("Synthèse"))
          .containsEntry("Feuille + plus tard − lots datés (doit être 0)", "0");
    }
    try (ReportWorkbook book =
        report("report-expiring-lots", "2024-08-15", "peremptions-2024-08-15")) {
      assertThat(of(book.table("Lots à péremption"), "Lot", "RAP-M"))
          .as("one a day: nothing of what has expired, 5 of the next, then 11 more until the 31st")
          .extracting(row -> row.get("Lot") + " " + row.get("Reste prévu à la DLC"))
          .containsExactly("RAP-M1 50", "RAP-M2 65", "RAP-M3 29");
    }
    try (ReportWorkbook book =
        report("report-stock-valuation", "2024-09-01", "valorisation-2024-08")) {
      book.recalculated();
      assertThat(book.figures("Synthèse"))
          .containsEntry("Ouverture + entrées − sorties − clôture (doit être 0)", "0");
      assertThat(of(book.table("Articles"), "Code", "RAP-P1").get(0))
          .containsEntry("Clôture", "70")
          .containsEntry("Clôture (DA)", "700")
          .containsEntry("CUMP", "10");
    }
    complete("report-intake-quality", LocalDate.now(ZoneId.of("Africa/Algiers")).toString());
  }
}
