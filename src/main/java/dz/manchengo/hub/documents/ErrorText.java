package dz.manchengo.hub.documents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a spreadsheet writes where a formula failed, in the languages that people here use: {@code
 * #N/A}, {@code #VALEUR!}, LibreOffice's {@code Err:502}; and the fence that it shows for a number
 * wider than its column. Saved as text, none of them is anybody's code, name or number (FMT-012).
 */
final class ErrorText {
  private static final Set<String> WORDS =
      Arrays.stream(
              ("N/A N/D NV N/V REF! DIV/0! NAME? VALUE! NUM! NULL! SPILL! CALC! FIELD! BLOCKED!"
                      + " CONNECT! BUSY! UNKNOWN! GETTING_DATA NOM? VALEUR! NOMBRE! NUL! CHAMP!"
                      + " PROPAGATION! EPARS! BLOQUE! BLOQUÉ! CONNEXION! INCONNU! OCCUPE! OCCUPÉ!"
                      + " OBTENTION_DES_DONNEES CHARGEMENT_DONNEES ¡DIV/0! ¡REF! ¡VALOR! ¿NOMBRE?"
                      + " ¡NUM! ¡NULO! BEZUG! WERT! ZAHL! NULL? NOME? VALORE! RIF!")
                  .split(" "))
          .collect(Collectors.toUnmodifiableSet());

  private static final int LONGEST = 24;
  private static final Pattern FENCE = Pattern.compile("#{3,}");
  private static final Pattern CODE = Pattern.compile("Err ?: ?5\\d\\d");

  private ErrorText() {}

  /**
   * Whether the text is one of them and nothing else.
   *
   * @param text without outer white space
   */
  static boolean is(String text) {
    if (text.length() < 3) {
      return false;
    }
    return text.charAt(0) == '#'
        ? FENCE.matcher(text).matches() || (text.length() <= LONGEST && isWord(text))
        : text.charAt(0) == 'E' && CODE.matcher(text).matches();
  }

  /** In French LibreOffice sets a space before the mark: {@code #VALEUR !}. */
  private static boolean isWord(String text) {
    StringBuilder word = new StringBuilder();
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        word.append(c);
      }
    }
    return WORDS.contains(word.toString().toUpperCase(Locale.ROOT));
  }
}
