package dz.manchengo.hub.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Whether bytes begin as a mail does, with a header: {@code Received: from …}. */
final class MailBeginning {
  private static final int LONGEST = 4096;

  /** After empty lines, a byte order mark, and the line with which a mail in a mbox begins. */
  private static final Pattern HEADER =
      Pattern.compile(
          "(?:\u00EF\u00BB\u00BF)?[\r\n]*(?:>?From [^\r\n]*\r?\n)?[!-9<-~]{1,76}[ \t]*:.*",
          Pattern.DOTALL);

  private MailBeginning() {}

  /**
   * Looks, and leaves the stream where it was.
   *
   * @param bytes can be marked
   */
  static boolean is(InputStream bytes) throws IOException {
    bytes.mark(LONGEST);
    String beginning = new String(bytes.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
    bytes.reset();
    return HEADER.matcher(beginning).matches();
  }
}
