package dz.manchengo.hub.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules with their stable codes, severities and sentences, read from {@code rules.tsv}. */
public final class RuleBook {
  private static final Map<String, Rule> RULES = read();

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
    return fill(isFrench(language) ? rule.messageFr() : rule.messageEn(), finding.params());
  }

  /** What would have been right; empty where the sentence says it already. */
  public static String expected(Finding finding, Locale language) {
    Rule rule = rule(finding.rule());
    return fill(isFrench(language) ? rule.expectedFr() : rule.expectedEn(), finding.params());
  }

  private static boolean isFrench(Locale language) {
    return !language.getLanguage().equals("en");
  }

  private static String fill(String sentence, Map<String, String> params) {
    String filled = sentence;
    for (Map.Entry<String, String> param : params.entrySet()) {
      filled = filled.replace("{" + param.getKey() + "}", param.getValue());
    }
    return filled;
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
