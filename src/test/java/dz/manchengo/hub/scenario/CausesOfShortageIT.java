package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What may be behind a shortage is said before anybody is asked for it (domain notes §5.3). */
class CausesOfShortageIT extends ReconciliationScenario {
  @Test
  void expiredLotsAndWeightThatWentAreNamed() throws IOException {
    take(
        "stock-movements",
        "cause-m.csv",
        """
        Date;Origine;Code;N° lot;DLC;Dépôt;Quantité;Unité;Nb pièces;Coût unitaire;Référence
        01/10/2024;OPENING;CAUSE-1;CAU-A;25/10/2024;DCAUSE;60;PCE;;100;O-CAU-1
        01/10/2024;OPENING;CAUSE-1;CAU-B;25/12/2024;DCAUSE;40;PCE;;100;O-CAU-2
        01/10/2024;OPENING;CAUSE-2;CAU-C;25/12/2024;DCAUSE;805,5;KG;100;650;O-CAU-3
        """);
    take(
        "stock-counts",
        "cause-c.csv",
        """
        Date;Dépôt;Code article;Lot;Quantité comptée;Nb pièces;Compteur
        31/10/2024 18:00;DCAUSE;CAUSE-1;CAU-A;0;;Ali
        31/10/2024 18:00;DCAUSE;CAUSE-1;CAU-B;40;;Ali
        31/10/2024 18:00;DCAUSE;CAUSE-2;CAU-C;789,4;100;Ali
        """);
    reconcile("2024-11-16");

    assertThat(told("DCAUSE"))
        .contains("CNT-028 CAUSE-1 60 CAU-A (25/10/2024)", "CNT-029 CAUSE-2 16.1 100");
    Path workbook =
        HUB.home()
            .resolve("reports/reconcile-stock/rapprochement-INV-DCAUSE-20241031-2024-11-16.xlsx");
    try (ReportWorkbook book = ReportWorkbook.open(workbook)) {
      assertThat(book.table("Rapprochement"))
          .extracting(row -> row.get("Cause à vérifier"))
          .satisfiesExactly(
              one -> assertThat(one).contains("lots périmés", "CAU-A (25/10/2024)"),
              two -> assertThat(two).contains("toutes les pièces y sont (100)"));
    }
  }
}
