package dz.manchengo.hub.backup;

import dz.manchengo.hub.platform.OwnServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.postgresql.Driver;

/**
 * The database that is backed up, and who does it.
 *
 * @param url JDBC
 * @param user may make databases, and sees every row
 * @param owner whose tables are in the end: the hub's own role
 */
record Server(String url, String user, String password, String owner) {
  /** A database that every server has. */
  static final String ALWAYS = "postgres";

  private static final Map<String, String> ENCRYPTION =
      Map.of("sslmode", "PGSSLMODE", "sslrootcert", "PGSSLROOTCERT", "sslcert", "PGSSLCERT");

  /** One that the hub runs itself. */
  static Server owned(String url, String password, String hub) {
    return new Server(url, OwnServer.OWNER, password, hub);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return url + " as " + user;
  }

  /** The same, for a database that is nobody else's. */
  Server asOwner() {
    return new Server(url, user, password, user);
  }

  String host() {
    return part("PGHOST");
  }

  String database() {
    return part("PGDBNAME");
  }

  Connection connect() throws SQLException {
    return connect(database());
  }

  /** A session of another database of the same server. */
  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(urlOf(database), user, password);
  }

  String urlOf(String database) {
    int options = url.indexOf('?');
    return "jdbc:postgresql://%s/%s%s"
        .formatted(
            String.join(":", host(), part("PGPORT")),
            database,
            options < 0 ? "" : url.substring(options));
  }

  /** What PostgreSQL's own tools are told of it, all but the password. */
  Map<String, String> environment(String database) {
    Map<String, String> told = new TreeMap<>();
    told.put("PGHOST", host());
    told.put("PGPORT", part("PGPORT"));
    told.put("PGUSER", user);
    told.put("PGDATABASE", database);
    told.put("PGCONNECT_TIMEOUT", "20");
    Properties all = parsed();
    ENCRYPTION.forEach(
        (ours, theirs) -> {
          String value = all.getProperty(ours);
          if (value != null) {
            told.put(theirs, value);
          }
        });
    return told;
  }

  /** The password in a file that nobody else reads: an argument would be seen by all. */
  Path passwordFile(Path folder) throws IOException {
    Path file = folder.resolve("pgpass");
    Files.deleteIfExists(file);
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    String escaped = password.replace("\\", "\\\\").replace(":", "\\:");
    return Files.writeString(file, "*:*:*:*:" + escaped + "\n");
  }

  private String part(String name) {
    return Objects.requireNonNull(parsed().getProperty(name), name).split(",", -1)[0];
  }

  private Properties parsed() {
    return Objects.requireNonNull(Driver.parseURL(url, null), url);
  }
}
