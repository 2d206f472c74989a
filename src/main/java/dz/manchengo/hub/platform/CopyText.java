package dz.manchengo.hub.platform;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows as the text format of {@code COPY} wants them, in UTF-8. */
final class CopyText {
  private static final byte[] NULL = {'\\', 'N'};

  private byte[] bytes;
  private int length;

  CopyText(int size) {
    this.bytes = new byte[size + size / 8];
  }

  int length() {
    return length;
  }

  void row(@Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        put('\t');
      }
      append(values[i]);
    }
    put('\n');
  }

  /** What was written since the last time. */
  byte[] take() {
    byte[] taken = Arrays.copyOf(bytes, length);
    length = 0;
    return taken;
  }

  private void append(@Nullable Object value) {
    if (value == null) {
      append(NULL);
      return;
    }
    String text = value.toString();
    reserve(text.length() * 2);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        append(wide(text.substring(i)).getBytes(StandardCharsets.UTF_8));
        return;
      }
      switch (c) {
        case '\\' -> escaped('\\');
        case '\t' -> escaped('t');
        case '\n' -> escaped('n');
        case '\r' -> escaped('r');
        case '\0' -> append(wide("\0").getBytes(StandardCharsets.UTF_8));
        default -> bytes[length++] = (byte) c;
      }
    }
  }

  /** A text with letters outside of ASCII, escaped. */
  private static String wide(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> escaped.append("\\\\");
        case '\t' -> escaped.append("\\t");
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\0' -> escaped.append('\uFFFD'); // PostgreSQL text cannot hold NUL
        default -> escaped.append(Character.isSurrogate(c) ? paired(text, i) : c);
      }
    }
    return escaped.toString();
  }

  /** What the database can hold of a text. */
  static String storable(String text) {
    StringBuilder storable = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\0') {
        storable.setCharAt(i, '\uFFFD');
      } else if (Character.isSurrogate(c)) {
        storable.setCharAt(i, paired(text, i));
      }
    }
    return storable.toString();
  }

  /** A lone surrogate is no character and would end the COPY. */
  private static char paired(String text, int i) {
    char c = text.charAt(i);
    boolean high =
        Character.isHighSurrogate(c)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1));
    boolean low =
        Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    return high || low ? c : '\uFFFD';
  }

  private void escaped(char letter) {
    bytes[length++] = '\\';
    bytes[length++] = (byte) letter;
  }

  private void append(byte[] more) {
    reserve(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  private void put(char c) {
    reserve(1);
    bytes[length++] = (byte) c;
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
