package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hub that is killed in the midst of a job; the next one takes the run over by itself. */
class JobCrashIT extends DyingHub {
  private static final String EACH_SECOND = "-Dhub.jobs.cron=* * * * * ?";

  private static final String SOON = "-Dhub.jobs.start-delay=3000";

  private static final String YAML =
      """
      job: try-crash
      title: {fr: Essai de test, en: Trial of a test}
      limit: PT5M
      steps:
        - {step: first, statement: first.sql}
        - {step: second, statement: second.sql}
      """;

  private static final String DUE =
      """
      job: %s
      title: {fr: Essai de test, en: Trial of a test}
      schedule: {cron: "0 0 0 * * ?", missed: %s}
      limit: PT1M
      steps:
        - {step: only, statement: only.sql}
      """;

  /** They would be due as well, and need more than this machine may have. */
  private static final String UNSCHEDULED =
      "job: %s\ntitle: {fr: Sans horaire, en: Unscheduled}\nlimit: PT1M\n";

  /**
   * Midnight was missed by both; whichever looks first makes up for it, and one of them runs it.
   */
  @Test
  void ofTwoHubsOneRunsWhatIsDue() throws Exception {
    HubFolder other = new HubFolder(Files.createDirectories(folder.resolve("other")).toRealPath());
    for (HubFolder home : new HubFolder[] {hub, other}) {
      for (String ours : new String[] {"backup-nightly", "restore-drill"}) {
        Path job = Files.createDirectories(home.home().resolve("batch-jobs/" + ours));
        Files.writeString(job.resolve("job.yaml"), UNSCHEDULED.formatted(ours));
      }
      for (String missed : new String[] {"last", "none"}) {
        Path job = Files.createDirectories(home.home().resolve("batch-jobs/try-" + missed));
        Files.writeString(
            job.resolve("only.sql"), "INSERT INTO job_probe VALUES ('" + missed + "')");
        Files.writeString(job.resolve("job.yaml"), DUE.formatted("try-" + missed, missed));
      }
    }
    try (HubProcess first = start(EACH_SECOND, SOON).awaitReady()) {
      JdbcClient db = first.database(hub);
      db.sql("CREATE TABLE job_probe (word text)").update();
      try (HubProcess second =
          HubProcess.warm(
                  other,
                  EACH_SECOND,
                  SOON,
                  "-Dspring.datasource.url=" + first.databaseUrl(),
                  "-Dspring.datasource.username=hub",
                  "-Dspring.datasource.password=" + hub.databasePassword())
              .awaitReady()) {
        db.sql("UPDATE flyway_schema_history SET installed_on = '2026-01-01'").update();
        await()
            .atMost(Duration.ofMinutes(1))
            .until(
                () ->
                    db.sql("SELECT count(*) FROM job_run WHERE status = 'COMPLETED'")
                        .query(Integer.class)
                        .single(),
                ended -> ended >= 1);
        assertThat(second.output()).doesNotContain("ERROR");
      }
      assertThat(db.sql("SELECT DISTINCT wanted_by FROM job_run").query(String.class).list())
          .containsExactly("schedule");
      assertThat(
              db.sql("SELECT count(*) FROM job_run WHERE job = 'try-last'")
                  .query(Integer.class)
                  .single())
          .isEqualTo(1);
      await()
          .until(
              () -> db.sql("SELECT word FROM job_probe").query(String.class).list(),
              l -> !l.isEmpty());
      assertThat(db.sql("SELECT word FROM job_probe").query(String.class).list())
          .containsExactly("last");
    }
  }

  @Test
  void aRunGoesOnAtTheStepWhereItsNodeDied() throws Exception {
    Path job = Files.createDirectories(hub.home().resolve("batch-jobs/try-crash"));
    Files.writeString(job.resolve("first.sql"), "INSERT INTO job_probe VALUES ('first')");
    Files.writeString(
        job.resolve("second.sql"),
        "INSERT INTO job_probe SELECT 'second' FROM pg_sleep("
            + "(SELECT CASE WHEN count(*) > 0 THEN 300 ELSE 0 END FROM job_probe WHERE word = 'slow'))");
    Files.writeString(job.resolve("job.yaml"), YAML);
    try (HubProcess dying = start().awaitReady()) {
      JdbcClient db = dying.database(hub);
      db.sql("CREATE TABLE job_probe (word text)").update();
      db.sql("INSERT INTO job_probe VALUES ('slow')").update();
      db.sql(
              "INSERT INTO job_run (job, business_date, wanted_by)"
                  + " VALUES ('try-crash', '2026-11-02', 'test')")
          .update();
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () ->
                  db.sql(
                          "SELECT count(*) FROM batch_step_execution"
                              + " WHERE step_name = 'second' AND status = 'STARTED'")
                      .query(Integer.class)
                      .single(),
              steps -> steps == 1);
      db.sql("DELETE FROM job_probe WHERE word = 'slow'").update();
      dying.kill();
    }
    try (HubProcess last =
        start("-Dhub.watch.cron=* * * * * ?", "-Dhub.watch.start-delay=1000").awaitReady()) {
      JdbcClient db = last.database(hub);
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () -> db.sql("SELECT status FROM job_run").query(String.class).single(),
              "COMPLETED"::equals);
      assertThat(db.sql("SELECT word FROM job_probe ORDER BY 1").query(String.class).list())
          .containsExactly("first", "second");
      assertThat(db.sql("SELECT recoveries FROM job_run").query(Integer.class).single())
          .isEqualTo(1);
      assertThat(
              db.sql("SELECT sentence FROM incident WHERE kind = 'JOB'").query(String.class).list())
          .singleElement()
          .asString()
          .startsWith("Le hub s'est arrêté pendant le traitement try-crash du 02/11/2026");
      // as one whose hub is lost with its machine
      db.sql("UPDATE incident SET closed_at = NULL, closed_because = NULL, node = 'gone'").update();
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () ->
                  db.sql("SELECT count(*) FROM incident WHERE closed_at IS NULL")
                      .query(Integer.class)
                      .single(),
              open -> open == 0);
    }
  }
}
