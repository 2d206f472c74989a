package dz.manchengo.hub.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Phrases that a rule's sentence takes in, as {@code {reason}}; read from {@code reasons.tsv}. */
final class Reasons {
  /** Behind a reason's key: what would have been right instead. */
  static final String EXPECTED = ".expected";

  private static final Map<String, Phrase> PHRASES = read();

  private Reasons() {}

  private record Phrase(String fr, String en) {}

  static boolean has(String key) {
    return key.startsWith("reason.") && PHRASES.containsKey(key);
  }

  /**
   * The phrase of that key.
   *
   * @throws NullPointerException for a key that is not in the table
   */
  static String phrase(String key, boolean french) {
    Phrase phrase = Objects.requireNonNull(PHRASES.get(key), key);
    return french ? phrase.fr() : phrase.en();
  }

  /**
   * That text, or the French phrase if it is a key: for a value of which the file's word is gone.
   */
  static String spoken(String text) {
    return has(text) ? phrase(text, true) : text;
  }

  private static Map<String, Phrase> read() {
    try (InputStream in = Reasons.class.getResourceAsStream("/reasons.tsv")) {
      String table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return table
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .collect(Collectors.toUnmodifiableMap(c -> c[0], c -> new Phrase(c[1], c[2])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
