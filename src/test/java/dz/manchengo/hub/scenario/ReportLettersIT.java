package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.jobs.JobCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Workbooks are mailed to their recipients, and so is that there is nothing to report. */
class ReportLettersIT extends ReconciliationScenario {
  private void define(String job, String each, Map<String, String> queries) throws IOException {
    Path folder = Files.createDirectories(HUB.home().resolve("batch-jobs").resolve(job));
    for (Map.Entry<String, String> query : queries.entrySet()) {
      Files.writeString(folder.resolve(query.getKey()), query.getValue());
    }
    Files.writeString(
        folder.resolve("sheets.yaml"),
        each
            + """
            file: {fr: "courrier-{businessDate}", en: "letter-{businessDate}"}
            sheets:
              - id: summary
                title: {fr: Synthèse, en: Summary}
                query: summary.sql
                figures:
                  - {title: {fr: Total <HT>, en: Total}, column: total, type: amount}
                  - {title: {fr: Part, en: Share}, column: share, type: percent}
                  - {title: {fr: Jour, en: Day}, column: day, type: date}
              - id: rows
                title: {fr: Lignes, en: Rows}
                query: rows.sql
                columns:
                  - {column: n, title: {fr: N, en: N}, type: integer}
            """);
    Files.writeString(
        folder.resolve("job.yaml"),
        """
        job: %s
        title: {fr: Courrier d'essai, en: Trial letter}
        limit: PT1M
        recipients: [%1$s-a@example.dz, %1$s-b@example.dz]
        """
            .formatted(job));
  }

  private void run(String job) {
    ended(
        await()
            .ignoreExceptions()
            .until(
                () -> jobs.want(job, Optional.of(LocalDate.of(2026, 2, 1)), Map.of(), true, "test"),
                run -> run > 0));
  }

  private List<String> letters(String job, String part) {
    return db.sql(
            "SELECT payload #>> CAST(:part AS text[]) FROM notice WHERE kind = 'LETTER' AND target LIKE :job ORDER BY id")
        .param("part", part)
        .param("job", job + "-_@example.dz")
        .query(String.class)
        .list();
  }

  @Test
  void eachRecipientGetsTheWorkbookWithItsKeyFigures() throws IOException {
    define(
        "letter-one",
        "",
        Map.of(
            "summary.sql", "SELECT 1234.5 AS total, 0.256 AS share, DATE '2026-01-31' AS day",
            "rows.sql", "SELECT n FROM generate_series(1, 3) n"));
    run("letter-one");
    assertThat(letters("letter-one", "{subject}"))
        .hasSize(2)
        .allMatch(s -> s.equals("Courrier d'essai du 01/02/2026 – courrier-2026-02-01"));
    assertThat(letters("letter-one", "{text}").get(0))
        .contains("3 ligne(s)")
        .contains("Total <HT> : 1\u00a0234,5")
        .contains("Part : 25,6 %")
        .contains("Jour : 31/01/2026");
    assertThat(letters("letter-one", "{html}").get(0)).contains("<td>Total &lt;HT&gt;</td>");
    assertThat(letters("letter-one", "{enclosures,0,path}").get(0))
        .isEqualTo("reports/letter-one/courrier-2026-02-01.xlsx");
  }

  @Test
  void aLetterThatHasNotLeftIsReplacedWithItsWorkbook() throws IOException {
    String rows = "SELECT n FROM generate_series(1, 3) n";
    String summary = "SELECT %d AS total, 0.256 AS share, DATE '2026-01-31' AS day";
    define("letter-again", "", Map.of("summary.sql", summary.formatted(11), "rows.sql", rows));
    run("letter-again");
    await()
        .until(
            () ->
                number(
                        "SELECT count(*) FROM notice WHERE sent_at IS NOT NULL"
                            + " AND target LIKE 'letter-again-_@example.dz'")
                    == 2);
    db.sql(
            "UPDATE notice SET sent_at = NULL, due_at = now() + interval '1 hour'"
                + " WHERE target LIKE 'letter-again-_@example.dz'")
        .update();
    define("letter-again", "", Map.of("summary.sql", summary.formatted(12), "rows.sql", rows));
    run("letter-again");
    assertThat(letters("letter-again", "{text}"))
        .hasSize(2)
        .allMatch(text -> text.contains("Total <HT> : 12"));
  }

  @Test
  void aRecipientWhoIsRefusedIsTold() throws IOException {
    define(
        "refused-letter",
        "",
        Map.of(
            "summary.sql", "SELECT 1 AS total, 0.256 AS share, DATE '2026-01-31' AS day",
            "rows.sql", "SELECT 1 AS n"));
    Path job = HUB.home().resolve("batch-jobs/refused-letter/job.yaml");
    Files.writeString(job, Files.readString(job) + "told: {mail: [letter-owner-1@example.dz]}\n");
    run("refused-letter");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> letters("letter-owner", "{text}"), told -> told.size() == 1);
    assertThat(letters("letter-owner", "{text}").get(0))
        .contains("courrier-2026-02-01.xlsx n'est pas arrivé")
        .containsPattern("refused-letter-[ab]@example.dz");
    assertThat(said(new JobCommand(), 0, "refused-letter", "--deliveries"))
        .contains("courrier-2026-02-01.xlsx, MAIL refused-letter-a@example.dz : abandonné le ")
        .contains("2 envoi(s)");
    db.sql(
            "UPDATE notice SET parked_at = now() - interval '8 days'"
                + " WHERE target LIKE 'refused-letter-_@example.dz'")
        .update();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                number("SELECT count(*) FROM incident WHERE kind = 'LETTER' AND closed_at IS NULL")
                    == 0);
  }

  @Test
  void thatThereIsNothingIsSaid() throws IOException {
    define(
        "letter-none",
        "each: none.sql\n",
        Map.of(
            "none.sql", "SELECT 1 AS n WHERE false",
            "summary.sql", "SELECT 0 AS total, 0 AS share, current_date AS day",
            "rows.sql", "SELECT 1 AS n"));
    run("letter-none");
    assertThat(letters("letter-none", "{text}"))
        .hasSize(2)
        .allMatch(text -> text.strip().equals("Rien à signaler."));
    await("the server had it before the hub could say so")
        .until(
            () -> said(new JobCommand(), 0, "letter-none", "--deliveries"),
            state -> state.contains("letter-none-a@example.dz : arrivé le "));
  }
}
