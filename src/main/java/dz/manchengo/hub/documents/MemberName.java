package dz.manchengo.hub.documents;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The name of a file in an archive.
 *
 * @param shown as its sender wrote it, with forward slashes
 */
record MemberName(String shown) {
  private static final List<String> LITTER = List.of("thumbs.db", "desktop.ini");

  /**
   * The name as people see it.
   *
   * @param raw as {@link Archive} has it: Unix writes UTF-8 without the mark that says so
   */
  static MemberName of(String raw) {
    return new MemberName(decoded(raw).replace('\\', '/'));
  }

  private static String decoded(String raw) {
    try {
      ByteBuffer bytes = Archive.NAMES.newEncoder().encode(CharBuffer.wrap(raw));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return raw;
    }
  }

  boolean isFolder() {
    return shown.endsWith("/");
  }

  /** What operating systems and open programs leave in folders. */
  boolean isLitter() {
    String last = shown.substring(shown.lastIndexOf('/') + 1);
    return shown.startsWith("__MACOSX/")
        || last.startsWith(".")
        || last.startsWith("~$")
        || LITTER.contains(last.toLowerCase(Locale.ROOT));
  }
}
