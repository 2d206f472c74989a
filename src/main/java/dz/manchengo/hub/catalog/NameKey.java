package dz.manchengo.hub.catalog;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * Names as they are compared: {@code « S.A.R.L. Épicerie du Port »} and {@code SARL EPICERIE DU
 * PORT} are one.
 */
public final class NameKey {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern DOTS = Pattern.compile("(?U)(?<=\\b\\p{L})\\.(?=\\p{L}\\b|\\s|$)");
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Between names of several people. */
  private static final Pattern AND = Pattern.compile("(?iu)[,;/&+|]|\\s(?:et|and)\\s");

  private static final int LONGEST = 200;

  /** What people put before or behind a name, or leave out. */
  private static final Set<String> LEGAL_FORMS =
      Set.of(
          "SARL EURL SPA SAS SASU SNC SCS SCA EI ETS ETABLISSEMENT ETABLISSEMENTS STE SOCIETE ENT"
              .concat(" ENTREPRISE شركة مؤسسة")
              .split(" "));

  private NameKey() {}

  /** Whether the names differ in nothing but spelling, spaces and legal form. */
  static boolean areAlike(String one, String other) {
    return one.equals(other) || bare(one).equals(bare(other));
  }

  private static String bare(String name) {
    String key = of(name);
    String bare =
        Arrays.stream(key.split(" ", -1))
            .filter(word -> !LEGAL_FORMS.contains(word))
            .collect(Collectors.joining());
    return bare.isEmpty() ? key : bare;
  }

  /** NFKD, upper case, no accents, no punctuation; never null, empty for a name without letters. */
  public static String of(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    String joined = DOTS.matcher(plain).replaceAll("");
    String key = NOT_WORD.matcher(joined).replaceAll(" ").strip().toUpperCase(Locale.ROOT);
    return key.length() <= LONGEST ? key : key.substring(0, LONGEST); // it is indexed
  }

  /** Those named in one cell, as they are compared: « Karim, Nadia et Zoé » are three. */
  public static Set<String> people(String names) {
    return Arrays.stream(AND.split(names))
        .map(NameKey::of)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A stable code for somebody known by name only: the same name gives the same code. */
  static String provisionalCode(String prefix, String name) {
    CRC32 crc = new CRC32();
    crc.update(of(name).getBytes(StandardCharsets.UTF_8));
    return prefix + HexFormat.of().toHexDigits((int) crc.getValue()).toUpperCase(Locale.ROOT);
  }
}
