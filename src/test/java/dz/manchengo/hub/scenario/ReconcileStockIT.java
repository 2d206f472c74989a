package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Counts, book and documents of sessions that were dropped as files (domain notes §5.3, §5.4). */
class ReconcileStockIT extends ReconciliationScenario {
  /** Book T, count P, shipped S, invoiced I of the domain notes §5.4. */
  private static final int[][] VECTORS = {
    {100, 100, 40, 40},
    {100, 90, 40, 50},
    {100, 100, 40, 50},
    {100, 100, 50, 40},
    {100, 90, 40, 40},
    {100, 110, 50, 40},
    {100, 85, 40, 50},
    {100, 95, 40, 50},
    {100, 90, 50, 40}
  };

  @Test
  void theNineVectors() {
    StringBuilder movements = new StringBuilder(MOVEMENTS);
    StringBuilder invoices = new StringBuilder(INVOICES);
    StringBuilder counts = new StringBuilder(COUNTS);
    for (int n = 0; n < VECTORS.length; n++) {
      int[] v = VECTORS[n];
      String product = "VEC-" + (n + 1);
      movements.append(
          "01/09/2026;OPENING;%s;;VECTEURS;%d;50;OUV-%d%n".formatted(product, v[0] + v[2], n));
      movements.append("15/09/2026;VENTE;%s;;VECTEURS;%d;;BLV-%d%n".formatted(product, v[2], n));
      invoices.append(
          "VEC-F%d;15/09/2026;CLI-VEC;Client des vecteurs;%s;Fromage %d;%d;80;19;BLV-%d%n"
              .formatted(n, product, n, v[3], n));
      counts.append("30/09/2026;VECTEURS;%s;;%d;;Ali;%n".formatted(product, v[1]));
    }
    take("stock-movements", "vecteurs-m.csv", movements.toString());
    take("invoices", "vecteurs-f.csv", invoices.toString());
    take("stock-counts", "vecteurs-c.csv", counts.toString());

    reconcile("2026-09-30");

    assertThat(told("VECTEURS"))
        .filteredOn(rule -> rule.startsWith("REC"))
        .containsExactly(
            "REC-001 VEC-5 10",
            "REC-001 VEC-7 5",
            "REC-001 VEC-9 10",
            "REC-003 VEC-3 10 VEC-F2",
            "REC-003 VEC-8 5 VEC-F7",
            "REC-004 VEC-4 10",
            "REC-004 VEC-9 10",
            "REC-005 VEC-2 10 VEC-F1",
            "REC-005 VEC-7 10 VEC-F6",
            "REC-005 VEC-8 5 VEC-F7",
            "REC-006 VEC-6 10");
    assertThat(proposed("VECTEURS"))
        .containsExactly(
            "VEC-2 -10 -500 AUTO APPROVED UNRECORDED_EXIT",
            "VEC-5 -10 -500 DOUBLE PENDING",
            "VEC-6 10 500 AUTO APPROVED UNRECORDED_ENTRY",
            "VEC-7 -15 -750 DOUBLE PENDING UNRECORDED_EXIT",
            "VEC-8 -5 -250 AUTO APPROVED UNRECORDED_EXIT",
            "VEC-9 -10 -500 DOUBLE PENDING");
  }

  @Test
  void theBookIsRolledToTheCountAndALateMovementIsTold() {
    take(
        "stock-movements",
        "roule-1.csv",
        MOVEMENTS
            + """
            01/08/2026;RECEPTION;RCR-1;A;ROULE;100;10;REC-RCR-1
            31/08/2026 18:30;VENTE;RCR-1;A;ROULE;7;;BL-RCR-2
            31/08/2026 21:00;VENTE;RCR-1;A;ROULE;5;;BL-RCR-3
            """);
    take(
        "stock-counts",
        "roule-c.csv",
        COUNTS
            + """
            31/08/2026 18:00;ROULE;RCR-2;A;1;;Ali;
            31/08/2026 20:00;ROULE;RCR-1;A;90;;Ali;
            """);
    reconcile("2026-08-31");
    assertThat(proposed("ROULE")).contains("RCR-1 A -3 -30 DOUBLE PENDING");

    take(
        "stock-movements",
        "roule-2.csv",
        MOVEMENTS + "20/08/2026;PERTE;RCR-1;A;ROULE;3;;PV-RCR-9\n");
    reconcile("2026-08-31");
    assertThat(told("ROULE")).contains("CNT-014 RCR-1 A -3 PV-RCR-9");
    assertThat(proposed("ROULE")).noneMatch(one -> one.startsWith("RCR-1"));
  }

