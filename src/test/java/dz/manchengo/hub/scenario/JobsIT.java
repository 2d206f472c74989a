package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Jobs as the house runs them: by the API, by the command, once for each business date. */
class JobsIT extends ApiScenario {
  private static final String YAML =
      """
      job: %s
      title: {fr: Essai de test, en: Trial of a test}
      limit: %s
      steps:
        - {step: first, statement: first.sql}
        - {step: second, statement: second.sql%s}
      """;

  private static final AtomicReference<String> HOUSE = new AtomicReference<>();

  /** One for all tests: a client has two keys at most. */
  private static String house() {
    return HOUSE.updateAndGet(
        known -> known == null ? key("jobs house", "jobs:run,jobs:read") : known);
  }

  private void define(String job, String limit, String portion, String first, String second)
      throws IOException {
    Path folder = Files.createDirectories(HUB.home().resolve("batch-jobs").resolve(job));
    Files.writeString(folder.resolve("first.sql"), first);
    Files.writeString(folder.resolve("second.sql"), second);
    Files.writeString(folder.resolve("job.yaml"), YAML.formatted(job, limit, portion));
    db.sql("CREATE TABLE IF NOT EXISTS job_probe (job text PRIMARY KEY, n int NOT NULL)").update();
  }

  private JsonNode begun(String job, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer = post("/api/v1/jobs/" + job + "/runs", house(), body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return json(answer);
  }

  private JsonNode awaited(String job, String id, String status) {
    return await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> json(get("/api/v1/jobs/" + job + "/runs/" + id, house())),
            run -> run.path("status").asText().equals(status));
  }

  @Test
  void housekeepingForgetsWhatEndedLongAgo() throws IOException, InterruptedException {
    db.sql(
            """
            WITH i AS (INSERT INTO batch_job_instance VALUES (900001, 0, 'old', 'old') RETURNING 1),
            e AS (INSERT INTO batch_job_execution (job_execution_id, version, job_instance_id, create_time, end_time, status)
              SELECT 900001, 0, 900001, '2020-01-01', '2020-01-01', 'COMPLETED' FROM i RETURNING 1)
            INSERT INTO batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time, status)
            SELECT 900001, 0, 'old', 900001, '2020-01-01', 'COMPLETED' FROM e
            """)
        .update();
    JsonNode jobs = json(get("/api/v1/jobs", house())).path("items");
    assertThat(jobs.findValuesAsText("job")).contains("housekeeping");

    JsonNode run = begun("housekeeping", "{\"businessDate\": \"2026-11-04\", \"again\": true}");
    JsonNode done = awaited("housekeeping", run.path("id").asText(), "COMPLETED");
    assertThat(done.path("steps")).hasSize(5);
    assertThat(done.path("rowsWritten").asInt()).isGreaterThanOrEqualTo(3);
    assertThat(done.path("wantedBy").asText()).isEqualTo("api:jobs house");
    assertThat(number("SELECT count(*) FROM batch_job_instance WHERE job_name = 'old'")).isZero();
    assertThat(get("/api/v1/jobs", house()).body())
        .contains("\"lastRun\":{\"id\":\"" + run.path("id").asText() + "\"");
  }

