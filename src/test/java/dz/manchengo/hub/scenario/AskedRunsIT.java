package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A job that asks something beside its date has a run for each answer. */
class AskedRunsIT extends ApiScenario {
  private static final String RUNS = "/api/v1/jobs/try-asked/runs";

  private static String key = "";

  @BeforeEach
  void aJobThatAsks() throws IOException {
    key = key.isEmpty() ? key("asked house", "jobs:run,jobs:read") : key;
    db.sql("CREATE TABLE IF NOT EXISTS asked_probe (subject text)").update();
    Path folder = Files.createDirectories(HUB.home().resolve("batch-jobs/try-asked"));
    Files.writeString(
        folder.resolve("known.sql"), "SELECT upper(:subject) WHERE :subject NOT LIKE 'nobody%'");
    Files.writeString(
        folder.resolve("note.sql"),
        "INSERT INTO asked_probe SELECT coalesce(CAST(:subject AS text), 'all')");
    Files.writeString(
        folder.resolve("job.yaml"),
        """
        job: try-asked
        title: {fr: Essai demandé, en: Asked trial}
        limit: PT1M
        asks:
          subject: {known: known.sql}
        steps:
          - {step: note, statement: note.sql}
        """);
  }

  private JsonNode done(HttpResponse<String> begun) throws IOException {
    String id = json(begun).path("id").asText();
    return await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> json(get(RUNS + "/" + id, key)),
            run -> run.path("status").asText().equals("COMPLETED"));
  }

  private static String of(String date, String subject) {
    return "{\"businessDate\": \"%s\", \"parameters\": {\"subject\": \"%s\"}}"
        .formatted(date, subject);
  }

  private List<String> noted() {
    return db.sql("SELECT subject FROM asked_probe ORDER BY 1").query(String.class).list();
  }

  @Test
  void thereIsOneRunOfEachAnswer() throws IOException, InterruptedException {
    HttpResponse<String> first = post(RUNS, key, of("2026-11-03", "ain"));
    assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
    assertThat(done(first).at("/parameters/subject").asText()).isEqualTo("AIN");
    HttpResponse<String> same = post(RUNS, key, of("2026-11-03", "Ain"));
    assertThat(same.statusCode()).isEqualTo(200);
    assertThat(json(same).path("id")).isEqualTo(json(first).path("id"));
    HttpResponse<String> other = post(RUNS, key, of("2026-11-03", "sin"));
    assertThat(other.statusCode()).isEqualTo(202);
    assertThat(done(other).path("attempt").asInt()).isEqualTo(2);
    HttpResponse<String> all = post(RUNS, key, "{\"businessDate\": \"2026-11-03\"}");
    assertThat(all.statusCode()).isEqualTo(202);
    assertThat(done(all).has("parameters")).isFalse();
    assertThat(noted()).contains("AIN", "SIN", "all").doesNotHaveDuplicates();
    assertThat(get("/api/v1/jobs", key).body()).contains("\"asks\":[\"subject\"]");
  }

  @Test
  void whatIsNotKnownOrNotAskedIsRefusedWithItsName() throws IOException, InterruptedException {
    problem(post(RUNS, key, of("2026-11-05", "nobody")), 422, "invalid");
    assertThat(post(RUNS, key, of("2026-11-05", "nobody")).body())
        .contains("/parameters", "subject = nobody");
    String wrong = "{\"parameters\": {\"color\": \"red\"}}";
    assertThat(post(RUNS, key, wrong).body()).contains("/parameters", "color");
    assertThat(
            number(
                "SELECT count(*) FROM job_run WHERE job = 'try-asked' AND business_date = '2026-11-05'"))
        .isZero();
  }

  @Test
  void theCommandAsksByName() {
    commanded(0, "try-asked", "--business-date", "2026-11-06", "--subject", "dal");
    assertThat(noted()).contains("DAL");
    assertThat(commanded(2, "try-asked", "--subject=nobody")).contains("subject = nobody");
    assertThat(commanded(2, "try-asked", "--subjet=dal")).contains("--session");
  }
}
