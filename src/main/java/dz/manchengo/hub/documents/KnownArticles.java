package dz.manchengo.hub.documents;

import java.util.HashSet;
import java.util.Set;

/** The articles of the lines above, by their first word. */
final class KnownArticles {
  /** More articles than a dairy sells, fewer than would fill a memory. */
  private static final int MOST = 5_000;

  private static final int LEAST_LETTERS = 3;

  private final Set<String> names = new HashSet<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> words = new HashSet<>();

  /** Takes the name of an article as a line has it. */
  void add(String name) {
    if (names.size() >= MOST || !names.add(name)) {
      return;
    }
    String first = firstWord(name.strip());
    if (!first.isEmpty() && seen.size() < MOST && seen.add(first)) {
      words.add(stem(HeaderName.normalise(first)));
    }
  }

  /** Whether a line above may have been of what is called so; true where too many have been. */
  boolean has(String normalised) {
    String stem = stem(firstWord(normalised));
    return stem.length() >= LEAST_LETTERS && (seen.size() >= MOST || words.contains(stem));
  }

  private static String firstWord(String text) {
    int end = text.indexOf(' ');
    return end < 0 ? text : text.substring(0, end);
  }

  /** « Laits » are « Lait ». */
  private static String stem(String word) {
    return word.endsWith("s") || word.endsWith("x") ? word.substring(0, word.length() - 1) : word;
  }
}
