package dz.manchengo.hub.mailbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the receiving mail server found out about a sender (RFC 8601). */
final class AuthenticationResults {
  private static final Pattern PASS = Pattern.compile("(?i)(^|[;\\s])dmarc\\s*=\\s*pass\\b");

  /** Name of the server and version of the format, then what it found. */
  private static final Pattern WRITTEN = Pattern.compile("(?s)\\s*(\\S+?)(?:\\s+\\d+)?\\s*(;.*)");

  private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");

  private AuthenticationResults() {}

  /**
   * Whether that server says that the address in From is its sender's (DMARC).
   *
   * @param server the name under which it writes; it removes such a header that a stranger brings
   * @param newest the topmost header: the ones below may be anybody's
   */
  static boolean pass(String server, String newest) {
    Matcher written = WRITTEN.matcher(COMMENT.matcher(newest).replaceAll(" "));
    return written.matches()
        && written.group(1).equalsIgnoreCase(server)
        && PASS.matcher(written.group(2)).find();
  }
}
