package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a count is compared with, and what it leaves in the book. */
class CountedBookIT extends ReconciliationScenario {
  /** What a posted count found in the book stays in it. */
  @Test
  void aFileThatAPostedCountWasMadeWithIsNotTakenBack() throws IOException {
    opening("CTL-U2", "CTLUNDOM", 100, 1);
    take(
        "stock-movements",
        "ctl-u2.csv",
        MOVEMENTS + "10/09/2025;RECEPTION;CTL-U2;;CTLUNDOM;10;1;BR-CTL-U2\n");
    take("stock-counts", "ctl-u2c.csv", COUNTS + "30/09/2025;CTLUNDOM;CTL-U2;;110;;Ali;\n");
    reconcile("2025-09-30");
    count(0, "post", "INV-CTLUNDOM-20250930", "--by", "Aya");
    Path answer = HUB.home().resolve("acknowledgements/stock-movements/ctl-u2.csv.ack.xlsx");
    Path undo = HUB.home().resolve("undo");
    Files.move(Files.copy(answer, undo.resolve(".ctl-u2.part")), undo.resolve("ctl-u2.ack.xlsx"));
    HUB.awaitAcknowledgement("undo", "ctl-u2.ack.xlsx");
    assertThat(
            db.sql(
                    "SELECT trim_scale(sum(qty_base))::text FROM stock_movement JOIN product USING (product_id)"
                        + " WHERE product_code = 'CTL-U2'")
                .query(String.class)
                .single())
        .isEqualTo("110");
  }

  /** Two people signed it: another count corrects it, no movement does. */
  @Test
  void aPostedAdjustmentIsNotTakenBackByAMovement() {
    opening("CTL-AJ", "CTLAJUST", 1000, 1);
    take("stock-counts", "ctl-aj-c.csv", COUNTS + "30/09/2025;CTLAJUST;CTL-AJ;;998;;Ali;\n");
    reconcile("2025-09-30");
    count(0, "post", "INV-CTLAJUST-20250930", "--by", "Aya");
    HUB.drop(
        "stock-movements",
        "ctl-aj.csv",
        (MOVEMENTS + "02/10/2025;REVERSAL;CTL-AJ;;CTLAJUST;2;;INV-CTLAJUST-20250930\n")
            .getBytes(UTF_8));
    Acknowledgement answer = HUB.awaitAcknowledgement("stock-movements", "ctl-aj.csv");
    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(answer.cells(Acknowledgement.CORRECT).toString())
        .contains("2 CTL-AJ y sont l'ajustement d'un inventaire", "un nouvel inventaire");
    assertThat(rulesOf("ctl-aj.csv")).contains("MVT-019");
    assertThat(
            number(
                "SELECT sum(qty_base) FROM stock_movement JOIN product USING (product_id)"
                    + " WHERE product_code = 'CTL-AJ'"))
        .isEqualTo(998);
  }

  /** Programs of the house count by themselves; that nobody approved it here is said. */
  @Test
  void anAdjustmentOfAnotherProgramIsTakenAndTold() {
    opening("CTL-AP", "CTLAUTREPROG", 100, 1);
    take(
        "stock-movements",
        "ctl-ap.csv",
        MOVEMENTS + "02/10/2025;INVENTAIRE;CTL-AP;;CTLAUTREPROG;-3;;INV-ERP-1\n");
    assertThat(rulesOf("ctl-ap.csv")).contains("MVT-020");
    take(
        "stock-movements",
        "ctl-ap-2.csv",
        MOVEMENTS
            + "02/10/2025;INVENTAIRE;CTL-AP;;CTLAUTREPROG;-3;;INV-ERP-1\n"
            + "03/10/2025;REVERSAL;CTL-AP;;CTLAUTREPROG;3;;INV-ERP-1\n");
    assertThat(rulesOf("ctl-ap-2.csv")).contains("MVT-004").doesNotContain("MVT-020");
    assertThat(
            number(
                "SELECT sum(qty_base) FROM stock_movement JOIN product USING (product_id)"
                    + " WHERE product_code = 'CTL-AP'"))
        .as("what another program adjusted, it may take back")
        .isEqualTo(100);
  }

