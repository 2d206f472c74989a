package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the contract with calls made of its schemas, sound ones and broken ones: none
 * is answered by a failure of ours, and each answer is as the contract says. More of them: {@code
 * -Dfuzz.calls=1000}, other ones: {@code -Dfuzz.seed=7}.
 */
class ApiFuzzIT extends ApiScenario {
  private static final int CALLS = Integer.getInteger("fuzz.calls", 25);
  private static final long SEED = Long.getLong("fuzz.seed", 1);
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  private final JsonNode contract = contract();
  private final SchemaSamples samples = new SchemaSamples(contract, new Random(SEED));
  private final Map<JsonNode, JsonSchema> schemas = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private final List<String> known =
      new ArrayList<>(List.of("1", "FZ-A", "PRINCIPAL", "housekeeping"));

  private static JsonNode contract() {
    try {
      return new YAMLMapper().readTree(Path.of("routes/partner-api.openapi.yaml").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void noCallMadeOfTheContractIsAnsweredOtherwiseThanItSays() throws Exception {
    List<String> all =
        contract
            .at("/components/securitySchemes/key/x-scopes")
            .valueStream()
            .map(JsonNode::asText)
            .filter(
                scope ->
                    !scope.equals("admin") && !scope.matches("(jobs|reports|count-sessions):.*"))
            .toList();
    String partner = key("fuzz", String.join(",", all), "--tenant", "fuzz");
    String administrator = key("fuzz admin", "admin");
    String house =
        key(
            "fuzz house",
            "jobs:run,jobs:read,reports:read,count-sessions:write,count-sessions:read");
    for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        String tag = operation.getValue().path("tags").path(0).asText();
        String key =
            switch (tag) {
              case "keys" -> administrator;
              case "jobs", "count-sessions" -> house;
              default -> partner;
            };
        for (int i = 0; i < CALLS; i++) {
          samples.oddness(i % 2 == 0 ? 0 : 8);
          call(operation.getKey(), path.getKey(), operation.getValue(), key);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private void call(String method, String path, JsonNode operation, String key) throws Exception {
    String address = address(path, operation);
    HttpRequest.Builder request = to("/api/v1" + address, key);
    String body = body(operation, request);
    List<JsonNode> parameters = parameters(operation, "header").toList();
    if (!parameters.isEmpty() && !samples.oneIn(20)) {
      request.header("Idempotency-Key", samples.oneIn(10) ? "fuzz" : UUID.randomUUID().toString());
    }
    request.method(
        method.toUpperCase(Locale.ROOT),
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    HttpResponse<String> answer = send(request);
    String what =
        "%s %s%n%s%n→ %d %s".formatted(method, address, body, answer.statusCode(), answer.body());
    check(operation, answer, what);
    if (answer.statusCode() < 300 && answer.body().startsWith("{")) {
      remember(JSON.readTree(answer.body()));
    }
  }

  private void remember(JsonNode answer) {
    for (String field : List.of("id", "number", "submissionId")) {
      if (answer.path(field).isTextual()) {
        known.add(answer.path(field).asText());
      }
    }
  }

  private String address(String path, JsonNode operation) {
    Matcher places = PLACE.matcher(path);
    String filled = places.replaceAll(place -> Matcher.quoteReplacement(encoded(part())));
    List<String> query = new ArrayList<>();
    parameters(operation, "query")
        .filter(parameter -> samples.oneIn(3))
        .forEach(
            parameter ->
                query.add(
                    parameter.path("name").asText()
                        + "="
                        + encoded(text(samples.value(parameter.path("schema"))))));
    return query.isEmpty() ? filled : filled + "?" + String.join("&", query);
  }

  private String part() {
    String part = samples.oneIn(8) ? text(samples.odd()) : samples.any(known);
    return part.isBlank() ? "x" : part; // another address otherwise
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.asText() : value.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace(".", "%2E");
  }

  private Stream<JsonNode> parameters(JsonNode operation, String in) {
    return operation
        .path("parameters")
        .valueStream()
        .map(samples::resolved)
        .filter(parameter -> parameter.path("in").asText().equals(in));
  }

  private String body(JsonNode operation, HttpRequest.Builder request) {
    List<Map.Entry<String, JsonNode>> types =
        List.copyOf(samples.resolved(operation.path("requestBody")).path("content").properties());
    if (types.isEmpty()) {
      return "";
    }
    Map.Entry<String, JsonNode> type = samples.any(types);
    request.header("Content-Type", type.getKey());
    String body = samples.value(type.getValue().path("schema")).toString();
    return samples.oneIn(15) && !body.isEmpty() ? body.substring(body.length() / 3) : body;
  }

  private void check(JsonNode operation, HttpResponse<String> answer, String what)
      throws Exception {
    int status = answer.statusCode();
    JsonNode responses = operation.path("responses");
    JsonNode response =
        samples.resolved(responses.path(responses.has("" + status) ? "" + status : "default"));
    if (status >= 500 || (status < 400 && !responses.has("" + status))) {
      wrong.add(what);
      return;
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (status >= 400 && !type.equals("application/problem+json")) {
      wrong.add(type + " for " + what);
    } else if (type.endsWith("json")) {
      JsonNode schema = response.path("content").path(type).path("schema");
      breaches(schema, answer.body()).forEach(breach -> wrong.add(breach + " of " + what));
    }
  }

  private List<String> breaches(JsonNode schema, String body) throws Exception {
    if (!schema.isObject()) {
      return List.of("a type that the contract does not have");
    }
    return schemas.computeIfAbsent(schema, this::schema).validate(JSON.readTree(body)).stream()
        .map(Object::toString)
        .toList();
  }

  private JsonSchema schema(JsonNode schema) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", contract.path("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole);
  }
}
