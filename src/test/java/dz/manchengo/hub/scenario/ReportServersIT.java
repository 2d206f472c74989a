package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.SftpScenario.PATIENCE;
import static dz.manchengo.hub.scenario.SftpScenario.door;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Workbooks of jobs on servers, until they are there. */
class ReportServersIT extends ReportScenario {
  /** One figure; the job's name goes into that of the file. */
  static final String SHEETS =
      """
      file: {fr: "%1$s-{businessDate}", en: "%1$s"}
      sheets:
        - id: rows
          title: {fr: Lignes, en: Rows}
          query: rows.sql
          columns: [{column: n, title: {fr: N, en: N}, type: integer}]
      """;

  private String run(String job, String servers, int n) throws IOException {
    return run(job, "servers: [" + servers + "]", SHEETS.formatted(job), "SELECT " + n + " AS n");
  }

  private static double n(Path file) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
      return book.getSheet("Lignes").getRow(3).getCell(0).getNumericCellValue();
    }
  }

  @Test
  void aWorkbookIsBroughtToEachServerAndAgainWhereItIsMadeAgain() throws IOException {
    assertThat(run("report-brought", "acme, banque", 7)).isEqualTo("COMPLETED");
    Path acme = SERVER.file("rapports/report-brought-2026-02-01.xlsx");
    Path bank = SERVER.file("banque/report-brought-2026-02-01.xlsx");
    await().atMost(PATIENCE).until(() -> Files.exists(acme) && Files.exists(bank));
    assertThat(n(acme)).isEqualTo(7);
    assertThat(run("report-brought", "acme, banque", 8)).isEqualTo("COMPLETED");
    await().atMost(PATIENCE).ignoreExceptions().until(() -> n(bank) == 8 && n(acme) == 8);
    assertThat(SERVER.names("rapports")).noneMatch(name -> name.endsWith(".part"));
    assertThat(number("SELECT count(*) FROM sftp_report WHERE job = 'report-brought'"))
        .isEqualTo(4);
    await().atMost(PATIENCE).until(() -> door(db, "banque").get("last_polled_at") != null);
  }

  @Test
  void aServerThatIsNotSetFailsTheRun() throws IOException {
    assertThat(run("report-nowhere", "personne", 1)).contains("« personne »");
    assertThat(run("report-no-folder", "beta", 1)).contains("reports-folder");
    assertThat(HUB.home().resolve("reports/report-nowhere/report-nowhere-2026-02-01.xlsx"))
        .exists();
  }
}
