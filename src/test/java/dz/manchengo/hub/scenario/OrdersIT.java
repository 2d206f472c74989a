package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sales orders through the drop folder for the first time: posted, told, refused. */
class OrdersIT extends OrderScenario {
  /** Of Sage's documents those of type 1 are orders; an offer (0) is none. */
  @Test
  void linesOfSageAreReadByTheirTypes() {
    Acknowledgement answer =
        drop(
            "sage.csv",
            """
            DO_Type;DO_Piece;DO_Date;DO_Tiers;DL_Ligne;AR_Ref;DL_Design;DL_Qte;EU_Enumere;DL_PrixUnitaire;DL_Taxe1;DL_MontantHT;DE_No
            1;SBC00012;20/02/2026;SC900;1000;SG-1;Gouda SG;10;pce;320,50;19;3205,00;1
            1;SBC00012;20/02/2026;SC900;2000;SG-2;Camembert SG;10;pce;120,00;19;1200,00;2
            0;SDE00001;20/02/2026;SC900;1000;SG-2;Camembert SG;10;pce;120,00;19;1200,00;1
            """);
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(answer.figure("Total HT comptabilisé (DA)")).isEqualTo(4405);
    assertThat(rulesOf("sage.csv")).contains("FMT-014");
    assertThat(current("SBC00012")).containsEntry("status", "CONFIRMED");
  }

  @Test
  void theSampleIsPostedWithItsLinesAndTotals() throws IOException {
    byte[] sample =
        Files.readAllBytes(
            Path.of("src/test/resources/samples/accounting.orders/deux-commandes.csv"));
    HUB.drop("", "deux-commandes.csv", sample);
    Acknowledgement answer = HUB.awaitAcknowledgement("", "deux-commandes.csv");

    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(answer.value("Flux")).isEqualTo("accounting.orders");
    assertThat(answer.count("Documents créés")).isEqualTo(2);
    assertThat(answer.figure("Total HT comptabilisé (DA)")).isEqualTo(71561.85);
    Map<String, @Nullable Object> order = current("BC-2026/0118");
    assertThat(order)
        .containsEntry("status", "CONFIRMED")
        .containsEntry("totals_status", "EXACT")
        .containsEntry("customer_ref", "PO-771")
        .containsEntry("salesperson", "Équipe Centre");
    assertThat(String.valueOf(order.get("requested_date"))).isEqualTo("2026-01-08");
    assertThat(
            db.sql(
                    "SELECT line_no || '|' || raw_product_code || '|' || qty::float || '|' || line_ht"
                        + " || '|' || l.requested_date FROM sales_order_line l"
                        + " JOIN sales_order USING (order_id) WHERE order_no = 'BC-2026/0118'"
                        + " ORDER BY line_no")
                .query(String.class)
                .list())
        .containsExactly("1|FR-250|48|60024.00|2026-01-08", "2|CM-1K|4.5|4410.00|2026-01-12");
    assertThat(current("BC-2026/0119")).containsEntry("status", "DRAFT");
  }

  @Test
  void headersAndLinesMayComeAsTwoFiles() {
    HUB.drop(
        ORDERS,
        "mars_entete.csv",
        """
        N° commande;Date commande;Code client;Nom client
        PAI-1;15/01/2026;CO-1;Client CO-1
        """
            .getBytes(UTF_8));
    HUB.drop(
        ORDERS,
        "mars_lignes.csv",
        """
        N° commande;Code article;Désignation;Qté;Unité;P.U. HT;TVA %
        PAI-1;ART-1;Brie;3;U;100;19
        PAI-1;ART-2;Feta;1;U;50;19
        """
            .getBytes(UTF_8));
    Acknowledgement answer = HUB.awaitAcknowledgement(ORDERS, "mars_entete.csv + mars_lignes.csv");
    assertThat(answer.status()).as(answer.sentence()).isEqualTo("POSTED");
    assertThat(number("SELECT comp_total_ht::int FROM sales_order WHERE order_no = 'PAI-1'"))
        .isEqualTo(350);
  }

  @Test
  void aLineTwiceInOneOrderIsPostedWithARemarkThatNamesTheFirst() {
    Acknowledgement answer =
        drop(
            "co-twice.csv",
            Line.of("CO-T1", "TW-1", "3"),
            Line.of("CO-T1", "TW-2", "3"),
            Line.of("CO-T1", "TW-1", "3"),
            Line.of("CO-T2", "TW-1", "3"));
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(
            db.sql(
                    "SELECT row_no || ' ' || message FROM finding"
                        + " WHERE submission_id = :id AND rule_code = 'FIL-025'")
                .param("id", idOf("co-twice.csv"))
                .query(String.class)
                .list())
        .containsExactly(
            "4 Document CO-T1 : cette ligne dit la même chose qu'une autre du document (ce fichier,"
                + " ligne 2) dans toutes les colonnes lues ; les deux sont comptées");
    assertThat(
            db.sql(
                    "SELECT count(*) FROM sales_order_line JOIN sales_order USING (order_id) WHERE submission_id = :id")
                .param("id", idOf("co-twice.csv"))
                .query(Long.class)
                .single())
        .isEqualTo(4);
  }

