package dz.manchengo.hub.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.MediaType;

/**
 * The OpenAPI contract as the gate needs it: addresses, methods, scopes, types of bodies, names of
 * parameters. What it does not name does not exist.
 */
final class Contract {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final String DEFAULT_SIZE = "document";

  private final JsonNode root;
  private final List<Address> addresses;

  private Contract(JsonNode root) {
    this.root = root;
    List<Address> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      all.add(Address.of(path.getKey(), operations(path.getValue())));
    }
    all.sort(Comparator.comparingLong(Address::placeCount));
    this.addresses = List.copyOf(all);
  }

  static Contract read(InputStreamSource source) throws IOException {
    try (InputStream in = source.getInputStream()) {
      return new Contract(new ObjectMapper(new YAMLFactory()).readTree(in));
    }
  }

  List<Address> addresses() {
    return addresses;
  }

  /** Every scope that a key may have. */
  Set<String> scopes() {
    return new TreeSet<>(texts(root.at("/components/securitySchemes/key/x-scopes")));
  }

  /** {@code GET /keys} and so on, as Camel's registry of REST services names them. */
  Set<String> calls() {
    Set<String> calls = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      operations(path.getValue())
          .keySet()
          .forEach(method -> calls.add(method + " " + path.getKey()));
    }
    return calls;
  }

  private Map<String, Operation> operations(JsonNode path) {
    Map<String, Operation> operations = new LinkedHashMap<>();
    path.properties().stream()
        .filter(entry -> METHODS.contains(entry.getKey()))
        .forEach(
            entry -> {
              String method = entry.getKey().toUpperCase(Locale.ROOT);
              operations.put(method, operation(method, path, entry.getValue()));
            });
    return operations;
  }

  private Operation operation(String method, JsonNode path, JsonNode node) {
    JsonNode security = node.has("security") ? node.path("security") : root.path("security");
    JsonNode body = resolved(node.path("requestBody"));
    return new Operation(
        node.path("operationId").asText(),
        method,
        security.isEmpty(),
        scopes(security),
        types(Stream.of(body)),
        types(good(node.path("responses"))),
        query(path, node),
        body.path("x-size").asText(DEFAULT_SIZE));
  }

  private static Set<String> scopes(JsonNode security) {
    Set<String> scopes = new LinkedHashSet<>();
    security.forEach(one -> one.forEach(names -> scopes.addAll(texts(names))));
    return scopes;
  }

  private Stream<JsonNode> good(JsonNode responses) {
    return responses.properties().stream()
        .filter(response -> response.getKey().startsWith("2"))
        .map(response -> resolved(response.getValue()));
  }

  private static List<MediaType> types(Stream<JsonNode> withContent) {
    return withContent
        .flatMap(one -> one.path("content").properties().stream())
        .map(type -> MediaType.parseMediaType(type.getKey()))
        .distinct()
        .toList();
  }

  private Set<String> query(JsonNode path, JsonNode operation) {
    Set<String> names = new TreeSet<>();
    Stream.of(path, operation)
        .flatMap(node -> elements(node.path("parameters")))
        .map(this::resolved)
        .filter(parameter -> parameter.path("in").asText().equals("query"))
        .forEach(parameter -> names.add(parameter.path("name").asText()));
    return names;
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : resolved(root.at(reference.substring(1)));
  }

  private static List<String> texts(JsonNode array) {
    return elements(array).map(JsonNode::asText).toList();
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
