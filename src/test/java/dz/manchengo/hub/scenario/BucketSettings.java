package dz.manchengo.hub.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** How a hub is told of a bucket in memory. */
final class BucketSettings {
  private BucketSettings() {}

  /** One for as long as the tests run. */
  static MoodyBucket open() {
    try {
      return new MoodyBucket();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Below that prefix of keys. */
  static Map<String, String> of(MoodyBucket server, String keys, String bucket, String prefix) {
    return Map.of(
        keys + "bucket",
        bucket,
        keys + "prefix",
        prefix,
        keys + "endpoint",
        server.endpoint(),
        keys + "access-key",
        "anybody",
        keys + "secret-key",
        "anything");
  }
}
