package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.junit.jupiter.api.Test;

/**
 * What a controller is shown of a count before he signs it: each line judged by itself, and why.
 */
class CountReviewIT extends ReconciliationScenario {
  private static final String DATE = "2025-09-30";

  private static Path file(String session) {
    return HUB.home()
        .resolve("reports/reconcile-stock/rapprochement-" + session + "-" + DATE + ".xlsx");
  }

  private static List<String> of(List<Map<String, String>> rows, String... columns) {
    return rows.stream()
        .map(row -> String.join(" ", Stream.of(columns).map(row::get).toList()))
        .toList();
  }

  @Test
  void aLotIsJudgedByItselfAndNotByItsArticle() throws IOException {
    take(
        "stock-movements",
        "rev-1m.csv",
        MOVEMENTS
            + """
            01/09/2025;OPENING;RVW-1;A;REVLOTS;100;10;O-RVW-1A
            01/09/2025;OPENING;RVW-1;B;REVLOTS;100;10;O-RVW-1B
            01/09/2025;OPENING;RVW-2;C;REVLOTS;50;10;O-RVW-2C
            """);
    take(
        "stock-counts",
        "rev-1c.csv",
        COUNTS
            + """
            30/09/2025;REVLOTS;RVW-1;A;80;;Ali;
            30/09/2025;REVLOTS;RVW-1;B;100;;Ali;
            30/09/2025;REVLOTS;RVW-1;Z;12,5;;Ali;
            """);
    reconcile(DATE);
    try (ReportWorkbook book = ReportWorkbook.open(file("INV-REVLOTS-20250930"))) {
      book.recalculated();
      assertThat(of(book.table("Écarts"), "Article et lot", "Dans la tolérance", "Validation"))
          .containsExactly(
              "RVW-1 / A Non Double",
              "RVW-1 / Z Non Double",
              "RVW-1 / B Oui Double",
              "RVW-2 / C  ");
      assertThat(book.figures("Synthèse"))
          .containsEntry("Lignes comptées", "3")
          .containsEntry("Lignes attendues", "3")
          .containsEntry("Lignes trouvées hors du livre", "1")
          .hasEntrySatisfying(
              "Exactitude (lignes dans la tolérance)",
              share -> assertThat(Double.parseDouble(share)).isEqualTo(1.0 / 3));
      quantitiesHaveAPointOnlyWithDecimals(book);
      XDDFChartData.Series bars =
          book.book()
              .getSheet("Synthèse")
              .getDrawingPatriarch()
              .getCharts()
              .get(0)
              .getChartSeries()
              .get(0)
              .getSeries(0);
      assertThat(bars.getCategoryData().getPointCount()).as("none of nothing").isEqualTo(2);
      assertThat(bars.getCategoryData().getPointAt(0)).hasToString("RVW-1 / A");
    }
  }

  private static void quantitiesHaveAPointOnlyWithDecimals(ReportWorkbook book) {
    XSSFRow headers = book.book().getSheet("Écarts").getRow(2);
    int counted = 0;
    while (!headers.getCell(counted).getStringCellValue().equals("Retenu")) {
      counted++;
    }
    XSSFRow whole = book.book().getSheet("Écarts").getRow(3);
    XSSFRow decimals = book.book().getSheet("Écarts").getRow(4);
    assertThat(whole.getCell(counted).getCellStyle().getDataFormatString()).isEqualTo("#,##0");
    assertThat(decimals.getCell(counted).getCellStyle().getDataFormatString())
        .isEqualTo("#,##0.0###");
  }

  /** Though it is less than anybody would have to approve. */
  @Test
  void theThirdShortCountRunningIsApprovedBySomebody() {
    opening("RVW-4", "REVSUITE", 10_000, 1);
    for (int n = 0; n < 3; n++) {
      String row = "%d/09/2025;REVSUITE;RVW-4;;%d;;Ali;%n".formatted(5 + 10 * n, 9995 - n);
      take("stock-counts", "rev-4-" + n + ".csv", COUNTS + row);
    }
    reconcile(DATE);
    assertThat(told("REVSUITE")).contains("CNT-015 RVW-4 3 Ali");
    assertThat(proposed("REVSUITE"))
        .containsExactlyInAnyOrder(
            "RVW-4 -5 -5 AUTO APPROVED INVENTORY_ADJUSTMENT",
            "RVW-4 -6 -6 AUTO APPROVED INVENTORY_ADJUSTMENT",
            "RVW-4 -7 -7 SINGLE PENDING");
    assertThat(count(2, "post", "INV-REVSUITE-20250925", "--by", "Zoé")).contains("à valider");
  }

