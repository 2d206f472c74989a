package dz.manchengo.hub.mailbox;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The addresses that the hub itself writes from and reads at: it never talks to itself. */
@Component
class OwnAddresses {
  private final MailSettings settings;
  private final String from;

  OwnAddresses(MailSettings settings, @Value("${hub.smtp.from:}") String from) {
    this.settings = settings;
    this.from = plain(from);
  }

  boolean include(String address) {
    return address.equals(from)
        || settings.boxes().values().stream()
            .anyMatch(box -> box.username().toLowerCase(Locale.ROOT).equals(address));
  }

  private static String plain(String from) {
    try {
      return new InternetAddress(from).getAddress().toLowerCase(Locale.ROOT);
    } catch (AddressException e) {
      return ""; // no mail server is set
    }
  }
}
