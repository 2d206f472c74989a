package dz.manchengo.hub.backup;

import dz.manchengo.hub.platform.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What would spoil a backup, looked for before it is begun. A place that cannot be read gets none.
 *
 * @param work where it is made
 * @param used names of places that have got backups lately
 */
record Preflight(Server server, Path work, Copies copies, Set<String> used) {
  /**
   * What the backup goes on with.
   *
   * @param disk the server's, where it can be seen
   */
  record Ready(Tools tools, Optional<Disk> disk) {}

  /**
   * Looks at all of it.
   *
   * @param toolsFolder of the settings; blank to search
   * @param now of this machine
   * @throws BackupFailure at the first thing that is wrong
   */
  Ready check(String toolsFolder, Instant now) throws SQLException, IOException {
    List<BackupFailure> later = new ArrayList<>();
    copies.each(
        "unreadable",
        place -> {
          madeLater(place, now).ifPresent(later::add);
          checkMounted(place);
        });
    if (!later.isEmpty()) {
      throw later.get(0);
    }
    try (Connection session = server.connect();
        Statement sql = session.createStatement();
        ResultSet row = sql.executeQuery(Sql.file("backup/preflight.sql"))) {
      row.next();
      checkClocks(now, row.getTimestamp("now").toInstant());
      if (row.getBoolean("migrating")) {
        throw BackupFailure.of("migrating");
      }
      long bytes = row.getLong("bytes");
      Optional<Disk> disk = Disk.of(server, bytes);
      new Disk(work, bytes).check(bytes);
      if (disk.isPresent()) {
        disk.get().check(disk.get().needed(work));
      }
      return new Ready(Tools.find(toolsFolder, row.getString("server_version")), disk);
    }
  }

  /** Backups are told apart and kept by their times: two clocks of one system may not differ. */
  static void checkClocks(Instant now, Instant databaseNow) {
    if (!Retention.isAlike(now, databaseNow)) {
      throw BackupFailure.of("clocks", now, databaseNow);
    }
  }

  /** Where backups were and nothing is, there is rather a disk that is not there. */
  private void checkMounted(Place place) throws IOException {
    if (used.contains(place.name()) && place.files().isEmpty()) {
      throw BackupFailure.of("emptied", place.name());
    }
  }

  /** One that was made later than now was made by a clock that is wrong, or this one is. */
  private static Optional<BackupFailure> madeLater(Place place, Instant now) {
    return place.manifests().stream()
        .filter(one -> one.snapshotAt().isAfter(now.plus(Retention.CLOCKS)))
        .findFirst()
        .map(one -> BackupFailure.of("later", one.name(), place.name(), one.snapshotAt(), now));
  }
}
