package dz.manchengo.hub.mailbox;

/** A mail that cannot be read and never will; what the server could not give is no such mail. */
final class UnreadableMail extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableMail(String message) {
    super(message);
  }

  UnreadableMail(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
