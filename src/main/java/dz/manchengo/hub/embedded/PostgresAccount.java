package dz.manchengo.hub.embedded;

import dz.manchengo.hub.platform.OwnServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The role and the database of the hub, and the role of its partners' transactions (decision 0031):
 * made or put right at each start, so never half made.
 */
record PostgresAccount(int port, String password) {
  static final String NAME = "hub";

  String url(String database) {
    return "jdbc:postgresql://%s:%d/%s".formatted(LoopbackPort.HOST, port, database);
  }

  /** The password holds letters, digits, - and _ only. */
  void prepare() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(url("postgres"), OwnServer.OWNER, password);
        Statement sql = connection.createStatement()) {
      if (isMissing(sql, "SELECT 1 FROM pg_roles WHERE rolname = 'hub'")) {
        sql.execute("CREATE ROLE hub");
      }
      sql.execute("ALTER ROLE hub LOGIN NOSUPERUSER BYPASSRLS PASSWORD '" + password + "'");
      if (isMissing(sql, "SELECT 1 FROM pg_roles WHERE rolname = 'hub_partner'")) {
        sql.execute("CREATE ROLE hub_partner NOLOGIN NOINHERIT");
      }
      sql.execute("GRANT hub_partner TO hub");
      if (isMissing(sql, "SELECT 1 FROM pg_database WHERE datname = 'hub'")) {
        sql.execute("CREATE DATABASE hub OWNER hub");
      }
    }
  }

  private static boolean isMissing(Statement sql, String query) throws SQLException {
    try (ResultSet rows = sql.executeQuery(query)) {
      return !rows.next();
    }
  }
}
