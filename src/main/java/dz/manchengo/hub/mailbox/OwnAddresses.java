package dz.manchengo.hub.mailbox;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the hub itself writes from: it never talks to itself. A mailbox that it reads may be a
 * person's, who writes to another one.
 */
@Component
class OwnAddresses {
  /** How the outbox names its letters, before the domain. */
  private static final Pattern LETTER = Pattern.compile("<[0-9a-f]{64}");

  private final String from;

  OwnAddresses(@Value("${hub.smtp.from:}") String from) {
    this.from = plain(from);
  }

  boolean include(String address) {
    return address.equals(from);
  }

  /** Whether one of these Message-IDs is that of a letter of ours. */
  boolean wrote(List<String> messageIds) {
    String end = "@" + from.substring(from.indexOf('@') + 1) + ">";
    return messageIds.stream()
        .map(id -> id.toLowerCase(Locale.ROOT))
        .anyMatch(
            id ->
                id.endsWith(end)
                    && LETTER.matcher(id.substring(0, id.length() - end.length())).matches());
  }

  private static String plain(String from) {
    try {
      return new InternetAddress(from).getAddress().toLowerCase(Locale.ROOT);
    } catch (AddressException e) {
      return ""; // no mail server is set
    }
  }
}
