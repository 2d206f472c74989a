package dz.manchengo.hub.notices;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One secret's signature of a webhook, as Standard Webhooks 1.0 has it: HMAC-SHA256 of id, time and
 * body.
 */
final class Signature {
  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";

  /** Fewer bytes could be guessed. */
  private static final int LEAST_BYTES = 24;

  private final SecretKeySpec key;

  private Signature(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** By a secret {@code whsec_…} of at least 24 bytes in Base64; its value is never told. */
  static Signature of(String secret) {
    byte[] key =
        secret.startsWith(PREFIX) ? decoded(secret.substring(PREFIX.length())) : new byte[0];
    if (key.length < LEAST_BYTES) {
      throw new IllegalArgumentException(
          "the secret of a webhook is whsec_ and at least 24 bytes in Base64"
              + " (echo whsec_$(openssl rand -base64 32))");
    }
    return new Signature(key);
  }

  /**
   * What goes into the header {@code webhook-signature}.
   *
   * @param time seconds since 1970
   */
  String of(String id, long time, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] signed = (id + "." + time + "." + body).getBytes(StandardCharsets.UTF_8);
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
