package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of a closed list; accents, case, spaces and punctuation make no difference. */
final class Vocabulary<T> {
  /** Words of a beginning. */
  private static final int LONGEST = 4;

  private final Map<String, T> meanings = new HashMap<>();
  private final List<T> values = new ArrayList<>();
  private final @Nullable String phrase;
  private final Set<T> vague = new HashSet<>();
  private boolean more;
  private @Nullable Pattern shape;
  private @Nullable T shaped;

  private Vocabulary(@Nullable String phrase) {
    this.phrase = phrase;
  }

  /** The words of one value, with bars between them. */
  record Words<T>(T value, String words) {}

  @SafeVarargs
  static <T> Vocabulary<T> of(Words<T>... entries) {
    Vocabulary<T> vocabulary = new Vocabulary<>(null);
    for (Words<T> entry : entries) {
      vocabulary.add(entry);
    }
    return vocabulary;
  }

  /**
   * A list whose words a phrase of {@code reasons.tsv} names.
   *
   * @param phrase its key
   */
  @SafeVarargs
  static <T> Vocabulary<T> of(String phrase, Words<T>... entries) {
    Vocabulary<T> vocabulary = new Vocabulary<>(phrase);
    for (Words<T> entry : entries) {
      vocabulary.add(entry);
    }
    return vocabulary;
  }

  private void add(Words<T> entry) {
    values.add(entry.value());
    for (String word : entry.words().split(" \\| ", -1)) {
      learn(word, entry.value());
    }
  }

  /** What the word means; null when it is not on the list (FMT-014). */
  @Nullable T read(String text) {
    T meaning = meanings.get(key(text));
    return meaning == null && more ? withOthers(text) : meaning;
  }

  /** A word of the list may be followed by more, as {@code chèque n° 12345}. */
  Vocabulary<T> withMore() {
    more = true;
    return this;
  }

  /** What such a word means yields to what another one beside it means: « Crédit, par chèque ». */
  Vocabulary<T> yielding(Set<T> meanings) {
    vague.addAll(meanings);
    return this;
  }

  /** Folded texts that begin like that mean this, as {@code 30 jours}. */
  Vocabulary<T> withShape(Pattern beginning, T meaning) {
    shape = beginning;
    shaped = meaning;
    return this;
  }

  /** The longest beginning that is on the list; null when what follows means something else. */
  private @Nullable T withOthers(String text) {
    List<String> words = List.of(text.strip().split("[\\s,;:/()+-]+"));
    for (int length = Math.min(words.size() - 1, LONGEST); length > 0; length--) {
      T meaning = meanings.get(key(String.join("", words.subList(0, length))));
      if (meaning != null) {
        return agreed(meaning, words.subList(length, words.size()));
      }
    }
    boolean fits = shape != null && shape.matcher(Typography.fold(text.strip())).lookingAt();
    return shaped != null && fits ? agreed(shaped, words) : null;
  }

  private @Nullable T agreed(T first, List<String> others) {
    Set<T> all = new HashSet<>(Set.of(first));
    others.stream().map(word -> meanings.get(key(word))).filter(Objects::nonNull).forEach(all::add);
    if (!vague.containsAll(all)) {
      all.removeAll(vague);
    }
    return all.size() == 1 ? all.iterator().next() : null;
  }

  /** The words to ask for (FMT-014), for a sentence. */
  String asked() {
    return phrase != null
        ? "{" + phrase + "}"
        : values.stream().map(Enumerations::asked).collect(Collectors.joining(", "));
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
