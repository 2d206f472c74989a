package dz.manchengo.hub.backup;

import dz.manchengo.hub.platform.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a database holds, so that two can be compared.
 *
 * @param tables in the order of their names, large objects last
 * @param catalogue what it is besides rows
 * @param figures answers to questions of the business
 */
record Contents(List<TableSum> tables, Catalogue catalogue, Map<String, String> figures) {
  static final String NO_FIGURES = "SELECT '', '' WHERE false";
  private static final String LARGE_OBJECTS = "pg_largeobject";

  /**
   * An alias that no table has as the name of a column; OFFSET keeps the planner from writing each
   * row's text twice.
   */
  private static final String SUMS =
      "SELECT count(*) AS rows, coalesce(sum(hashtextextended(line, 0)::numeric), 0) AS a,"
          + " coalesce(sum(hashtextextended(line, 1)::numeric), 0) AS b"
          + " FROM (SELECT hub_row::text AS line FROM %s hub_row OFFSET 0) lines";

  /** Makes a session write rows as every other such session does. */
  static void prepare(Connection session) throws SQLException {
    try (Statement sql = session.createStatement()) {
      sql.execute(Sql.file("backup/session.sql"));
    }
  }

  /**
   * Reads all of it in the session's transaction.
   *
   * @param figures query of the business; names and values
   * @param stop asked between two tables
   */
  static Contents read(Connection session, String figures, BooleanSupplier stop)
      throws SQLException {
    List<TableSum> tables = new ArrayList<>();
    try (Statement sql = session.createStatement()) {
      for (String table : column(sql, Sql.file("backup/tables.sql"))) {
        if (stop.getAsBoolean()) {
          throw BackupFailure.of("stopped");
        }
        tables.add(sum(sql, table, SUMS.formatted(table)));
      }
      tables.add(sum(sql, LARGE_OBJECTS, Sql.file("backup/large_objects.sql")));
      return new Contents(List.copyOf(tables), catalogue(sql), answers(sql, figures));
    }
  }

  static Catalogue catalogue(Statement sql) throws SQLException {
    return Catalogue.of(column(sql, Sql.file("backup/catalogue.sql")));
  }

  long rows() {
    return tables.stream().mapToLong(TableSum::rows).sum();
  }

  private static List<String> column(Statement sql, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet rows = sql.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private static TableSum sum(Statement sql, String table, String query) throws SQLException {
    try (ResultSet row = sql.executeQuery(query)) {
      row.next();
      BigDecimal a = row.getBigDecimal("a");
      return new TableSum(table, row.getLong("rows"), a, row.getBigDecimal("b"));
    }
  }

  private static Map<String, String> answers(Statement sql, String figures) throws SQLException {
    Map<String, String> answers = new LinkedHashMap<>();
    sql.execute("SET LOCAL search_path = hub, public");
    try (ResultSet rows = sql.executeQuery(figures)) {
      while (rows.next()) {
        answers.put(rows.getString(1), String.valueOf(rows.getString(2)));
      }
    }
    sql.execute("SET LOCAL search_path = ''");
    return answers;
  }

  static String single(Statement sql, String query) throws SQLException {
    try (ResultSet row = sql.executeQuery(query)) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }

  /** Last numbers taken, by sequence; null where none was. */
  static Map<String, @Nullable Long> sequences(Connection session) throws SQLException {
    Map<String, @Nullable Long> last = new LinkedHashMap<>();
    try (Statement sql = session.createStatement();
        ResultSet rows = sql.executeQuery(Sql.file("backup/sequences.sql"))) {
      while (rows.next()) {
        long value = rows.getLong("last_value");
        last.put(rows.getString("name"), rows.wasNull() ? null : value);
      }
    }
    return last;
  }
}
