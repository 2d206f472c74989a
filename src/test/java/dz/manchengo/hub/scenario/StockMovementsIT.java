package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Movements through the drop folder into the ledger, and what is said of them. */
class StockMovementsIT extends InProcessHub {
  private static final String FOLDER = "stock-movements";
  private static final Path SAMPLE =
      Path.of("src/test/resources/samples/accounting.stock-movements/mouvements-janvier.csv");
  private static final String HEADER =
      "Date;Type;Origine;Code;Produit;N° lot;Dépôt;Quantité;Coût unitaire;Référence\r\n";

  @AfterEach
  void reopen() {
    db.sql("DELETE FROM stock_closing").update();
  }

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
  void theSameContentInAnotherFileIsUnchangedAndTheSameFileIsADuplicate() {
    String rows =
        HEADER
            + row("15/10/2026;IN;RECEPTION;UNC-1;Beurre;;;10;500;REC-UNC-1")
            + row("15/10/2026;OUT;VENTE;UNC-1;Beurre;;;4;;F-UNC-1")
            + row("15/10/2026;OUT;VENTE;UNC-1;Beurre;;;4;;F-UNC-1");
    assertThat(drop("unc-1.csv", rows).count("Documents créés")).isEqualTo(3);

    assertThat(drop("unc-2.csv", rows).status()).isEqualTo("DUPLICATE");
    Acknowledgement again =
        drop("unc-3.csv", rows + row("16/10/2026;OUT;VENTE;UNC-1;Beurre;;;1;;F-UNC-2"));

    assertThat(again.status()).isEqualTo("POSTED");
    assertThat(again.count("Documents inchangés")).isEqualTo(3);
    assertThat(again.count("Documents créés")).isEqualTo(1);
    assertThat(rulesOf("unc-3.csv")).containsOnly("MVT-004");
    assertThat(quantity("UNC-1")).isEqualTo("1.0000");
  }

  @Test
  void anotherQuantityForTheSameMovementIsRefusedWithWhatIsKnown() {
    drop("chg-1.csv", HEADER + row("15/10/2026;IN;RECEPTION;CHG-1;Caséine;;;10;500;REC-CHG-1"));

    Acknowledgement answer =
        drop("chg-2.csv", HEADER + row("15/10/2026;IN;RECEPTION;CHG-1;Caséine;;;12;500;REC-CHG-1"));

    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(rulesOf("chg-2.csv")).containsExactly("MVT-007");
    assertThat(answer.cells(Acknowledgement.CORRECT).get(1).toString())
        .contains("RECEPTION 10")
        .contains("RECEPTION 12");
    assertThat(quantity("CHG-1")).isEqualTo("10.0000");
  }

  @Test
  void aRefusedRowHarmsNoOtherAndComesBackCorrected() throws IOException {
    Acknowledgement answer =
        drop(
            "ref-1.csv",
            HEADER
                + row("15/10/2026;IN;RECEPTION;REF-1;Sel;;;10;50;REC-REF-1")
                + row("15/10/2026;IN;VENTE;REF-1;Sel;;;3;;F-REF-1")
                + row("15/10/2026;OUT;LIVRAISON;REF-1;Sel;;;douze;;F-REF-2"));
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
                + row("15/10/2026;IN;RECEPTION;NEG-1;Lait;L-7;;10;50;REC-NEG-1")
                + row("16/10/2026;OUT;VENTE;NEG-1;Lait;L-7;;12,5;;F-NEG-1"));

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
  void aReversalTakesBackOneMovementOnceAtItsWorth() {
    String header = "Date;Origine;Code;Produit;Quantité;Référence;Référence annulée\r\n";
    Acknowledgement answer =
        drop(
            "rev.csv",
            header
                + row("17/10/2026;ANNULATION;REV-1;Présure;4;ANN-1;F-REV-1")
                + row("18/10/2026;ANNULATION;REV-1;Présure;4;ANN-2;F-REV-1")
                + row("15/10/2026;RECEPTION;REV-1;Présure;10;REC-REV-1;")
                + row("16/10/2026;VENTE;REV-1;Présure;4;F-REV-1;"));

    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(rulesOf("rev.csv")).contains("MVT-006");
    assertThat(quantity("REV-1")).isEqualTo("10.0000");
    assertThat(
            number(
                "SELECT count(*) FROM stock_movement r JOIN stock_movement m"
                    + " ON m.movement_id = r.reverses_id WHERE m.ref_no = 'F-REV-1'"))
        .isEqualTo(1);
  }