  /** Somebody who finds too little each time is told of, whoever else finds it too. */
  @Test
  void threeShortCountsOfOnePersonAreTold() {
    take(
        "stock-movements",
        "suite-m.csv",
        MOVEMENTS
            + """
            01/10/2026;OPENING;PCC-1;;SUITE;100;10;OUV-PCC-1
            01/10/2026;OPENING;PCC-2;;SUITE;100;10;OUV-PCC-2
            """);
    String[] days = {"05", "15", "25"};
    for (int n = 0; n < days.length; n++) {
      String row = days[n] + "/10/2026;SUITE;%s;;%d;;%s;%n";
      take(
          "stock-counts",
          "suite-" + n + ".csv",
          COUNTS
              + row.formatted("PCC-1", 98 - n, n == 1 ? "ALI" : "Ali")
              + row.formatted("PCC-2", n == 1 ? 101 : 97, "Ali"));
    }
    reconcile("2026-10-25");

    assertThat(told("SUITE"))
        .filteredOn(one -> one.startsWith("CNT-015"))
        .singleElement()
        .asString()
        .startsWith("CNT-015 PCC-1 3 A");
  }

  @Test
  void oneLotTakenForAnotherIsNoLoss() {
    take(
        "stock-movements",
        "echange-m.csv",
        MOVEMENTS
            + """
            01/07/2026;RECEPTION;ECH-1;L1;ECHANGE;50;100;REC-ECH-1
            01/07/2026;RECEPTION;ECH-1;L2;ECHANGE;50;100;REC-ECH-2
            """);
    take(
        "stock-counts",
        "echange-c.csv",
        COUNTS + "31/07/2026;ECHANGE;ECH-1;L1;40;;Ali;\n31/07/2026;ECHANGE;ECH-1;L2;60;;Ali;\n");
    reconcile("2026-07-31");
    assertThat(told("ECHANGE")).isEmpty();
    assertThat(proposed("ECHANGE"))
        .containsExactly(
            "ECH-1 L1 -10 -1000 AUTO APPROVED LABEL_SWAP",
            "ECH-1 L2 10 1000 AUTO APPROVED LABEL_SWAP");
  }

  @Test
  void twoPassesThatDifferAreCountedAgainFirst() {
    take(
        "stock-movements",
        "passes-m.csv",
        MOVEMENTS + "01/06/2026;RECEPTION;RCP-1;P;PASSES;50;100;REC-RCP-1\n");
    take("stock-counts", "passes-c.csv", COUNTS + "30/06/2026;PASSES;RCP-1;P;45;46;Ali;Aya\n");
    reconcile("2026-06-30");
    assertThat(told("PASSES")).contains("CNT-009 RCP-1 P -4");
    assertThat(proposed("PASSES")).isEmpty();
  }

  @Test
  void whatALatePapersNumberTiesTogetherIsNoGap() {
    take(
        "stock-movements",
        "bord-m.csv",
        MOVEMENTS
            + """
            01/05/2026;OPENING;RCB-1;;BORD;100;10;OUV-BRD
            31/05/2026;VENTE;RCB-1;;BORD;20;;BL-RCB-1
            01/05/2026;OPENING;RCB-2;;BORD;100;10;OUV-RCB-2
            25/05/2026;VENTE;RCB-2;;BORD;20;;BL-RCB-2
            """);
    take(
        "invoices",
        "bord-f.csv",
        INVOICES
            + """
            RCB-F1;02/06/2026;CLI-VEC;Client des vecteurs;RCB-1;Fromage au bord;20;80;19;BL-RCB-1
            RCB-F2;02/06/2026;CLI-VEC;Client des vecteurs;RCB-2;Fromage loin du bord;20;80;19;BL-RCB-2
            """);
    take(
        "stock-counts",
        "bord-c.csv",
        COUNTS + "31/05/2026;BORD;RCB-1;;80;;Ali;\n31/05/2026;BORD;RCB-2;;80;;Ali;\n");
    reconcile("2026-05-31");
    assertThat(told("BORD")).containsExactly("REC-004 RCB-2 20");
  }

