package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the plant and sales take from the hub each week, in a year that no other scenario writes.
 */
class PlantReportsIT extends ReconciliationScenario {
  private static Map<String, String> row(
      List<Map<String, String>> table, String column, String value) {
    return table.stream().filter(row -> value.equals(row.get(column))).findFirst().orElseThrow();
  }

  @Test
  void aBatchThatGivesLessThanItsRecipeDidIsTold() throws IOException {
    int[] before = {100, 101, 99, 100, 102, 98};
    take("production", "atelier-rendement.csv", lines(before));
    try (ReportWorkbook book =
        report("report-production-yield", "2021-06-13", "rendement-2021-06-06_2021-06-12")) {
      assertThat(book.recalculated()).isGreaterThan(5);
      assertThat(book.figures("Synthèse"))
          .containsEntry("Du", "2021-06-06")
          .containsEntry("Au", "2021-06-12")
          .containsEntry("Fabrications", "2")
          .containsEntry("Sorties (kg)", "180")
          .containsEntry("Rendement fromager (kg pour 100 L)", "9")
          .containsEntry("Fabrications sous le prévu", "1")
          .containsEntry("Fabrications − recettes, kg sortis (doit être 0)", "0");
      assertThat(row(book.table("Fabrications"), "N° OF", "REN-11"))
          .containsEntry("kg/100 L", "8")
          .containsEntry("Moyenne recette", "10")
          .containsEntry("Constat", "Anormalement bas");
      assertThat(row(book.table("Fabrications"), "N° OF", "REN-12"))
          .containsEntry("Constat", "Habituel");
      assertThat(book.table("Recettes")).hasSize(1);
    }
  }

  private static String lines(int[] before) {
    StringBuilder text =
        new StringBuilder(
            "N° OF;Date;Code produit;Produit;Recette;Lait (L);Qté prévue;Quantité produite;Unité;"
                + "N° lot;Opérateur\n");
    String line = "REN-%d;%s;REN-P;Tomme REN;Tomme;1000;100;%d;kg;REN-L%1$d;Aya\n";
    for (int i = 0; i < before.length; i++) {
      text.append(line.formatted(i + 1, "0" + (i + 1) + "/05/2021", before[i]));
    }
    return text.append(line.formatted(11, "07/06/2021", 80))
        .append(line.formatted(12, "08/06/2021", 100))
        .toString();
  }

