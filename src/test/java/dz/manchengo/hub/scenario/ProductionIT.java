package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batch records through the drop folder, and what is said of them. */
class ProductionIT extends ProductionScenario {
  private static final Path SAMPLES = Path.of("src/test/resources/samples");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "accounting.production, deux-of.csv,         3, 2, 3, 3",
    "accounting.production, journal-erp.csv,     2, 2, 2, 3",
    "accounting.production, deux-feuilles.xlsx,  5, 2, 2, 3",
    "accounting.production, trois-feuilles.xlsx, 6, 2, 2, 2",
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

  @Test
  void theLaboratorysResultsBecomeTestsToo() {
    drop(
        "labo.csv",
        """
        N° OF;Date;Produit;Qté produite;Lait (L);Humidité (%);MG/ES;Taux de sel
        LAB-1;12/10/2026;Brie LAB;10;100;44,5;48,2;1,6
        LAB-2;12/10/2026;Brie LAB;10;100;144,5;48;1,6
        """);
    assertThat(
            db.sql(
                    "SELECT parameter || ' ' || trim_scale(value_num) || ' ' || verdict"
                        + " FROM quality_test t JOIN production_batch b USING (batch_id)"
                        + " WHERE batch_no LIKE 'LAB-%' ORDER BY parameter")
                .query(String.class)
                .list())
        .containsExactly("HUMIDITE 44.5 INFO", "MG/ES 48.2 INFO", "SEL 1.6 INFO");
    assertThat(findings("labo.csv")).contains("3 PRD-013");
  }

  @Test
  void consumptionThatComesAloneIsAskedToComeWithItsOrders() {
    drop("conso.csv", "N° OF;Code MP;Lot MP;Qté consommée\nCS-1;MP-1;L-1;400\n");
    assertThat(findings("conso.csv")).containsExactly("1 FIL-014");
    assertThat(text("SELECT message FROM finding WHERE submission_id = " + idOf("conso.csv")))
        .contains("dans un même ZIP");
  }

  private int rowsOf(String table, String name) {
    return number("SELECT count(*) FROM " + table + " WHERE submission_id = " + idOf(name));
  }

  private String text(String sql) {
    return db.sql(sql).query(String.class).single();
  }
}
