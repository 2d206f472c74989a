package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of a closed list; accents, case, spaces and punctuation make no difference. */
final class Vocabulary<T> {
  private final Map<String, T> meanings = new HashMap<>();
  private final List<T> values = new ArrayList<>();

  private Vocabulary() {}

  /** The words of one value, with bars between them. */
  record Words<T>(T value, String words) {}

  @SafeVarargs
  static <T> Vocabulary<T> of(Words<T>... entries) {
    Vocabulary<T> vocabulary = new Vocabulary<>();
    for (Words<T> entry : entries) {
      List<String> words = List.of(entry.words().split(" \\| ", -1));
      vocabulary.values.add(entry.value());
      words.forEach(word -> vocabulary.learn(word, entry.value()));
    }
    return vocabulary;
  }

  /** What the word means; null when it is not on the list (FMT-014). */
  @Nullable T read(String text) {
    return meanings.get(key(text));
  }

  /** What may be meant, in the order of the list. */
  List<T> values() {
    return List.copyOf(values);
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
