package dz.manchengo.hub.mailbox;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;

/** A mail that cannot be read and never will; what the server could not give is no such mail. */
final class UnreadableMail extends Exception {
  private static final long serialVersionUID = 1L;

  /** How such a mail is called of which nobody knows more. */
  static final String DAMAGED = "reason.mail.damaged";

  /** How one is called over which the hub itself failed. */
  static final String BROKEN = "reason.mail.broken";

  private final String reason;
  private final int limit;

  /**
   * One that says why.
   *
   * @param reason its phrase
   * @param limit what it exceeds; 0 for none
   */
  UnreadableMail(String reason, int limit) {
    super(reason);
    this.reason = reason;
    this.limit = limit;
  }

  static UnreadableMail of(MimeException cause) {
    boolean header =
        cause instanceof MaxHeaderLimitException || cause instanceof MaxHeaderLengthLimitException;
    UnreadableMail mail = new UnreadableMail(header ? "reason.mail.header" : DAMAGED, 0);
    mail.initCause(cause);
    return mail;
  }

  String reason() {
    return reason;
  }

  int limit() {
    return limit;
  }
}
