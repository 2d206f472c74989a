package dz.manchengo.hub.jobs;

import com.fasterxml.jackson.annotation.JsonProperty;
import dz.manchengo.hub.platform.SchemaYaml;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/** Reads one job, after {@code config/schemas/job.schema.json}. */
record JobFile(
    String job,
    Title title,
    @Nullable Schedule schedule,
    String limit,
    @Nullable Expect expect,
    @Nullable Told told,
    @Nullable String runbook,
    List<String> recipients,
    List<String> servers,
    List<String> buckets,
    List<Step> steps,
    @Nullable String period,
    Map<String, Object> parameters,
    Map<String, Ask> asks) {
  /** Of a schedule that are looked at: more than a year of days. */
  private static final int TIMES = 400;

  private static final SchemaYaml JOBS = new SchemaYaml("/config/schemas/job.schema.json");

  /** A key that a job leaves out arrives here as null. */
  @SuppressWarnings("NullAway")
  JobFile {
    recipients = Objects.requireNonNullElse(recipients, List.of());
    servers = Objects.requireNonNullElse(servers, List.of());
    buckets = Objects.requireNonNullElse(buckets, List.of());
    steps = Objects.requireNonNullElse(steps, List.of());
    parameters = Objects.requireNonNullElse(parameters, Map.of());
    asks = Objects.requireNonNullElse(asks, Map.of());
  }

  record Title(String fr, String en) {}

  record Schedule(String cron, @Nullable String calendar, @Nullable String missed) {}

  record Expect(
      @JsonProperty("least-rows") @Nullable Long leastRows,
      @JsonProperty("most-rows") @Nullable Long mostRows,
      @Nullable String shortest) {}

  record Told(@Nullable String contact, @Nullable List<String> mail) {}

  record Ask(String known, @Nullable Boolean required) {}

  record Step(
      @JsonProperty("step") String name,
      String statement,
      @Nullable Integer portion,
      @Nullable String each,
      @JsonProperty("hash-joins") @Nullable Boolean hashJoins) {
    JobDefinition.Statement statementOf() {
      return new JobDefinition.Statement(
          name, statement, portion, each, Boolean.TRUE.equals(hashJoins));
    }
  }

  /**
   * The job in that YAML.
   *
   * @param fileName {@code <job>/job.yaml}, whose folder the job must repeat
   * @throws IllegalArgumentException with everything that is wrong with it
   */
  static JobDefinition parse(String fileName, String yaml) {
    JobFile file = JOBS.read(fileName, yaml, JobFile.class);
    SchemaYaml.refuse(fileName, file.complaints(fileName));
    Schedule schedule = file.schedule;
    return new JobDefinition(
        file.job,
        file.title.fr(),
        file.title.en(),
        schedule == null
            ? null
            : new JobDefinition.Schedule(
                schedule.cron(), schedule.calendar(), missed(schedule.missed())),
        Duration.parse(file.limit),
        expect(file.expect),
        file.told == null ? null : file.told.contact(),
        file.told == null || file.told.mail() == null ? List.of() : List.copyOf(file.told.mail()),
        file.runbook,
        List.copyOf(file.recipients),
        List.copyOf(file.servers),
        List.copyOf(file.buckets),
        file.steps.stream().map(Step::statementOf).toList(),
        file.period,
        Map.copyOf(file.parameters),
        file.asked());
  }

  private Map<String, JobDefinition.Ask> asked() {
    return asks.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey,
                ask ->
                    new JobDefinition.Ask(
                        ask.getValue().known(), Boolean.TRUE.equals(ask.getValue().required()))));
  }

  private static JobDefinition.Missed missed(@Nullable String word) {
    return word == null
        ? JobDefinition.Missed.LAST
        : JobDefinition.Missed.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static JobDefinition.Expect expect(@Nullable Expect expect) {
    return expect == null
        ? JobDefinition.Expect.ANYTHING
        : new JobDefinition.Expect(
            Objects.requireNonNullElse(expect.leastRows(), 0L),
            Objects.requireNonNullElse(expect.mostRows(), Long.MAX_VALUE),
            expect.shortest() == null ? Duration.ZERO : Duration.parse(expect.shortest()));
  }

  private List<String> complaints(String fileName) {
    List<String> complaints = new ArrayList<>();
    if (!fileName.equals(job + "/job.yaml")) {
      complaints.add("the folder and job names differ (" + job + ")");
    }
    if (steps.stream().map(Step::name).distinct().count() < steps.size()) {
      complaints.add("steps: two of them have the same name");
    }
    asks.keySet().stream()
        .filter(name -> parameters.containsKey(name) || JobSteps.GIVEN.contains(name))
        .forEach(name -> complaints.add("asks: " + name + " is the name of another parameter"));
    if (schedule != null
        && asks.values().stream().anyMatch(a -> Boolean.TRUE.equals(a.required()))) {
      complaints.add("asks: the clock cannot say what is required");
    }
    try {
      if (schedule != null && isTwiceADay(new CronExpression(schedule.cron()))) {
        complaints.add("schedule.cron: twice on one day; a job has one run a day");
      }
    } catch (ParseException e) {
      complaints.add("schedule.cron: " + e.getMessage());
    }
    try {
      if (Duration.parse(limit).compareTo(Duration.ofSeconds(1)) < 0) {
        complaints.add("limit: under a second");
      }
    } catch (DateTimeException e) {
      complaints.add("limit: " + limit + " is no duration of days, hours, minutes and seconds");
    }
    if (expect != null && expect.shortest() != null) {
      try {
        Duration.parse(expect.shortest());
      } catch (DateTimeException e) {
        complaints.add("expect.shortest: " + expect.shortest() + " is no duration");
      }
    }
    return complaints;
  }

  private static boolean isTwiceADay(CronExpression cron) {
    cron.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
    Date time = cron.getTimeAfter(Date.from(Instant.EPOCH));
    for (int i = 0; i < TIMES && time != null; i++) {
      Date next = cron.getTimeAfter(time);
      if (next != null && day(next).equals(day(time))) {
        return true;
      }
      time = next;
    }
    return false;
  }

  private static LocalDate day(Date time) {
    return LocalDate.ofInstant(time.toInstant(), ZoneOffset.UTC);
  }
}
