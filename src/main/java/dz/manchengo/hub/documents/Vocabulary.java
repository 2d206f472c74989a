package dz.manchengo.hub.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of a closed list; accents, case, spaces and punctuation make no difference. */
final class Vocabulary<T> {
  private final Map<String, T> meanings = new HashMap<>();
  private final String allowed;

  private Vocabulary(String allowed) {
    this.allowed = allowed;
  }

  /** The words of one value, with bars between them. */
  record Words<T>(T value, String words) {}

  /**
   * A closed list.
   *
   * @param allowed phrase of {@code reasons.tsv} with one word for each value
   */
  @SafeVarargs
  static <T> Vocabulary<T> of(String allowed, Words<T>... entries) {
    Vocabulary<T> vocabulary = new Vocabulary<>(allowed);
    for (Words<T> entry : entries) {
      List<String> words = List.of(entry.words().split(" \\| ", -1));
      words.forEach(word -> vocabulary.learn(word, entry.value()));
    }
    return vocabulary;
  }

  /** What the word means; null when it is not on the list (FMT-014). */
  @Nullable T read(String text) {
    return meanings.get(key(text));
  }

  /** The phrase with one word for each value, for the sentence of FMT-014. */
  String allowed() {
    return allowed;
  }

  private void learn(String word, T value) {
    T other = meanings.put(key(word), value);
    if (other != null && !other.equals(value)) {
      throw new IllegalArgumentException(word + " means two things");
    }
  }

  private static String key(String word) {
    return Typography.lettersAndDigits(Typography.fold(word));
  }
}