  @Test
  void productionThatTheLedgerLacksIsNamedAndTakesNoApprovalAway() throws IOException {
    take(
        "production",
        "rev-of.csv",
        ProductionScenario.HEADER
            + """
            RVW-OF1;05/09/2025;RVW-P;RVW-PL;100;kg;;RVW-M;RVW-ML;300;kg
            RVW-OF2;06/09/2025;RVW-P2;RVW-PL2;50;kg;;RVW-M2;RVW-ML2;60;kg
            """);
    take(
        "stock-movements",
        "rev-ofm.csv",
        MOVEMENTS
            + """
            01/09/2025;RECEPTION;RVW-M;RVW-ML;REVFAB;1000;60;BR-RVW-1
            01/09/2025;RECEPTION;RVW-M2;RVW-ML2;REVFAB;1000;60;BR-RVW-2
            06/09/2025;PRODUCTION_OUT;RVW-M2;RVW-ML2;REVFAB;60;;REV OF2
            06/09/2025;PRODUCTION_IN;RVW-P2;RVW-PL2;REVFAB;50;90;REV OF2
            """);
    take(
        "stock-counts",
        "rev-ofc.csv",
        COUNTS
            + """
            30/09/2025;REVFAB;RVW-M;RVW-ML;690;;Ali;
            30/09/2025;REVFAB;RVW-P;RVW-PL;100;;Ali;
            30/09/2025;REVFAB;RVW-M2;RVW-ML2;900;;Ali;
            30/09/2025;REVFAB;RVW-P2;RVW-PL2;50;;Ali;
            """);
    reconcile(DATE);
    assertThat(told("REVFAB"))
        .contains("REC-001 RVW-M 310", "REC-002 RVW-P 100", "REC-001 RVW-M2 40")
        .filteredOn(one -> one.startsWith("CNT-025"))
        .containsExactly("CNT-025 RVW-M 300 RVW-OF1", "CNT-025 RVW-P 100 RVW-OF1");
    assertThat(proposed("REVFAB")).hasSize(3).allMatch(one -> one.contains("DOUBLE PENDING"));
    try (ReportWorkbook book = ReportWorkbook.open(file("INV-REVFAB-20250930"))) {
      assertThat(book.table("Rapprochement"))
          .filteredOn(row -> "RVW-M".equals(row.get("Code")))
          .singleElement()
          .satisfies(
              row ->
                  assertThat(row.get("Cause à vérifier"))
                      .isEqualTo(
                          "RVW-M : la production RVW-OF1 n'est pas dans les mouvements ;"
                              + " 300 de l'écart en viennent peut-être"));
    }
  }

  @Test
  void anotherUnitIsSuspectedWhereTheDifferenceIsSigned() throws IOException {
    take(
        "stock-movements",
        "rev-5m.csv",
        MOVEMENTS + "01/09/2025;OPENING;RVW-5;L1;REVCARTON;1200;10;O-RVW-5\n");
    db.sql(
            "INSERT INTO product_uom SELECT product_id, 'CTN', 12 FROM product"
                + " WHERE product_code = 'RVW-5'")
        .update();
    take("stock-counts", "rev-5c.csv", COUNTS + "30/09/2025;REVCARTON;RVW-5;L1;100;;Ali;\n");
    assertThat(rulesOf("rev-5c.csv")).contains("CNT-016");
    reconcile(DATE);
    assertThat(count(0, "show", "INV-REVCARTON-20250930"))
        .containsPattern("RVW-5 / L1 .* CNT-009, CNT-010, CNT-016, REC-001");
    try (ReportWorkbook book = ReportWorkbook.open(file("INV-REVCARTON-20250930"))) {
      assertThat(of(book.table("Écarts"), "Code", "Lot", "Règles"))
          .containsExactly("RVW-5 L1 CNT-009, CNT-010, CNT-016, REC-001");
      assertThat(of(book.table("Anomalies"), "Règle", "Code", "Lot")).contains("CNT-016 RVW-5 L1");
    }
  }

  @Test
  void whatNobodyHasToApproveTakesAReasonFromSomebodyWhoDidNotCount() {
    opening("RVW-6", "REVMOTIF", 10_000, 1);
    take("stock-counts", "rev-6c.csv", COUNTS + "30/09/2025;REVMOTIF;RVW-6;;9995;;Ali;\n");
    String session = "INV-REVMOTIF-20250930";
    reconcile(DATE);
    assertThat(count(2, reason(session, "Ali", "THEFT_SUSPECTED"))).contains("Ali a compté");
    count(0, reason(session, "Aya", "DAMAGE"));
    assertThat(count(0, reason(session, "Aya", "THEFT_SUSPECTED"))).contains("1 validation(s)");
    reconcile(DATE);
    assertThat(proposed("REVMOTIF")).containsExactly("RVW-6 -5 -5 AUTO APPROVED THEFT_SUSPECTED");
    count(0, "post", session, "--by", "Zoé");
    assertThat(proposed("REVMOTIF")).containsExactly("RVW-6 -5 -5 AUTO POSTED THEFT_SUSPECTED");
  }

  private static String[] reason(String session, String by, String reason) {
    return new String[] {"approve", session, "--by", by, "--product", "RVW-6", "--reason", reason};
  }

  /** A disk holds names of 255 bytes. */
  @Test
  void aSessionMayHaveALongNumber() throws IOException {
    String session = "REVLONG-" + "9".repeat(192);
    opening("RVW-7", "REVLONG", 10, 1);
    take(
        "stock-counts",
        "rev-7c.csv",
        "N° inventaire;Date inventaire;Dépôt;Code article;Quantité comptée;Compteur\n"
            + session
            + ";30/09/2025;REVLONG;RVW-7;10;Ali\n");
    reconcile(DATE);
    try (Stream<Path> files = Files.list(HUB.home().resolve("reports/reconcile-stock"))) {
      assertThat(files.map(path -> String.valueOf(path.getFileName())))
          .filteredOn(name -> name.startsWith("rapprochement-REVLONG-9"))
          .singleElement()
          .asString()
          .matches("rapprochement-REVLONG-9{103}-[0-9a-f]{8}-2025-09-30\\.xlsx");
    }
    count(0, "post", session, "--by", "Aya");
  }
}
