package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reports beside the general ledger, in a year of which no other scenario has balances. */
class LedgerControlsIT extends ReconciliationScenario {
  private static final String BALANCES = "Compte;Arrêtée au;Solde\n";
  private static final String SALES =
      "N° facture;Date facture;Code client;Client;Désignation;Qté;P.U. HT;TVA %\n";
  private static final String PURCHASES =
      "N° facture;Date facture;Code fournisseur;Fournisseur;NIF fournisseur;Désignation;Qté;P.U. HT;TVA %\n";

  private Map<String, String> figures(String job, String date, String file, String sheet)
      throws IOException {
    try (ReportWorkbook book = report(job, date, file)) {
      assertThat(book.recalculated()).isPositive();
      return book.figures(sheet);
    }
  }

  private Map<String, String> aged() throws IOException {
    return figures("report-aged-receivables", "2016-03-31", "balance-agee-2016-03-31", "Synthèse");
  }

  private Map<String, String> g50(String month) throws IOException {
    String business = month.equals("2016-03") ? "2016-04-05" : "2016-05-05";
    return figures("report-vat-journal", business, "journal-tva-" + month, "Récapitulatif G50");
  }

  private List<Map<String, String>> stock() throws IOException {
    try (ReportWorkbook book =
        report("report-stock-valuation", "2016-07-01", "valorisation-2016-06")) {
      assertThat(book.recalculated()).isPositive();
      return book.table("Comptabilité");
    }
  }

  private static String less(String amount, String other) {
    return new BigDecimal(amount).subtract(new BigDecimal(other)).toPlainString();
  }

  @Test
  void receivablesAreComparedWithAccount411() throws IOException {
    take(
        "invoices",
        "lgc-clients.csv",
        SALES + "LGC/16/1;02/03/2016;LGC-C1;Client LGC;Gouda LGC;10;100;19\n");
    Map<String, String> without = aged();
    assertThat(without)
        .containsEntry("Contrôle du compte 411", "Balance générale non reçue")
        .containsEntry("Clients − compte 411 (doit être 0)", "")
        .doesNotContainKey("Compte 411 de la balance générale (DA)");
    String total = without.getOrDefault("Solde clients (DA)", "");
    take(
        "ledger-balances",
        "lgc-411.csv",
        BALANCES
            + "411;31/03/2016;%s\n411100;31/03/2016;%s\n411200;31/03/2016;190\n"
                .formatted(total, less(total, "190")));
    assertThat(aged())
        .containsEntry("Compte 411 de la balance générale (DA)", total)
        .containsEntry("Balance générale arrêtée au", "2016-03-31")
        .containsEntry("Clients − compte 411 (doit être 0)", "0")
        .containsEntry("Contrôle du compte 411", "Concorde");
    take(
        "ledger-balances",
        "lgc-411-2.csv",
        BALANCES + "411200;31/03/2016;180\n411;31/03/2016;%s\n".formatted(less(total, "10")));
    assertThat(aged())
        .containsEntry("Clients − compte 411 (doit être 0)", "10")
        .containsEntry("Contrôle du compte 411", "Écart");
  }

