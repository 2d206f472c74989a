package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What Prometheus alarms by is what the hub tells, and each alarm has a page whose query works. */
class AlertsIT extends ApiScenario {
  private static final Path OPS = Path.of("ops");
  private static final Pattern METRIC = Pattern.compile("\\b([a-z][a-z0-9_]+)\\{service=");
  private static final Pattern QUERY =
      Pattern.compile("```sql confirm\\n(.*?)\\n```", Pattern.DOTALL);

  /** Prometheus's own, and what is there only once a feed expects something, or with TLS. */
  private static final Set<String> BY_EVENT =
      Set.of("up", "hub_feed_overdue", "ssl_chain_expiry_seconds");

  private record Rule(String alert, String expr, String runbook) {}

  private static List<Rule> rules() throws IOException {
    Map<String, List<Map<String, Object>>> file =
        new Yaml().load(Files.readString(OPS.resolve("monitoring/alerts.yml")));
    List<Rule> rules = new ArrayList<>();
    for (Map<String, Object> group : file.getOrDefault("groups", List.of())) {
      for (Object rule : (List<?>) group.getOrDefault("rules", List.of())) {
        Map<?, ?> one = (Map<?, ?>) rule;
        Map<?, ?> notes = (Map<?, ?>) Objects.requireNonNull(one.get("annotations"));
        rules.add(
            new Rule(
                String.valueOf(one.get("alert")),
                String.valueOf(one.get("expr")),
                String.valueOf(notes.get("runbook"))));
      }
    }
    return rules;
  }

  @Test
  void eachAlertHasAPageAndEachPageAnAlert() throws IOException {
    Set<String> pages = new TreeSet<>();
    try (Stream<Path> files = Files.list(OPS.resolve("runbooks"))) {
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith("Hub"))
          .forEach(name -> pages.add(name.replace(".md", "")));
    }
    assertThat(rules()).extracting(Rule::alert).containsExactlyInAnyOrderElementsOf(pages);
    assertThat(rules())
        .allSatisfy(
            rule -> assertThat(rule.runbook()).isEqualTo("ops/runbooks/" + rule.alert() + ".md"));
  }

  @Test
  void eachPageHasTheSameParts() throws IOException {
    for (Rule rule : rules()) {
      List<String> parts =
          Files.readAllLines(Path.of(rule.runbook())).stream()
              .filter(line -> line.matches("#.*|\\*\\*[A-Z].*|```(promql over|.* confirm)"))
              .map(line -> line.replaceFirst("^(\\*\\*[^*]*\\*\\*).*", "$1"))
              .map(line -> line.replaceFirst("^```.*confirm$", "```confirm"))
              .toList();
      assertThat(parts)
          .as(rule.alert())
          .containsExactly(
              "# " + rule.alert(),
              "**Meaning.**",
              "**Who is hurt.**",
              "## Confirm",
              "```confirm",
              "## The first five minutes",
              "## Which is it",
              "## Commands",
              "## It is over when",
              "```promql over");
    }
  }

  @Test
  void whatAPageAsksTheDatabaseIsAnswered() throws IOException {
    int asked = 0;
    for (Rule rule : rules()) {
      Matcher query = QUERY.matcher(Files.readString(Path.of(rule.runbook())));
      while (query.find()) {
        String sql = query.group(1);
        assertThat(sql).as(rule.alert()).startsWith("SELECT");
        db.sql(sql).query().listOfRows();
        asked++;
      }
    }
    assertThat(asked).isGreaterThan(8);
  }

  @Test
  void whatAnAlertIsAboutIsTold() throws Exception {
    HUB.drop("alarmes.csv", "rien;de;connu\n1;2;3\n");
    HUB.awaitAcknowledgement("alarmes.csv");
    get("/api/v1/openapi.yaml", admin());
    String told = metrics();
    Set<String> missing = new TreeSet<>();
    List<String> asked = new ArrayList<>(rules().stream().map(Rule::expr).toList());
    asked.add(Files.readString(OPS.resolve("monitoring/slo.yaml")));
    for (String expression : asked) {
      Matcher metric = METRIC.matcher(expression);
      while (metric.find()) {
        String name = metric.group(1);
        if (!BY_EVENT.contains(name)
            && !told.contains("\n" + name + "{")
            && !told.contains("\n" + name + " ")) {
          missing.add(name);
        }
      }
    }
    assertThat(missing)
        .as("a job has run in this hub, or has not yet")
        .isSubsetOf(
            "hub_job_runs_total",
            "hub_job_last_success_timestamp_seconds",
            "hub_job_duration_seconds_count",
            "hub_job_duration_seconds_sum");
    assertThat(told).containsPattern("hub_intake_feedback_seconds_bucket\\{.*le=\"60.0\"");
    assertThat(told)
        .containsPattern(
            "http_server_requests_seconds_bucket\\{.*uri=\"/api/v1/openapi.yaml\".*le=\"0.5\"");
  }
}
