package dz.manchengo.hub.documents;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file that holds one half of its documents, as {@code ventes_entete.csv} and {@code
 * ventes_lignes.csv} (domain notes §7.2).
 *
 * @param common what both names begin with, in lower case and without accents
 * @param half which half the name announces
 * @param extension with its point, empty where there is none
 * @param companion what the other file is probably called
 */
public record PairName(String common, Half half, String extension, String companion) {
  private static final Map<String, String> OTHER =
      Map.of(
          "ligne", "entete", "detail", "entete", "line", "header", "header", "lines", "head",
          "lines");

  /** What the files of a pair hold. */
  public enum Half {
    HEADERS("entetes?|en-?tetes?|headers?|heads?"),
    LINES("lignes?|lines?|details?");

    private final Pattern name;

    Half(String words) {
      name = Pattern.compile("(.*[^a-z0-9])(" + words + ")(\\.[a-z0-9]{1,5})?");
    }
  }

  /** Empty for any other name. */
  public static Optional<PairName> of(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    for (Half half : Half.values()) {
      Matcher parts = half.name.matcher(plain);
      if (parts.matches() && parts.group(1).length() > 1) {
        String extension = parts.group(3) == null ? "" : parts.group(3);
        String companion = parts.group(1) + other(parts.group(2)) + extension;
        return Optional.of(new PairName(parts.group(1), half, extension, companion));
      }
    }
    return Optional.empty();
  }

  /** The word for the other half, in the same language. */
  private static String other(String word) {
    return OTHER.getOrDefault(word.replaceFirst("s$", ""), "lignes");
  }

  /** Whether the two files make whole documents together. */
  public boolean completes(PairName other) {
    return half != other.half && common.equals(other.common) && extension.equals(other.extension);
  }
}
