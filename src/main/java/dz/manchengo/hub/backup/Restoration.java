package dz.manchengo.hub.backup;

import dz.manchengo.hub.platform.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a backup back into a database that is new or empty; what is there already is renamed, and
 * only where its name was typed.
 *
 * @param server where to, as a role that may make databases
 * @param work folder of its own, emptied before and after
 */
record Restoration(Server server, Place place, BackupKey key, Tools tools, Path work)
    implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Restoration.class);
  private static final Set<String> SERVERS_OWN = Set.of(Server.ALWAYS, "template0", "template1");

  private static final DateTimeFormatter SUFFIX =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  /**
   * Makes room for a database of that name.
   *
   * @param typed the name once more, of whoever wants to have an existing one renamed
   * @return what the former one is called now; empty where there was none
   * @throws BackupFailure where there is one, and nobody typed its name
   */
  String makeRoom(String database, String typed) throws SQLException {
    if (SERVERS_OWN.contains(database) || database.startsWith(Scratch.PREFIX)) {
      throw BackupFailure.of("reserved", database);
    }
    try (Connection session = server.connect(Server.ALWAYS)) {
      if (!exists(session, database)) {
        create(session, database);
        return "";
      }
      if (isEmpty(database)) {
        return "";
      }
      if (!typed.equals(database)) {
        throw BackupFailure.of("exists", database);
      }
      String former = database + "_before_" + SUFFIX.format(Instant.now());
      try (Statement sql = session.createStatement()) {
        sql.execute("ALTER DATABASE %s RENAME TO %s".formatted(quoted(database), quoted(former)));
      } catch (SQLException e) {
        throw BackupFailure.because(e, "in-use", database, String.valueOf(e.getMessage()));
      }
      create(session, database);
      return former;
    }
  }

  private static boolean exists(Connection session, String database) throws SQLException {
    try (PreparedStatement query =
        session.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
      query.setString(1, database);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  private void create(Connection session, String database) throws SQLException {
    String made = Scratch.create(session, database) + " OWNER " + quoted(server.owner());
    try (Statement sql = session.createStatement()) {
      sql.execute(made);
    }
  }

  private boolean isEmpty(String database) throws SQLException {
    try (Connection session = server.connect(database);
        Statement sql = session.createStatement()) {
      return Contents.single(
              sql,
              "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                  + " WHERE n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'")
          .equals("0");
    }
  }

  static String version(Server server) throws SQLException {
    try (Connection session = server.connect(Server.ALWAYS);
        Statement sql = session.createStatement()) {
      return Contents.single(sql, "SHOW server_version");
    }
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /**
   * Reads the backup to its last byte.
   *
   * @return the folder of what was in it
   * @throws BackupFailure where it is damaged or made for another key
   */
  Path open(Manifest backup) throws IOException {
    Folders.deleteAll(work);
    Path opened = work.resolve("set");
    place.open(backup, key, opened);
    return opened;
  }

  /**
   * Restores what was opened, and holds it against its manifest.
   *
   * @throws BackupFailure where it cannot be restored, or differs
   */
  void restore(Path opened, Manifest backup, String database) throws IOException, SQLException {
    tools.restore(opened.resolve("dump"), server, database, work, () -> false);
    compare(backup, database);
  }

  /**
   * Tells the books of a database that came back whole that its backup was proved, of which they
   * know the beginning only, and that no place here has got any yet.
   */
  void tell(Manifest backup, String database) {
    try (Connection session = server.connect(database);
        Statement all = session.createStatement();
        PreparedStatement sql = session.prepareStatement(Sql.file("backup/came_back.sql"))) {
      sql.setTimestamp(1, Timestamp.from(backup.snapshotAt()));
      sql.setLong(2, backup.bytes());
      sql.setString(3, backup.sha256());
      sql.setInt(4, backup.contents().tables().size());
      sql.setLong(5, backup.contents().rows());
      sql.setString(6, backup.name());
      sql.executeUpdate();
      all.executeUpdate(Sql.file("backup/no_places.sql"));
    } catch (SQLException e) {
      log.info("the books of {} say nothing of {}", database, backup.name(), e);
    }
  }

  /** Nothing in the work folder is needed any more. */
  @Override
  public void close() throws IOException {
    Folders.deleteAll(work);
  }

  /** Tables and all that is not rows; the questions of the business were answered when proved. */
  private void compare(Manifest backup, String database) throws SQLException {
    Contents wanted = backup.contents();
    try (Connection session = server.connect(database)) {
      Contents.prepare(session);
      session.setAutoCommit(false);
      Contents found = Contents.read(session, Contents.NO_FIGURES, () -> false);
      Contents asked = new Contents(wanted.tables(), wanted.catalogue(), Map.of());
      new Proof(asked, Map.of(), Map.of(), () -> false).compare(found);
      session.rollback();
    }
  }
}
