package dz.manchengo.hub.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Values as a schema of the contract wants them, and now and then one that it does not. */
final class SchemaSamples {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int LONG = 5_000;
  private static final int DEEP = 60;
  private static final List<String> ODD_TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "\ud800",
          "\u202e\u200b",
          "é😀漢",
          "NaN",
          "-0",
          "1e308",
          "1,5",
          "=1+1",
          "%2F..%2F",
          "'; DROP TABLE party; --",
          "${jndi:ldap://x}",
          "null",
          "true",
          "2026-02-30",
          "0000-00-00",
          "99999999999999999999",
          "1970-01-01T00:00:00+99:00");

  private final JsonNode contract;
  private final Random random;

  /** How many of a hundred values are not as they should be. */
  private int oddness;

  SchemaSamples(JsonNode contract, Random random) {
    this.contract = contract;
    this.random = random;
  }

  void oddness(int percent) {
    this.oddness = percent;
  }

  boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  JsonNode resolved(JsonNode node) {
    JsonNode at = node;
    while (at.has("$ref")) {
      at = contract.at(at.path("$ref").asText().substring(1));
    }
    return at;
  }

  /** A value for that schema. */
  JsonNode value(JsonNode reference) {
    JsonNode schema = resolved(reference);
    if (random.nextInt(100) < oddness) {
      return odd();
    }
    if (schema.has("const")) {
      return schema.path("const");
    }
    if (schema.has("enum")) {
      return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
    }
    for (String choice : List.of("oneOf", "anyOf")) {
      if (schema.has(choice)) {
        return value(schema.path(choice).path(random.nextInt(schema.path(choice).size())));
      }
    }
    return switch (type(schema)) {
      case "object" -> object(schema);
      case "array" -> array(schema);
      case "integer" -> JSON.numberNode(random.nextInt(4));
      case "number" -> DecimalNode.valueOf(BigDecimal.valueOf(random.nextInt(100_000), 2));
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      default -> JSON.textNode(text(schema));
    };
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.path(0).asText() : type.asText("string");
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode made = JSON.objectNode();
    List<String> required = schema.path("required").valueStream().map(JsonNode::asText).toList();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      boolean there = required.contains(property.getKey()) ? !isOdd() : random.nextBoolean();
      if (there) {
        made.set(property.getKey(), value(property.getValue()));
      }
    }
    if (isOdd()) {
      made.set(any(ODD_TEXTS), odd());
    }
    return made;
  }

  private boolean isOdd() {
    return random.nextInt(100) < oddness;
  }

  private ArrayNode array(JsonNode schema) {
    ArrayNode made = JSON.arrayNode();
    int size = isOdd() ? 0 : 1 + random.nextInt(3);
    for (int i = 0; i < size; i++) {
      made.add(value(schema.path("items")));
    }
    return made;
  }

  private String text(JsonNode schema) {
    String format = schema.path("format").asText();
    String pattern = schema.path("pattern").asText();
    LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
    if (format.equals("date")) {
      return day.toString();
    }
    if (format.equals("date-time")) {
      return day + "T08:30:00+01:00";
    }
    if (format.equals("uri")) {
      return "https://" + random.nextInt(9) + ".fuzz.invalid/hook";
    }
    if (pattern.contains("\\d") || pattern.contains("[0-9]{1,19}")) {
      return String.valueOf(1 + random.nextInt(50));
    }
    return any(List.of("FZ-A", "FZ-B", "FZ-C", "KG", "PCE", "FZ " + random.nextInt(100)));
  }

  JsonNode odd() {
    List<Supplier<JsonNode>> kinds =
        List.of(
            JSON::nullNode,
            () -> JSON.booleanNode(true),
            () -> BigIntegerNode.valueOf(BigInteger.TEN.pow(40)),
            () -> DecimalNode.valueOf(new BigDecimal("1E+400")),
            () -> DecimalNode.valueOf(new BigDecimal("-1E-400")),
            () -> JSON.numberNode(-1),
            JSON::objectNode,
            JSON::arrayNode,
            this::deep,
            () -> JSON.textNode("x".repeat(LONG)),
            () -> JSON.textNode(any(ODD_TEXTS)),
            () -> JSON.textNode(any(ODD_TEXTS)));
    return any(kinds).get();
  }

  private JsonNode deep() {
    JsonNode made = JSON.arrayNode();
    for (int i = 0; i < DEEP; i++) {
      made = JSON.arrayNode().add(made);
    }
    return made;
  }
}
