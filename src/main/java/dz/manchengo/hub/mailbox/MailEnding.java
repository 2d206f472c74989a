package dz.manchengo.hub.mailbox;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.Event;

/**
 * Hears of a mail that stops in the middle of an attachment: without the line that ends its part,
 * or of its Base64 without the last bytes.
 */
final class MailEnding extends DecodeMonitor {
  private static final String BASE64 = "Unexpected end of BASE64 stream";

  private boolean inFile;
  private boolean early;

  /** What is read from now on. */
  void at(MailPart part) {
    inFile = part.kind() != MailPart.Kind.OTHER;
  }

  /** Whether an attachment may lack its end. */
  boolean isEarly() {
    return early;
  }

  @Override
  public boolean warn(String error, String consequence) {
    early |=
        inFile
            && (error.contains(Event.MIME_BODY_PREMATURE_END.toString()) || error.contains(BASE64));
    return false; // read as far as it goes
  }

  @Override
  public boolean isListening() {
    return true;
  }
}
