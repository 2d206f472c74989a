package dz.manchengo.hub.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What may have gone wrong, as one sentence from {@code hints.tsv}. A finding names it in its
 * parameter {@code hint}; the sentence's placeholders are the finding's parameters.
 */
public final class Hints {
  public static final String PARAM = "hint";

  /** Told when a provisional record was made. */
  public static final String CREATED = "hint.created";

  /** Told where nothing is posted: one would be made. */
  static final String WOULD_BE_CREATED = "hint.would-be-created";

  private static final Map<String, Hint> HINTS = read();

  private Hints() {}

  private record Hint(String fr, String en) {
    String in(Locale language) {
      return language.getLanguage().equals("en") ? en : fr;
    }
  }

  /**
   * The hint of that finding; empty when it has none.
   *
   * @throws IllegalArgumentException for a key that is not in the table: a mistake in the program
   */
  public static String text(Finding finding, Locale language) {
    String key = finding.params().get(PARAM);
    if (key == null) {
      return "";
    }
    Hint hint = HINTS.get(key);
    if (hint == null) {
      throw new IllegalArgumentException("no hint " + key);
    }
    String filled = hint.in(language);
    for (Map.Entry<String, String> param : finding.params().entrySet()) {
      filled = filled.replace("{" + param.getKey() + "}", param.getValue());
    }
    return filled;
  }

  /** What is wrong and, where arithmetic or policy tells more, what that means. */
  public static String sentence(Finding finding, Locale language) {
    String hint = text(finding, language);
    String message = RuleBook.message(finding, language);
    String joint = language.getLanguage().equals("en") ? "; " : " ; ";
    return hint.isEmpty() ? message : message + joint + hint;
  }

  private static Map<String, Hint> read() {
    Map<String, Hint> hints = new LinkedHashMap<>();
    try (InputStream in = Hints.class.getResourceAsStream("/hints.tsv")) {
      String table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      table
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(c -> hints.put(c[0], new Hint(c[1], c[2])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return hints;
  }
}