  @Test
  void documentsSpeakOfTheWarehouseThatSellsAlone() {
    take(
        "stock-movements",
        "ailleurs-m.csv",
        MOVEMENTS
            + """
            01/04/2026;OPENING;RCA-1;;AUTRELIEU;100;10;OUV-AIL
            01/04/2026;OPENING;RCA-1;;VENDEUR;100;10;OUV-RCA-2
            15/04/2026;VENTE;RCA-1;;VENDEUR;20;;BL-RCA-1
            """);
    take(
        "invoices",
        "ailleurs-f.csv",
        INVOICES
            + "RCA-F1;16/04/2026;CLI-VEC;Client des vecteurs;RCA-1;Fromage;30;80;19;BL-RCA-1\n");
    take("stock-counts", "ailleurs-1.csv", COUNTS + "30/04/2026;AUTRELIEU;RCA-1;;90;;Ali;\n");
    take("stock-counts", "ailleurs-2.csv", COUNTS + "30/04/2026;VENDEUR;RCA-1;;70;;Ali;\n");
    reconcile("2026-04-30");
    assertThat(told("AUTRELIEU"))
        .contains("REC-001 RCA-1 10")
        .noneMatch(rule -> rule.startsWith("REC-005"));
    assertThat(told("VENDEUR")).containsExactly("REC-005 RCA-1 10 RCA-F1");
  }

  /** A hub may die after a step's commit and before it is marked as done: the step comes again. */
  @Test
  void everyStepMayBeDoneTwice() throws IOException {
    take(
        "stock-movements",
        "deux-m.csv",
        MOVEMENTS
            + """
            01/01/2026;OPENING;DEUX-1;;DEUXFOIS;140;50;OUV-DEUX
            15/01/2026;VENTE;DEUX-1;;DEUXFOIS;40;;BL-DEUX
            """);
    take(
        "invoices",
        "deux-f.csv",
        INVOICES
            + "DXF-1;15/01/2026;CLI-VEC;Client des vecteurs;DEUX-1;Fromage;50;80;19;BL-DEUX\n");
    take("stock-counts", "deux-c.csv", COUNTS + "31/01/2026;DEUXFOIS;DEUX-1;;85;;Ali;\n");

    Path job = Path.of("batch-jobs/reconcile-stock");
    List<String> files =
        Pattern.compile("statement: (\\w+\\.sql)")
            .matcher(Files.readString(job.resolve("job.yaml")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(files).hasSize(17);
    for (String file : files) {
      String statement = Files.readString(job.resolve(file));
      for (int time = 0; time < 2; time++) {
        for (long part : statement.contains(":reconciliation_id") ? ofTheRun() : List.of(0L)) {
          db.sql(statement)
              .param("businessDate", LocalDate.of(2026, 1, 31))
              .param("attempt", 1_000)
              .param("session", null)
              .param("zone", "Africa/Algiers")
              .param("noiseDays", 3)
              .param("mostMovements", 20_000)
              .param("autoTotal", 100_000)
              .param("reconciliation_id", part)
              .update();
        }
      }
    }
    assertThat(told("DEUXFOIS"))
        .containsExactly(
            "CNT-009 DEUX-1 -15",
            "CNT-010 DEUX-1 15",
            "REC-001 DEUX-1 5",
            "REC-005 DEUX-1 10 DXF-1");
    assertThat(proposed("DEUXFOIS"))
        .containsExactly("DEUX-1 -15 -750 DOUBLE PENDING UNRECORDED_EXIT");
  }

  @Test
  void aSessionIsReconciledAloneWhereItIsAskedFor() {
    take(
        "stock-movements",
        "seule-m.csv",
        MOVEMENTS
            + "01/09/2026;OPENING;SEU-1;;SEULE;10;5;OUV-SEU1\n01/09/2026;OPENING;SEU-1;;SEULE2;10;5;OUV-SEU2\n");
    take(
        "stock-counts",
        "seule-c.csv",
        COUNTS + "30/09/2026;SEULE;SEU-1;;9;;Ali;\n30/09/2026;SEULE2;SEU-1;;9;;Ali;\n");
    Map<String, String> asked = Map.of("session", "inv seule 20260930");
    Optional<LocalDate> date = Optional.of(LocalDate.parse("2026-09-30"));
    ended(jobs.want("reconcile-stock", date, asked, true, "test"));
    assertThat(proposed("SEULE")).hasSize(1);
    assertThat(proposed("SEULE2")).isEmpty();
  }

  private List<Long> ofTheRun() {
    return db.sql("SELECT reconciliation_id FROM reconciliation WHERE attempt = 1000")
        .query(Long.class)
        .list();
  }
}
