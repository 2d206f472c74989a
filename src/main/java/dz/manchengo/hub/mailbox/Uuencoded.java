package dz.manchengo.hub.mailbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Files that old mail programs write into the text of a mail (uuencode, POSIX.1). */
final class Uuencoded {
  private static final Pattern BEGIN = Pattern.compile("begin [0-7]{3,4} +(\\S.*)");

  /**
   * The longest line of data has 61 characters and perhaps a sum; of a longer one the rest is text.
   */
  private static final int LONGEST_LINE = 300;

  /** Bytes of one file, which is decoded in memory. */
  private static final int LIMIT = 20 << 20;

  private final InputStream in;

  private Uuencoded(InputStream in) {
    this.in = in;
  }

  /**
   * Visits the files in a text, none where it is just a text.
   *
   * @throws UnreadableMail if one of them has no end
   */
  static void read(MailPart text, InputStream bytes, MailParts.Visitor visitor)
      throws IOException, UnreadableMail {
    Uuencoded lines = new Uuencoded(new BufferedInputStream(bytes));
    int number = 0;
    String line = lines.next();
    while (line != null) {
      Matcher begin = BEGIN.matcher(line);
      line = lines.next();
      if (begin.matches() && line != null && isData(line)) {
        String name = text.name().isEmpty() ? words(begin.group(1)) : text.name();
        byte[] file = lines.file(line);
        visitor.visit(text.inside(++number, name), new ByteArrayInputStream(file));
        line = lines.next();
      }
    }
  }

  /** From the first line of data to the word that ends them. */
  private byte[] file(String first) throws IOException, UnreadableMail {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    String line = first;
    while (line != null && !line.strip().equals("end")) {
      if (!isData(line) || file.size() > LIMIT) {
        throw new UnreadableMail(UnreadableMail.DAMAGED, 0); // or too long
      }
      decode(line, file);
      line = next();
    }
    if (line == null) {
      throw new UnreadableMail(UnreadableMail.DAMAGED, 0); // it has no end
    }
    return file.toByteArray();
  }

  /** Says how many bytes it holds, and has no more characters than they need. */
  private static boolean isData(String line) {
    int needed = (length(line) + 2) / 3 * 4 + 1;
    return line.length() <= needed + 2 && line.chars().allMatch(c -> c >= ' ' && c <= '`');
  }

  private static int length(String line) {
    return bits(line, 0);
  }

  private static void decode(String line, ByteArrayOutputStream out) {
    int left = length(line);
    for (int at = 1; left > 0; at += 4) {
      int three =
          bits(line, at) << 18
              | bits(line, at + 1) << 12
              | bits(line, at + 2) << 6
              | bits(line, at + 3);
      for (int shift = 16; shift >= 0 && left > 0; shift -= 8, left--) {
        out.write(three >> shift);
      }
    }
  }

  /** Spaces at the end of a line get lost on the way. */
  private static int bits(String line, int at) {
    return at < line.length() ? (line.charAt(at) - ' ') & 63 : 0;
  }

  private static String words(String bytes) {
    return MailText.of(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  private @Nullable String next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int b = in.read();
    if (b < 0) {
      return null;
    }
    for (; b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r' && line.size() < LONGEST_LINE) {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
