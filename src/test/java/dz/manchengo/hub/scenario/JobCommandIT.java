package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.jobs.JobCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What whoever has no key of the API does with runs. */
class JobCommandIT extends ReconciliationScenario {
  private static final String JOB = "try-command";
  private static final String NOTHING = "DO $$ BEGIN END $$";

  private static void define(String second) throws IOException {
    Path folder = Files.createDirectories(HUB.home().resolve("batch-jobs").resolve(JOB));
    Files.writeString(folder.resolve("first.sql"), NOTHING);
    Files.writeString(folder.resolve("second.sql"), second);
    Files.writeString(
        folder.resolve("job.yaml"),
        """
        job: %s
        title: {fr: Essai de commande, en: Trial}
        limit: PT2M
        steps:
          - {step: first, statement: first.sql}
          - {step: second, statement: second.sql}
        """
            .formatted(JOB));
  }

  private static String ofRun(String said) {
    Matcher run = Pattern.compile("n° (\\d+)").matcher(said);
    assertThat(run.find()).as(said).isTrue();
    return run.group(1);
  }

  @Test
  void aRunThatFailedGoesOnAndOneThatIsAtWorkIsStopped() throws IOException {
    define("DO $$ BEGIN PERFORM 1 / 0; END $$");
    String id = ofRun(said(new JobCommand(), 2, JOB, "--business-date", "2026-02-01"));
    assertThat(said(new JobCommand(), 0, JOB, "--history"))
        .contains("n° " + id + " " + JOB + " du 2026-02-01")
        .contains("FAILED")
        .contains("division by zero");
    define(NOTHING);
    assertThat(said(new JobCommand(), 0, JOB, "--restart", id)).contains("COMPLETED");
    assertThat(said(new JobCommand(), 2, JOB, "--restart", id)).contains("COMPLETED");
    assertThat(said(new JobCommand(), 2, JOB, "--stop", "hier")).contains("--restart");

    define("DO $$ BEGIN PERFORM pg_sleep(60); END $$");
    long slow = jobs.want(JOB, Optional.of(LocalDate.of(2026, 2, 2)), Map.of(), true, "test");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                number("SELECT count(*) FROM job_run WHERE status = 'RUNNING' AND id = " + slow)
                    == 1);
    assertThat(said(new JobCommand(), 0, JOB, "--stop", String.valueOf(slow))).contains("STOPPED");
  }
}
