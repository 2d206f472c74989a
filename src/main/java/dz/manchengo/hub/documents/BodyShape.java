package dz.manchengo.hub.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the contract says of one place in a body. */
sealed interface BodyShape {
  /**
   * An object; it has no other properties than these.
   *
   * @param required names of those that must be there
   */
  record Members(Map<String, Property> properties, Set<String> required) implements BodyShape {}

  /** A list of objects of one kind. */
  record Rows(Members row, int fewest, int most) implements BodyShape {}

  /**
   * One value.
   *
   * @param json types of JSON that it may have: string, number, integer, boolean
   * @param format date, date-time or empty
   * @param words those of a closed list; empty where it is none
   * @param longest in characters
   */
  record Value(
      Set<String> json, String format, @Nullable Pattern pattern, List<String> words, int longest)
      implements BodyShape {}

  /**
   * One property.
   *
   * @param field of {@code aliases.tsv} that it is read as; empty where it only holds others
   * @param direction whether it says which side of the company's books the document is on
   */
  record Property(String name, BodyShape shape, String field, boolean direction) {}

  /** The schema of that name in an OpenAPI file. */
  static Members of(JsonNode openapi, String schema) {
    return members(openapi, resolved(openapi, openapi.at("/components/schemas/" + schema)));
  }

  private static Members members(JsonNode openapi, JsonNode node) {
    Map<String, Property> properties = new LinkedHashMap<>();
    node.path("properties")
        .properties()
        .forEach(
            entry ->
                properties.put(
                    entry.getKey(), property(openapi, entry.getKey(), entry.getValue())));
    Set<String> required = new TreeSet<>();
    node.path("required").forEach(name -> required.add(name.asText()));
    return new Members(properties, required);
  }

  private static Property property(JsonNode openapi, String name, JsonNode node) {
    return new Property(
        name,
        shape(openapi, resolved(openapi, node)),
        node.path("x-field").asText(""),
        node.path("x-direction").asBoolean(false));
  }

  private static BodyShape shape(JsonNode openapi, JsonNode node) {
    return switch (node.path("type").asText()) {
      case "object" -> members(openapi, node);
      case "array" ->
          new Rows(
              members(openapi, resolved(openapi, node.path("items"))),
              node.path("minItems").asInt(0),
              node.path("maxItems").asInt(Integer.MAX_VALUE));
      default -> value(node);
    };
  }

  private static Value value(JsonNode node) {
    Set<String> json = new TreeSet<>();
    if (node.path("type").isArray()) {
      node.path("type").forEach(type -> json.add(type.asText()));
    } else {
      json.add(node.path("type").asText());
    }
    List<String> words = new ArrayList<>();
    node.path("enum").forEach(word -> words.add(word.asText()));
    String pattern = node.path("pattern").asText("");
    return new Value(
        json,
        node.path("format").asText(""),
        pattern.isEmpty() ? null : Pattern.compile(pattern),
        words,
        node.path("maxLength").asInt(200));
  }

  private static JsonNode resolved(JsonNode openapi, JsonNode node) {
    String reference = node.path("$ref").asText("");
    return reference.isEmpty() ? node : resolved(openapi, openapi.at(reference.substring(1)));
  }
}
