package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What a reconciliation wants counted again goes out on blind sheets, and comes back as a pass. */
class RecountSheetsIT extends ReconciliationScenario {
  private static final int HEADER = 2;
  private static final int QUANTITY = 11;

  @Test
  void onlyWhatDiffersIsAskedForAgainAndSomebodyElseAnswers() throws IOException {
    take(
        "stock-movements",
        "recompte-m.csv",
        MOVEMENTS
            + """
            01/06/2026;OPENING;RPT-1;L1;RECOMPTE;100;500;RPT-O1
            01/06/2026;OPENING;RPT-1;L2;RECOMPTE;50;500;RPT-O2
            01/06/2026;OPENING;RPT-2;;RECOMPTE;30;500;RPT-O3
            """);
    take(
        "stock-counts",
        "recompte-c.csv",
        COUNTS
            + """
            30/06/2026;RECOMPTE;RPT-1;L1;80;;Ali;
            30/06/2026;RECOMPTE;RPT-1;L2;50;;Ali;
            30/06/2026;RECOMPTE;RPT-2;;30;;Ali;
            """);
    reconcile("2026-06-30");
    assertThat(told("RECOMPTE")).contains("CNT-009 RPT-1 L1 -20");

    Path sheet = sheetOf("2026-07-01");
    assertThat(asked(sheet)).containsExactly("RPT-1 L1");
    HUB.drop("stock-counts", "recompte-ali.xlsx", filled(sheet, "Ali", 99));
    assertThat(HUB.awaitAcknowledgement("stock-counts", "recompte-ali.xlsx").status())
        .as("by whoever counted")
        .isEqualTo("REJECTED");
    HUB.drop("stock-counts", "recompte-aya.xlsx", filled(sheet, "Aya", 99));
    assertThat(HUB.awaitAcknowledgement("stock-counts", "recompte-aya.xlsx").status())
        .isEqualTo("POSTED");
    assertThat(rulesOf("recompte-ali.xlsx")).contains("CNT-011");

    Files.delete(sheet);
    complete("recount-sheets", "2026-07-01");
    assertThat(sheets()).as("it is counted").isEmpty();
    reconcile("2026-06-30");
    assertThat(told("RECOMPTE")).contains("CNT-009 RPT-1 L1 -1");
    assertThat(asked(sheetOf("2026-07-02"))).as("two that differ need a third").hasSize(1);
  }

  @Test
  void anArticleIsCountedAgainBecauseSomebodyWantsIt() throws IOException {
    take(
        "stock-movements",
        "recompte-d.csv",
        MOVEMENTS + "01/06/2026;OPENING;RPD-1;;RPDEMANDE;30;500;RPD-O1\n");
    take("stock-counts", "recompte-dc.csv", COUNTS + "30/06/2026;RPDEMANDE;RPD-1;;30;;Ali;\n");
    LocalDate day = LocalDate.of(2026, 7, 5);
    ended(jobs.want("recount-sheets", Optional.of(day), Map.of("product", "rpd-1"), true, "test"));
    Path sheet =
        HUB.home()
            .resolve(
                "reports/recount-sheets/recomptage-INV-RPDEMANDE-20260630-2026-07-05-RPD-1.xlsx");
    assertThat(asked(sheet)).containsExactly("RPD-1 null");

    take("stock-counts", "recompte-dd.csv", COUNTS + "30/06/2026;RPAUTRE;RPD-1;;3;;Ali;\n");
    Map<String, String> there = Map.of("product", "RPD-1", "session", "inv rpautre 20260630");
    ended(jobs.want("recount-sheets", Optional.of(day.plusDays(1)), there, true, "test"));
    String other = sheet.getFileName().toString().replace("07-05", "07-06");
    assertThat(sheet.resolveSibling(other.replace("RPDEMANDE", "RPAUTRE"))).exists();
    assertThat(sheet.resolveSibling(other)).as("asked for in another session").doesNotExist();
  }

  private Path sheetOf(String day) throws IOException {
    complete("recount-sheets", day);
    return sheets().stream()
        .filter(file -> file.toString().endsWith("-" + day + ".xlsx"))
        .findFirst()
        .orElseThrow();
  }

  private static List<Path> sheets() throws IOException {
    try (Stream<Path> files = Files.list(HUB.home().resolve("reports/recount-sheets"))) {
      return files.filter(file -> file.toString().contains("RECOMPTE")).toList();
    }
  }

  private static List<String> asked(Path sheet) throws IOException {
    List<String> asked = new ArrayList<>();
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(sheet))) {
      for (Row row : book.getSheetAt(0)) {
        if (row.getRowNum() > HEADER) {
          asked.add(row.getCell(4) + " " + row.getCell(6));
          assertThat(row.getCell(QUANTITY).toString()).as("blind").isEmpty();
        }
      }
    }
    return asked;
  }

  private static byte[] filled(Path sheet, String by, double quantity) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(sheet));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet first = book.getSheetAt(0);
      first.getRow(HEADER + 1).getCell(QUANTITY).setCellValue(quantity);
      first.getRow(HEADER + 1).getCell(QUANTITY + 2).setCellValue(by);
      book.write(out);
      return out.toByteArray();
    }
  }
}
