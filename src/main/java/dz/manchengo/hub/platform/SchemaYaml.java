package dz.manchengo.hub.platform;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;

/** YAML files of one family, after the family's JSON Schema. */
public final class SchemaYaml {
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).registerModule(new JavaTimeModule());

  private final JsonSchema schema;

  /**
   * The family of that schema.
   *
   * @param resource as {@code /config/schemas/feed.schema.json}
   */
  public SchemaYaml(String resource) {
    try (InputStream in = SchemaYaml.class.getResourceAsStream(resource)) {
      // in English whatever the machine speaks; a wrong pattern or date is a mistake, not a remark
      SchemaValidatorsConfig config =
          SchemaValidatorsConfig.builder()
              .formatAssertionsEnabled(true)
              .locale(Locale.ENGLISH)
              .build();
      this.schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(Objects.requireNonNull(in), config);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What the file says.
   *
   * @throws IllegalArgumentException with everything that is wrong with it
   */
  public <T> T read(String fileName, String yaml, Class<T> type) {
    try {
      JsonNode node = YAML.readTree(yaml);
      refuse(
          fileName,
          schema.validate(node).stream().map(ValidationMessage::getMessage).sorted().toList());
      return YAML.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String where =
          at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
      throw new IllegalArgumentException(fileName + ": " + e.getOriginalMessage() + where, e);
    }
  }

  /** Refuses the file with these complaints, if there are any. */
  public static void refuse(String fileName, Collection<String> complaints) {
    if (!complaints.isEmpty()) {
      throw new IllegalArgumentException(fileName + ": " + String.join("; ", complaints));
    }
  }
}
