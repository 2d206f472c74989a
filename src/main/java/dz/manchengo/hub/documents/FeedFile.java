package dz.manchengo.hub.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads one feed, after its JSON Schema. */
final class FeedFile {
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).registerModule(new JavaTimeModule());
  private static final JsonSchema SCHEMA = schema();

  private FeedFile() {}

  /**
   * The feed in that YAML.
   *
   * @param fileName {@code <source>.<document>.yaml}, which the feed must repeat
   * @throws IllegalArgumentException with everything that is wrong with it
   */
  static Feed parse(String fileName, String yaml) {
    try {
      JsonNode node = YAML.readTree(yaml);
      String complaints =
          SCHEMA.validate(node).stream()
              .map(ValidationMessage::getMessage)
              .sorted()
              .collect(Collectors.joining("; "));
      if (!complaints.isEmpty()) {
        throw new IllegalArgumentException(fileName + ": " + complaints);
      }
      Feed feed = YAML.treeToValue(node, Feed.class);
      checkName(fileName, feed);
      return feed;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(fileName + ": " + e.getOriginalMessage(), e);
    }
  }

  private static void checkName(String fileName, Feed feed) {
    if (!fileName.equals(feed.name() + ".yaml") || !feed.name().endsWith("." + feed.document())) {
      throw new IllegalArgumentException(
          fileName + ": the file, feed and document names differ (" + feed.name() + ")");
    }
  }

  private static JsonSchema schema() {
    try (InputStream in = FeedFile.class.getResourceAsStream("/config/schemas/feed.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
