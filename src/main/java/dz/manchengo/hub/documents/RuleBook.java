package dz.manchengo.hub.documents;

import dz.manchengo.hub.platform.Days;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules with their stable codes, severities and sentences, read from {@code rules.tsv}. */
public final class RuleBook {
  private static final Map<String, Rule> RULES = read();
  private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Set<String> AS_IS = Set.of("value", "raw", "other");

  /** Dates of which people could mistake the day for the month. */
  private static final Set<String> IN_WORDS = Set.of("iso", "iso_a", "iso_b");

  private static final Pattern PHRASE = Pattern.compile("\\{(reason\\.[a-z0-9.-]+)}");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)\\}");

  private RuleBook() {}

  /** One rule; sentences hold {@code {named}} placeholders, the same ones in both languages. */
  public record Rule(
      String code,
      Severity severity,
      String messageFr,
      String messageEn,
      String expectedFr,
      String expectedEn) {}

  public static Collection<Rule> rules() {
    return RULES.values();
  }

  static boolean isRule(String code) {
    return RULES.containsKey(code);
  }

  /**
   * The rule of that code.
   *
   * @throws IllegalArgumentException for a code that is not in the book: a mistake in the program
   */
  public static Rule rule(String code) {
    Rule rule = RULES.get(code);
    if (rule == null) {
      throw new IllegalArgumentException("no rule " + code);
    }
    return rule;
  }

  /** A finding of that rule with the rule's own severity, of no document yet. */
  public static Finding finding(
      String code, Place place, @Nullable String value, Object... namesAndValues) {
    return new Finding(
        code, rule(code).severity(), null, place, value, Finding.params(namesAndValues));
  }

  /** What is wrong, in one sentence. */
  public static String message(Finding finding, Locale language) {
    Rule rule = rule(finding.rule());
    boolean french = isFrench(language);
    return fill(french ? rule.messageFr() : rule.messageEn(), spoken(finding.params(), french));
  }

  /**
   * What would have been right; empty where the sentence says it already. A reason may know better
   * than its rule: {@code reason.no-feed.expected}.
   */
  public static String expected(Finding finding, Locale language) {
    Rule rule = rule(finding.rule());
    boolean french = isFrench(language);
    String sentence =
        finding.params().values().stream()
            .map(value -> value + Reasons.EXPECTED)
            .filter(Reasons::has)
            .findFirst()
            .map(key -> Reasons.phrase(key, french))
            .orElse(french ? rule.expectedFr() : rule.expectedEn());
    return fill(sentence, spoken(finding.params(), french));
  }

  /** A text with the phrases of {@code reasons.tsv} that stand in it as <code>{reason.…}</code>. */
  public static String worded(String text, Locale language) {
    return worded(text, isFrench(language));
  }

  private static String worded(String text, boolean french) {
    return PHRASE
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Reasons.has(found.group(1))
                        ? Reasons.phrase(found.group(1), french)
                        : found.group()));
  }

  private static boolean isFrench(Locale language) {
    return !language.getLanguage().equals("en");
  }

  /** A value such as {@code reason.empty} is a phrase of {@code reasons.tsv}: put into words. */
  private static Map<String, String> spoken(Map<String, String> params, boolean french) {
    Map<String, String> dated = new HashMap<>(params);
    dated.replaceAll((name, value) -> dated(name, value, french));
    Map<String, String> spoken = new HashMap<>(dated);
    spoken.replaceAll(
        (name, value) ->
            !AS_IS.contains(name) && Reasons.has(value)
                ? fill(Reasons.phrase(value, french), dated)
                : worded(value, french));
    return spoken;
  }

  /** Dates as people here write them, but for what a file gave. */
  private static String dated(String name, String value, boolean french) {
    if (AS_IS.contains(name) || !ISO_DATE.matcher(value).matches()) {
      return value;
    }
    try {
      LocalDate day = LocalDate.parse(value);
      return IN_WORDS.contains(name) ? Days.inWords(day, french) : Days.of(day);
    } catch (DateTimeParseException e) {
      return value; // somebody's text that looks like a date
    }
  }

  /** In one pass: a value that happens to hold a placeholder stays as it is. */
  private static String fill(String sentence, Map<String, String> params) {
    return PLACEHOLDER
        .matcher(sentence)
        .replaceAll(
            found -> Matcher.quoteReplacement(params.getOrDefault(found.group(1), found.group())));
  }

  private static Map<String, Rule> read() {
    Map<String, Rule> rules = new LinkedHashMap<>();
    try (InputStream in = RuleBook.class.getResourceAsStream("/rules.tsv")) {
      String table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      table
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(
              c -> rules.put(c[0], new Rule(c[0], Severity.valueOf(c[1]), c[2], c[3], c[4], c[5])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Collections.unmodifiableMap(rules);
  }
}