  /** Pieces are corrected with the weight, and told where the weight alone is right. */
  @Test
  void piecesAreCountedBesideTheWeight() {
    String header = "Date;Origine;Code;N° lot;Dépôt;Quantité;Nb pièces;Coût unitaire;Référence\n";
    take(
        "stock-movements",
        "ctl-pcs.csv",
        header
            + """
            01/09/2025;OPENING;CTL-PCS;PC-1;CTLPIECES;400;10;5;OUV-PC-1
            01/09/2025;OPENING;CTL-PCS;PC-2;CTLPIECES;410;10;5;OUV-PC-2
            """);
    take(
        "stock-counts",
        "ctl-pcs-c.csv",
        """
        Date;Dépôt;Code article;Lot;Quantité comptée;Nb pièces;Compteur
        30/09/2025;CTLPIECES;CTL-PCS;PC-1;360;9;Ali
        30/09/2025;CTLPIECES;CTL-PCS;PC-2;410;9;Ali
        """);
    reconcile("2025-09-30");
    assertThat(
            db.sql(
                    "SELECT f.qty::int || ' / ' || f.refs FROM reconciliation_finding f JOIN lot USING (lot_id)"
                        + " WHERE rule_code = 'CNT-022' AND lot_code LIKE 'PC-%' ORDER BY lot_code")
                .query(String.class)
                .list())
        .containsExactly("9 / 10", "9 / 10");
    String session = "INV-CTLPIECES-20250930";
    count(0, "approve", session, "--by", "Aya", "--reason", "COUNT_ERROR");
    count(0, "approve", session, "--by", "Zoé");
    count(0, "post", session, "--by", "Zoé");
    assertThat(
            db.sql(
                    "SELECT trim_scale(sum(qty_base)) || ' ' || sum(pieces) FROM stock_movement JOIN lot USING (lot_id)"
                        + " WHERE lot_code = 'PC-1'")
                .query(String.class)
                .single())
        .isEqualTo("360 9");
  }

  /** What left after it was counted and before the cut-off was still there. */
  @Test
  void aCountBeforeTheCutOffIsComparedWithTheBookOfThatMoment() {
    opening("CTL-AM", "CTLMATIN", 100, 1);
    take(
        "stock-movements",
        "ctl-am.csv",
        MOVEMENTS + "30/09/2025 10:00;VENTE;CTL-AM;;CTLMATIN;4;;BL-CTL-AM\n");
    String cutoff = "2025-09-30T18:00";
    count(0, "open", "--warehouse", "CTLMATIN", "--cutoff", cutoff, "--by", "Samia");
    take("stock-counts", "ctl-am-c.csv", COUNTS + "30/09/2025 08:00;CTLMATIN;CTL-AM;;100;;Ali;\n");
    reconcile("2025-09-30");
    assertThat(
            db.sql(
                    "SELECT concat_ws(' ', trim_scale(book_qty), trim_scale(moved_qty), trim_scale(delta_qty))"
                        + " FROM reconciliation_line l JOIN product USING (product_id)"
                        + " WHERE product_code = 'CTL-AM' ORDER BY reconciliation_id DESC LIMIT 1")
                .query(String.class)
                .single())
        .isEqualTo("96 4 0");
  }

  @Test
  void piecesWithoutAWeightAreNeitherZeroNorNothing() {
    HUB.drop(
        "stock-counts",
        "ctl-pw.csv",
        """
        Date;Dépôt;Code article;Quantité comptée;Nb pièces;Compteur
        30/09/2025;CTLPOIDS;CTL-PW;;9;Ali
        """
            .getBytes(UTF_8));
    HUB.awaitAcknowledgement("stock-counts", "ctl-pw.csv");
    assertThat(rulesOf("ctl-pw.csv")).contains("CNT-023");
  }

