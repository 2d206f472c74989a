package dz.manchengo.hub.documents;

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
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads one feed, after its JSON Schema. */
final class FeedFile {
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).registerModule(new JavaTimeModule());
  private static final JsonSchema SCHEMA = schema();
  private static final Aliases ALIASES = Aliases.load();

  /** A field that no usual header names: only a feed gives it. */
  private static final String HEADERLESS = "vat_exempt_reason";

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
      refuse(
          fileName,
          SCHEMA.validate(node).stream().map(ValidationMessage::getMessage).sorted().toList());
      Feed feed = YAML.treeToValue(node, Feed.class);
      checkName(fileName, feed);
      refuse(fileName, unknownWords(feed));
      return feed;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(fileName + ": " + e.getOriginalMessage(), e);
    }
  }

  private static void refuse(String fileName, Collection<String> complaints) {
    if (!complaints.isEmpty()) {
      throw new IllegalArgumentException(fileName + ": " + String.join("; ", complaints));
    }
  }

  /** What only the program knows to be wrong: fields, rules and charsets that do not exist. */
  private static List<String> unknownWords(Feed feed) {
    List<String> complaints = new ArrayList<>();
    complain(complaints, "columns", feed.columns().keySet(), ALIASES::isField);
    complain(complaints, "strip", feed.strip().keySet(), ALIASES::isField);
    complain(complaints, "constants", feed.constants().keySet(), FeedFile::isConstant);
    complain(complaints, "money-unit-by-field", feed.moneyUnitByField().keySet(), ALIASES::isField);
    complain(complaints, "severities", feed.severities().keySet(), RuleBook::isRule);
    if (!isCharset(feed.encoding())) {
      complaints.add("encoding: there is no " + feed.encoding());
    }
    return complaints;
  }

  private static boolean isConstant(String field) {
    return ALIASES.isField(field) || field.equals(HEADERLESS);
  }

  private static void complain(
      List<String> complaints, String key, Set<String> words, Predicate<String> known) {
    words.stream()
        .filter(known.negate())
        .sorted()
        .map(word -> key + ": there is no " + word)
        .forEach(complaints::add);
  }

  private static boolean isCharset(@Nullable String name) {
    try {
      return name == null || Charset.isSupported(name);
    } catch (IllegalCharsetNameException e) {
      return false;
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
      // in English whatever the machine speaks; a wrong pattern or date is a mistake, not a remark
      SchemaValidatorsConfig config =
          SchemaValidatorsConfig.builder()
              .formatAssertionsEnabled(true)
              .locale(Locale.ENGLISH)
              .build();
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(Objects.requireNonNull(in), config);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
