package dz.manchengo.hub.mailbox;

import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A token server that gives none: it is not the mail server that fails. */
final class NoToken extends IOException {
  private static final long serialVersionUID = 1L;

  private final String server;
  private final boolean answered;

  private NoToken(URI server, String words, boolean answered, @Nullable Throwable cause) {
    super(words, cause);
    this.server = server.getHost() + (server.getPort() < 0 ? "" : ":" + server.getPort());
    this.answered = answered;
  }

  /**
   * One that answers something else.
   *
   * @param words what it answers, on one line
   */
  static NoToken answered(URI server, String words) {
    return new NoToken(server, words, true, null);
  }

  static NoToken silent(URI server, IOException cause) {
    return new NoToken(server, "the token server cannot be reached", false, cause);
  }

  String server() {
    return server;
  }

  boolean isAnswered() {
    return answered;
  }
}
