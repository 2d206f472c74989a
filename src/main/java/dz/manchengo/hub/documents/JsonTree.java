package dz.manchengo.hub.documents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as it stands there (RFC 8259), numbers in their own digits: a {@link Map},
 * a {@link List}, a {@link String}, a {@link Digits}, a {@link Boolean} or null. A key that comes
 * twice in one object is remembered: which of both values is meant nobody can tell.
 */
final class JsonTree {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(50)
                  .maxNumberLength(1_000)
                  .maxNameLength(200)
                  .maxStringLength(100_000)
                  .build())
          .build();

  private final List<String> repeated = new ArrayList<>(0);
  private @Nullable Object root;

  private JsonTree() {}

  /** A number as it is written: 1.50 is not 1.5, and nothing of a long one is lost. */
  record Digits(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * Reads the body.
   *
   * @throws UnreadableFile FIL-022, for what is no JSON in UTF-8
   */
  static JsonTree of(byte[] body) throws UnreadableFile {
    JsonTree tree = new JsonTree();
    try (JsonParser parser = JSON.createParser(text(body))) {
      tree.read(parser);
    } catch (JsonFlaw e) {
      throw broken(e, 1);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw broken(JsonFlaw.of(e), line);
    } catch (IOException e) {
      throw broken(new JsonFlaw("reason.json.syntax", "1"), 1); // a text has no other fault
    }
    return tree;
  }

  @Nullable Object root() {
    return root;
  }

  /** Pointers (RFC 6901) of what stands twice. */
  List<String> repeated() {
    return repeated;
  }

  private static UnreadableFile broken(JsonFlaw flaw, int line) {
    return new UnreadableFile(
        RuleBook.finding("FIL-022", Place.row("", line), null, flaw.params("row", line)));
  }

  private static String text(byte[] body) throws JsonFlaw {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new JsonFlaw("reason.json.utf8");
    }
  }

  private void read(JsonParser parser) throws IOException, JsonFlaw {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new JsonFlaw("reason.json.none");
    }
    root = value(parser, token, "");
    if (parser.nextToken() != null) {
      throw new JsonFlaw("reason.json.behind");
    }
  }

  private @Nullable Object value(JsonParser parser, JsonToken token, String pointer)
      throws IOException {
    return switch (token) {
      case START_OBJECT -> object(parser, pointer);
      case START_ARRAY -> array(parser, pointer);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Digits(parser.getText());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private Map<String, @Nullable Object> object(JsonParser parser, String pointer)
      throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      String at = pointer + "/" + escaped(key);
      if (object.containsKey(key)) {
        repeated.add(at);
      }
      object.put(key, value(parser, parser.nextToken(), at));
    }
    return object;
  }

  private List<@Nullable Object> array(JsonParser parser, String pointer) throws IOException {
    List<@Nullable Object> array = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      array.add(value(parser, token, pointer + "/" + array.size()));
    }
    return array;
  }

  /** A key as RFC 6901 writes it in a pointer. */
  static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
