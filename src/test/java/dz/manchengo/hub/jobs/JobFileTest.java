package dz.manchengo.hub.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What a job says of itself. */
class JobFileTest {
  private static final String YAML =
      """
      job: some-job
      title: {fr: Essai, en: Trial}
      limit: PT1M
      """;

  private static JobDefinition job(String more) {
    return JobFile.parse("some-job/job.yaml", YAML + more);
  }

  @Test
  void whatIsLeftOutExpectsNothingAndTellsWhoeverIsToldOfAll() {
    JobDefinition job = job("");
    assertThat(job.expect()).isEqualTo(JobDefinition.Expect.ANYTHING);
    assertThat(job.mail()).isEmpty();
    assertThat(job.contact()).isNull();
    assertThat(job.schedule()).isNull();
  }

  @Test
  void whatIsExpectedAndWhoIsToldIsRead() {
    JobDefinition job =
        job(
            """
            expect: {least-rows: 5, shortest: PT2S}
            told: {contact: "Ops, 0550 00 00 00", mail: [ops@hub.dz]}
            """);
    assertThat(job.expect())
        .isEqualTo(new JobDefinition.Expect(5, Long.MAX_VALUE, Duration.ofSeconds(2)));
    assertThat(job.mail()).containsExactly("ops@hub.dz");
    assertThat(job.contact()).isEqualTo("Ops, 0550 00 00 00");
    assertThat(job("schedule: {cron: '0 0 2 * * ?', missed: all}").schedule())
        .extracting(JobDefinition.Schedule::missed)
        .isEqualTo(JobDefinition.Missed.ALL);
    assertThatThrownBy(() -> job("expect: {shortest: soon}\ntold: {mail: [toto]}"))
        .hasMessageContaining("shortest")
        .hasMessageContaining("mail");
  }

  @Test
  void aRunThatIsDoneMayBeOdd() {
    JobDefinition.Expect expect = new JobDefinition.Expect(5, 10, Duration.ofSeconds(2));
    assertThat(run("COMPLETED", 7, 2).odd(expect)).isNull();
    assertThat(run("COMPLETED", 4, 2).odd(expect)).isEqualTo(LastRuns.Odd.FEW);
    assertThat(run("COMPLETED", 11, 2).odd(expect)).isEqualTo(LastRuns.Odd.MANY);
    assertThat(run("COMPLETED", 7, 1).odd(expect)).isEqualTo(LastRuns.Odd.QUICK);
    assertThat(run("FAILED", 0, 0).odd(expect)).isNull();
    assertThat(run("COMPLETED", 0, 0).odd(JobDefinition.Expect.ANYTHING)).isNull();
  }

  private static LastRuns.Last run(String status, long rows, long seconds) {
    return new LastRuns.Last("some-job", 1, LocalDate.of(2026, 1, 7), status, null, rows, seconds);
  }
}
