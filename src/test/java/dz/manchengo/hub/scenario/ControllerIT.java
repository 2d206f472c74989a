package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.reconciliation.CountCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a controller tries on counts before he signs them. */
class ControllerIT extends ReconciliationScenario {
  private static String count(int exit, String... words) {
    return said(new CountCommand(), exit, words);
  }

  private void opening(String product, String warehouse, int quantity, int cost) {
    take(
        "stock-movements",
        product + "-o.csv",
        MOVEMENTS
            + "01/09/2025;OPENING;%s;;%s;%d;%d;O-%1$s\n"
                .formatted(product, warehouse, quantity, cost));
  }

  private String ledger(String product) {
    return db.sql(
            "SELECT string_agg(concat_ws(' ', origin, trim_scale(qty_base), (effective_at AT TIME ZONE"
                + " 'Africa/Algiers')::date), ', ' ORDER BY movement_id) FROM stock_movement"
                + " JOIN product USING (product_id) WHERE product_code = :product AND origin <> 'OPENING'")
        .param("product", product)
        .query(String.class)
        .optional()
        .orElse("");
  }

  /** Its sheet stays, and so does what people signed because of it. */
  @Test
  void whatWasPostedOfACountIsNotTakenBackWithItsSheet() throws IOException {
    opening("CTL-1", "CTLUNDO", 100, 1);
    take("stock-counts", "ctl-1.csv", COUNTS + "30/09/2025;CTLUNDO;CTL-1;;99;;Ali;\n");
    reconcile("2025-09-30");
    count(0, "post", "INV-CTLUNDO-20250930", "--by", "Aya");
    assertThat(ledger("CTL-1")).isEqualTo("INVENTAIRE -1 2025-09-30");
    Path answer = HUB.home().resolve("acknowledgements/stock-counts/ctl-1.csv.ack.xlsx");
    Path undo = HUB.home().resolve("undo");
    Files.move(Files.copy(answer, undo.resolve(".ctl-1.part")), undo.resolve("ctl-1.csv.ack.xlsx"));
    assertThat(HUB.awaitAcknowledgement("undo", "ctl-1.csv.ack.xlsx").status())
        .isNotEqualTo("POSTED");
    assertThat(ledger("CTL-1")).isEqualTo("INVENTAIRE -1 2025-09-30");
  }

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

  @Test
  void punctuationMakesNobodyAnotherPerson() {
    opening("CTL-2", "CTLPERSON", 100, 10);
    take("stock-counts", "ctl-2.csv", COUNTS + "30/09/2025;CTLPERSON;CTL-2;;80;;Karim, Rachid;\n");
    String session = "INV-CTLPERSON-20250930";
    reconcile("2025-09-30");
    assertThat(count(2, "approve", session, "--by", "rachid.", "--reason", "OTHER"))
        .contains("a compté ou déjà validé");
    assertThat(count(2, "approve", session, "--by", "Zoé et Rachid", "--reason", "OTHER"))
        .contains("a compté ou déjà validé");
    count(0, "approve", session, "--by", "Aya B.", "--reason", "OTHER");
    assertThat(count(2, "approve", session, "--by", "aya  b")).contains("déjà validé");
  }

  @Test
  void aDifferenceThatIsRejectedStaysOutOfTheLedger() {
    opening("CTL-8", "CTLREFUS", 100, 10);
    take("stock-counts", "ctl-8.csv", COUNTS + "30/09/2025;CTLREFUS;CTL-8;;80;;Ali;\n");
    String session = "INV-CTLREFUS-20250930";
    reconcile("2025-09-30");
    assertThat(count(2, "reject", session, "--by", "Zoé")).contains("count reject SESSION");
    assertThat(count(2, "reject", session, "--by", "Ali", "--product", "CTL-8"))
        .contains("a compté ou déjà validé");
    assertThat(count(0, "reject", session, "--by", "Zoé", "--product", "CTL-8"))
        .contains("1 écart(s) refusé(s)");
    reconcile("2025-09-30");
    assertThat(proposed("CTLREFUS")).containsExactly("CTL-8 -20 -200 DOUBLE REJECTED");
    assertThat(count(0, "post", session, "--by", "Zoé")).contains("0 ligne(s)");
    assertThat(ledger("CTL-8")).isEmpty();
  }

