package dz.manchengo.hub.mailbox;

import dz.manchengo.hub.platform.SettingRefused;
import dz.manchengo.hub.platform.StartCheck;
import java.net.URI;

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
   * @throws SettingRefused where a setting is missing or cannot be
   */
  static void require(StartCheck check, String name, Mailbox mailbox) {
    String key = key(name);
    check.given(key + ".host", mailbox.host());
    check.given(key + ".username", mailbox.username());
    check.require(
        !mailbox.allowedSenders().stream().allMatch(String::isBlank),
        key + ".allowed-senders",
        null,
        "setting.why.allowed-senders");
    if (mailbox.oauth2() != null && mailbox.oauth2().tokenFile() == null) {
      URI server = mailbox.oauth2().tokenUri();
      check.require(
          server != null && String.valueOf(server.getScheme()).matches("(?i)https?"),
          key + ".oauth2.token-uri",
          server,
          "setting.why.token-uri");
    }
  }
}
