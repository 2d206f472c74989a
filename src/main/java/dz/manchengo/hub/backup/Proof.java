package dz.manchengo.hub.backup;

import dz.manchengo.hub.platform.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * Holds a restored copy against what the snapshot held.
 *
 * @param before sequences when the snapshot was taken
 * @param after sequences when the dump was done: what they count is outside of every snapshot
 */
record Proof(
    Contents wanted,
    Map<String, @Nullable Long> before,
    Map<String, @Nullable Long> after,
    BooleanSupplier stop) {

  /**
   * What the copy holds.
   *
   * @param figures query of the business
   */
  Contents read(Scratch copy, String figures) throws SQLException {
    try (Connection session = copy.connect()) {
      Contents.prepare(session);
      session.setAutoCommit(false);
      Contents contents = Contents.read(session, figures, stop);
      session.rollback();
      return contents;
    }
  }

  /**
   * Compares the two.
   *
   * @throws BackupFailure with the first table, and its figures, that differs
   */
  void compare(Contents found) {
    for (TableSum table : wanted.tables()) {
      TableSum copy = named(found.tables(), table.table());
      if (copy == null) {
        throw BackupFailure.differs("table-missing", table.table(), table.rows());
      }
      if (!table.equals(copy)) {
        throw table.rows() == copy.rows()
            ? BackupFailure.differs("table-content", table.table(), table.rows())
            : BackupFailure.differs("table-rows", table.table(), table.rows(), copy.rows());
      }
    }
    if (found.tables().size() != wanted.tables().size()) {
      throw BackupFailure.differs("table-more", found.tables().size(), wanted.tables().size());
    }
    if (!found.catalogue().isSame(wanted.catalogue())) {
      String missing = wanted.catalogue().firstBeyond(found.catalogue());
      String more = found.catalogue().firstBeyond(wanted.catalogue());
      throw BackupFailure.differs("catalogue", missing, more);
    }
    wanted
        .figures()
        .forEach(
            (name, value) -> {
              String copy = String.valueOf(found.figures().get(name));
              if (!value.equals(copy)) {
                throw BackupFailure.differs("figure", name, value, copy);
              }
            });
  }

  private static @Nullable TableSum named(List<TableSum> tables, String name) {
    return tables.stream().filter(table -> table.table().equals(name)).findFirst().orElse(null);
  }

  /** Sequences go on behind every number that is taken, and are no further than the live ones. */
  void compareSequences(Scratch copy) throws SQLException {
    try (Connection session = copy.connect()) {
      Contents.prepare(session);
      Map<String, @Nullable Long> restored = Contents.sequences(session);
      before.forEach((name, value) -> within(name, value, after.get(name), restored));
      behindColumns(session, restored);
    }
  }

  private static void within(
      String name,
      @Nullable Long least,
      @Nullable Long most,
      Map<String, @Nullable Long> restored) {
    Long found = restored.get(name);
    boolean enough = least == null || (found != null && found >= least);
    boolean notMore = found == null || (most != null && found <= most);
    if (!restored.containsKey(name) || !enough || !notMore) {
      throw BackupFailure.differs("sequence", name, shown(found), shown(least), shown(most));
    }
  }

  private static String shown(@Nullable Long value) {
    return value == null ? "–" : value.toString();
  }

  private static void behindColumns(Connection session, Map<String, @Nullable Long> restored)
      throws SQLException {
    record Owned(String sequence, String table, String column) {}

    List<Owned> all = new ArrayList<>();
    try (Statement sql = session.createStatement();
        ResultSet rows = sql.executeQuery(Sql.file("backup/sequence_owners.sql"))) {
      while (rows.next()) {
        all.add(new Owned(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    for (Owned one : all) {
      try (Statement sql = session.createStatement();
          ResultSet row =
              sql.executeQuery("SELECT max(%s) FROM %s".formatted(one.column(), one.table()))) {
        row.next();
        long taken = row.getLong(1);
        Long last = restored.get(one.sequence());
        if (!row.wasNull() && taken > 0 && (last == null || last < taken)) {
          throw BackupFailure.differs("sequence-behind", one.sequence(), shown(last), taken);
        }
      }
    }
  }

  /** Every page and every entry of an index, after the comparison: it needs an extension. */
  void check(Scratch copy) throws SQLException {
    try (Connection session = copy.connect();
        Statement sql = session.createStatement()) {
      try {
        sql.execute("CREATE EXTENSION IF NOT EXISTS amcheck SCHEMA public");
      } catch (SQLException e) {
        throw BackupFailure.because(e, "no-amcheck", String.valueOf(e.getMessage()));
      }
      checkIndexes(session);
      try (ResultSet broken = sql.executeQuery(Sql.file("backup/heaps.sql"))) {
        if (broken.next()) {
          throw BackupFailure.differs("amcheck", broken.getString(1), broken.getString(2));
        }
      }
    }
  }

  private void checkIndexes(Connection session) throws SQLException {
    try (Statement sql = session.createStatement();
        ResultSet indexes = sql.executeQuery(Sql.file("backup/indexes.sql"));
        PreparedStatement check =
            session.prepareStatement("SELECT public.bt_index_check(?::oid::regclass, true)")) {
      while (indexes.next() && !stop.getAsBoolean()) {
        check.setLong(1, indexes.getLong("oid"));
        try {
          check.execute();
        } catch (SQLException e) {
          String why = String.valueOf(e.getMessage());
          throw BackupFailure.differs("amcheck", indexes.getString("name"), why);
        }
      }
    }
  }

  /** A hub would start on it. */
  static void validate(Scratch copy) {
    var result = flyway(copy).validateWithResult();
    if (!result.validationSuccessful) {
      throw BackupFailure.differs(
          "migrations", Objects.requireNonNullElse(result.getAllErrorMessages(), "?"));
    }
  }

  /** This hub would, though the copy may be of a former one. */
  static void upgrade(Scratch copy) {
    try {
      flyway(copy).migrate();
    } catch (FlywayException e) {
      throw BackupFailure.because(e, "upgrade", String.valueOf(e.getMessage()).strip());
    }
  }

  private static Flyway flyway(Scratch copy) {
    Server server = copy.server();
    return Flyway.configure()
        .dataSource(copy.url(), server.user(), server.password())
        .schemas("hub")
        .defaultSchema("hub")
        .createSchemas(false)
        .load();
  }
}
