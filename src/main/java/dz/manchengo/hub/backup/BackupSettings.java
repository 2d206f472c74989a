package dz.manchengo.hub.backup;

import dz.manchengo.hub.buckets.Bucket;
import dz.manchengo.hub.buckets.BucketCheck;
import dz.manchengo.hub.platform.KnownSettings;
import dz.manchengo.hub.platform.StartCheck;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where backups go, and for how long ({@code config/application.yaml}).
 *
 * @param folders each gets every backup; without any, and without buckets: {@code backups/} in the
 *     home
 * @param buckets by name; each gets every backup too
 * @param look read by the route: when the newest one is looked for
 * @param keyFile age identity that they are sealed for; empty: one of the home, made where missing
 * @param tools folder of {@code pg_dump} and {@code pg_restore}; empty: searched for
 * @param keep a backup that is older may go
 * @param keepVerified but never one of the newest so many that are proved
 * @param username role that may make databases and extensions; empty: the hub's own
 */
@ConfigurationProperties("hub.backup")
record BackupSettings(
    List<String> folders,
    @DefaultValue Map<String, Bucket> buckets,
    String look,
    String keyFile,
    String tools,
    Duration keep,
    int keepVerified,
    String username,
    String password,
    String passwordFile) {

  void require(StartCheck check, KnownSettings known) {
    BucketCheck.require("hub.backup.buckets", buckets, check, known);
  }

  /** Without secrets. */
  @Override
  public String toString() {
    return "BackupSettings" + folders + buckets.values();
  }
}
