package dz.manchengo.hub.documents;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 that was once read as windows-1252 and saved again: {@code FacturÃ©} (FIL-009). It is
 * mended only where there is no other explanation: the whole text goes back to bytes, the bytes are
 * UTF-8, and what they say is French, Arabic or plain typography.
 */
final class Mojibake {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private Mojibake() {}

  /** Whether every letter that could begin a broken one is followed by what could end it. */
  static boolean isSuspect(char[] text, int offset, int length) {
    boolean suspect = false;
    for (int i = offset; i < offset + length; i++) {
      if (text[i] >= 0xC2 && text[i] <= 0xF4) {
        char next = i + 1 < offset + length ? text[i + 1] : 0;
        if (next < 0x80 || (next > 0xBF && next <= 0xFF)) {
          return false; // an accent as it should be
        }
        suspect = true;
      }
    }
    return suspect;
  }

  /** The text as it was meant; the same object when nothing is to be mended. */
  static String mended(String text) {
    if (!isSuspect(text.toCharArray(), 0, text.length())) {
      return text;
    }
    try {
      String meant = StandardCharsets.UTF_8.newDecoder().decode(bytes(text)).toString();
      return isPlausible(meant) ? meant : text;
    } catch (CharacterCodingException e) {
      return text;
    }
  }

  /** The five bytes that the code page leaves open travel as the control characters they are. */
  private static ByteBuffer bytes(String text) throws CharacterCodingException {
    var encoder = WINDOWS_1252.newEncoder();
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0x81 || c == 0x8D || c == 0x8F || c == 0x90 || c == 0x9D) {
        bytes.put((byte) c);
      } else {
        bytes.put(encoder.encode(CharBuffer.wrap(text, i, i + 1)));
      }
    }
    return bytes.flip();
  }

  /** A lone Arabic letter proves nothing: {@code Ø±} may be a diameter and its tolerance. */
  private static boolean isPlausible(String meant) {
    return meant.chars().allMatch(c -> c < 0x80 || isFrench(c) || isArabic(c))
        && (meant.chars().anyMatch(Mojibake::isFrench)
            || meant.chars().filter(Mojibake::isArabic).count() > 1);
  }

  private static boolean isFrench(int c) {
    return (c >= 0xA0 && c <= 0xFF)
        || (c >= 0x2010 && c <= 0x203A)
        || "\u0152\u0153\u0178\u20AC\u2122\u202F".indexOf(c) >= 0;
  }

  private static boolean isArabic(int c) {
    return c >= 0x0600 && c <= 0x06FF;
  }
}
