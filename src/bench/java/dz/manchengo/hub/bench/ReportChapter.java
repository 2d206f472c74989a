package dz.manchengo.hub.bench;

import static dz.manchengo.hub.bench.Bench.OUT;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A report of twenty columns by the hub at {@code -Xmx256m}, beside POI's streaming writer with the
 * same cells alone and beside the query alone.
 */
record ReportChapter(Path folder, int rows, int runs) {
  private static final int COLUMNS = 20;

  /** Rows that POI keeps in memory, as the hub has it. */
  private static final int WINDOW = 100;

  private static final int FETCH = 1_000;
  private static final String JOB = "report-bench";

  void run() throws Exception {
    List<Run> poi = new ArrayList<>();
    List<Run> query = new ArrayList<>();
    List<Double> hub = new ArrayList<>();
    try (HubJar jar = HubJar.start("256m")) {
      fill(jar.database());
      writeJob(jar.home());
      for (int i = 0; i < runs; i++) {
        jar.database().checkpoint();
        poi.add(said("POI, cells alone", Run.of(jar, this::alone)));
        query.add(said("query alone", Run.of(jar, () -> fetch(jar.database()))));
        Run command = Run.of(jar, () -> jar.command("job", JOB, "--again"));
        double step = step(jar.database());
        OUT.printf("%-20s %.1f s (the command %.1f s)%n", "hub's step", step, command.seconds());
        hub.add(step);
      }
      double limit = Run.median(poi).seconds();
      double own = hub.stream().sorted().toList().get((hub.size() - 1) / 2);
      double asked = Run.median(query).seconds();
      OUT.printf(
          "%,d rows of %d columns: hub without its query = %.2f x POI (bar 1.5); with it %.2f x%n",
          rows, COLUMNS, (own - asked) / limit, own / limit);
      OUT.printf("peak memory of the hub at -Xmx256m: %d MB%n", jar.peakMegabytes());
    }
  }

  private static Run said(String what, Run run) {
    OUT.printf("%-20s %s%n", what, run);
    return run;
  }

  /** Five columns each of texts, dates, quantities and amounts. */
  private void fill(Database database) throws Exception {
    StringBuilder columns = new StringBuilder();
    for (int c = 0; c < COLUMNS; c++) {
      String value =
          switch (c % 4) {
            case 0 -> "'Texte " + c + " ' || n % 5000";
            case 1 -> "date '2026-01-01' + (n + " + c + ") % 365";
            case 2 -> "(n * 7 % 100000 / 1000.0 + " + c + ")::numeric(14, 4)";
            default -> "(n * 13 % 10000000 / 100.0)::numeric(14, 2)";
          };
      columns.append(c == 0 ? "" : ", ").append(value).append(" AS c").append(c);
    }
    database.run(
        "hub",
        "CREATE TABLE bench_report AS SELECT "
            + columns
            + " FROM generate_series(1, "
            + rows
            + ") n",
        "ANALYZE bench_report");
  }

  private static void writeJob(Path home) throws IOException {
    Path job = Files.createDirectories(home.resolve("batch-jobs/" + JOB));
    Files.writeString(
        job.resolve("job.yaml"),
        "job: " + JOB + "\ntitle: {fr: Banc, en: Bench}\nlimit: PT30M\n");
    Files.writeString(job.resolve("rows.sql"), "SELECT * FROM bench_report");
    StringBuilder sheets =
        new StringBuilder(
            """
            file: {fr: banc, en: bench}
            sheets:
              - id: rows
                title: {fr: Lignes, en: Rows}
                query: rows.sql
                columns:
            """);
    for (int c = 0; c < COLUMNS; c++) {
      String type = List.of("text", "date", "quantity", "amount").get(c % 4);
      sheets.append(
          "      - {column: c%1$d, title: {fr: C%1$d, en: C%1$d}, type: %2$s}%n"
              .formatted(c, type));
    }
    Files.writeString(job.resolve("sheets.yaml"), sheets);
  }

  private void alone() throws IOException {
    Path file = folder.resolve("poi.xlsx");
    try (SXSSFWorkbook book = new SXSSFWorkbook(WINDOW);
        OutputStream out = Files.newOutputStream(file)) {
      CellStyle[] styles = new CellStyle[4];
      String[] formats = {"General", "dd/mm/yyyy", "#,##0.###", "#,##0.00"};
      for (int i = 0; i < styles.length; i++) {
        styles[i] = book.createCellStyle();
        styles[i].setDataFormat(book.createDataFormat().getFormat(formats[i]));
      }
      SXSSFSheet sheet = book.createSheet("Lignes");
      LocalDate first = LocalDate.of(2026, 1, 1);
      for (int n = 1; n <= rows; n++) {
        Row row = sheet.createRow(n);
        for (int c = 0; c < COLUMNS; c++) {
          Cell cell = row.createCell(c);
          cell.setCellStyle(styles[c % 4]);
          switch (c % 4) {
            case 0 -> cell.setCellValue("Texte " + c + " " + n % 5000);
            case 1 -> cell.setCellValue(first.plusDays((n + c) % 365));
            case 2 -> cell.setCellValue(n * 7L % 100_000 / 1000.0 + c);
            default -> cell.setCellValue(n * 13L % 10_000_000 / 100.0);
          }
        }
      }
      book.write(out);
    }
    Files.delete(file);
  }

  /** As the report asks: by a cursor, every value taken. */
  private static void fetch(Database database) throws Exception {
    try (Connection connection = database.connect("hub")) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.setFetchSize(FETCH);
        try (ResultSet result = statement.executeQuery("SELECT * FROM bench_report")) {
          while (result.next()) {
            for (int c = 1; c <= COLUMNS; c++) {
              result.getObject(c);
            }
          }
        }
      }
    }
  }

  private static double step(Database database) throws Exception {
    return Double.parseDouble(
        database
            .list(
                "hub",
                """
                SELECT extract(epoch FROM end_time - start_time)::numeric
                FROM batch_step_execution WHERE step_name = 'workbook'
                ORDER BY step_execution_id DESC LIMIT 1
                """)
            .get(0));
  }
}
