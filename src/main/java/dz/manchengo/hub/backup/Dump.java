package dz.manchengo.hub.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The dump of a database, and what the same snapshot holds: both read at the same time.
 *
 * @param work where the set is made, in {@code set/}
 * @param figures query of the business
 */
record Dump(Server server, Tools tools, Path work, String figures, BooleanSupplier stop) {
  private static final String MIGRATION =
      "SELECT version FROM hub.flyway_schema_history WHERE success"
          + " ORDER BY installed_rank DESC LIMIT 1";

  /**
   * A dump.
   *
   * @param proof what a copy of it has to be held against
   */
  record Taken(Manifest manifest, Proof proof) {}

  /**
   * Takes it.
   *
   * @param name of the backup
   * @throws BackupFailure where the programs fail, the database cannot be read, or is altered
   *     meanwhile
   */
  Taken take(String name) throws SQLException, IOException {
    try (Snapshot moment = Snapshot.open(server)) {
      Contents contents = dumped(moment);
      Map<String, @Nullable Long> after;
      String migration;
      try (Connection session = server.connect();
          Statement sql = session.createStatement()) {
        Contents.prepare(session);
        after = Contents.sequences(session);
        migration = Contents.single(sql, MIGRATION);
        checkSame(contents.catalogue(), Contents.catalogue(sql));
      }
      Manifest manifest =
          new Manifest(
              name,
              "DUMPED",
              server.database(),
              moment.at(),
              moment.lsn(),
              moment.serverVersion(),
              tools.version(),
              migration,
              moment.bytes(),
              0,
              "",
              contents,
              after,
              Map.of(),
              null);
      Files.write(work.resolve("set/manifest.json"), manifest.bytesOf());
      return new Taken(manifest, new Proof(contents, moment.before(), after, stop));
    }
  }

  /** What is altered beside a dump is in it by halves, or not at all. */
  private static void checkSame(Catalogue before, Catalogue after) {
    if (!after.isSame(before)) {
      throw BackupFailure.of("altered", before.firstBeyond(after), after.firstBeyond(before));
    }
  }

  private Contents dumped(Snapshot moment) throws IOException, SQLException {
    CompletableFuture<Contents> reading = CompletableFuture.supplyAsync(() -> contents(moment));
    try {
      run(moment);
    } catch (IOException | RuntimeException e) {
      if (reading.isCompletedExceptionally()) { // then the snapshot is gone: that comes first
        joined(reading);
      }
      moment.close(); // nobody wants the sums any more
      reading.exceptionally(failed -> null).join();
      throw e;
    }
    Contents contents = joined(reading);
    moment.checkUnchanged();
    return contents;
  }

  private Contents contents(Snapshot moment) {
    try {
      return Contents.read(moment.session(), figures, stop);
    } catch (SQLException e) {
      throw BackupFailure.because(e, "reading", String.valueOf(e.getMessage()));
    }
  }

  private static Contents joined(CompletableFuture<Contents> reading) {
    try {
      return reading.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw BackupFailure.of("stopped");
    }
  }

  private void run(Snapshot moment) throws IOException {
    Path set = work.resolve("set");
    List<String> ofDatabase =
        List.of(
            "--format=directory",
            "--jobs=2",
            "--compress=1",
            "--lock-wait-timeout=60s",
            "--snapshot=" + moment.id(),
            "--file=" + set.resolve("dump"));
    tools.run("pg_dump", ofDatabase, server, server.database(), work, stop);
    List<String> ofRoles =
        List.of("--globals-only", "--no-role-passwords", "--file=" + set.resolve("globals.sql"));
    tools.run("pg_dumpall", ofRoles, server, server.database(), work, stop);
  }
}
