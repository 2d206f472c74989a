package dz.manchengo.hub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.RuleBook;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  private static final Pattern NUMBERED = Pattern.compile("\\{\\d+}");
  private static final Pattern NAMED = Pattern.compile("\\{\\w+}");
  private static final Pattern TEXT_KEY =
      Pattern.compile(
          "\"((?:ack|api|check|count|command|console|notice|answer|job\\.(?:command|delivery|failure|refused)|mailbox|migrate|report\\.(?:bucket|letter)|setting|sftp|stock\\.command|watch|backup|restore)"
              + "\\.[\\w.-]*)\"");
  private static final Pattern GET_KEY = Pattern.compile("texts\\s*\\.get\\(\\s*\"([^\"]+)\"");

  private static final Set<String> FAMILIES =
      Set.of(
          "API", "FIL", "FMT", "MDM", "ORD", "INV", "PAY", "PRD", "LOT", "CNT", "MVT", "REC",
          "UND");

  /** Codes in the code that make a finding; a comparison with one makes none. */
  private static final Pattern IN_SQL = Pattern.compile("'([A-Z]{3}-[0-9]{3})'");

  private static final Pattern EMITTED =
      Pattern.compile("(?<!equals\\()\"((?:" + String.join("|", FAMILIES) + ")-\\d{3})\"");

  @Test
  void bothLanguagesSayTheSameThings() {
    Properties french = messages("fr");
    Properties english = messages("en");
    assertThat(english.stringPropertyNames()).isEqualTo(french.stringPropertyNames()).isNotEmpty();
    for (String key : french.stringPropertyNames()) {
      assertThat(french.getProperty(key)).as(key).isNotBlank();
      assertThat(english.getProperty(key)).as(key).isNotBlank();
      assertThat(ProjectFiles.placeholders(NUMBERED, english.getProperty(key)))
          .as(key)
          .isEqualTo(ProjectFiles.placeholders(NUMBERED, french.getProperty(key)));
    }
  }

  /** A single one quotes the rest of the sentence ({@link java.text.MessageFormat}); braces are. */
  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void apostrophesOfMessagesAreDoubled(String language) {
    assertThat(messages(language).values())
        .allMatch(text -> !text.toString().replaceAll("''|'[{}]+'", "").contains("'"));
  }

  @Test
  void everyTextThatTheCodeAsksForIsThere() {
    Set<String> keys = messages("fr").stringPropertyNames();
    assertThat(ProjectFiles.foundInCode(GET_KEY)).isNotEmpty().allMatch(key -> known(key, keys));
    assertThat(ProjectFiles.foundInCode(TEXT_KEY)).isNotEmpty().allMatch(key -> known(key, keys));
  }

  /** What is said by channel ends in its name ({@code Texts.own}). */
  @Test
  void everyTextIsAskedFor() {
    Set<String> asked = ProjectFiles.foundInCode(TEXT_KEY);
    assertThat(messages("fr").stringPropertyNames())
        .extracting(key -> key.replaceFirst("\\.(EMAIL|REST)$", ""))
        .allMatch(
            key ->
                asked.contains(key)
                    || asked.stream().anyMatch(a -> a.endsWith(".") && key.startsWith(a)));
  }

  /** A literal that ends in a point is the beginning of several keys. */
  private static boolean known(String key, Set<String> keys) {
    return keys.contains(key)
        || (key.endsWith(".") && keys.stream().anyMatch(k -> k.startsWith(key)));
  }

  @Test
  void theRuleBookIsWhole() {
    List<List<String>> rows = ProjectFiles.table("rules.tsv");
    assertThat(rows).allMatch(row -> row.size() == 6);
    List<String> codes = rows.stream().map(row -> row.get(0)).toList();
    assertThat(codes).hasSizeGreaterThanOrEqualTo(147).doesNotHaveDuplicates();
    assertThat(codes).allMatch(code -> code.matches("[A-Z]{3}-\\d{3}"));
    assertThat(codes.stream().map(TextsTest::family).collect(Collectors.toSet()))
        .isEqualTo(FAMILIES);
    for (String family : FAMILIES) {
      List<String> own = codes.stream().filter(code -> family(code).equals(family)).toList();
      assertThat(own.get(own.size() - 1)).endsWith("%03d".formatted(own.size()));
    }
    assertThat(RuleBook.rules()).extracting(RuleBook.Rule::code).isEqualTo(codes);
  }

  @Test
  void rulesSayTheSameInBothLanguages() {
    for (List<String> row : ProjectFiles.table("rules.tsv")) {
      assertSame(row.get(0), row.get(2), row.get(3));
      assertThat(row.get(2)).as(row.get(0)).isNotBlank();
      assertSame(row.get(0), row.get(4), row.get(5));
      assertThat(row.get(4).isBlank()).as(row.get(0)).isEqualTo(row.get(5).isBlank());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reasons.tsv", "hints.tsv"})
  void phrasesSayTheSameInBothLanguages(String table) {
    List<List<String>> rows = ProjectFiles.table(table);
    assertThat(rows).isNotEmpty().allMatch(row -> row.size() == 3);
    assertThat(rows.stream().map(row -> row.get(0))).doesNotHaveDuplicates();
    for (List<String> row : rows) {
      assertSame(row.get(0), row.get(1), row.get(2));
      assertThat(row).noneMatch(String::isBlank);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reason", "hint"})
  void everyPhraseInTheCodeIsThere(String kind) {
    Pattern key = Pattern.compile("\"(" + kind + "\\.[a-z0-9.-]*[a-z0-9])\"");
    assertThat(keys(kind + "s.tsv")).containsAll(ProjectFiles.foundInCode(key));
  }

  @Test
  void everyRuleThatTheCodeNamesIsInTheBook() {
    assertThat(keys("rules.tsv")).containsAll(emitted());
  }

  /** {@code rules-left-out.tsv}: a rule works, or the table says why not yet. */
  @Test
  void everyRuleIsAppliedOrLeftOutForAReason() {
    Set<String> leftOut = keys("rules-left-out.tsv");
    Set<String> applied = emitted();
    assertThat(ProjectFiles.table("rules-left-out.tsv"))
        .allMatch(row -> row.size() == 2 && row.get(1).length() > 15);
    assertThat(
            keys("rules.tsv").stream()
                .filter(code -> !applied.contains(code))
                .filter(code -> !leftOut.contains(code) && !leftOut.contains(family(code))))
        .as("neither applied nor left out")
        .isEmpty();
    assertThat(leftOut.stream().filter(applied::contains)).as("applied and left out").isEmpty();
    assertThat(leftOut)
        .as("codes and families that exist")
        .isSubsetOf(
            Stream.concat(keys("rules.tsv").stream(), FAMILIES.stream())
                .collect(Collectors.toSet()));
  }

  /** By the code, and by the statements of jobs. */
  private static Set<String> emitted() {
    Set<String> emitted = new TreeSet<>(ProjectFiles.foundInCode(EMITTED));
    for (Path file :
        Stream.concat(
                ProjectFiles.under(Path.of("batch-jobs"), ".sql").stream(),
                ProjectFiles.under(ProjectFiles.RESOURCES.resolve("sql"), ".sql").stream())
            .toList()) {
      IN_SQL.matcher(ProjectFiles.read(file)).results().forEach(one -> emitted.add(one.group(1)));
    }
    return emitted;
  }

  private static String family(String code) {
    return code.substring(0, 3);
  }

  private static Set<String> keys(String table) {
    return ProjectFiles.table(table).stream()
        .map(row -> row.get(0))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void assertSame(String key, String french, String english) {
    assertThat(ProjectFiles.placeholders(NAMED, english))
        .as(key)
        .isEqualTo(ProjectFiles.placeholders(NAMED, french));
  }

  private static Properties messages(String language) {
    Properties messages = new Properties();
    try (Reader reader =
        Files.newBufferedReader(
            ProjectFiles.RESOURCES.resolve("messages_" + language + ".properties"))) {
      messages.load(reader);
      return messages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
