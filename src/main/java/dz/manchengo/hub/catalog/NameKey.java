package dz.manchengo.hub.catalog;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Names as they are compared: {@code « S.A.R.L. Épicerie du Port »} and {@code SARL EPICERIE DU
 * PORT} are one.
 */
public final class NameKey {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern DOTS = Pattern.compile("(?<=\\b\\p{L})\\.(?=\\p{L}\\b|\\s|$)");
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final int LONGEST = 200;

  private NameKey() {}

  /** NFKD, upper case, no accents, no punctuation; never null, empty for a name without letters. */
  public static String of(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    String joined = DOTS.matcher(plain).replaceAll("");
    String key = NOT_WORD.matcher(joined).replaceAll(" ").strip().toUpperCase(Locale.ROOT);
    return key.length() <= LONGEST ? key : key.substring(0, LONGEST); // it is indexed
  }

  /** A stable code for somebody known by name only: the same name gives the same code. */
  static String provisionalCode(String prefix, String name) {
    CRC32 crc = new CRC32();
    crc.update(of(name).getBytes(StandardCharsets.UTF_8));
    return prefix + HexFormat.of().toHexDigits((int) crc.getValue()).toUpperCase(Locale.ROOT);
  }
}
