package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.Test;

/** Movements through the drop folder into the ledger, and what is said of them. */
class StockMovementsIT extends MovementScenario {
  private static final Path SAMPLE =
      Path.of("src/test/resources/samples/accounting.stock-movements/mouvements-janvier.csv");

  @Test
  void theSampleIsInTheLedgerWithSignsUnitsAndValues() throws IOException {
    HUB.drop("", "mouvements-janvier.csv", Files.readAllBytes(SAMPLE));

    Acknowledgement answer = HUB.awaitAcknowledgement("", "mouvements-janvier.csv");

    assertThat(answer.value("Flux")).isEqualTo("accounting.stock-movements");
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(answer.count("Documents créés")).isEqualTo(9);
    assertThat(
            db.sql(
                    "SELECT m.origin || ' ' || trim_scale(m.qty_base) || ' ' || m.value FROM stock_movement m"
                        + " JOIN product USING (product_id) WHERE product_code = 'PF-FONDU-800'"
                        + " ORDER BY movement_id")
                .query(String.class)
                .list())
        .containsExactly(
            "PRODUCTION_IN 300 129525.00",
            "VENTE -120 -51810.00",
            "RETOUR_CLIENT 6 2590.50",
            "PERTE -2 -863.50",
            "TRANSFER -48 -20724.00",
            "TRANSFER 48 20724.00");
    assertThat(
            db.sql(
                    "SELECT w.code || ' ' || l.lot_code || ' ' || trim_scale(s.qty) FROM v_stock s"
                        + " JOIN product USING (product_id) JOIN warehouse w USING (warehouse_id)"
                        + " JOIN lot l USING (lot_id) WHERE product_code = 'PF-FONDU-800' ORDER BY 1")
                .query(String.class)
                .list())
        .containsExactly("CAMION 1 LP260106-001 48", "PRODUITS FINIS LP260106-001 136");
    assertThat(
            number(
                "SELECT sum(qty)::int FROM stock_at('2026-01-07 00:00+01') JOIN product USING"
                    + " (product_id) WHERE product_code = 'PF-FONDU-800'"))
        .isEqualTo(180);
  }

  @Test
  void aRefusedRowHarmsNoOtherAndComesBackCorrected() throws IOException {
    Acknowledgement answer =
        drop(
            "ref-1.csv",
            HEADER
                + row("15/10/2026;IN;RECEPTION;REF-1;Sel REF;;;10;50;REC-REF-1")
                + row("15/10/2026;IN;VENTE;REF-1;Sel REF;;;3;;F-REF-1")
                + row("15/10/2026;OUT;LIVRAISON;REF-1;Sel REF;;;douze;;F-REF-2"));
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(answer.count("Lignes refusées")).isEqualTo(2);
    assertThat(rulesOf("ref-1.csv")).contains("MVT-001", "FMT-002");
    Row sale = answer.correction().getRow(1);
    sale.getCell(1).setCellValue("OUT");
    answer.correction().getRow(2).getCell(7).setCellValue("2");

    HUB.drop(FOLDER, "ref-2.xlsx", answer.bytes());

    assertThat(HUB.awaitAcknowledgement(FOLDER, "ref-2.xlsx").status()).isEqualTo("POSTED");
    assertThat(quantity("REF-1")).isEqualTo("5.0000");
  }

  @Test
  void moreOutThanInIsWrittenAndTold() {
    Acknowledgement answer =
        drop(
            "neg.csv",
            HEADER
                + row("15/10/2026;IN;RECEPTION;NEG-1;Lait NEG;L-7;;10;50;REC-NEG-1")
                + row("16/10/2026;OUT;VENTE;NEG-1;Lait NEG;L-7;;12,5;;F-NEG-1"));

    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(rulesOf("neg.csv")).contains("MVT-002");
    assertThat(answer.cells("Constats").toString()).contains("Stock négatif : NEG-1 / L-7 = -2,5");
  }

  @Test
  void anEntryWithoutCostTakesTheAverageAndSaysSo() {
    drop(
        "avg.csv",
        HEADER
            + row("15/10/2026;IN;RECEPTION;AVG-1;Crème;;;10;100;REC-AVG-1")
            + row("16/10/2026;IN;RECEPTION;AVG-1;Crème;;;10;200;REC-AVG-2")
            + row("17/10/2026;IN;RECEPTION;AVG-1;Crème;;;2;;REC-AVG-3"));

    assertThat(rulesOf("avg.csv")).contains("MVT-005");
    assertThat(amount("SELECT value FROM stock_movement WHERE ref_no = 'REC-AVG-3'"))
        .isEqualByComparingTo("300.00");
  }

  @Test
  void aPreviewSaysTheSameAndWritesNothing() {
    String header = "Date;Origine;Code;Produit;Lot;Dépôt;Quantité;Référence\r\n";
    HUB.preview(
        FOLDER,
        "vue.csv",
        header
            + row("15/10/2026;RECEPTION;VUE-1;Levure VUE;V1;VUE;10;REC-VUE-1")
            + row("16/10/2026;VENTE;VUE-1;Levure VUE;V1;VUE;4;F-VUE-1")
            + row("17/10/2026;ANNULATION;VUE-1;Levure VUE;V1;VUE;4;F-VUE-1")
            + row("17/10/2026;ANNULATION;VUE-1;Levure VUE;V1;VUE;4;F-VUE-1"));

    Acknowledgement answer = HUB.awaitAcknowledgement("preview/" + FOLDER, "vue.csv");

    assertThat(answer.cells("Constats").toString()).contains("MVT-006");
    assertThat(answer.count("Documents refusés")).isEqualTo(1);
    assertThat(number("SELECT count(*) FROM product WHERE product_code = 'VUE-1'")).isZero();
    assertThat(number("SELECT count(*) FROM warehouse WHERE code = 'VUE'")).isZero();
    assertThat(number("SELECT count(*) FROM lot WHERE lot_code = 'V1'")).isZero();
  }

  /** Cheese is weighed and counted: the ledger keeps both, and half a wheel is none. */
  @Test
  void piecesStandBesideTheWeight() {
    HUB.drop(
        "stock-movements",
        "pieces.csv",
        """
        Date;Origine;Code;Dépôt;Quantité;Unité;Nb pièces;Référence
        01/10/2026;RECEPTION;PCS-MEULE;PCS;120,5;KG;10;BR-PCS-1
        02/10/2026;VENTE;PCS-MEULE;PCS;36;KG;3;BL-PCS-1
        03/10/2026;VENTE;PCS-MEULE;PCS;6;KG;0,5;BL-PCS-2
        """
            .getBytes(UTF_8));
    HUB.awaitAcknowledgement("stock-movements", "pieces.csv");
    assertThat(rulesOf("pieces.csv")).contains("MVT-016");
    assertThat(
            db.sql(
                    "SELECT trim_scale(qty) || ' ' || pieces FROM v_stock JOIN product USING (product_id)"
                        + " WHERE product_code = 'PCS-MEULE'")
                .query(String.class)
                .single())
        .isEqualTo("84.5 7");
  }
}
