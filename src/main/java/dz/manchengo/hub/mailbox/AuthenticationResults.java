package dz.manchengo.hub.mailbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the receiving mail server found out about a sender (RFC 8601). */
final class AuthenticationResults {
  private AuthenticationResults() {}

  /**
   * Whether that server says that the address in From is its sender's (DMARC): it found so for this
   * domain, and nothing else.
   *
   * @param server the name under which it writes; it removes such a header that a stranger brings
   * @param newest the topmost header: the ones below may be anybody's
   * @param sender the address in From, in lower case
   */
  static boolean pass(String server, String newest, String sender) {
    List<String> parts = Arrays.asList(plain(newest).toLowerCase(Locale.ROOT).split(";", -1));
    String[] writer = parts.get(0).strip().split("\\s+", 2);
    List<String> found =
        parts.stream().skip(1).map(String::strip).filter(r -> r.startsWith("dmarc=")).toList();
    String domain = sender.substring(sender.indexOf('@') + 1);
    return writer[0].equals(server.toLowerCase(Locale.ROOT))
        && !found.isEmpty()
        && found.stream().map(r -> Arrays.asList(r.split("\\s+"))).allMatch(r -> pass(r, domain));
  }

  private static boolean pass(List<String> words, String domain) {
    return words.get(0).equals("dmarc=pass") && words.contains("header.from=" + domain);
  }

  /**
   * Without comments, and with quoted words as one word each: a sender's own words stand there.
   * What is never closed goes to the end.
   */
  private static String plain(String header) {
    StringBuilder plain = new StringBuilder();
    int comments = 0;
    boolean quoted = false;
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      if (c == '\\' && (quoted || comments > 0)) {
        i++;
      } else if (c == '"' && comments == 0) {
        quoted = !quoted;
      } else if (quoted) {
        plain.append(Character.isLetterOrDigit(c) || c == '.' || c == '-' ? c : '_');
      } else if (c == '(') {
        comments++;
      } else if (c == ')' && comments > 0) {
        comments--;
      } else if (comments == 0) {
        plain.append(c);
      }
    }
    return plain.toString().replaceAll("\\s*=\\s*", "=");
  }
}
