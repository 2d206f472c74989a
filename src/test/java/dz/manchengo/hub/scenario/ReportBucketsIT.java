package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Workbooks of jobs in buckets, until they are there. */
class ReportBucketsIT extends ReportScenario {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @AfterEach
  void noHarm() {
    BUCKET.is(MoodyBucket.Mood.GOOD);
  }

  private String run(String job, String bucket, int n) throws IOException {
    return run(
        job,
        "buckets: [" + bucket + "]",
        ReportServersIT.SHEETS.formatted(job),
        "SELECT " + n + " AS n");
  }

  private static double n(String key) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(BUCKET.bytes(key)))) {
      return book.getSheet("Lignes").getRow(3).getCell(0).getNumericCellValue();
    }
  }

  private String state(String job) {
    return db.sql(
            """
            SELECT (sent_at IS NOT NULL) || ' ' || coalesce(failure, '') FROM bucket_report
            WHERE job = :job ORDER BY id DESC LIMIT 1
            """)
        .param("job", job)
        .query(String.class)
        .single();
  }

  private @Nullable Object trouble() {
    return db.sql("SELECT failure FROM v_door WHERE kind = 'BUCKET' AND name = 'bucket:office'")
        .query()
        .singleRow()
        .get("failure");
  }

  @Test
  void aWorkbookIsBroughtToItsBucketAndAgainWhereItIsMadeAgain() throws IOException {
    String key = "hub/report-kept/report-kept-2026-02-01.xlsx";
    assertThat(run("report-kept", "office", 7)).isEqualTo("COMPLETED");
    await().atMost(PATIENCE).until(() -> BUCKET.keys().contains(key));
    assertThat(n(key)).isEqualTo(7);
    assertThat(run("report-kept", "office", 8)).isEqualTo("COMPLETED");
    await().atMost(PATIENCE).until(() -> n(key) == 8);
    await().atMost(PATIENCE).until(() -> state("report-kept").equals("true "));
    await().atMost(PATIENCE).until(() -> trouble() == null);
  }

  @Test
  void whatABucketRefusesIsBroughtLater() throws IOException {
    BUCKET.is(MoodyBucket.Mood.BUSY_WRITING);
    assertThat(run("report-later", "office", 9)).isEqualTo("COMPLETED");
    await().atMost(PATIENCE).until(() -> trouble() != null);
    assertThat(state("report-later"))
        .startsWith("false ")
        .contains("Please reduce your request rate. (503 SlowDown)");
    BUCKET.is(MoodyBucket.Mood.GOOD);
    await().atMost(PATIENCE).until(() -> state("report-later").equals("true "));
    assertThat(n("hub/report-later/report-later-2026-02-01.xlsx")).isEqualTo(9);
    await().atMost(PATIENCE).until(() -> trouble() == null);
  }

  @Test
  void aBucketThatIsNotSetFailsTheRun() throws IOException {
    assertThat(run("report-bucketless", "nowhere", 1)).contains("« nowhere »");
  }
}