  @Test
  void aDateHasOneRunAndAnotherOneOnlyIfWanted() throws IOException, InterruptedException {
    define(
        "try-once",
        "PT1M",
        "",
        "INSERT INTO job_probe VALUES ('once', 1)",
        "UPDATE job_probe SET n = n + 1 WHERE job = 'once'");
    String body = "{\"businessDate\": \"2026-11-02\"}";
    String id = begun("try-once", body).path("id").asText();
    awaited("try-once", id, "COMPLETED");

    HttpResponse<String> same = post("/api/v1/jobs/try-once/runs", house(), body);
    assertThat(same.statusCode()).isEqualTo(200);
    assertThat(json(same).path("id").asText()).isEqualTo(id);
    assertThat(number("SELECT n FROM job_probe WHERE job = 'once'")).isEqualTo(2);

    db.sql("DELETE FROM job_probe WHERE job = 'once'").update();
    JsonNode again = begun("try-once", "{\"businessDate\": \"2026-11-02\", \"again\": true}");
    assertThat(again.path("attempt").asInt()).isEqualTo(2);
    JsonNode second = awaited("try-once", again.path("id").asText(), "COMPLETED");
    assertThat(second.path("steps")).hasSize(2);
    JsonNode runs = json(get("/api/v1/jobs/try-once/runs?limit=1", house()));
    assertThat(runs.path("items").path(0).path("id")).isEqualTo(again.path("id"));
    assertThat(runs.path("hasMore").asBoolean()).isTrue();
    assertThat(
            json(get(
                    "/api/v1/jobs/try-once/runs?cursor=" + runs.path("nextCursor").asText(),
                    house()))
                .path("items")
                .path(0)
                .path("id")
                .asText())
        .isEqualTo(id);
  }

  @Test
  void whatIsNoRunIsTold() throws IOException, InterruptedException {
    problem(post("/api/v1/jobs/nothing/runs", house(), "{}"), 404, "not-found");
    problem(get("/api/v1/jobs/housekeeping/runs/999999", house()), 404, "not-found");
    String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
    problem(
        post("/api/v1/jobs/housekeeping/runs", house(), "{\"businessDate\": \"" + tomorrow + "\"}"),
        422,
        "invalid");
    problem(
        post("/api/v1/jobs/housekeeping/runs", house(), "{\"businessDate\": \"hier\"}"),
        422,
        "invalid");
    String partner = key("jobs partner", "orders:read", "--tenant", "jobs-tenant");
    problem(get("/api/v1/jobs", partner), 403, "missing-scope");
  }

  @Test
  void whatFailedGoesOnWhereItStopped() throws IOException, InterruptedException {
    define(
        "try-fail",
        "PT1M",
        "",
        "INSERT INTO job_probe VALUES ('fail', 1)",
        "UPDATE job_probe SET n = n / 0 WHERE job = 'fail'");
    String id = begun("try-fail", "{}").path("id").asText();
    JsonNode failed = awaited("try-fail", id, "FAILED");
    assertThat(failed.path("failure").asText()).contains("division by zero");
    awaitIncidents("try-fail", 1);

    Files.writeString(
        HUB.home().resolve("batch-jobs/try-fail/second.sql"),
        "UPDATE job_probe SET n = n + 1 WHERE job = 'fail'");
    HttpResponse<String> restarted =
        post("/api/v1/jobs/try-fail/runs/" + id + "/restart", house(), "");
    assertThat(restarted.statusCode()).as(restarted.body()).isEqualTo(202);
    JsonNode done = awaited("try-fail", id, "COMPLETED");
    assertThat(done.has("failure")).isFalse();
    assertThat(number("SELECT n FROM job_probe WHERE job = 'fail'")).isEqualTo(2);
    awaitIncidents("try-fail", 0);
    problem(post("/api/v1/jobs/try-fail/runs/" + id + "/restart", house(), ""), 409, "conflict");
  }

