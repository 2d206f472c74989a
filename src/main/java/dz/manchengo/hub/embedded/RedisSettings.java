package dz.manchengo.hub.embedded;

import java.nio.file.Path;

/** Redis's configuration, written anew at each start; it holds the password. */
final class RedisSettings {
  private static final String SETTINGS =
      """
      # Written by the hub at each start.
      bind 127.0.0.1
      port %d
      requirepass %s
      dir "%s"
      appendonly yes
      appendfsync everysec
      save ""
      loglevel warning
      """;

  /** In the background, so that Ctrl-C in the hub's terminal does not end Redis before the hub. */
  private static final String BACKGROUND =
      """
      daemonize yes
      pidfile "%1$s/redis.pid"
      logfile "%1$s/redis.log"
      """;

  private RedisSettings() {}

  /** Redis reads \\ as an escape, and takes / on every system. */
  static String text(Path folder, int port, String password) {
    String path = folder.toString().replace('\\', '/').replace("\"", "\\\"");
    String settings = SETTINGS.formatted(port, password, path);
    return ServerUser.onWindows() ? settings : settings + BACKGROUND.formatted(path);
  }
}
