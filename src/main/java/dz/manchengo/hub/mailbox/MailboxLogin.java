package dz.manchengo.hub.mailbox;

import dz.manchengo.hub.platform.Secret;
import jakarta.mail.PasswordAuthentication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.camel.component.mail.MailAuthenticator;
import org.jspecify.annotations.Nullable;

/**
 * What a mailbox is opened with; files are read each time, so a changed secret needs no restart.
 */
final class MailboxLogin extends MailAuthenticator {
  private final Mailbox mailbox;
  private final @Nullable OAuthToken token;
  private volatile boolean used;

  MailboxLogin(Mailbox mailbox) {
    this.mailbox = mailbox;
    this.token = mailbox.oauth2() == null ? null : new OAuthToken(mailbox.oauth2());
  }

  /** From the first look on. Camel asks before, while it makes the route, and needs nothing yet. */
  void use() {
    used = true;
  }

  @Override
  public PasswordAuthentication getPasswordAuthentication() {
    return new PasswordAuthentication(mailbox.username(), used ? secret() : "");
  }

  private String secret() {
    return token == null ? secret(mailbox.password(), mailbox.passwordFile()) : token.current();
  }

  /** After a login that failed: a token that was revoked is not asked again. */
  void forget() {
    if (token != null) {
      token.forget();
    }
  }

  /** Never null: a login without a password is one with an empty one. */
  static String secret(@Nullable String secret, @Nullable String file) {
    try {
      return Objects.requireNonNullElse(Secret.current(secret, file), "");
    } catch (IOException e) {
      throw new UncheckedIOException("the secret in " + file + " cannot be read", e);
    }
  }
}