  @Test
  void oneRowWithADestinationIsATransferOfTwoEntries() {
    String header = "Date;Origine;Code;Produit;Quantité;Dépôt;Dépôt destination;Référence\r\n";
    Acknowledgement answer =
        drop(
            "tra.csv",
            header
                + row("15/10/2026;RECEPTION;TRA-1;Sacs;100;TRA A;;REC-TRA-1")
                + row("16/10/2026;Transfert;TRA-1;Sacs;30;TRA A;TRA B;BT-1")
                + row("16/10/2026;Transfert;TRA-1;Sacs;30;TRA A;TRA A;BT-2")
                + row("16/10/2026;Transfert;TRA-1;Sacs;30;TRA A;;BT-3"));

    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(rulesOf("tra.csv")).contains("MVT-001", "FMT-001");
    assertThat(
            db.sql(
                    "SELECT w.code || ' ' || trim_scale(s.qty) FROM v_stock s JOIN warehouse w"
                        + " USING (warehouse_id) JOIN product USING (product_id)"
                        + " WHERE product_code = 'TRA-1' ORDER BY 1")
                .query(String.class)
                .list())
        .containsExactly("TRA A 70", "TRA B 30");
  }

  @Test
  void aClosedPeriodTakesNoMovementButKnowsTheOnesItHas() {
    String known = row("15/10/2026;IN;RECEPTION;CLO-1;Ferments;;;10;50;REC-CLO-1");
    drop("clo-1.csv", HEADER + known);
    db.sql("INSERT INTO stock_closing (closed_through, closed_by) VALUES ('2026-10-31', 'test')")
        .update();

    Acknowledgement answer =
        drop(
            "clo-2.csv",
            HEADER
                + known
                + row("31/10/2026;IN;RECEPTION;CLO-1;Ferments;;;5;50;REC-CLO-2")
                + row("01/11/2026;IN;RECEPTION;CLO-1;Ferments;;;7;50;REC-CLO-3"));

    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(rulesOf("clo-2.csv")).containsExactlyInAnyOrder("MVT-004", "MVT-003");
    assertThat(quantity("CLO-1")).isEqualTo("17.0000");
  }

  @Test
  void aLotIsAskedForWhereTheProductHasLotsAndToldWhereAnotherProductHasIt() {
    drop(
        "lot-1.csv",
        HEADER
            + row("15/10/2026;IN;RECEPTION;LOT-A;Gouda;L-99;;10;50;REC-LOT-1")
            + row("15/10/2026;IN;RECEPTION;LOT-B;Edam;l 99;;10;50;REC-LOT-1"));
    assertThat(rulesOf("lot-1.csv")).contains("LOT-003");
    db.sql("UPDATE product SET lot_tracked = true WHERE product_code = 'LOT-A'").update();

    Acknowledgement answer =
        drop("lot-2.csv", HEADER + row("16/10/2026;OUT;VENTE;LOT-A;Gouda;;;1;;F-LOT-1"));

    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(rulesOf("lot-2.csv")).containsExactly("LOT-001");
  }

  @Test
  void theErpsReportNamesNoLotsAndItsMovementsCountAllTheSame() {
    drop(
        "lot-3.csv",
        HEADER + row("15/10/2026;IN;RECEPTION;LOT-C;Brie;L-98;PRINCIPAL;10;50;REC-LOT-3"));
    db.sql("UPDATE product SET lot_tracked = true WHERE product_code = 'LOT-C'").update();

    Acknowledgement answer =
        drop(
            "lot-4.csv",
            "Date;Type;Origine;Code;Produit;Quantite;Reference;Utilisateur\r\n"
                + row("16/10/2026;OUT;VENTE;LOT-C;Brie;4;F-LOT-4;admin"));

    assertThat(answer.value("Flux")).isEqualTo("erp.stock-movements");
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(rulesOf("lot-4.csv")).contains("LOT-001");
    assertThat(quantity("LOT-C")).isEqualTo("6.0000");
  }

