package dz.manchengo.hub.notices;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be sent, in its language already.
 *
 * @param to plain addresses, no names
 * @param inReplyTo Message-ID that it answers, as that mail gave it; null for a letter of our own
 * @param references Message-IDs of the conversation, oldest first
 * @param enclosures files that go with it
 */
public record Letter(
    List<String> to,
    String subject,
    String text,
    String html,
    @Nullable String inReplyTo,
    List<String> references,
    List<Enclosure> enclosures) {

  /**
   * One attached file.
   *
   * @param name as the receiver sees it
   * @param path below the hub's home, with forward slashes
   */
  public record Enclosure(String name, String path) {}

  /** A letter that answers nothing and encloses nothing. */
  public static Letter plain(List<String> to, String subject, String text, String html) {
    return new Letter(to, subject, text, html, null, List.of(), List.of());
  }
}
