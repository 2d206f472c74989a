package dz.manchengo.hub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The rules of the promises are made of {@code slo.yaml}, and the page says why each number. */
class SloTest {
  private static final Path FOLDER = Path.of("ops/monitoring");
  private static final Path RULES = FOLDER.resolve("slo.rules.yml");
  private static final List<String> WINDOWS = List.of("5m", "30m", "1h", "2h", "6h", "1d", "3d");

  private static final String HEAD =
      """
      # Made of slo.yaml: mvn test -Dtest=SloTest -Dslo.write=true
      groups:
        - name: slo
          interval: 1m
          rules:
      """;

  private record Slo(String name, BigDecimal objective, String errors) {
    String rules() {
      StringBuilder rules = new StringBuilder();
      BigDecimal budget = BigDecimal.valueOf(100).subtract(objective).movePointLeft(2);
      add(rules, "hub_slo:budget:ratio", "vector(" + budget.toPlainString() + ")");
      for (String window : WINDOWS) {
        add(rules, "hub_slo:errors:ratio_" + window, errors.replace("$window", window));
      }
      // by the minutes, whatever they had to do
      add(
          rules,
          "hub_slo:budget:left",
          "1 - avg_over_time(hub_slo:errors:ratio_5m{slo=\"%1$s\"}[30d]) / on (slo) hub_slo:budget:ratio{slo=\"%1$s\"}"
              .formatted(name));
      return rules.toString();
    }

    private void add(StringBuilder rules, String record, String expr) {
      rules
          .append("      - record: ")
          .append(record)
          .append("\n        labels: {slo: ")
          .append(name)
          .append("}\n        expr: >-\n          ")
          .append(expr)
          .append('\n');
    }
  }

  private static List<Slo> slos() throws IOException {
    Map<String, List<Map<String, Object>>> file =
        new Yaml().load(Files.readString(FOLDER.resolve("slo.yaml")));
    List<Slo> slos = new ArrayList<>();
    for (Map<String, Object> one : file.getOrDefault("slos", List.of())) {
      slos.add(
          new Slo(
              String.valueOf(one.get("slo")),
              new BigDecimal(String.valueOf(one.get("objective"))),
              String.valueOf(one.get("errors"))));
    }
    return slos;
  }

  @Test
  void theRulesAreThoseOfThePromises() throws IOException {
    StringBuilder rules = new StringBuilder(HEAD);
    for (Slo slo : slos()) {
      rules.append(slo.rules());
    }
    if (Boolean.getBoolean("slo.write")) {
      Files.writeString(RULES, rules);
    }
    assertThat(RULES).hasContent(rules.toString());
  }

  @Test
  void thePageSaysWhyEachNumber() throws IOException {
    String page = Files.readString(FOLDER.resolve("slo.md"));
    for (Slo slo : slos()) {
      assertThat(page).contains("| `" + slo.name() + "` | " + slo.objective() + " %");
    }
  }
}