  @Test
  void theVatJournalIsComparedWithTheMovementsOfAMonth() throws IOException {
    take(
        "invoices",
        "lgc-ventes.csv",
        SALES
            + "LGC/16/2;10/04/2016;LGC-C1;Client LGC;Gouda LGC;10;100;19\n"
            + "LGC/16/3;11/04/2016;LGC-C1;Client LGC;Lait LGC;10;100;9\n");
    take(
        "invoices",
        "lgc-achats.csv",
        PURCHASES
            + "LGC-A1;12/04/2016;LGC-F1;Laiterie LGC;000316009876761;Lait cru LGC;50;10;19\n");
    assertThat(g50("2016-04"))
        .containsEntry("Compte 4457 connu par", "Balance générale non reçue")
        .containsEntry("TVA collectée, annulations déduites, − compte 4457 (doit être 0)", "");
    take(
        "ledger-balances",
        "lgc-tva-04.csv",
        BALANCES + "445700;30/04/2016;-1280\n445600;30/04/2016;500\n");
    assertThat(g50("2016-04"))
        .containsEntry("Compte 4457 connu par", "Inconnu sans la balance du mois d'avant");
    take(
        "ledger-balances",
        "lgc-tva-03.csv",
        BALANCES + "445700;31/03/2016;-1000\n445600;31/03/2016;400\n");
    assertThat(g50("2016-04"))
        .containsEntry("Compte 4457 connu par", "Soldes de fin de mois")
        .containsEntry("Compte 4457 de la balance générale, mouvement du mois (DA)", "280")
        .containsEntry("TVA collectée, annulations déduites, − compte 4457 (doit être 0)", "0")
        .containsEntry("TVA déductible − compte 4456 (doit être 0)", "-5");
    take(
        "ledger-balances",
        "lgc-tva-04-2.csv",
        """
        Balance;Période du 01/04/2016 au 30/04/2016;;
        Compte;Débit;Crédit;Solde
        445700;0;280;-1280
        445600;95;;500
        """);
    assertThat(g50("2016-04"))
        .containsEntry("Compte 4456 connu par", "Mouvements du mois")
        .containsEntry("TVA déductible − compte 4456 (doit être 0)", "0");
  }

  @Test
  void movementsSinceJanuaryTellTheMonthByThoseOfTheMonthBefore() {
    String header = "Balance;Période du 01/01/2016 au %s;;\nCompte;Débit;Crédit;Solde\n";
    take("ledger-balances", "lgc-c1.csv", header.formatted("31/08/2016") + "445781;0;700;-700\n");
    take("ledger-balances", "lgc-c2.csv", header.formatted("30/09/2016") + "445781;50;900;-850\n");
    assertThat(
            db.sql(
                    "SELECT movement || ' ' || known_by FROM"
                        + " ledger_movement('44578', '2016-09-01', '2016-10-01')")
                .query(String.class)
                .single())
        .isEqualTo("-150.00 CUMULATED");
  }

  @Test
  void theStockIsComparedWithTheAccountsOfClassThree() throws IOException {
    take(
        "stock-movements",
        "lgc-stock.csv",
        MOVEMENTS
            + "01/06/2016;PRODUCTION_IN;LGC-P1;;LGC-D;100;10;LGC-OF1\n"
            + "15/07/2016;VENTE;LGC-P1;;LGC-D;100;;LGC-BL1\n"); // others find no stock of it
    assertThat(stock())
        .extracting(row -> row.get("Compte") + " " + row.get("Contrôle") + row.get("Constat"))
        .containsExactly(
            "31 Balance générale non reçue",
            "32 Balance générale non reçue",
            "33 Balance générale non reçue",
            "35 Balance générale non reçue");
    Map<String, String> finished = stock().get(3);
    assertThat(finished).containsEntry("Balance générale (DA)", "").containsEntry("Écart (DA)", "");
    String value = finished.getOrDefault("Stock (DA)", "");
    take(
        "ledger-balances",
        "lgc-stocks.csv",
        BALANCES
            + "355100;31/05/2016;%s\n355200;31/05/2016;1500\n".formatted(less(value, "1000"))
            + "310000;30/06/2016;%s\n".formatted(stock().get(0).get("Stock (DA)")));
    List<Map<String, String>> rows = stock();
    assertThat(rows.get(0)).containsEntry("Contrôle", "Concorde").containsEntry("Écart (DA)", "0");
    assertThat(rows.get(3))
        .containsEntry("Arrêtée au", "2016-05-31")
        .containsEntry("Écart (DA)", "-500")
        .containsEntry("Contrôle", "Écart");
    assertThat(rows.get(3).get("Constat"))
        .startsWith("Compte 35 : stock ")
        .contains(" DA ≠ comptabilité ");
    assertThat(figures("report-stock-valuation", "2016-07-01", "valorisation-2016-06", "Synthèse"))
        .containsEntry("Comptes qui diffèrent de la balance générale (doit être 0)", "1")
        .containsEntry("Comptes dont la balance générale n'est pas reçue", "2");
  }
}
