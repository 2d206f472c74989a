package dz.manchengo.hub.mailbox;

import dz.manchengo.hub.platform.SettingRefused;
import dz.manchengo.hub.platform.StartCheck;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a mailbox cannot be without: the hub does not start, and says which line is missing. A
 * secret that cannot be had now may be had later; that is for the watch.
 */
final class MailboxCheck {
  /** An address, a domain, everybody. */
  private static final Pattern SENDER =
      Pattern.compile("\\*|[^@\\s*]*@[^@\\s*]+", Pattern.UNICODE_CHARACTER_CLASS);

  /** A name, or an address of either sort; no scheme, port or login around it. */
  private static final Pattern HOST =
      Pattern.compile("[\\p{L}\\p{N}._-]+|\\[?[0-9a-fA-F:]+]?", Pattern.UNICODE_CHARACTER_CLASS);

  private static final int LAST_PORT = 65_535;

  private MailboxCheck() {}

  /** The setting that names a mailbox. */
  static String key(String name) {
    return "hub.mail.mailboxes." + name;
  }

  /**
   * Checks all of them, and the bounds of a mail.
   *
   * @throws SettingRefused where a setting is missing or cannot be
   */
  static void require(StartCheck check, MailSettings settings) {
    Duration timeout = settings.timeout(); // a number alone counts milliseconds
    check.require(
        timeout.toSeconds() > 0, "hub.mail.timeout", timeout.toMillis(), "setting.why.too-short");
    long limit = settings.messageLimit().toBytes(); // and bytes
    check.require(
        settings.messageLimit().toKilobytes() > 0,
        "hub.mail.message-limit",
        limit,
        "setting.why.too-small");
    require(check, settings.boxes());
  }

  /**
   * Checks all mailboxes.
   *
   * @param boxes by name
   * @throws SettingRefused where a setting is missing or cannot be
   */
  static void require(StartCheck check, Map<String, Mailbox> boxes) {
    Set<List<Object>> places = new HashSet<>();
    boxes.forEach(
        (name, box) -> {
          require(check, name, box);
          List<Object> place =
              List.of(
                  box.host().toLowerCase(Locale.ROOT),
                  box.portOrUsual(),
                  box.username(),
                  box.folder());
          check.require(
              places.add(place), key(name) + ".folder", box.folder(), "setting.why.twice");
        });
  }

  /**
   * Checks one mailbox.
   *
   * @throws SettingRefused where a setting is missing or cannot be
   */
  static void require(StartCheck check, String name, Mailbox mailbox) {
    String key = key(name);
    check.given(key + ".host", mailbox.host());
    check.require(
        HOST.matcher(mailbox.host()).matches(), key + ".host", mailbox.host(), "setting.why.host");
    int port = mailbox.port();
    check.require(port >= 0 && port <= LAST_PORT, key + ".port", port, "setting.why.port");
    check.given(key + ".username", mailbox.username());
    check.require(
        !mailbox.allowedSenders().stream().allMatch(String::isBlank),
        key + ".allowed-senders",
        null,
        "setting.why.allowed-senders");
    for (int i = 0; i < mailbox.allowedSenders().size(); i++) {
      sender(check, key + ".allowed-senders[" + i + "]", mailbox.allowedSenders().get(i));
    }
    String server = mailbox.authenticatedBy();
    check.require(
        server == null || !server.isBlank(),
        key + ".authenticated-by",
        null,
        "setting.why.authenticated-by");
    for (int i = 0; i < mailbox.rules().size(); i++) {
      rule(check, key + ".rules[" + i + "]", mailbox.rules().get(i));
    }
    apart(check, key + ".processed", mailbox.processed(), mailbox.folder());
    apart(check, key + ".rejected", mailbox.rejected(), mailbox.folder());
    check.either(key + ".password", mailbox.password(), mailbox.passwordFile());
    Object oauth2 = mailbox.oauth2() == null ? null : "…";
    check.alone(key + ".oauth2", oauth2, mailbox.password(), mailbox.passwordFile());
    if (mailbox.oauth2() == null) {
      check.given(
          key + ".password",
          mailbox.password() == null ? mailbox.passwordFile() : mailbox.password());
    } else if (mailbox.oauth2().tokenFile() != null) {
      check.require(
          mailbox.oauth2().tokenUri() == null,
          key + ".oauth2.token-file",
          mailbox.oauth2().tokenFile(),
          "setting.why.one-token");
    } else {
      URI tokens = mailbox.oauth2().tokenUri();
      check.require(
          tokens != null && String.valueOf(tokens.getScheme()).matches("(?i)https?"),
          key + ".oauth2.token-uri",
          tokens,
          "setting.why.token-uri");
    }
  }

  /** A mail that is filed where it was taken from is taken again and again. */
  private static void apart(StartCheck check, String key, String filed, String read) {
    check.require(!filed.equalsIgnoreCase(read), key, filed, "setting.why.apart");
  }

  private static void sender(StartCheck check, String key, String sender) {
    boolean blank = sender.isBlank(); // what a variable left empty
    check.require(
        blank || SENDER.matcher(sender.strip()).matches(), key, sender, "setting.why.sender");
  }

  private static void rule(StartCheck check, String key, Mailbox.Rule rule) {
    check.require(rule.from() != null || rule.subject() != null, key, null, "setting.why.rule");
    if (rule.from() != null) {
      sender(check, key + ".from", rule.from());
    }
  }
}
