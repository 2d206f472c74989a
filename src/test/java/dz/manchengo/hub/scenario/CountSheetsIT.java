package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.jobs.JobRuns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A blind sheet goes out, is filled in, and comes back as a count. */
class CountSheetsIT extends InProcessHub {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  private static final int QUANTITY = 9;
  private static final short YELLOW = IndexedColors.LIGHT_YELLOW.getIndex();

  @Autowired JobRuns jobs;

  @Test
  void whatAWarehouseHoldsIsAskedForAndTheFilledSheetIsACount() throws IOException {
    HUB.drop(
        "stock-movements",
        "feuilles-mvt.csv",
        """
        Date;Type;Origine;Code;Produit;N° lot;Dépôt;Quantité;Unité;Référence
        10/03/2026;IN;RECEPTION;FEU-1;Lait FEU;FEU-L1;FEUDEP;250,5;kg;FEU-R1
        10/03/2026;IN;RECEPTION;FEU-1;Lait FEU;FEU-L2;FEUDEP;100;kg;FEU-R2
        10/03/2026;IN;RECEPTION;FEU-2;Sel FEU;;FEUDEP;40;kg;FEU-R3
        11/03/2026;IN;RECEPTION;FEU-3;Présure FEU;;FEUDEP;5;kg;FEU-R4
        12/03/2026;OUT;VENTE;FEU-3;Présure FEU;;FEUDEP;5;kg;FEU-V1
        10/04/2026;IN;RECEPTION;FEU-4;Ferment FEU;;FEUDEP;7;kg;FEU-R5
        """
            .getBytes(UTF_8));
    assertThat(HUB.awaitAcknowledgement("stock-movements", "feuilles-mvt.csv").status())
        .isEqualTo("POSTED");
    HUB.drop(
        "products",
        "feuilles-articles.csv",
        """
        Code article;Désignation;Type;Unité;TVA;Poids variable
        FEU-1;Lait FEU;MP;kg;19;oui
        FEU-2;Sel FEU;MP;kg;19;non
        """
            .getBytes(UTF_8));
    assertThat(HUB.awaitAcknowledgement("products", "feuilles-articles.csv").status())
        .isEqualTo("POSTED");
    long run = jobs.want("count-sheets", Optional.of(DAY), Map.of(), true, "test");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> state(run), state -> !List.of("WANTED", "RUNNING").contains(state));
    assertThat(state(run)).isEqualTo("COMPLETED");

    Path sheet = HUB.home().resolve("reports/count-sheets/inventaire-FEUDEP-2026-03-31.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(sheet))) {
      XSSFSheet count = book.getSheetAt(0);
      List<String> asked = new ArrayList<>();
      for (Row row : count) {
        if (row.getRowNum() > 2) {
          asked.add(text(row.getCell(3)) + " " + text(row.getCell(5)));
          assertThat(row.getCell(QUANTITY).toString()).as("blind").isEmpty();
          assertThat(row.getCell(QUANTITY).getCellStyle().getFillPattern())
              .isEqualTo(FillPatternType.SOLID_FOREGROUND);
        }
      }
      assertThat(colour(count.getRow(3))).as("weighed and counted").isEqualTo(YELLOW);
      assertThat(colour(count.getRow(5))).as("weighed only").isNotEqualTo(YELLOW);
      assertThat(colour(count.getRow(7))).as("whatever is found").isEqualTo(YELLOW);
      assertThat(asked).hasSize(13).startsWith("FEU-1 FEU-L1", "FEU-1 FEU-L2", "FEU-2 ", " ");
      count.getRow(3).getCell(QUANTITY).setCellValue(250);
      count.getRow(3).getCell(QUANTITY + 1).setCellValue(31);
      count.getRow(5).getCell(QUANTITY).setCellValue(0);
      for (Row row : count) {
        if (row.getRowNum() > 2) {
          row.getCell(QUANTITY + 2).setCellValue("Aya");
        }
      }
      Row found = count.getRow(6);
      found.createCell(3).setCellValue("FEU-4");
      found.createCell(QUANTITY).setCellValue(2);
      ByteArrayOutputStream filled = new ByteArrayOutputStream();
      book.write(filled);
      HUB.drop("stock-counts", "feuilles-retour.xlsx", filled.toByteArray());
    }
    Acknowledgement answer = HUB.awaitAcknowledgement("stock-counts", "feuilles-retour.xlsx");

    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(rulesOf("feuilles-retour.xlsx")).contains("CNT-002");
    assertThat(
            db.sql(
                    """
                    SELECT s.session_no || ' ' || p.product_code || ' ' || coalesce(o.lot_code, '-') || ' ' || e.qty::float8
                           || coalesce('/' || trim_scale(e.pieces), '') || ' ' || e.counted_by
                    FROM count_session s JOIN count_line l USING (session_id) JOIN count_entry e USING (line_id)
                    JOIN product p USING (product_id) LEFT JOIN lot o USING (lot_id)
                    WHERE p.product_code LIKE 'FEU-%' ORDER BY 1""")
                .query(String.class)
                .list())
        .containsExactly(
            "INV-FEUDEP-20260331 FEU-1 FEU-L1 250/31 Aya",
            "INV-FEUDEP-20260331 FEU-2 - 0 Aya",
            "INV-FEUDEP-20260331 FEU-4 - 2 Aya");
  }

  private static short colour(Row row) {
    return row.getCell(QUANTITY + 1).getCellStyle().getFillForegroundColor();
  }

  private static String text(@Nullable Cell cell) {
    return cell == null ? "" : cell.toString();
  }

  private String state(long run) {
    return db.sql("SELECT coalesce(failure, status) FROM job_run WHERE id = :id")
        .param("id", run)
        .query(String.class)
        .single();
  }
}
