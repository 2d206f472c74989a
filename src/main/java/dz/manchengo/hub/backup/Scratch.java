package dz.manchengo.hub.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** A database that only a backup's proof uses; its name alone says that it may be dropped. */
record Scratch(Server server, String name) {
  /** No other database of a hub may be called so. */
  static final String PREFIX = "hub_verify_";

  private static final Pattern OURS = Pattern.compile(PREFIX + "[0-9a-f]{12}");
  private static final SecureRandom RANDOM = new SecureRandom();

  Scratch {
    if (!OURS.matcher(name).matches() || name.equals(server.database())) {
      throw new IllegalArgumentException(name);
    }
  }

  static String newName() {
    return PREFIX + random();
  }

  /** What nobody guesses, and no two have. */
  static String random() {
    byte[] random = new byte[6];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** Restores a dump into it, new. */
  void restore(Tools tools, Path dump, Path work, BooleanSupplier stop)
      throws IOException, SQLException {
    create();
    tools.restore(dump, server.asOwner(), name, work, stop);
  }

  /** Makes it, empty. */
  void create() throws SQLException {
    try (Connection session = server.connect();
        Statement sql = session.createStatement()) {
      sql.execute(create(session, name));
    }
  }

  /** A database of the same writing and order as the session's own. */
  static String create(Connection session, String name) throws SQLException {
    try (Statement sql = session.createStatement();
        ResultSet row =
            sql.executeQuery(
                "SELECT format('CREATE DATABASE %I TEMPLATE template0 ENCODING %L LC_COLLATE %L"
                    + " LC_CTYPE %L', "
                    + "'"
                    + name.replace("'", "''")
                    + "', pg_encoding_to_char(encoding), datcollate, datctype)"
                    + " FROM pg_database WHERE datname = current_database()")) {
      row.next();
      return row.getString(1);
    }
  }

  Connection connect() throws SQLException {
    return server.connect(name);
  }

  String url() {
    return server.urlOf(name);
  }

  void drop() throws SQLException {
    try (Connection session = server.connect();
        Statement sql = session.createStatement()) {
      sql.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
  }
}
