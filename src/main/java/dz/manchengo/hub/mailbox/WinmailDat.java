package dz.manchengo.hub.mailbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The attachments in a {@code winmail.dat}, as Outlook wraps them (MS-OXTNEF). */
final class WinmailDat {
  private static final Logger log = LoggerFactory.getLogger(WinmailDat.class);

  /** How every such file begins (MS-OXTNEF 2.1.3.1). */
  private static final byte[] SIGNATURE = {0x78, (byte) 0x9F, 0x3E, 0x22};

  private WinmailDat() {}

  /**
   * Looks, and leaves the stream where it was.
   *
   * @param bytes can be marked
   */
  static boolean is(InputStream bytes) throws IOException {
    bytes.mark(SIGNATURE.length);
    byte[] begin = bytes.readNBytes(SIGNATURE.length);
    bytes.reset();
    return Arrays.equals(begin, SIGNATURE);
  }

  /**
   * Visits its attachments; the whole of it where it cannot be opened.
   *
   * @param limit bytes that are in memory at most
   */
  static void read(MailPart winmail, InputStream bytes, int limit, MailParts.Visitor visitor)
      throws IOException, UnreadableMail {
    byte[] begin = bytes.readNBytes(limit);
    List<Attachment> attachments = begin.length < limit ? attachments(begin) : null;
    if (attachments == null) {
      visitor.visit(winmail, new SequenceInputStream(new ByteArrayInputStream(begin), bytes));
      return;
    }
    int number = 0;
    for (Attachment attachment : attachments) {
      byte[] contents = contents(attachment);
      if (contents != null) {
        visitor.visit(
            winmail.inside(++number, name(attachment)), new ByteArrayInputStream(contents));
      }
    }
  }

  private static @Nullable List<Attachment> attachments(byte[] bytes) {
    try {
      return new HMEFMessage(new ByteArrayInputStream(bytes)).getAttachments();
    } catch (IOException | RuntimeException e) {
      log.info("a winmail.dat cannot be read: {}", e.toString());
      return null;
    }
  }

  private static byte @Nullable [] contents(Attachment attachment) {
    try {
      return attachment.getContents();
    } catch (RuntimeException e) {
      return null; // a text or a picture without bytes
    }
  }

  private static @Nullable String name(Attachment attachment) {
    String name = attachment.getLongFilename();
    return name == null || name.isBlank() ? attachment.getFilename() : name;
  }
}
