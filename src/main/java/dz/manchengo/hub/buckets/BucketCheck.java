package dz.manchengo.hub.buckets;

import dz.manchengo.hub.platform.KnownSettings;
import dz.manchengo.hub.platform.StartCheck;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.Bindable;

/** Buckets that nothing could go to: no start. */
public final class BucketCheck {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");
  private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,62}");

  private BucketCheck() {}

  /**
   * All buckets of one setting.
   *
   * @param setting the key below which they are, by their names
   */
  public static void require(
      String setting, Map<String, Bucket> buckets, StartCheck check, KnownSettings known) {
    known.require(setting, Bindable.mapOf(String.class, Bucket.class));
    for (Map.Entry<String, Bucket> one : buckets.entrySet()) {
      String key = setting + "." + one.getKey();
      check.require(
          NAME.matcher(one.getKey()).matches(), key, one.getKey(), "setting.why.partner-name");
      require(one.getValue(), key, check);
    }
  }

  private static void require(Bucket bucket, String key, StartCheck check) {
    check.given(key + ".bucket", bucket.bucket());
    check.require(
        BUCKET.matcher(bucket.bucket()).matches(),
        key + ".bucket",
        bucket.bucket(),
        "setting.why.bucket");
    boolean aws = bucket.endpoint().isBlank();
    check.require(
        aws || isServer(bucket.endpoint()),
        key + ".endpoint",
        bucket.endpoint(),
        "setting.why.endpoint");
    check.require(!aws || !bucket.region().isBlank(), key + ".region", null, "setting.why.region");
    check.either(key + ".secret-key", bucket.secretKey(), bucket.secretKeyFile());
    boolean secret = !bucket.secretKey().isBlank() || !bucket.secretKeyFile().isBlank();
    boolean named = !bucket.accessKey().isBlank();
    check.require(named || !secret, key + ".access-key", null, "setting.why.key-pair");
    check.require(secret || !named, key + ".secret-key", null, "setting.why.key-pair");
  }

  private static boolean isServer(String endpoint) {
    try {
      URI address = URI.create(endpoint);
      boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      return web && address.getHost() != null && address.getUserInfo() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
