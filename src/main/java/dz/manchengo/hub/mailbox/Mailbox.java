package dz.manchengo.hub.mailbox;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One mailbox that is read.
 *
 * @param port 0 takes the usual one of the security
 * @param trustedCertificates PEM file of those that vouch for the server, where Java knows none
 * @param password or the file that holds it; not needed with a token
 * @param allowedSenders addresses, or domains as {@code @example.dz}; {@code *} for everybody
 * @param authenticatedBy name of the mail server whose Authentication-Results have to say that the
 *     sender is genuine; null trusts the address as it stands
 * @param rules the first that fits decides where attachments go
 * @param into drop folder of attachments that no rule claims; empty lets their headers tell
 */
record Mailbox(
    String host,
    @DefaultValue("0") int port,
    @DefaultValue("TLS") Security security,
    @Nullable String trustedCertificates,
    String username,
    @Nullable String password,
    @Nullable String passwordFile,
    @Nullable OAuth2 oauth2,
    @DefaultValue("INBOX") String folder,
    @DefaultValue("Processed") String processed,
    @DefaultValue("Rejected") String rejected,
    @DefaultValue List<String> allowedSenders,
    @Nullable String authenticatedBy,
    @DefaultValue List<Rule> rules,
    @DefaultValue("") String into) {

  enum Security {
    TLS("imaps", 993),
    STARTTLS("imap", 143),
    NONE("imap", 143);

    private final String protocol;
    private final int port;

    Security(String protocol, int port) {
      this.protocol = protocol;
      this.port = port;
    }

    String protocol() {
      return protocol;
    }
  }

  /**
   * Where a mail's attachments go.
   *
   * @param from an address or {@code @domain}; null for every allowed sender
   * @param subject words that the subject holds, whatever their case, accents and blanks; null for
   *     every subject
   * @param into drop folder below {@code inbox/}
   * @param preview only says what would happen
   */
  record Rule(
      @Nullable String from,
      @Nullable String subject,
      @DefaultValue("") String into,
      @DefaultValue("false") boolean preview) {

    boolean fits(String sender, String text) {
      return (from == null || matches(from, sender))
          && (subject == null || plain(text).contains(plain(subject)));
    }

    private static String plain(String words) {
      return StringUtils.stripAccents(StringUtils.normalizeSpace(words)).toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A token instead of a password. Either a file that somebody else keeps fresh, or the address
   * that gives one for the client's secret (and the refresh token, where the server asks for it).
   */
  record OAuth2(
      @Nullable String tokenFile,
      @Nullable URI tokenUri,
      @Nullable String clientId,
      @Nullable String clientSecret,
      @Nullable String clientSecretFile,
      @Nullable String refreshToken,
      @Nullable String refreshTokenFile,
      @Nullable String scope) {

    /** Without the secrets. */
    @Override
    public String toString() {
      return "OAuth2[" + tokenUri + ", " + clientId + "]";
    }
  }

  /** As server and account know it: settings may give it another name. */
  String account() {
    return username + "@" + host + "/" + folder;
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "Mailbox[" + account() + "]";
  }

  int portOrUsual() {
    return port == 0 ? security.port : port;
  }

  /** Whether mails of that address are taken; the empty one is nobody's. */
  boolean allows(String sender) {
    return !sender.isEmpty()
        && allowedSenders.stream().anyMatch(allowed -> matches(allowed, sender));
  }

  /** The rule for a mail; the last one of all is the mailbox itself. */
  Rule rule(String sender, String subject) {
    return rules.stream()
        .filter(rule -> rule.fits(sender, subject))
        .findFirst()
        .orElse(new Rule(null, null, into, false));
  }

  private static boolean matches(String pattern, String sender) {
    String wanted = pattern.strip().toLowerCase(Locale.ROOT);
    return wanted.equals("*")
        || (wanted.startsWith("@") ? sender.endsWith(wanted) : sender.equals(wanted));
  }
}