  @Test
  void theSameMovementTwiceInAFileIsToldAndGramsAreKilograms() {
    drop(
        "jumeau-1.csv",
        HEADER.replace(";Dépôt;", ";Unité;Dépôt;")
            + row("15/10/2026;IN;RECEPTION;JUM-1;Sel;;kg;;10;50;REC-JUM-1"));
    String sale = row("16/10/2026;OUT;VENTE;JUM-1;Sel;;g;;500;;F-JUM-1");

    Acknowledgement answer =
        drop("jumeau-2.csv", HEADER.replace(";Dépôt;", ";Unité;Dépôt;") + sale + sale);

    assertThat(answer.count("Documents créés")).isEqualTo(2);
    assertThat(rulesOf("jumeau-2.csv")).contains("MVT-010");
    assertThat(quantity("JUM-1")).isEqualTo("9.0000");
  }

  @Test
  void aTransferGoesFromTheSourceThatTheFileNamesAndFromNoOther() {
    String header = "Date;Mouvement;Code article;%sDépôt destination;Quantité;Référence\r\n";
    drop(
        "trf-1.csv",
        header.formatted("Dépôt source;") + row("15/10/2026;Transfert;TRF-1;NORD;SUD;10;T-1"));
    assertThat(
            db.sql(
                    "SELECT w.code || ' ' || trim_scale(s.qty) FROM v_stock s JOIN product USING (product_id)"
                        + " JOIN warehouse w USING (warehouse_id) WHERE product_code = 'TRF-1' ORDER BY 1")
                .query(String.class)
                .list())
        .containsExactly("NORD -10", "SUD 10");

    Acknowledgement answer =
        drop("trf-2.csv", header.formatted("") + row("15/10/2026;Transfert;TRF-1;SUD;10;T-2"));
    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(rulesOf("trf-2.csv")).contains("FMT-001");
  }

  @Test
  void aPreviewSaysTheSameAndWritesNothing() {
    String header = "Date;Origine;Code;Produit;Lot;Dépôt;Quantité;Référence\r\n";
    HUB.preview(
        FOLDER,
        "vue.csv",
        header
            + row("15/10/2026;RECEPTION;VUE-1;Levure;V1;VUE;10;REC-VUE-1")
            + row("16/10/2026;VENTE;VUE-1;Levure;V1;VUE;4;F-VUE-1")
            + row("17/10/2026;ANNULATION;VUE-1;Levure;V1;VUE;4;F-VUE-1")
            + row("17/10/2026;ANNULATION;VUE-1;Levure;V1;VUE;4;F-VUE-1"));

    Acknowledgement answer = HUB.awaitAcknowledgement("preview/" + FOLDER, "vue.csv");

    assertThat(answer.cells("Constats").toString()).contains("MVT-006");
    assertThat(answer.count("Documents refusés")).isEqualTo(1);
    assertThat(number("SELECT count(*) FROM product WHERE product_code = 'VUE-1'")).isZero();
    assertThat(number("SELECT count(*) FROM warehouse WHERE code = 'VUE'")).isZero();
    assertThat(number("SELECT count(*) FROM lot WHERE lot_code = 'V1'")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE stock_movement SET qty_base = 1",
        "DELETE FROM stock_movement",
        "TRUNCATE stock_movement CASCADE"
      })
  void theLedgerIsNeverChanged(String statement) {
    drop("app.csv", HEADER + row("15/10/2026;IN;RECEPTION;APP-1;Eau;;;10;1;REC-APP-1"));
    List<String> before = ledger();

    assertThatThrownBy(() -> db.sql(statement).update()).hasMessageContaining("append-only");

    assertThat(ledger()).isEqualTo(before);
  }

  private List<String> ledger() {
    return db.sql("SELECT movement_id || ' ' || qty_base FROM stock_movement ORDER BY movement_id")
        .query(String.class)
        .list();
  }

  private Acknowledgement drop(String name, String text) {
    HUB.drop(FOLDER, name, text.getBytes(UTF_8));
    return HUB.awaitAcknowledgement(FOLDER, name);
  }

  private String quantity(String product) {
    return db.sql(
            "SELECT sum(qty_base)::text FROM stock_movement JOIN product USING (product_id)"
                + " WHERE product_code = :product")
        .param("product", product)
        .query(String.class)
        .single();
  }

  private static String row(String cells) {
    return cells + "\r\n";
  }
}