  /** One of the parts of a step fails: the others are done, and are not done again. */
  @Test
  void thePartThatFailedIsDoneAgainAlone() throws IOException, InterruptedException {
    define(
        "try-parts",
        "PT1M",
        ", each: parts.sql",
        "INSERT INTO job_probe SELECT 'part' || n, 0 FROM generate_series(1, 3) n",
        "UPDATE job_probe SET n = n + 10 / (CASE :n WHEN 2 THEN 0 ELSE 1 END) WHERE job = 'part' || :n::int");
    Path folder = HUB.home().resolve("batch-jobs/try-parts");
    Files.writeString(folder.resolve("parts.sql"), "SELECT n FROM generate_series(1, 3) n");
    String id = begun("try-parts", "{}").path("id").asText();
    JsonNode failed = awaited("try-parts", id, "FAILED");
    assertThat(failed.path("failure").asText()).contains("division by zero");
    assertThat(number("SELECT sum(n) FROM job_probe WHERE job LIKE 'part_'")).isEqualTo(20);

    Files.writeString(
        folder.resolve("second.sql"),
        "UPDATE job_probe SET n = n + 1 WHERE job = 'part' || :n::int");
    post("/api/v1/jobs/try-parts/runs/" + id + "/restart", house(), "");
    JsonNode done = awaited("try-parts", id, "COMPLETED");
    assertThat(number("SELECT sum(n) FROM job_probe WHERE job LIKE 'part_'")).isEqualTo(21);
    assertThat(done.path("steps").findValuesAsText("step")).containsOnly("first", "second");
  }

  private void awaitIncidents(String job, int open) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                db.sql(
                        "SELECT count(*) FROM incident"
                            + " WHERE kind = 'JOB' AND subject = :job AND closed_at IS NULL")
                    .param("job", job)
                    .query(Integer.class)
                    .single(),
            count -> count == open);
  }

  @Test
  void aRunIsStoppedByWhoeverWantsItAndByItsLimit() throws IOException, InterruptedException {
    String endless =
        "UPDATE job_probe SET n = n + 1 WHERE job = '%s' AND pg_sleep(0.05) IS NOT NULL";
    define(
        "try-stop",
        "PT1M",
        ", portion: 1",
        "INSERT INTO job_probe VALUES ('stop', 0)",
        endless.formatted("stop"));
    define(
        "try-late",
        "PT1S",
        ", portion: 1",
        "INSERT INTO job_probe VALUES ('late', 0)",
        endless.formatted("late"));
    String late = begun("try-late", "{}").path("id").asText();
    String id = begun("try-stop", "{}").path("id").asText();
    await()
        .until(
            () -> json(get("/api/v1/jobs/try-stop/runs/" + id, house())).path("rowsWritten"),
            written -> written.asInt() > 2);
    HttpResponse<String> stop = post("/api/v1/jobs/try-stop/runs/" + id + "/stop", house(), "");
    assertThat(stop.statusCode()).as(stop.body()).isEqualTo(202);
    awaited("try-stop", id, "STOPPED");
    assertThat(awaited("try-late", late, "FAILED").path("failure").asText())
        .isEqualTo("l'exécution a duré plus que sa limite");
  }

  @Test
  void aStatementUnderWayIsEndedToo() throws IOException, InterruptedException {
    define(
        "try-long",
        "PT10M",
        "",
        "INSERT INTO job_probe VALUES ('long', 0)",
        "UPDATE job_probe SET n = 1 FROM pg_sleep(600) WHERE job = 'long'");
    String id = begun("try-long", "{}").path("id").asText();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                number("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%'"),
            running -> running > 1); // this query too
    post("/api/v1/jobs/try-long/runs/" + id + "/stop", house(), "");
    awaited("try-long", id, "STOPPED");
    assertThat(number("SELECT n FROM job_probe WHERE job = 'long'")).isZero();
  }

  @Test
  void theCommandWaitsForTheEnd() throws IOException {
    define(
        "try-command",
        "PT1M",
        "",
        "INSERT INTO job_probe VALUES ('command', 1)",
        "UPDATE job_probe SET n = 7 WHERE job = 'command'");
    assertThat(commanded(0, "try-command", "--business-date", "2026-11-03"))
        .contains("COMPLETED, 2");
    assertThat(commanded(0, "try-command", "--business-date=2026-11-03")).contains("existe déjà");
    assertThat(commanded(0)).contains("housekeeping");
    assertThat(commanded(2, "no-such-job")).contains("« no-such-job »");
    assertThat(commanded(2, "try-command", "--business-date", "hier")).contains("AAAA-MM-JJ");
  }
}
