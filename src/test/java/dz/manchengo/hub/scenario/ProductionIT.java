package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batch records through the drop folder, and the way of their lots. */
class ProductionIT extends InProcessHub {
  private static final String FOLDER = "production";
  private static final Path SAMPLES = Path.of("src/test/resources/samples");
  private static final String HEADER =
      "N° OF;Date fabrication;Code produit;N° lot;Qté produite;Unité;DLC;Code MP;Lot MP;Qté consommée;Unité MP\n";

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "accounting.production, deux-of.csv,         3, 2, 3, 3",
    "accounting.production, journal-erp.csv,     2, 2, 2, 3",
    "accounting.production, deux-feuilles.xlsx,  5, 2, 2, 3",
    "erp.production,        rapport.csv,         2, 2, 1, 0"
  })
  void aSampleIsPosted(String feed, String name, int rows, int batches, int outputs, int inputs)
      throws IOException {
    HUB.drop("", name, Files.readAllBytes(SAMPLES.resolve(feed).resolve(name)));
    Acknowledgement answer = HUB.awaitAcknowledgement("", name);
    assertThat(answer.status()).as("%s", rulesOf(name)).isEqualTo("POSTED");
    assertThat(answer.value("Flux")).isEqualTo(feed);
    assertThat(answer.count("Lignes lues")).isEqualTo(rows);
    assertThat(answer.count("Documents créés")).isEqualTo(batches);
    assertThat(rowsOf("batch_output", name)).isEqualTo(outputs);
    assertThat(rowsOf("batch_input", name)).isEqualTo(inputs);
  }

  @Test
  void aSecondSheetTellsWhatWentIn() throws IOException {
    Object[][] batches = {
      {"N° OF", "Date", "Code produit", "N° lot", "Qté produite", "Unité"},
      {"ZW-1", "12/10/2026", "ZW-P", "ZW-L1", 10, "kg"},
      {"ZW-2", "12/10/2026", "ZW-P", "ZW-L2", 10, "kg"},
    };
    Object[][] inputs = {
      {"N° OF", "Code MP", "N° lot", "Qté consommée", "Unité"},
      {"ZW-1", "ZW-M", "ZW-S1", 6, "kg"},
      {"ZW-1", "ZW-N", "ZW-S2", 5, "kg"},
      {"ZW-9", "ZW-M", "ZW-S1", 11, "kg"},
    };
    Acknowledgement answer = drop("zwei.xlsx", workbook(batches, inputs));
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(findings("zwei.xlsx")).containsExactlyInAnyOrder("3 PRD-004", "4 FIL-014");
    assertThat(edges()).contains("ZW-S1 > ZW-L1", "ZW-S2 > ZW-L1");

    answer
        .book()
        .getSheet(Acknowledgement.CORRECT + " 2")
        .getRow(1)
        .getCell(0)
        .setCellValue("ZW-2");
    assertThat(drop("zwei-corrige.xlsx", answer.bytes()).status()).isEqualTo("POSTED");
    assertThat(edges()).contains("ZW-S1 > ZW-L2");
  }

  @Test
  void invoicesOnTwoSheetsAreJoinedByTheirNumber() throws IOException {
    Object[][] headers = {
      {"N° facture", "Date facture", "Client", "Total HT"},
      {"ZF-1", "12/10/2026", "Amel Zwei", 300},
      {"ZF-2", "12/10/2026", "Amel Zwei", 50},
    };
    Object[][] lines = {
      {"N° facture", "Code article", "Désignation", "Qté", "P.U. HT", "TVA %", "Total HT"},
      {"ZF-1", "ZW-P", "Brie", 2, 100, 19, 200},
      {"ZF-1", "ZW-P", "Brie", 1, 100, 19, 100},
      {"ZF-3", "ZW-P", "Brie", 1, 100, 19, 100},
    };
    HUB.drop("zwei-factures.xlsx", workbook(headers, lines));
    assertThat(HUB.awaitAcknowledgement("zwei-factures.xlsx").status()).isEqualTo("PARTIAL");
    assertThat(invoicesOf("zwei-factures.xlsx")).containsExactly("ZF-1");
    assertThat(amount("SELECT comp_ht FROM invoice WHERE invoice_no = 'ZF-1'"))
        .isEqualByComparingTo("300");
    assertThat(findings("zwei-factures.xlsx")).contains("3 FIL-014", "4 FIL-014");
  }

  @Test
  void theSameBatchAgainIsUnchangedAndOtherContentIsARevision() {
    String row = "REV-1;12/10/2026;REV-P;REV-L;10;kg;12/12/2026;REV-M;REV-S;11;kg\n";
    drop("rev-1.csv", HEADER + row);
    assertThat(drop("rev-1b.csv", HEADER + row).status()).isEqualTo("DUPLICATE");
    Acknowledgement same = drop("rev-2.csv", HEADER + row + "\n");
    assertThat(same.count("Documents inchangés")).isEqualTo(1);

    drop("rev-3.csv", HEADER + row.replace(";10;", ";9,5;").replace("12/12/", "14/12/"));
    assertThat(findings("rev-3.csv")).containsExactly("2 PRD-002");
    assertThat(
            db.sql(
                    "SELECT revision || ' ' || is_current || ' ' || qty_produced FROM production_batch"
                        + " WHERE batch_no = 'REV-1' ORDER BY revision")
                .query(String.class)
                .list())
        .containsExactly("1 false 10.0000", "2 true 9.5000");
    assertThat(text("SELECT dlc::text FROM lot WHERE lot_code = 'REV-L'")).isEqualTo("2026-12-14");
    assertThat(number("SELECT count(*) FROM lot WHERE lot_code = 'REV-L'")).isEqualTo(1);
  }

  /** 30 kg of 100 L of milk, and what else was put to it as it weighs (PRD-009). */
  @Test
  void noMoreCheeseComesOfMilkThanCan() {
    String header =
        "N° OF;Date production;Code produit;N° lot;Qté produite;Unité;DLC;Lait (L);Code MP;Lot MP;Qté consommée;Unité MP\n";
    drop(
        "rendement.csv",
        header
            + "RD-1;12/10/2026;RD-P;RD-1;400;kg;12/12/2026;1000;RD-LAIT;RD-L;1000;L\n"
            + "RD-2;12/10/2026;RD-P;RD-2;300;kg;12/12/2026;1000;RD-LAIT;RD-L;1000;L\n"
            + "RD-3;12/10/2026;RD-P;RD-3;400;kg;12/12/2026;1000;RD-LAIT;RD-L;10;hl\n"
            + "RD-3;12/10/2026;RD-P;RD-3;400;kg;12/12/2026;1000;RD-BEURRE;RD-B;100000;g\n"
            + "RD-4;12/10/2026;RD-P;RD-4;400;kg;12/12/2026;1000;RD-LAIT;RD-L;10;hl\n"
            + "RD-4;12/10/2026;RD-P;RD-4;400;kg;12/12/2026;1000;RD-BEURRE;RD-B;99000;g\n");

    assertThat(findings("rendement.csv")).contains("2 PRD-009", "6 PRD-009");
    assertThat(
            db.sql("SELECT batch_no FROM production_batch WHERE submission_id = :id ORDER BY 1")
                .param("id", idOf("rendement.csv"))
                .query(String.class)
                .list())
        .containsExactly("RD-2", "RD-3");
  }

  @Test
  void whatTheTablesKnowOfALotRefusesOrWarns() {
    String header = HEADER.replace("\n", ";Qualité\n");
    drop(
        "lots-1.csv",
        header
            + "LT-1;12/09/2026;LT-P;LT-BAD;10;kg;12/12/2026;LT-M;LT-S;11;kg;Défaut majeur\n"
            + "LT-2;12/09/2026;LT-P;LT-OLD;10;kg;30/09/2026;LT-M;LT-S;11;kg;Conforme\n");
    assertThat(findings("lots-1.csv")).contains("2 PRD-020");
    assertThat(text("SELECT status FROM lot WHERE lot_code = 'LT-BAD'")).isEqualTo("BLOCKED");

    Acknowledgement answer =
        drop(
            "lots-2.csv",
            header
                + "LT-3;12/10/2026;LT-Q;LT-3;9;kg;;LT-P;LT-BAD;10;kg;\n"
                + "LT-4;12/10/2026;LT-Q;LT-4;9;kg;;LT-P;LT-OLD;10;kg;\n"
                + "LT-5;12/10/2026;LT-P;LT-OLD;9;kg;01/11/2026;LT-M;LT-S;10;kg;\n"
                + "LT-6;12/10/2026;LT-R;LT-BAD;9;kg;01/11/2026;LT-M;LT-S;10;kg;\n"
                + "LT-7;12/10/2026;LT-P;LT-7;30;kg;01/11/2026;LT-M;LT-S;10;kg;\n");
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(findings("lots-2.csv"))
        .contains("2 PRD-017", "3 PRD-017", "4 LOT-002", "5 LOT-003", "6 PRD-009");
    assertThat(
            db.sql("SELECT batch_no FROM production_batch WHERE submission_id = :id")
                .param("id", idOf("lots-2.csv"))
                .query(String.class)
                .list())
        .containsExactly("LT-6");
  }

  @Test
  void measurementsBecomeTests() {
    drop(
        "mesures.csv",
        "N° OF;Date;Produit;Qté produite;Lait (L);pH lait;T° fonte\nMES-1;12/10/2026;Brie MES;10;100;6,9;85\n");
    assertThat(
            db.sql(
                    "SELECT stage || ' ' || parameter || ' ' || value_num || ' ' || verdict"
                        + " FROM quality_test t JOIN production_batch b USING (batch_id)"
                        + " WHERE batch_no = 'MES-1' ORDER BY stage")
                .query(String.class)
                .list())
        .containsExactly("FONTE T 85.0000 PASS", "LAIT pH 6.9000 FAIL");
    assertThat(findings("mesures.csv")).contains("2 PRD-014", "2 PRD-005");
  }

  /** Twelve levels, each batch of three lots of the level before: 39 lots, each met once. */
  @Test
  void theWayOfALotThroughTwelveLevelsOfThree() {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int level = 1; level <= 12; level++) {
      for (int i = 1; i <= 3; i++) {
        rows.append(
            "LAD-%d;12/10/2026;LAD-P;LAD-%d-%d;1;kg;;LAD-P;LAD-%d-%d;1;kg\n"
                .formatted(level, level, i, level - 1, i));
      }
    }
    assertThat(drop("leiter.csv", rows.toString()).status()).isEqualTo("POSTED");
    assertThat(trace("LAD-0-1", "FORWARD")).containsEntry("lots", 37L).containsEntry("depth", 12);
    assertThat(trace("LAD-12-2", "BACK")).containsEntry("lots", 37L).containsEntry("depth", 12);
    assertThat(trace("LAD-6-3", "FORWARD")).containsEntry("lots", 19L).containsEntry("depth", 6);
  }

  @Test
  void reworkMakesALoopThatEnds() {
    drop(
        "boucle.csv",
        HEADER
            + "BCL-1;12/10/2026;BCL-P;BCL-A;1;kg;;BCL-P;BCL-B;1;kg\n"
            + "BCL-2;12/10/2026;BCL-P;BCL-B;1;kg;;BCL-P;BCL-A;1;kg\n");
    assertThat(trace("BCL-A", "FORWARD")).containsEntry("lots", 2L).containsEntry("depth", 1);
    assertThat(trace("BCL-A", "BACK")).containsEntry("lots", 2L).containsEntry("depth", 1);
  }

  @Test
  void aRecallSaysWhatLiesWhereAndWhoGotIt() {
    drop("rappel.csv", HEADER + "RAP-1;12/10/2026;RAP-P;RAP-L;10;kg;;RAP-M;RAP-S;11;kg\n");
    db.sql(
            "INSERT INTO warehouse (code, name, name_norm, kind) VALUES ('RAP', 'Rappel', 'RAPPEL', 'FINISHED')")
        .update();
    move("PRODUCTION_IN", 10, "RAP-1");
    move("VENTE", -4, "BL-1");
    move("VENTE", -1, "BL-2");
    move("RETOUR_CLIENT", 1, "BL-2");
    assertThat(
            db.sql(
                    "SELECT section || ' ' || coalesce(ref_no, party_name) || ' ' || qty"
                        + " FROM recall_report((SELECT lot_id FROM lot WHERE lot_code = 'RAP-S'))")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("EN_STOCK RAP 6.0000", "EXPEDIE BL-1 4.0000");
  }

  private void move(String origin, int quantity, String ref) {
    db.sql(
            "INSERT INTO stock_movement (effective_at, product_id, lot_id, warehouse_id, origin, qty_base,"
                + " ref_type, ref_no, idempotency_key, submission_id, source_row)"
                + " SELECT now(), product_id, lot_id, (SELECT warehouse_id FROM warehouse WHERE code = 'RAP'),"
                + " :origin, :qty, 'MOVEMENT', :ref, :key, submission_id, 1 FROM lot WHERE lot_code = 'RAP-L'")
        .param("origin", origin)
        .param("qty", quantity)
        .param("ref", ref)
        .param("key", origin + ref)
        .update();
  }

  private Map<String, Object> trace(String lot, String direction) {
    return db.sql(
            "SELECT count(*) AS lots, max(depth) AS depth"
                + " FROM trace_lot((SELECT lot_id FROM lot WHERE lot_code = :lot), :direction)")
        .param("lot", lot)
        .param("direction", direction)
        .query()
        .singleRow();
  }

  private List<String> edges() {
    return db.sql(
            "SELECT p.lot_code || ' > ' || c.lot_code FROM v_lot_edge e"
                + " JOIN lot p ON p.lot_id = e.parent_lot_id JOIN lot c ON c.lot_id = e.child_lot_id")
        .query(String.class)
        .list();
  }

  private int rowsOf(String table, String name) {
    return number("SELECT count(*) FROM " + table + " WHERE submission_id = " + idOf(name));
  }

  private String text(String sql) {
    return db.sql(sql).query(String.class).single();
  }

  /** Row and rule, but for products made on the way, and dates read day first. */
  private List<String> findings(String name) {
    return db.sql(
            "SELECT row_no || ' ' || rule_code FROM finding WHERE submission_id = :id"
                + " AND rule_code NOT IN ('MDM-001', 'INV-030', 'FMT-007') ORDER BY id")
        .param("id", idOf(name))
        .query(String.class)
        .list();
  }

  private static Acknowledgement drop(String name, String text) {
    return drop(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Acknowledgement drop(String name, byte[] bytes) {
    HUB.drop(FOLDER, name, bytes);
    return HUB.awaitAcknowledgement(FOLDER, name);
  }

  private static byte[] workbook(Object[][]... sheets) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (Object[][] cells : sheets) {
        Sheet sheet = book.createSheet();
        for (int i = 0; i < cells.length; i++) {
          fill(sheet.createRow(i), cells[i]);
        }
      }
      book.write(out);
      return out.toByteArray();
    }
  }

  private static void fill(Row row, Object[] cells) {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] instanceof Number number) {
        row.createCell(i).setCellValue(number.doubleValue());
      } else {
        row.createCell(i).setCellValue(cells[i].toString());
      }
    }
  }
}
