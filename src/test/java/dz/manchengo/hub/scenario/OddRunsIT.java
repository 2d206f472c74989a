package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.jobs.JobRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A job that is done, and hardly did anything. */
class OddRunsIT extends InProcessHub {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Autowired JobRuns jobs;

  @Test
  void aRunWithTooFewRowsIsAnIncidentUntilOneIsAsUsual() throws IOException {
    Path folder = Files.createDirectories(HUB.home().resolve("batch-jobs/odd-job"));
    Files.writeString(folder.resolve("rows.sql"), "INSERT INTO odd_probe SELECT 1");
    Files.writeString(
        folder.resolve("job.yaml"),
        """
        job: odd-job
        title: {fr: Essai, en: Trial}
        limit: PT1M
        expect: {least-rows: 3}
        told: {contact: Aya au 12, mail: [odd@ops.test]}
        steps: [{step: rows, statement: rows.sql}]
        """);
    db.sql("CREATE TABLE odd_probe (n int)").update();

    run();
    await().atMost(PATIENCE).until(() -> open() == 1);
    assertThat(incident())
        .containsEntry("reason", "ODD")
        .containsEntry("contact", "Aya au 12")
        .extractingByKey("sentence")
        .asString()
        .contains("Le traitement odd-job du 01/03/2026")
        .contains("n'a écrit que 1 ligne(s) ; au moins 3 étaient attendues");
    await()
        .atMost(PATIENCE)
        .until(() -> number("SELECT count(*) FROM notice WHERE target = 'odd@ops.test'") == 1);

    Files.writeString(
        folder.resolve("rows.sql"), "INSERT INTO odd_probe SELECT * FROM generate_series(1, 3)");
    run();
    await().atMost(PATIENCE).until(() -> open() == 0);
  }

  private void run() {
    await()
        .ignoreExceptions()
        .until(
            () ->
                jobs.want("odd-job", Optional.of(LocalDate.of(2026, 3, 1)), Map.of(), true, "test")
                    > 0);
  }

  private long open() {
    return number("SELECT count(*) FROM v_incident WHERE is_open AND subject = 'odd-job'");
  }

  private Map<String, Object> incident() {
    return db.sql("SELECT * FROM v_incident WHERE subject = 'odd-job'").query().singleRow();
  }
}
