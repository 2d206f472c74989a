package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Until when a lot that was received may be used: whoever reads its label says so. */
class LotDatesIT extends ReconciliationScenario {
  private static final String DATED =
      "Date;Origine;Code;Lot;DLC;Dépôt;Quantité;Coût unitaire;Référence\n";
  private static final String COUNTED =
      "Date inventaire;Dépôt;Code article;Lot;DLC;Quantité comptée;Compteur\n";

  private String until(String lot) {
    return db.sql("SELECT coalesce(dlc::text, '-') FROM lot WHERE lot_code = :lot")
        .param("lot", lot)
        .query(String.class)
        .single();
  }

  @Test
  void aReceptionSaysItAndAnotherDateIsTold() {
    take(
        "stock-movements",
        "dlc-1.csv",
        DATED
            + """
            01/11/2024;RECEPTION;DLC-1;DLC-L1;31/12/2024;DLC;10;100;DLC-R1
            01/11/2024;RECEPTION;DLC-1;DLC-L2;;DLC;10;100;DLC-R2
            02/11/2024;RECEPTION;DLC-1;DLC-L2;15/01/2025;DLC;5;100;DLC-R3
            """);
    assertThat(rulesOf("dlc-1.csv")).doesNotContain("FIL-005", "LOT-002");
    assertThat(until("DLC-L1")).isEqualTo("2024-12-31");
    assertThat(until("DLC-L2")).isEqualTo("2025-01-15");

    take(
        "stock-movements",
        "dlc-2.csv",
        DATED
            + """
            03/11/2024;VENTE;DLC-1;DLC-L1;31/12/2024;DLC;10;;DLC-V1
            03/11/2024;VENTE;DLC-1;DLC-L2;15/02/2025;DLC;15;;DLC-V2
            """);
    assertThat(rulesOf("dlc-2.csv")).containsOnlyOnce("LOT-002");
    assertThat(until("DLC-L2")).isEqualTo("2025-01-15");
  }

  @Test
  void aCountSaysItOfALotThatHadNoneAsLongAsTheCountStands() throws IOException {
    take(
        "stock-movements",
        "dlc-3.csv",
        MOVEMENTS + "01/11/2024;RECEPTION;DLC-2;DLC-L3;DLCINV;10;100;DLC-R4\n");
    take(
        "stock-counts",
        "dlc-c.csv",
        COUNTED + "30/11/2024;DLCINV;DLC-2;DLC-L3;20/12/2024;10;Ali\n");
    assertThat(until("DLC-L3")).isEqualTo("2024-12-20");
    reconcile("2024-11-30");
    try (ReportWorkbook book =
        ReportWorkbook.open(
            HUB.home()
                .resolve(
                    "reports/reconcile-stock/rapprochement-INV-DLCINV-20241130-2024-11-30.xlsx"))) {
      assertThat(book.table("Lots").get(0))
          .containsEntry("DLC", "2024-12-20")
          .containsEntry("Jours restants", "20");
    }
    Path undo = HUB.home().resolve("undo");
    Path answer = HUB.home().resolve("acknowledgements/stock-counts/dlc-c.csv.ack.xlsx");
    Files.move(Files.copy(answer, undo.resolve(".dlc-c.part")), undo.resolve("dlc-c.ack.xlsx"));
    HUB.awaitAcknowledgement("undo", "dlc-c.ack.xlsx");
    assertThat(until("DLC-L3")).isEqualTo("-");
    take(
        "stock-movements",
        "dlc-4.csv",
        MOVEMENTS + "02/12/2024;VENTE;DLC-2;DLC-L3;DLCINV;10;;DLC-V3\n");
  }

  /** The invoice may come before the goods or after them. */
  @Test
  void aSuppliersInvoiceSaysItOfTheLotsThatItNames() {
    String header =
        "N° facture;Date facture;Code fournisseur;Fournisseur;Code article;Désignation;N° lot;DLC;Qté;P.U. HT;TVA %\n";
    take(
        "invoices",
        "dlc-f.csv",
        header
            + """
            DLC-F1;01/11/2024;DLC-FR;Laiterie DLC;DLC-3;Lait;DLC-L4;05/12/2024;10;100;19
            """);
    assertThat(until("DLC-L4")).isEqualTo("2024-12-05");
    take(
        "stock-movements",
        "dlc-5.csv",
        DATED
            + """
            01/11/2024;RECEPTION;DLC-3;DLC-L4;06/12/2024;DLC;10;100;DLC-R5
            02/11/2024;VENTE;DLC-3;DLC-L4;;DLC;10;;DLC-V4
            """);
    assertThat(rulesOf("dlc-5.csv")).contains("LOT-002");
    assertThat(until("DLC-L4")).isEqualTo("2024-12-05");
  }
}
