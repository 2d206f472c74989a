package dz.manchengo.hub.backup;

import dz.manchengo.hub.platform.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One moment of the database, held open so that the dump and the sums are of the same rows whatever
 * is written meanwhile.
 *
 * @param id as {@code pg_dump --snapshot} takes it, for as long as the session lives
 * @param bytes of the database on the server's disk
 * @param before sequences as they stood at its beginning
 */
record Snapshot(
    Connection session,
    String id,
    Instant at,
    String lsn,
    String serverVersion,
    long bytes,
    Map<String, @Nullable Long> before)
    implements AutoCloseable {

  static Snapshot open(Server server) throws SQLException {
    Connection session = server.connect();
    try {
      Contents.prepare(session);
      Map<String, @Nullable Long> sequences = Contents.sequences(session);
      session.setAutoCommit(false);
      session.setReadOnly(true);
      session.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try (Statement sql = session.createStatement();
          ResultSet row =
              sql.executeQuery(
                  "SELECT pg_export_snapshot(), now(), pg_current_wal_lsn(),"
                      + " current_setting('server_version'), pg_database_size(current_database())")) {
        row.next();
        return new Snapshot(
            session,
            row.getString(1),
            row.getTimestamp(2).toInstant(),
            row.getString(3),
            row.getString(4),
            row.getLong(5),
            sequences);
      }
    } catch (SQLException e) {
      session.close();
      throw e;
    }
  }

  /**
   * Makes sure that no table was written anew since: what ALTER TABLE and TRUNCATE leave is empty
   * to whoever looks from before, the dump as well as the sums.
   *
   * @throws BackupFailure with the first such table
   */
  void checkUnchanged() throws SQLException {
    try (Statement sql = session.createStatement();
        ResultSet row = sql.executeQuery(Sql.file("backup/rewritten.sql"))) {
      if (row.next()) {
        throw BackupFailure.of("rewritten", row.getString(1));
      }
    }
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}
