package dz.manchengo.hub.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The database of the hub under test, with the hub's own driver and user. */
record Database(String url, String password) {
  String port() {
    return url.replaceFirst(".*:(\\d+)/.*", "$1");
  }

  Connection connect(String schemas) throws SQLException {
    return connect("hub", schemas);
  }

  private Connection connect(String user, String schemas) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("user", user);
    settings.setProperty("password", password);
    settings.setProperty("currentSchema", schemas);
    settings.setProperty("reWriteBatchedInserts", "true");
    return DriverManager.getConnection(url, settings);
  }

  void run(String schemas, String... statements) throws SQLException {
    try (Connection connection = connect(schemas);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Leaves the server nothing to write, so that every run begins alike. */
  void checkpoint() throws SQLException {
    try (Connection connection = connect("postgres", "hub");
        Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
    }
  }

  /** The hub's order tables without rows. */
  void clearOrders() throws SQLException {
    run("hub", "TRUNCATE sales_order CASCADE");
    checkpoint();
  }

  /** The first column of every row. */
  List<String> list(String schemas, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = connect(schemas);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }
}