  @Test
  void anOfferIsNoOrderAndBadLinesComeBack() {
    Acknowledgement answer =
        drop(
            "co-e.csv",
            Line.of("CO-E1", "PE-1", "3").is("Devis", ""),
            Line.of("CO-E2", "PE-1", "0"),
            Line.of("CO-E3", "PE-1", "2,5"),
            Line.of("CO-E4", "PE-1", "2").at("-1"),
            Line.of("", "PE-1", "2"),
            Line.of("CO-E5", "PE-1", "2").by("CO-E"));

    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(answer.count("Documents refusés")).isEqualTo(5);
    assertThat(rulesOf("co-e.csv")).contains("FMT-014", "ORD-006", "ORD-007", "ORD-008", "ORD-001");
    assertThat(answer.cells(Acknowledgement.CORRECT)).hasSizeGreaterThanOrEqualTo(6);
    assertThat(number("SELECT count(*) FROM sales_order WHERE order_no LIKE 'CO-E_'")).isEqualTo(1);
  }

  @Test
  void aDeliveryBeforeTheOrderIsRefused() {
    String row = Line.of("CO-F1", "PF-1", "3").row().replace("18/01/2026", "14/01/2026");
    assertThat(drop("co-f1.csv", HEADER + "\r\n" + row + "\r\n").status()).isEqualTo("REJECTED");
    assertThat(message("co-f1.csv", "ORD-010"))
        .isEqualTo("Livraison demandée 14/01/2026 avant la commande 15/01/2026");
  }

  @Test
  void referencesAndGoodsThatComeTwiceAreTold() {
    drop("co-g1.csv", Line.of("CO-G1", "PG-1", "3").by("CO-G").referring("PO-9"));
    drop(
        "co-g2.csv",
        Line.of("CO-G2", "PG-1", "3").by("CO-G"),
        Line.of("CO-G3", "PG-2", "8").by("CO-G").referring("PO-9"),
        Line.of("CO-G4", "PG-1", "3").by("CO-H"),
        Line.of("CO-G5", "PG-2", "8").by("CO-G"));

    assertThat(
            db.sql(
                    "SELECT document || ' ' || rule_code || ' '"
                        + " || regexp_replace(message, 'du \\d.*, ligne', 'ligne') FROM finding"
                        + " WHERE submission_id = :id AND rule_code IN ('ORD-011', 'ORD-012') ORDER BY 1")
                .param("id", idOf("co-g2.csv"))
                .query(String.class)
                .list())
        .isEqualTo(
            List.of(
                "CO-G2 ORD-012 Doublon probable de la commande CO-G1 (fichier co-g1.csv ligne 2)",
                "CO-G3 ORD-011 Référence client PO-9 déjà utilisée par la commande CO-G1 (fichier co-g1.csv ligne 2)",
                "CO-G5 ORD-012 Doublon probable de la commande CO-G3 (ce fichier, ligne 3)"));
  }

  @Test
  void declaredTotalsAreComparedAsThoseOfInvoices() {
    String header = HEADER + ";Total commande HT";
    String order = Line.of("CO-I1", "PI-1", "3").row();
    assertThat(drop("co-i1.csv", header + "\r\n" + order + ";310,00\r\n").status())
        .isEqualTo("REJECTED");
    assertThat(message("co-i1.csv", "ORD-015"))
        .isEqualTo(
            "Commande CO-I1 : Total commande HT déclaré 310,00, calculé 300,00 (écart 10,00 DA)");
    assertThat(drop("co-i2.csv", header + "\r\n" + order + ";300,50\r\n").status())
        .isEqualTo("POSTED");
    assertThat(current("CO-I1")).containsEntry("totals_status", "MINOR");
  }

  @Test
  void theRateOfTheProductHoldsWhereTheOrderNamesNone() {
    String header = "N° commande;Date commande;Client;Code article;Désignation;Qté;P.U. HT";
    String row = "CO-K1;15/01/2026;Épicerie Kouba;PK-1;Fromage PK-1;2;100";
    assertThat(drop("co-k1.csv", header + "\r\n" + row + "\r\n").status()).isEqualTo("POSTED");
    assertThat(message("co-k1.csv", "ORD-016"))
        .isEqualTo("Taux de TVA absent : 19 %, le taux de l'article PK-1");
    assertThat(amount("SELECT comp_total_ttc FROM sales_order WHERE order_no = 'CO-K1'"))
        .isEqualByComparingTo("238");
  }
}
