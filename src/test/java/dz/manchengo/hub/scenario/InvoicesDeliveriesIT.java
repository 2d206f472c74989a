package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Invoices beside their exits: each exit once, and together what the reconciliation says. */
class InvoicesDeliveriesIT extends ReconciliationScenario {
  private static final String ZERO =
      "Factures-BL, période − facturé et livré du rapprochement (doit être 0)";

  private static List<String> rows(ReportWorkbook book) {
    return book.table("Factures-BL").stream()
        .map(
            row ->
                String.join(
                        " ",
                        row.get("Facture"),
                        row.get("Code"),
                        row.get("BL"),
                        row.get("Facturé"),
                        row.get("Sorti"),
                        row.get("Écart"),
                        "|",
                        row.get("Facturé, période"),
                        row.get("Sorti, période"),
                        row.get("Écart, période"),
                        row.get("Remarque"))
                    .strip())
        .toList();
  }

  private static double sum(ReportWorkbook book, String sheet, String column) {
    return book.table(sheet).stream()
        .map(row -> row.get(column))
        .filter(value -> !value.isEmpty())
        .mapToDouble(Double::parseDouble)
        .sum();
  }

  @Test
  void theSheetComesToWhatTheReconciliationSays() throws IOException {
    for (String product : List.of("FBL-1", "FBL-2", "FBL-3", "FBL-4", "FBL-5")) {
      opening(product, "FBLDEPOT", 1000, 10);
    }
    take(
        "stock-movements",
        "fbl-m.csv",
        MOVEMENTS
            + """
            10/09/2025;VENTE;FBL-1;;FBLDEPOT;100;;BL-FBL-1
            29/09/2025;VENTE;FBL-2;;FBLDEPOT;60;;BL-FBL-2
            02/10/2025;VENTE;FBL-2;;FBLDEPOT;40;;BL-FBL-3
            12/09/2025;VENTE;FBL-3;;FBLDEPOT;63;;BL-FBL-4
            14/09/2025;RETOUR_CLIENT;FBL-3;;FBLDEPOT;23;;BR-FBL-4
            15/09/2025;VENTE;FBL-4;;FBLDEPOT;30;;BL-FBL-5
            16/09/2025;VENTE;FBL-4;;FBLDEPOT;8;;BL-FBL-6
            01/10/2025;VENTE;FBL-5;;FBLDEPOT;7;;BL-FBL-7
            """);
    take(
        "invoices",
        "fbl-f.csv",
        INVOICES
            + """
            FBL-F1;11/09/2025;CLI-FBL;Client des BL;FBL-1;Un;60;80;19;BL-FBL-1
            FBL-F2;12/09/2025;CLI-FBL;Client des BL;FBL-1;Un;40;80;19;BL-FBL-1
            FBL-F3;29/09/2025;CLI-FBL;Client des BL;FBL-2;Deux;100;80;19;"BL-FBL-2, BL-FBL-3"
            FBL-F4;12/09/2025;CLI-FBL;Client des BL;FBL-3;Trois;63;80;19;BL-FBL-4
            FBL-F5;15/09/2025;CLI-FBL;Client des BL;FBL-4;Quatre;50;80;19;BL-FBL-5
            FBL-F6;15/10/2025;CLI-FBL;Client des BL;FBL-4;Quatre;8;80;19;BL-FBL-6
            FBL-F7;30/09/2025;CLI-FBL;Client des BL;FBL-5;Cinq;7;80;19;BL-FBL-7
            """);
    take(
        "stock-counts",
        "fbl-c.csv",
        COUNTS
            + """
            30/09/2025;FBLDEPOT;FBL-1;;900;;Ali;
            30/09/2025;FBLDEPOT;FBL-2;;940;;Ali;
            30/09/2025;FBLDEPOT;FBL-3;;960;;Ali;
            30/09/2025;FBLDEPOT;FBL-4;;962;;Ali;
            30/09/2025;FBLDEPOT;FBL-5;;1000;;Ali;
            """);
    reconcile("2025-10-31");
    Path file =
        HUB.home()
            .resolve("reports/reconcile-stock/rapprochement-INV-FBLDEPOT-20250930-2025-10-31.xlsx");
    try (ReportWorkbook book = ReportWorkbook.open(file)) {
      book.recalculated();
      assertThat(rows(book))
          .contains(
              "FBL-F1 FBL-1 BL-FBL-1 60 60 0 | 60 60 0 livraison sur plusieurs factures",
              "FBL-F2 FBL-1 BL-FBL-1 40 40 0 | 40 40 0 livraison sur plusieurs factures",
              "FBL-F4 FBL-3 BL-FBL-4 63 63 0 | 63 63 0",
              " FBL-3 BR-FBL-4 0 -23 23 | 0 -23 23 retour sans avoir".strip(),
              "FBL-F5 FBL-4 BL-FBL-5 50 30 20 | 50 30 20",
              "FBL-F6 FBL-4 BL-FBL-6 0 8 -8 | 0 8 -8 facturé hors période",
              "FBL-F7 FBL-5 BL-FBL-7 7 7 0 | 0 0 0 décalage de période")
          .anyMatch(row -> row.startsWith("FBL-F3 FBL-2 BL-FBL-2, BL-FBL-3 100 100 0 | "))
          .hasSize(8);
      assertThat(book.figures("Synthèse")).containsEntry(ZERO, "0");
      assertThat(sum(book, "Factures-BL", "Sorti, période"))
          .isEqualTo(sum(book, "Rapprochement", "Livré (S)"));
      assertThat(sum(book, "Factures-BL", "Facturé, période"))
          .isEqualTo(sum(book, "Rapprochement", "Facturé (I)"));
    }
    count(0, "close", "INV-FBLDEPOT-20250930", "--by", "Aya", "--because", "essai");
  }
}
