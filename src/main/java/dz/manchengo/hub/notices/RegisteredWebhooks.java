package dz.manchengo.hub.notices;

import dz.manchengo.hub.notices.WebhookRefused.Reason;
import dz.manchengo.hub.platform.Sql;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Webhooks that partners' programs register for themselves (decision 0036). Whoever calls has made
 * sure that the webhook is the caller's.
 */
@Component("registeredWebhooks")
public class RegisteredWebhooks {
  private static final int SECRET_BYTES = 32;
  private static final int LONGEST_URL = 2000;

  private final JdbcClient db;
  private final PublicAddresses addresses;
  private final int most;
  private final SecureRandom chance = new SecureRandom();

  RegisteredWebhooks(
      JdbcClient db, PublicAddresses addresses, @Value("${hub.api.webhooks.most}") int most) {
    this.db = db;
    this.addresses = addresses;
    this.most = most;
  }

  /**
   * A new one.
   *
   * @param secret {@code whsec_…}, which nobody is told again
   */
  public record Made(long id, String secret) {}

  /**
   * Registers one for what a tenant may see.
   *
   * @param client who does
   * @throws WebhookRefused if its address leads nowhere, or where it must not
   */
  public Made register(
      String tenant, String client, String url, List<String> events, @Nullable String description)
      throws WebhookRefused {
    check(url);
    String secret = secret();
    Long id =
        db.sql(Sql.file("notices/register_webhook.sql"))
            .param("tenant", tenant)
            .param("client", client)
            .param("url", url)
            .param("events", events.toArray(String[]::new))
            .param("description", description)
            .param("secret", secret)
            .param("most", most)
            .query(Long.class)
            .optional()
            .orElse(null);
    if (id == null) {
      throw isKnown(tenant, url)
          ? new WebhookRefused(Reason.KNOWN, url)
          : new WebhookRefused(Reason.TOO_MANY, String.valueOf(most));
    }
    return new Made(id, secret);
  }

  /** A new secret; the former one signs beside it for 24 hours. */
  public String rotate(long id) {
    String secret = secret();
    db.sql(Sql.file("notices/rotate_secret.sql")).param("secret", secret).param("id", id).update();
    return secret;
  }

  /** Nothing is sent any more, what waits neither. */
  public void remove(long id) {
    db.sql("DELETE FROM webhook WHERE id = :id").param("id", id).update();
  }

  /** Sends a delivery again, whether it arrived or not; false if there is none of that id. */
  public boolean replay(long id, long delivery) {
    return db.sql(Sql.file("notices/replay_delivery.sql"))
        .param("webhook", id)
        .param("delivery", delivery)
        .query(Boolean.class)
        .single();
  }

  private void check(String text) throws WebhookRefused {
    URI url = parsed(text);
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    String host = url.getHost();
    if (host == null || url.getUserInfo() != null || url.getFragment() != null) {
      throw new WebhookRefused(Reason.URL, text);
    }
    try {
      addresses.resolve(host);
      if (!scheme.equals("https") && !(scheme.equals("http") && addresses.isOurs(host))) {
        throw new WebhookRefused(Reason.URL, text);
      }
    } catch (PublicAddresses.PrivateAddress e) {
      throw new WebhookRefused(Reason.PRIVATE, host);
    } catch (UnknownHostException e) {
      throw new WebhookRefused(Reason.UNKNOWN_HOST, host);
    }
  }

  private static URI parsed(String text) throws WebhookRefused {
    try {
      if (text.length() <= LONGEST_URL) {
        return new URI(text);
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw new WebhookRefused(Reason.URL, text);
  }

  private boolean isKnown(String tenant, String url) {
    return db.sql("SELECT EXISTS (SELECT FROM webhook WHERE tenant = :tenant AND url = :url)")
        .param("tenant", tenant)
        .param("url", url)
        .query(Boolean.class)
        .single();
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    chance.nextBytes(bytes);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }
}
