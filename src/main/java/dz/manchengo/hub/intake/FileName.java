package dz.manchengo.hub.intake;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * File names as people see them, whatever the locale of the process: Java mangles {@code été.csv}
 * under {@code LANG=C}, but a path's URI keeps its bytes.
 */
public final class FileName {
  private FileName() {}

  /** The last part of a path, read as UTF-8, or as windows-1252 where it is not UTF-8. */
  static String of(Path path) {
    String raw = path.toUri().getRawPath();
    String trimmed = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
    byte[] bytes = percentDecode(trimmed.substring(trimmed.lastIndexOf('/') + 1));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  /** A file of that name in a folder; the name is one part, never a path. */
  static Path in(Path folder, String name) {
    String base = folder.toUri().getRawPath();
    return Path.of(URI.create("file://" + (base.endsWith("/") ? base : base + "/") + encode(name)));
  }

  /** True if the name holds a line break or another control character. */
  static boolean hasControlCharacter(String name) {
    return name.chars().anyMatch(Character::isISOControl);
  }

  /**
   * A name that every file system and every user can bear: no separators, no control characters.
   */
  public static String safe(String name) {
    StringBuilder safe = new StringBuilder();
    name.codePoints()
        .map(c -> Character.isISOControl(c) || "/\\:*?\"<>|".indexOf(c) >= 0 ? '_' : c)
        .forEach(safe::appendCodePoint);
    return safe.isEmpty() ? "_" : safe.toString();
  }

  /** The beginning of a name, no longer than that many bytes of UTF-8; never half a character. */
  public static String shortened(String name, int bytes) {
    int end = 0;
    int length = 0;
    while (end < name.length()) {
      int character = name.codePointAt(end);
      length += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
      if (length > bytes) {
        return name.substring(0, end);
      }
      end += Character.charCount(character);
    }
    return name;
  }

  private static byte[] percentDecode(String raw) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) == '%') {
        out.write(Integer.parseInt(raw.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        out.write(raw.charAt(i));
      }
    }
    return out.toByteArray();
  }

  private static String encode(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      encoded.append('%').append(String.format("%02X", b));
    }
    return encoded.toString();
  }
}
