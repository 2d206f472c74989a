package dz.manchengo.hub.mailbox;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * What a mailbox cannot be without: the hub does not start, and says which line is missing. A
 * secret that cannot be had now may be had later; that is for the watch.
 */
final class MailboxCheck {
  private MailboxCheck() {}

  /** The setting that names a mailbox. */
  static String key(String name) {
    return "hub.mail.mailboxes." + name;
  }

  /**
   * Checks one mailbox.
   *
   * @throws InvalidConfigurationPropertyValueException where a setting is missing or cannot be
   */
  static void require(String name, Mailbox mailbox) {
    String key = key(name);
    require(isGiven(mailbox.host()), key + ".host", mailbox.host(), "it is needed");
    require(isGiven(mailbox.username()), key + ".username", mailbox.username(), "it is needed");
    require(
        mailbox.allowedSenders().stream().anyMatch(MailboxCheck::isGiven),
        key + ".allowed-senders",
        null,
        "every mail would be a stranger's; name addresses (compta@example.dz) and domains"
            + " (\"@fournisseur.dz\"), or \"*\" for everybody");
    if (mailbox.oauth2() != null && mailbox.oauth2().tokenFile() == null) {
      URI server = mailbox.oauth2().tokenUri();
      require(
          server != null && String.valueOf(server.getScheme()).matches("(?i)https?"),
          key + ".oauth2.token-uri",
          server,
          "an https address is needed where there is no token-file");
    }
  }

  private static boolean isGiven(@Nullable String setting) {
    return setting != null && !setting.isBlank();
  }

  private static void require(boolean met, String key, @Nullable Object value, String otherwise) {
    if (!met) {
      throw new InvalidConfigurationPropertyValueException(key, value, otherwise);
    }
  }
}
