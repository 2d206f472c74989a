package dz.manchengo.hub.notices;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be sent, in its language already. Its words may come from strangers: whatever could
 * become a second header is taken out here; what stands in {@code html} was escaped by whoever
 * wrote it ({@code HtmlUtils.htmlEscape}, with UTF-8).
 *
 * @param to plain addresses, no names; each receives its own copy, and sees the others
 * @param inReplyTo Message-ID that it answers, as that mail gave it, or {@link #NO_ID}; null for a
 *     letter of our own
 * @param references Message-IDs of the conversation, oldest first; of our own letters without
 *     domain
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
  /** Of a mail that has none that could be named. */
  public static final String NO_ID = "";

  private static final int LONGEST_ADDRESS = 320;

  public Letter {
    to = to.stream().map(Letter::address).distinct().toList();
    subject = Wording.line(subject);
    text = Wording.text(text);
    html = Wording.text(html);
    inReplyTo = inReplyTo == null ? null : Wording.line(inReplyTo);
    references = references.stream().map(Wording::line).toList();
    enclosures = List.copyOf(enclosures);
  }

  /**
   * One attached file.
   *
   * @param name as the receiver sees it
   * @param path below the hub's home, with forward slashes
   */
  public record Enclosure(String name, String path) {
    public Enclosure {
      name = Wording.line(name);
    }
  }

  /** A letter that answers nothing and encloses nothing. */
  public static Letter plain(List<String> to, String subject, String text, String html) {
    return new Letter(to, subject, text, html, null, List.of(), List.of());
  }

  /** The same, after another letter of our own, by what receivers know that one by. */
  Letter following(String identity) {
    return new Letter(to, subject, text, html, null, List.of("<" + identity + ">"), enclosures);
  }

  /** The end of one that is too long must not be cut off unseen: it would be another's address. */
  private static String address(String given) {
    String line = Wording.line(given).strip();
    return line.length() <= LONGEST_ADDRESS ? line : line.substring(0, LONGEST_ADDRESS) + " …";
  }
}
