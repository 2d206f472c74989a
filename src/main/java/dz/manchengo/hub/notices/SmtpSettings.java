package dz.manchengo.hub.notices;

import dz.manchengo.hub.platform.Secret;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * The mail server that takes our letters.
 *
 * @param host empty: letters wait
 * @param security how the connection is protected
 * @param username empty: no login
 * @param passwordFile read at every login instead of {@code password}, so that it may change
 * @param checkCertificate that it is trusted and names the host
 * @param trustedCertificates PEM file of those that vouch for the server; empty: those Java knows
 * @param timeout for connecting, and for each answer
 * @param enclosures of one letter, together; what is more stays here, and the letter says so
 */
@ConfigurationProperties("hub.smtp")
record SmtpSettings(
    String host,
    int port,
    Security security,
    String username,
    String password,
    String passwordFile,
    boolean checkCertificate,
    String trustedCertificates,
    String from,
    Duration timeout,
    DataSize enclosures) {
  enum Security {
    STARTTLS,
    TLS,
    NONE
  }

  boolean areUsable() {
    return !host.isBlank();
  }

  boolean hasSender() {
    try {
      return new InternetAddress(from, true).getAddress().indexOf('@') > 0;
    } catch (AddressException e) {
      return false;
    }
  }

  InternetAddress sender() {
    try {
      return new InternetAddress(from, true);
    } catch (AddressException e) {
      throw new IllegalStateException(e); // the hub did not start
    }
  }

  @Nullable String currentPassword() throws IOException {
    return Secret.current(password, passwordFile);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "SmtpSettings[" + host + ":" + port + ", " + security + "]";
  }
}
