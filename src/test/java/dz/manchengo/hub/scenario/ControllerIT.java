package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a controller tries on counts before he signs them. */
class ControllerIT extends ReconciliationScenario {
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

  /** Where somebody said how a count is called, another number is a slip. */
  @Test
  void aMistypedNumberOpensNoSecondCountBesideOneThatWasOpened() {
    opening("CTL-18", "CTLSAISIE", 100, 10);
    count(
        0,
        "open",
        "--session",
        "CTL-S1",
        "--warehouse",
        "CTLSAISIE",
        "--cutoff",
        "2025-09-30T09:00",
        "--by",
        "Samia");
    String text =
        """
        N° inventaire;Date inventaire;Dépôt;Code article;Quantité comptée;Compteur
        CTL-S7;30/09/2025;CTLSAISIE;CTL-18;80;Ali
        """;
    HUB.drop("stock-counts", "ctl-18.csv", text.getBytes(UTF_8));
    Acknowledgement answer = HUB.awaitAcknowledgement("stock-counts", "ctl-18.csv");
    assertThat(answer.status()).as("%s", rulesOf("ctl-18.csv")).isEqualTo("REJECTED");
    assertThat(rulesOf("ctl-18.csv")).contains("CNT-006");
    assertThat(answer.cells("Constats").toString())
        .contains("l'inventaire ouvert dans ce dépôt ce jour-là est CTL-S1");
    take("stock-counts", "ctl-18b.csv", text.replace("CTL-S7", "CTL-S1"));
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
