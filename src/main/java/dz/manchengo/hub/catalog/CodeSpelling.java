package dz.manchengo.hub.catalog;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Codes as hands write them: {@code c014}, {@code C-14} and {@code C-O14} are one. */
final class CodeSpelling {
  private static final Pattern NOT_CODE = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![0-9])0+(?=[0-9])");

  private CodeSpelling() {}

  static boolean areAlike(@Nullable String one, String other) {
    return one != null && folded(one).equals(folded(other));
  }

  private static String folded(String code) {
    String plain = NOT_CODE.matcher(code).replaceAll("").toUpperCase(Locale.ROOT);
    String digits = plain.replace('O', '0').replace('I', '1').replace('L', '1');
    return LEADING_ZEROS.matcher(digits).replaceAll("");
  }
}