  @Test
  void theOrderBookTellsWhatIsLeftAndTheServiceRateWhatWasInTime() throws IOException {
    take(
        "orders",
        "carnet-c.csv",
        """
        N° commande;Date commande;Date livraison;Code client;Client;Code article;Désignation;Qté;P.U. HT;TVA %
        CAR-1;01/06/2021;08/06/2021;CAR-A;Client CAR a;CAR-P1;Gouda CAR;10;100;19
        CAR-1;01/06/2021;08/06/2021;CAR-A;Client CAR a;CAR-P2;Edam CAR;5;100;19
        CAR-2;02/06/2021;09/06/2021;CAR-A;Client CAR a;CAR-P1;Gouda CAR;20;100;19
        CAR-3;03/06/2021;10/06/2021;CAR-B;Client CAR b;CAR-P1;Gouda CAR;8;100;19
        CAR-4;03/06/2021;01/07/2021;CAR-B;Client CAR b;CAR-P2;Edam CAR;3;100;19
        CAR-5;21/06/2021;02/07/2021;CAR-B;Client CAR b;CAR-P2;Edam CAR;2;100;19
        CAR-6;22/06/2021;02/07/2021;CAR-A;Client CAR a;CAR-P1;Gouda CAR;3;100;19
        CAR-7;22/06/2021;02/07/2021;CAR-A;Client CAR a;CAR-P1;Gouda CAR;3;100;19
        CAR-7;22/06/2021;02/07/2021;CAR-A;Client CAR a;CAR-P2;Edam CAR;1;100;19
        """);
    take(
        "invoices",
        "carnet-f.csv",
        """
        N° facture;Date facture;Code client;Client;N° commande;N° BL;Code article;Désignation;Qté;P.U. HT;TVA %
        CAF/1;30/06/2021;CAR-A;Client CAR a;CAR-1;CAB-1;CAR-P1;Gouda CAR;10;100;19
        CAF/1;30/06/2021;CAR-A;Client CAR a;CAR-1;CAB-1;CAR-P2;Edam CAR;5;100;19
        CAF/2;09/06/2021;CAR-A;Client CAR a;CAR-2;;CAR-P1;Gouda CAR;12;100;19
        CAF/3;12/06/2021;CAR-B;Client CAR b;CAR-3;;CAR-P1;Gouda CAR;8;100;19
        CAF/4;02/07/2021;CAR-A;Client CAR a;"CAR-6, CAR-7";;CAR-P1;Gouda CAR;3;100;19
        CAF/4;02/07/2021;CAR-A;Client CAR a;"CAR-6, CAR-7";;CAR-P2;Edam CAR;1;100;19
        """);
    take(
        "stock-movements",
        "carnet-m.csv",
        MOVEMENTS
            + """
            01/06/2021;OPENING;CAR-P1;;CARDEP;100;10;CAR-O1
            01/06/2021;OPENING;CAR-P2;;CARDEP;100;10;CAR-O2
            08/06/2021;VENTE;CAR-P1;;CARDEP;10;;CAB-1
            08/06/2021;VENTE;CAR-P2;;CARDEP;5;;CAB-1
            01/07/2021;VENTE;CAR-P2;;CARDEP;2;;CAR-5
            31/12/2021;PERTE;CAR-P1;;CARDEP;90;;CAR-Z1
            31/12/2021;PERTE;CAR-P2;;CARDEP;93;;CAR-Z2
            """);
    try (ReportWorkbook book =
        report("report-order-book", "2021-07-04", "carnet-2021-06-27_2021-07-03")) {
      assertThat(book.recalculated()).isGreaterThan(5);
      assertThat(book.table("Carnet")).hasSize(4);
      assertThat(row(book.table("Carnet"), "N° commande", "CAR-2"))
          .containsEntry("Commandé", "20")
          .containsEntry("Livré", "12")
          .containsEntry("Reste", "8")
          .containsEntry("Reste HT", "800")
          .containsEntry("Jours de retard", "24");
      assertThat(book.table("Commandes de la période")).hasSize(4);
      assertThat(row(book.table("Commandes de la période"), "N° commande", "CAR-6"))
          .as("nobody knows of which of the two the invoice's cheese is")
          .containsEntry("Constat", "Rien de livré");
      assertThat(row(book.table("Commandes de la période"), "N° commande", "CAR-7"))
          .as("its other product is of no other order")
          .containsEntry("Constat", "Incomplète");
      assertThat(row(book.table("Commandes de la période"), "N° commande", "CAR-5"))
          .as("by its own number, not invoiced yet")
          .containsEntry("Constat", "À temps et complète");
      assertThat(row(book.table("Commandes de la période"), "N° commande", "CAR-4"))
          .containsEntry("Constat", "Rien de livré");
    }
    try (ReportWorkbook book =
        report("report-order-book", "2021-06-13", "carnet-2021-06-06_2021-06-12")) {
      book.recalculated();
      assertThat(book.figures("Synthèse"))
          .containsEntry("Commandes à livrer dans la période", "3")
          .containsEntry("dont à temps et complètes", "1")
          .containsEntry("Commandes − clients (doit être 0)", "0");
      List<Map<String, String>> due = book.table("Commandes de la période");
      assertThat(row(due, "N° commande", "CAR-1"))
          .containsEntry("Dernière livraison", "2021-06-08")
          .containsEntry("Constat", "À temps et complète");
      assertThat(row(due, "N° commande", "CAR-2")).containsEntry("Constat", "Incomplète");
      assertThat(row(due, "N° commande", "CAR-3")).containsEntry("Constat", "Complète en retard");
    }
  }

  /** Recalculated, a sum over no rows is 0, not what stands in the row of totals. */
  @Test
  void aWeekWithNothingHasNothing() throws IOException {
    try (ReportWorkbook book =
        report("report-order-book", "2014-01-05", "carnet-2013-12-29_2014-01-04")) {
      assertThat(book.recalculated()).isGreaterThan(5);
      assertThat(book.figures("Synthèse"))
          .containsEntry("Commandes à livrer dans la période", "0")
          .containsEntry("Commandes − clients (doit être 0)", "0");
    }
    try (ReportWorkbook book =
        report("report-aged-receivables", "2014-01-05", "balance-agee-2014-01-05")) {
      assertThat(book.recalculated()).isGreaterThan(2);
    }
  }
}
