package dz.manchengo.hub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the hub asks of its server, written anew at each start; all else is PostgreSQL's default.
 */
final class PostgresSettings {
  /** Ends postgresql.conf, and so has the last word in it. */
  static final String INCLUDE = "\ninclude_if_exists = 'hub.conf'\n";

  private static final String ACCESS =
      """
      # Written by the hub at each start.
      host all all 127.0.0.1/32 scram-sha-256
      """;
  private static final String SETTINGS =
      """
      # Written by the hub at each start.
      listen_addresses = '127.0.0.1'
      port = %d
      unix_socket_directories = ''
      password_encryption = 'scram-sha-256'
      max_connections = 100
      fsync = on
      synchronous_commit = on
      full_page_writes = on
      logging_collector = on
      log_directory = 'log'
      log_filename = 'postgresql-%%a.log'
      log_truncate_on_rotation = on
      log_rotation_age = 1d
      log_rotation_size = 0
      log_checkpoints = off
      """;

  private PostgresSettings() {}

  static void write(Path data, int port) throws IOException {
    Files.writeString(data.resolve("hub.conf"), SETTINGS.formatted(port));
    Files.writeString(data.resolve("pg_hba.conf"), ACCESS);
  }
}