  /** Else a count between the two would find the same difference once more. */
  @Test
  void whatARecountConfirmsWasWrongWhenItWasFirstCounted() {
    opening("CTL-3", "CTLTARD", 100, 1);
    take("stock-counts", "ctl-3a.csv", COUNTS + "30/09/2025;CTLTARD;CTL-3;;99;;Ali;\n");
    take(
        "stock-counts",
        "ctl-3b.csv",
        """
        N° inventaire;Date inventaire;Dépôt;Code article;Quantité comptée;Compteur;Passage
        INV-CTLTARD-20250930;15/10/2025;CTLTARD;CTL-3;99;Aya;2
        """);
    reconcile("2025-10-31");
    count(0, "post", "INV-CTLTARD-20250930", "--by", "Zoé");
    assertThat(ledger("CTL-3")).isEqualTo("INVENTAIRE -1 2025-09-30");
  }

  /** A sheet has a day; the session says from what moment on that day is counted. */
  @Test
  void aSheetWithoutATimeIsOfTheCutOffOfItsSession() {
    opening("CTL-7", "CTLHEURE", 100, 10);
    count(0, "open", "--warehouse", "CTLHEURE", "--cutoff", "2025-09-30T09:00", "--by", "Samia");
    take(
        "stock-movements",
        "ctl-7m.csv",
        MOVEMENTS + "30/09/2025 09:30;VENTE;CTL-7;;CTLHEURE;20;;CTL-BL7\n");
    take("stock-counts", "ctl-7c.csv", COUNTS + "30/09/2025;CTLHEURE;CTL-7;;100;;Ali;\n");
    reconcile("2025-09-30");
    assertThat(proposed("CTLHEURE")).isEmpty();
  }

  @Test
  void anAmountAboveWhichTwoApproveTakesTwoThoughAnInvoiceExplainsIt() {
    opening("CTL-4", "CTLVALEUR", 100, 2500);
    take(
        "invoices",
        "ctl-4.csv",
        INVOICES + "CTLV/1;15/09/2025;CTL-C;Client CTL;CTL-4;Produit CTL;40;3000;19;CTL-BL4\n");
    take("stock-counts", "ctl-4c.csv", COUNTS + "30/09/2025;CTLVALEUR;CTL-4;;60;;Ali;\n");
    reconcile("2025-09-30");
    assertThat(proposed("CTLVALEUR"))
        .containsExactly("CTL-4 -40 -100000 DOUBLE PENDING UNRECORDED_EXIT");
  }

  @Test
  void aCreditOfAPriceBringsNothingBack() {
    opening("CTL-5", "CTLAVOIR", 100, 10);
    take(
        "stock-movements",
        "ctl-5m.csv",
        MOVEMENTS + "15/09/2025;VENTE;CTL-5;;CTLAVOIR;40;;CTL-BL5\n");
    take(
        "invoices",
        "ctl-5.csv",
        INVOICES + "CTLA/1;15/09/2025;CTL-C;Client CTL;CTL-5;Produit CTL;40;300;19;CTL-BL5\n");
    take(
        "invoices",
        "ctl-5a.csv",
        """
        N° facture;Type;Facture d'origine;Date facture;Code client;Client;Code article;Désignation;Qté;P.U. HT;TVA %
        CTLA/A1;Avoir;CTLA/1;20/09/2025;CTL-C;Client CTL;CTL-5;Produit CTL;10;30;19
        """);
    take("stock-counts", "ctl-5c.csv", COUNTS + "30/09/2025;CTLAVOIR;CTL-5;;60;;Ali;\n");
    reconcile("2025-09-30");
    assertThat(told("CTLAVOIR")).isEmpty();
  }

  @Test
  void aRecountByNobodyIsNoneAndAnUnknownNumberIsTold() {
    opening("CTL-6", "CTLPASSE", 100, 10);
    String header =
        "N° inventaire;Date inventaire;Dépôt;Code article;Quantité comptée;Compteur;Passage\n";
    take("stock-counts", "ctl-6a.csv", header + "CTL-X;30/09/2025;CTLPASSE;CTL-6;80;Ali;1\n");
    assertThat(rulesOf("ctl-6a.csv")).contains("CNT-021");
    HUB.drop(
        "stock-counts",
        "ctl-6b.csv",
        (header + "CTL-X;30/09/2025;CTLPASSE;CTL-6;90;;2\n").getBytes(UTF_8));
    HUB.awaitAcknowledgement("stock-counts", "ctl-6b.csv");
    assertThat(rulesOf("ctl-6b.csv")).contains("CNT-018").doesNotContain("CNT-021");
    assertThat(
            number(
                "SELECT count(*) FROM count_entry JOIN count_line USING (line_id)"
                    + " JOIN product USING (product_id) WHERE product_code = 'CTL-6'"))
        .isEqualTo(1);
  }
}
