package dz.manchengo.hub.documents;

import dz.manchengo.hub.platform.SchemaYaml;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads one feed, after its JSON Schema. */
final class FeedFile {
  private static final SchemaYaml FEEDS = new SchemaYaml("/config/schemas/feed.schema.json");
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
    Feed feed = FEEDS.read(fileName, yaml, Feed.class);
    checkName(fileName, feed);
    SchemaYaml.refuse(fileName, mistakes(feed));
    return feed;
  }

  /**
   * What only the program knows to be wrong: names of what does not exist, constants no cell could
   * have.
   */
  private static List<String> mistakes(Feed feed) {
    List<String> complaints = new ArrayList<>();
    complain(complaints, "columns", feed.columns().keySet(), ALIASES::isField);
    complain(complaints, "strip", feed.strip().keySet(), ALIASES::isField);
    complain(complaints, "words", feed.words().keySet(), ALIASES::isField);
    complain(complaints, "constants", feed.constants().keySet(), FeedFile::isConstant);
    complaints.addAll(FeedConstants.of(feed).complaints());
    complain(complaints, "money-unit-by-field", feed.moneyUnitByField().keySet(), ALIASES::isField);
    complain(complaints, "severities", feed.severities().keySet(), RuleBook::isRule);
    if (!isCharset(feed.encoding())) {
      complaints.add("encoding: there is no " + feed.encoding());
    }
    if (feed.expect() != null) {
      complaints.addAll(feed.expect().contradictions());
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
}
