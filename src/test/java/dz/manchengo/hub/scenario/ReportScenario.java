package dz.manchengo.hub.scenario;

import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.jobs.JobRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;

/** Reports that are three files beside a job. */
abstract class ReportScenario extends InProcessHub {
  @Autowired JobRuns jobs;

  /**
   * Writes the files of the job and runs it for the first of February 2026.
   *
   * @param more lines of {@code job.yaml} after the name, the title and the limit
   * @return how it ended: its status, or why it failed
   */
  String run(String job, String more, String sheets, String query) throws IOException {
    Path folder = Files.createDirectories(HUB.home().resolve("batch-jobs").resolve(job));
    Files.writeString(folder.resolve("rows.sql"), query);
    Files.writeString(folder.resolve("sheets.yaml"), sheets);
    Files.writeString(
        folder.resolve("job.yaml"),
        "job: " + job + "\ntitle: {fr: Essai, en: Trial}\nlimit: PT1M\n" + more + "\n");
    return again(job);
  }

  /** The same with the files as they are. */
  String again(String job) {
    await()
        .ignoreExceptions()
        .until(
            () ->
                jobs.want(job, Optional.of(LocalDate.of(2026, 2, 1)), Map.of(), true, "test") > 0);
    return await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                db.sql(
                        "SELECT coalesce(failure, status) FROM job_run WHERE job = :job"
                            + " ORDER BY id DESC LIMIT 1")
                    .param("job", job)
                    .query(String.class)
                    .single(),
            state -> !state.equals("WANTED") && !state.equals("RUNNING"));
  }
}
