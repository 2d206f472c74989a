package dz.manchengo.hub.documents;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Looks for the one alias that a misspelt header is like (FIL-007): a slip or two of the pen, or
 * its beginning. Another word that only sounds alike is another word.
 */
final class HeaderLikeness {
  private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
  private static final double ALIKE = 0.92;

  /** Each word for itself: {@code Stock initial} is not {@code Stock final}. */
  private static final double WORDS_ALIKE = 0.88;

  private static final LevenshteinDistance SLIPS = LevenshteinDistance.getDefaultInstance();

  /** From that length on a word may have two slips. */
  private static final int LONG_WORD = 8;

  /** Shorter beginnings of a word are no abbreviation of it. */
  private static final int SHORTEST_BEGINNING = 3;

  /** Below it no pair of lengths can reach {@link #ALIKE}, whatever the letters. */
  private static final double LENGTHS = 0.6;

  /** Short words that differ in a letter are other words: {@code Taux} is not {@code Tax}. */
  private static final int SHORTEST_HEADER = 5;

  /** Longer texts in the first rows of a file are sentences. */
  private static final int LONGEST_HEADER = 60;

  private final String name;
  private final boolean comparable;
  private double best = ALIKE;
  private List<Aliases.Field> found = List.of();
  private boolean unique = true;

  HeaderLikeness(String name) {
    this.name = name;
    this.comparable =
        name.length() >= SHORTEST_HEADER
            && name.length() <= LONGEST_HEADER
            && name.chars().anyMatch(Character::isLetter);
  }

  /** Whether it is worth hearing any alias: figures and short words are like none. */
  boolean isComparable() {
    return comparable;
  }

  /** The same of one alias, by its length. */
  boolean mayBe(String alias) {
    return comparable && likeLengths(alias);
  }

  void hear(String alias, List<Aliases.Field> fields) {
    if (fields.isEmpty() || !mayBe(alias)) {
      return;
    }
    double score = JARO_WINKLER.apply(name, alias);
    if (score >= best && figures(name).equals(figures(alias)) && likeWords(alias)) {
      unique = score > best || found.isEmpty() || (unique && found.equals(fields));
      best = score;
      found = fields;
    }
  }

  /** The fields of the best alias; none when two different ones are equally good. */
  List<Aliases.Field> found() {
    return unique ? found : List.of();
  }

  private boolean likeLengths(String alias) {
    int shorter = Math.min(name.length(), alias.length());
    return shorter >= SHORTEST_HEADER
        && shorter >= LENGTHS * Math.max(name.length(), alias.length());
  }

  private boolean likeWords(String alias) {
    String[] mine = name.split(" ", -1);
    String[] theirs = alias.split(" ", -1);
    if (mine.length != theirs.length) {
      return name.replace(" ", "").equals(alias.replace(" ", ""));
    }
    return IntStream.range(0, mine.length)
        .allMatch(
            i ->
                JARO_WINKLER.apply(mine[i], theirs[i]) >= WORDS_ALIKE
                    && isSlip(mine[i], theirs[i]));
  }

  /** Nobody misspells the first letter; letters that changed places are one slip. */
  private static boolean isSlip(String mine, String theirs) {
    if (mine.charAt(0) != theirs.charAt(0)) {
      return false;
    }
    boolean beginning = mine.length() >= SHORTEST_BEGINNING && theirs.startsWith(mine);
    return beginning
        || sorted(mine).equals(sorted(theirs))
        || SLIPS.apply(mine, theirs) <= (theirs.length() < LONG_WORD ? 1 : 2);
  }

  private static String sorted(String word) {
    return word.chars()
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Figures are no slip of the pen: {@code Comptage 3} is not {@code Comptage 2}. */
  private static String figures(String name) {
    return name.replaceAll("\\D", "");
  }
}