  /** What was missing on the 20th was missing on the 30th too. */
  @Test
  void anEarlierCountIsNotPostedBehindALaterOne() {
    opening("CTL-LT", "CTLAVANT", 100, 1);
    for (String day : new String[] {"30", "20"}) {
      take(
          "stock-counts",
          "ctl-lt-" + day + ".csv",
          COUNTS + day + "/09/2025;CTLAVANT;CTL-LT;;99;;Ali;\n");
    }
    reconcile("2025-09-30");
    count(0, "post", "INV-CTLAVANT-20250930", "--by", "Aya");
    reconcile("2025-09-30");
    assertThat(count(2, "post", "INV-CTLAVANT-20250920", "--by", "Aya"))
        .contains("INV-CTLAVANT-20250930")
        .contains("count reject --product CTL-LT");
    count(0, "reject", "INV-CTLAVANT-20250920", "--by", "Aya", "--product", "CTL-LT");
    count(0, "post", "INV-CTLAVANT-20250920", "--by", "Aya");
    assertThat(
            db.sql(
                    "SELECT trim_scale(sum(qty_base))::text FROM stock_movement JOIN product USING (product_id)"
                        + " WHERE product_code = 'CTL-LT'")
                .query(String.class)
                .single())
        .isEqualTo("99");
  }

  /** More went out on the 3rd than there was, though it is whole again on the 4th. */
  @Test
  void aBalanceThatIsNegativeInBetweenIsTold() {
    take(
        "stock-movements",
        "ctl-neg.csv",
        MOVEMENTS
            + """
            02/09/2025;RECEPTION;CTL-NEG;;CTLNEG;10;10;BR-N1
            03/09/2025;VENTE;CTL-NEG;;CTLNEG;15;;BL-N1
            04/09/2025;RECEPTION;CTL-NEG;;CTLNEG;20;10;BR-N2
            05/09/2025;VENTE;CTL-NE2;;CTLNEG;5;;BL-N2
            05/09/2025;RECEPTION;CTL-NE2;;CTLNEG;5;10;BR-N3
            """);
    assertThat(rulesOf("ctl-neg.csv")).containsOnlyOnce("MVT-002");
  }

  /** One end of a transfer is not posted without the other, and one alone is told. */
  @Test
  void aTransferIsWholeOrNotAtAll() {
    opening("CTL-TR", "CTLTRA", 100, 1);
    String text =
        """
        Date;Origine;Code;N° lot;Dépôt;Quantité;Unité;Coût unitaire;Référence
        05/09/2025;TRANSFER;CTL-TR;;CTLTRA;-4;bidule;;TR-1
        05/09/2025;TRANSFER;CTL-TR;;CTLTRB;4;;;TR-1
        06/09/2025;TRANSFER;CTL-TR;;CTLTRA;-5;;;TR-2
        06/09/2025;TRANSFER;CTL-TR;;CTLTRB;5;;;TR-2
        07/09/2025;TRANSFER;CTL-TR;;CTLTRB;6;;;TR-3
        """;
    HUB.drop("stock-movements", "ctl-tr.csv", text.getBytes(UTF_8));
    assertThat(HUB.awaitAcknowledgement("stock-movements", "ctl-tr.csv").status())
        .isEqualTo("PARTIAL");
    assertThat(rulesOf("ctl-tr.csv")).contains("MVT-017").containsOnlyOnce("MVT-018");
    assertThat(
            db.sql(
                    "SELECT ref_no || ' ' || trim_scale(qty_base) FROM stock_movement JOIN product USING (product_id)"
                        + " WHERE product_code = 'CTL-TR' AND origin = 'TRANSFER' ORDER BY movement_id")
                .query(String.class)
                .list())
        .containsExactly("TR-2 -5", "TR-2 5", "TR-3 6");
  }
}
